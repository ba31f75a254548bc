#!/bin/sh
# SPDX-License-Identifier: MIT
# Shows the kiosk, in one command, on Debian 12 and 13 and Raspberry Pi OS: installs what the build needs
# and is missing, builds in build/, and starts. On a desktop it is a window, on the console the whole
# screen; with no display at all every screen becomes a PNG. Arguments go to `dit-kiosk run`.
set -eu
cd "$(dirname "$0")/.."

# The compiler and the libraries that the kiosk is built from.
packages="gcc libc6-dev cmake ninja-build pkg-config
 libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libqrencode-dev libmd4c-dev
 libfribidi-dev libunibreak-dev libharfbuzz-dev libcrypt-dev libseccomp-dev libsqlite3-dev libsystemd-dev"
# What the console's pictures go through; a desktop has them already.
console_packages="libgl1-mesa-dri libegl1 libgles2 libgbm1"

say() {
    echo "kiosk/run.sh: $*" >&2
}

has_desktop() {
    [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

has_screen() {
    for status in /sys/class/drm/card*-*/status; do
        [ -r "$status" ] && grep -q '^connected' "$status" && return 0
    done
    return 1
}

if ! has_desktop && has_screen; then
    packages="$packages $console_packages"
fi

missing=""
for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    say "building the kiosk needs these packages, which apt installs now:$missing"
    sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "installing needs root and there is no sudo; run as root: apt-get install$missing"
            exit 3
        fi
        say "installing needs root, so sudo may ask for your password"
        sudo="sudo"
    fi
    $sudo apt-get update -q >&2
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >&2
fi

say "building in build/"
mkdir -p build
build() {
    cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF && ninja -C build
}
if ! build >build/build.log 2>&1; then
    cat build/build.log >&2
    say "the build failed; its words are above"
    exit 3
fi

if has_desktop || has_screen || [ -n "${SDL_VIDEODRIVER:-}" ]; then
    code=0
    build/dit-kiosk run "$@" || code=$?
    [ "$code" -eq 3 ] || exit "$code"
    say "the kiosk found no display that it can use"
fi

pictures="$PWD/build/screens"
rm -rf "$pictures"
build/dit-kiosk render config --out "$pictures" --size 1280x720 --dump >&2
say "there is no display here, so every screen is a picture in $pictures"

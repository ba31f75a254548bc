#!/bin/sh
# SPDX-License-Identifier: MIT
# Shows the kiosk, in one command; `--help` says how.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

# shellcheck source=kiosk/packages.sh
. "$root/kiosk/packages.sh"

say() {
    echo "kiosk/run.sh: $*" >&2
}

print_help() {
    cat <<'END'
sh kiosk/run.sh [--content DIR] [--window WxH] [OPTION ...]

Shows the kiosk, on Debian 12 and 13 and Raspberry Pi OS. It installs what the build needs and is
missing (apt, with sudo), builds in build/, and starts `dit-kiosk run` with the options that it is
given: on a desktop in a window, on the console on the whole screen. Where there is no display,
every screen of the same content becomes a PNG in build/screens.

`build/dit-kiosk run --help` lists the options.
END
}

build() {
    cmake -S "$root" -B "$root/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF &&
        ninja -C "$root/build"
}

# Every screen as a picture, of the content that `run` would show with these options.
draw() {
    content=$root/config size=1280x720 store="" device=""
    while [ $# -gt 1 ]; do
        case $1 in
        --content) content=$2 ;;
        --window) size=$2 ;;
        --store) store=$2 ;;
        --device) device=$2 ;;
        esac
        shift 2
    done
    [ -z "$store" ] || [ ! -d "$store/current" ] || content=$store/current
    rm -rf "$root/build/screens"
    "$root/build/dit-kiosk" render "$content" --out "$root/build/screens" --size "$size" --dump \
        ${device:+--device "$device"} >&2
    say "there is no display here, so every screen is a picture in $root/build/screens"
}

for argument; do
    if [ "$argument" = --help ] || [ "$argument" = -h ]; then
        print_help
        exit 0
    fi
done
# shellcheck disable=SC2086
need $build_tools $build_libraries
say "building in build/"
mkdir -p "$root/build"
if ! build >"$root/build/build.log" 2>&1; then
    cat "$root/build/build.log" >&2
    say "the build failed; its words are above"
    exit 3
fi
code=0
"$root/build/dit-kiosk" run "$@" || code=$?
[ "$code" -eq 3 ] || exit "$code"
draw "$@"

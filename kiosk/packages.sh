# SPDX-License-Identifier: MIT
# What the kiosk is built from, and how what is missing of anything comes onto this machine. Read with `.` by every
# script that builds, tests or packs; it says what it does on standard error.

# shellcheck disable=SC2034  # for whoever reads this
build_tools="gcc libc6-dev cmake ninja-build pkg-config"
# shellcheck disable=SC2034
build_libraries="libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libqrencode-dev
 libfribidi-dev libunibreak-dev libharfbuzz-dev libcrypt-dev libseccomp-dev libsystemd-dev
 libjpeg-dev libutf8proc-dev libdrm-dev libudev-dev"
# For the page that staff edit the cards with; without them the program is built without it.
# shellcheck disable=SC2034
page_tools="clang lld wasi-libc libclang-rt-dev-wasm32"

# need PACKAGE...: has apt install those that are missing.
need() {
    missing=""
    for needed in "$@"; do
        dpkg-query -W -f '${Status}' "$needed" 2>/dev/null | grep -q 'ok installed' || missing="$missing $needed"
    done
    [ -n "$missing" ] || return 0
    echo "These packages are needed, and apt installs them now:$missing" >&2
    sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Installing needs root, and there is no sudo; run as root: apt-get install$missing" >&2
            exit 3
        fi
        echo "Installing needs root, so sudo may ask for your password." >&2
        sudo="sudo"
    fi
    $sudo apt-get update -q >&2
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >&2
}

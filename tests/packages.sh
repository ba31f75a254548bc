# SPDX-License-Identifier: MIT
# Read with `.` by the scripts of this folder: need PACKAGE... has apt install what is missing.

need() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    echo "tests: these packages are needed, which apt installs now:$missing"
    sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "tests: installing needs root and there is no sudo; run as root: apt-get install$missing" >&2
            exit 3
        fi
        echo "tests: installing needs root, so sudo may ask for your password"
        sudo="sudo"
    fi
    $sudo apt-get update -q
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

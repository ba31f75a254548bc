#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints what the kiosk costs, and what feh and Chromium cost in its place, for which it installs them: about half an
# hour. Builds the release first. tests/run.sh has the first table alone, as the test "speed".
set -eu
cd "$(dirname "$0")/.."

# shellcheck source=kiosk/packages.sh
. kiosk/packages.sh
# shellcheck disable=SC2086
need $build_tools $build_libraries binutils valgrind python3 python3-numpy python3-pil xvfb feh chromium

cmake -S . -B build-release -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
ninja -C build-release -j 2 dit-kiosk frames reading floor dit_packed >/dev/null
export DIT_RELEASE_DIR="$PWD/build-release" PYTHONDONTWRITEBYTECODE=1
failed=0
/usr/bin/python3 tests/bench/bench.py || failed=1
echo
/usr/bin/python3 tests/bench/peers.py || failed=1
exit $failed

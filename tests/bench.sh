#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints what the kiosk costs. Builds the release first. Packages: those of tests/run.sh.
set -eu
cd "$(dirname "$0")/.."
cmake -S . -B build-release -G Ninja -DCMAKE_BUILD_TYPE=Release >/dev/null
ninja -C build-release -j 2 dit-kiosk frames reading >/dev/null
DIT_RELEASE_DIR=$PWD/build-release PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 tests/bench/bench.py

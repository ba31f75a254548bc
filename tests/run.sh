#!/bin/sh
# SPDX-License-Identifier: MIT
# Everything that proves the kiosk, in one command: installs what the tests need, builds with sanitizers
# (build-tests) and for speed (build-release), and runs all tests through ctest. Arguments go to ctest,
# so `sh tests/run.sh -R layers` runs one test.
set -eu
cd "$(dirname "$0")/.."

# shellcheck source=kiosk/packages.sh
. kiosk/packages.sh
# What the program is built from, then what only the tests use.
# shellcheck disable=SC2086
need $build_tools $build_libraries $page_tools \
    libcmocka-dev clang libclang-rt-dev clang-format clang-tidy cppcheck binutils valgrind strace \
    python3 python3-numpy python3-pil librsvg2-bin zbar-tools zxing-cpp-tools tesseract-ocr tesseract-ocr-eng \
    chromium chromium-driver python3-selenium xvfb xdotool faketime shellcheck qemu-system-x86 qemu-utils mmdebstrap debian-archive-keyring mtools dosfstools \
    exfatprogs e2fsprogs fdisk cpio xz-utils gzip util-linux systemd file lintian

# A release build beside it, because speed, memory and a thousand pictures are not measured under ASan.
cmake -S . -B build-release -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Release -DDIT_WERROR=ON
ninja -C build-release -j 2
cmake -S . -B build-tests -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Debug \
    -DDIT_SANITIZE=ON -DDIT_WERROR=ON -DDIT_RELEASE_DIR="$PWD/build-release"
ninja -C build-tests -j 2

# Leaks are errors.
export ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1"
export UBSAN_OPTIONS="print_stacktrace=1"
exec ctest --test-dir build-tests --output-on-failure -j 2 "$@"

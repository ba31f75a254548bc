#!/bin/sh
# SPDX-License-Identifier: MIT
# Whole machines as tests: builds the package and the virtual machine's image, boots it in QEMU with no
# network, and looks at its screen. --quick is the boot and the update alone; of the other architecture there are these
# two, and that it draws what this one draws. Needs root, because the image's files belong to root.
# Usage: sh tests/machine.sh [--arch amd64|arm64] [--quick] [STORY...]
set -eu
cd "$(dirname "$0")/.."

arch=amd64 quick="" stories=""
while [ $# -gt 0 ]; do
    case $1 in
    --arch) arch=$2 && shift ;;
    --quick) quick=yes ;;
    -*) echo "usage: tests/machine.sh [--arch amd64|arm64] [--quick] [STORY...]" >&2 && exit 2 ;;
    *) stories="$stories $1" ;;
    esac
    shift
done
[ "$(id -u)" -eq 0 ] || { echo "tests/machine.sh: this needs root" >&2 && exit 3; }

# shellcheck source=kiosk/packages.sh
. kiosk/packages.sh
need qemu-system-x86 qemu-utils mmdebstrap debian-archive-keyring mtools dosfstools exfatprogs e2fsprogs fdisk \
    cpio xz-utils gzip systemd util-linux python3 python3-numpy python3-pil zbar-tools tesseract-ocr tesseract-ocr-eng \
    lintian acpica-tools
[ "$arch" = amd64 ] || need qemu-system-arm qemu-user-static

export DIT_ARCH="$arch" PYTHONDONTWRITEBYTECODE=1
if [ -z "$stories" ]; then
    stories="boot update"
    case $arch-$quick in
    arm64-*) stories="$stories alike" ;;
    amd64-) stories="$stories trouble pressed sticks helpers usb data displays hours quiet package power twice" ;;
    esac
fi
failed=""
for story in $stories; do
    echo "=== $story ($arch)"
    /usr/bin/python3 "tests/machine/test_$story.py" || failed="$failed $story"
done
[ -z "$failed" ] || { echo "tests/machine.sh: failed:$failed" && exit 1; }

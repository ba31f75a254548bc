#!/bin/sh
# SPDX-License-Identifier: MIT
# A plain Debian on a disk, with everything installed that the kiosk's package depends on and the packages
# themselves lying in /packages: what an installer has in front of them before the one line that makes a
# kiosk of it. Usage: plain.sh SUITE OUT EXTRA IDENTITY DEB...
set -eu
# shellcheck disable=SC2034  # roots.sh says it
me=tests/machine/plain.sh
source=$(cd "$(dirname "$0")/../.." && pwd)
here=$source/systemd/image
cache=${DIT_CACHE:?}
suite=$1 out=$2 extra=$3 identity=$4
shift 4
# shellcheck source=systemd/image/roots.sh
. "$here/roots.sh"
# shellcheck source=systemd/image/initrd.sh
. "$here/initrd.sh"
need mmdebstrap e2fsprogs fdisk cpio xz-utils

depends=$(dpkg-deb -f "$1" Depends | sed 's/([^)]*)//g; s/ *, */,/g; s/ //g')
base=$(root_folder "plain-$suite" "$suite" amd64 "$depends,linux-image-amd64,systemd-sysv,dbus,kmod,busybox-static,libpam-systemd" \
    --dpkgopt='path-exclude=/usr/lib/modules/*/kernel/drivers/net/*' --dpkgopt='path-exclude=/lib/modules/*/kernel/drivers/net/*')
work=$(mktemp -d "$cache/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/root"
cp -a --reflink=auto "$base/." "$work/root"
mkdir "$work/root/packages"
cp "$@" "$work/root/packages/"
cp -r --no-preserve=ownership "$extra/." "$work/root/"
# The tests' own shell is on that console.
ln -s /dev/null "$work/root/etc/systemd/system/serial-getty@hvc0.service"
echo 'LABEL=dit-root / ext4 defaults 0 1' >"$work/root/etc/fstab"
initrd "$work/root" "$out.initrd" drivers/virtio drivers/block/virtio_blk fs/ext4 lib/crc arch/x86/crypto/crc32c crypto/crc32c
cp "$work/root"/boot/vmlinuz-* "$out.vmlinuz"
# init takes a partition and nothing else for the system.
rm -f "$out"
truncate -s 3073M "$out"
echo 'start=1MiB, type=83' | sfdisk --quiet --label dos "$out"
mke2fs -q -F -t ext4 -L dit-root -U "$identity" -E offset=1048576 -d "$work/root" "$out" 3G

#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes an image that turns a memory card into a kiosk, from Debian 13 packages alone and without mounting
# anything: a boot partition (FAT), a system that is never written to (ext4, read-only), and a small data
# partition that grows at the first start. Beside FILE come FILE.sha256 and FILE.packages. What writes the partitions is
# of that Debian too, so it does not matter on which machine an image is made.
# Usage: build.sh --board pi|vm --arch arm64|amd64 --out FILE [--package DEB] [--extra DIR] [--cache DIR]
set -eu
# shellcheck disable=SC2034  # roots.sh says it
me=systemd/image/build.sh
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
# shellcheck source=systemd/image/roots.sh
. "$here/roots.sh"
# shellcheck source=systemd/image/initrd.sh
. "$here/initrd.sh"

# lay DIR ROOT: what is in a folder of a checkout, with root as its owner and whatever its umask was.
lay() {
    tar -C "$1" --owner=0 --group=0 --mode=u=rwX,go=rX -c . | tar -C "$2" --no-overwrite-dir -x
}

# tool PROGRAM ARGUMENT...: one of the image's own Debian, in the folder where its partitions lie.
tool() {
    chroot "$tools" env -C "/${work##*/}" "$@"
}

# identify: a hash of what is read, in the form of a UUID.
identify() {
    sha256sum | sed 's/\(........\)\(....\)\(....\)\(....\)\(............\).*/\1-\2-\3-\4-\5/'
}

suite=trixie
board="" arch="" out="" package="" extra="" cache=${DIT_CACHE:-$source/build-image}
while [ $# -gt 0 ]; do
    case $1 in
    --board) board=$2 ;;
    --arch) arch=$2 ;;
    --out) out=$2 ;;
    --package) package=$2 ;;
    --extra) extra=$2 ;;
    --cache) cache=$2 ;;
    *) say "there is no option $1" && exit 2 ;;
    esac
    shift 2
done
case $board-$arch in
pi-arm64 | vm-arm64 | vm-amd64) ;;
*) say "--board is pi (arm64) or vm (arm64 or amd64)" && exit 2 ;;
esac
[ -n "$out" ] || { say "--out and the image to make are needed" && exit 2; }
[ "$(id -u)" -eq 0 ] || fail "this needs root."
need mmdebstrap cpio xz-utils
emulate "$arch"
board_packages="" board_drivers="" board_modules="" board_needless="" board_cmdline="" boot_size_mb=96
# shellcheck source=systemd/image/boards/vm.sh
. "$here/boards/$board.sh"
mkdir -p "$cache" "$(dirname "$out")"
cache=$(cd "$cache" && pwd)

if [ -z "$package" ]; then
    package=$(sh "$here/../package/build.sh" --suite "$suite" --arch "$arch" --out "$cache/$suite" --cache "$cache")
fi

# The system without the kiosk is what the cache keeps: what the package depends on, and what a kiosk needs.
depends=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/ *, */,/g; s/ //g')
include="$depends,systemd-sysv,dbus,kmod,busybox-static,e2fsprogs,fdisk,$(echo "$board_packages" | tr ' ' ,)"
exclude=""
for folder in $board_needless; do
    exclude="$exclude --dpkgopt=path-exclude=/usr/lib/modules/*/kernel/$folder/*"
done
# The package of SDL brings Mesa's drawing on GPUs and its compiler along, which are half of a system and which the
# kiosk never opens; and the names of all makers of hardware, which no driver asks for.
for files in "/usr/lib/*/libgallium-*" "/usr/lib/*/libLLVM*" "/usr/lib/*/libz3.so*" "/usr/lib/*/gbm/*" "/usr/lib/*/dri/*" \
    "/usr/lib/udev/hwdb.d/20-*"; do
    exclude="$exclude --dpkgopt=path-exclude=$files"
done
# shellcheck disable=SC2086
base=$(root_folder "$board-$suite-$arch" "$suite" "$arch" "$include" $exclude)
# shellcheck disable=SC2086
find_missing_modules "$base" $board_modules
# What writes the partitions.
tools=$(root_folder "tools-$suite" "$suite" "$(dpkg --print-architecture)" dosfstools,e2fsprogs,fdisk,mtools)
: >"$tools/etc/mtab" # what is mounted, which mke2fs wants to know

say "laying out the system"
work=$(mktemp -d "$tools/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/root"
cp -a --reflink=auto "$base/." "$work/root"
root=$work/root
cp "$package" "$root/kiosk.deb"
chroot "$root" dpkg --install /kiosk.deb >"$work/dpkg.log" 2>&1 || {
    cat "$work/dpkg.log" >&2
    fail "the package does not install."
}
rm -f "$root/kiosk.deb"
# The manifest: each package with its version and the hash of its archive.
{
    cat "$base.packages"
    echo "dit-kiosk $(dpkg-deb -f "$package" Version) $(sha256sum <"$package" | cut -d' ' -f1)"
} | sort >"$out.packages"
# What this system is, and no other: its commit and its packages. The machine starts from the partition of that name alone.
identity=$({
    git -c safe.directory='*' -C "$source" rev-parse HEAD 2>"$work/git.log" || true
    cat "$out.packages"
} | identify)
lay "$here/files" "$root"
sed -i "s/@identity@/$identity/" "$root/etc/fstab"
[ -z "$extra" ] || lay "$extra" "$root"
systemctl --root="$root" --quiet enable dit-kiosk-data.service dit-kiosk-set-up.service
systemctl --root="$root" --quiet mask apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer \
    e2scrub_all.timer e2scrub_reap.service fstrim.timer systemd-networkd.service systemd-networkd.socket \
    systemd-timesyncd.service systemd-resolved.service usbguard-dbus.service
# What keeps or renews something on a disk that is never written to.
systemctl --root="$root" --quiet mask systemd-remount-fs.service systemd-random-seed.service \
    systemd-journal-catalog-update.service systemd-update-done.service systemd-pstore.service ldconfig.service
systemctl --root="$root" --quiet set-default multi-user.target
: >"$root/etc/machine-id"
# Opening hours are those of a practice in the United Kingdom.
ln -sf /usr/share/zoneinfo/Europe/London "$root/etc/localtime"
echo Europe/London >"$root/etc/timezone"
# What Debian's installation left behind, and the mirror of whoever makes this.
rm -rf "${root:?}"/var/* "$root"/etc/resolv.conf "$root"/etc/ssh "$root"/etc/apt/sources.list

say "writing the partitions"
mkdir "$work/boot"
# shellcheck disable=SC2086
initrd "$root" "$work/boot/initrd" $board_drivers
echo "$(cat "$here/cmdline") dit_kiosk.root=$identity${board_cmdline:+ $board_cmdline}" >"$work/boot/cmdline.txt"
board_boot "$root" "$work/boot"
# What lies on the boot partition is nowhere else.
rm -rf "${root:?}"/boot/* "$root"/usr/lib/raspi-firmware "$root"/usr/lib/linux-image-*
mkdir "$root/boot/firmware"
# Reckoned from the files: what du says depends on the disk that they lie on.
root_mb=$(find "$root" -printf '%i %y %s\n' | sort -u |
    awk '{ pages += $2 == "f" ? int(($3 + 4095) / 4096) : 1 } END { print int(pages / 256 * 1.1) + 16 }')
date_all "$root"
date_all "$work/boot"
volume=$(echo "$identity" | cut -d- -f1)
tool mkfs.vfat -n DIT-BOOT -i "$volume" -C boot.img $((boot_size_mb * 1024)) >/dev/null
(cd "$work/boot" && find . -mindepth 1 -type d | sort) | while read -r folder; do
    tool mmd -i boot.img "::$folder"
done
(cd "$work/boot" && find . -type f | sort) | while read -r file; do
    tool mcopy -m -i boot.img "boot/$file" "::$file"
done
tool mke2fs -q -F -t ext4 -L dit-root -U "$identity" -E hash_seed="$identity" -m 0 -O ^has_journal,^resize_inode \
    -d root root.img "${root_mb}M"
data=$(echo "data $identity" | identify)
# The power was cut often at one without an orphan file (tests/machine/test_power.py), which is new.
tool mke2fs -q -F -t ext4 -L dit-data -U "$data" -E hash_seed="$data",resize=64G -m 1 -J size=8 -O ^orphan_file data.img 48M

rm -f "$out"
truncate -s $((1 + boot_size_mb + root_mb + 48))M "$out"
sfdisk --quiet "$out" <<END
label: dos
label-id: 0x$volume
start=1MiB, size=${boot_size_mb}MiB, type=c, bootable
start=$((1 + boot_size_mb))MiB, size=${root_mb}MiB, type=83
start=$((1 + boot_size_mb + root_mb))MiB, size=48MiB, type=83
END
place() {
    dd if="$1" of="$out" bs=1M seek="$2" conv=notrunc,sparse status=none
}
place "$work/boot.img" 1
place "$work/root.img" $((1 + boot_size_mb))
place "$work/data.img" $((1 + boot_size_mb + root_mb))
(cd "$(dirname "$out")" && sha256sum "$(basename "$out")") >"$out.sha256"
say "$out: $(($(stat -c %s "$out") / 1000000)) MB, $(wc -l <"$out.packages") packages"

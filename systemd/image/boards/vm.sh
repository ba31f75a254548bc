# SPDX-License-Identifier: MIT
# A virtual machine with virtio devices, for tests and for trying the kiosk out: its kernel and initrd lie
# on the boot partition, from where whoever starts the machine takes them.
# shellcheck disable=SC2034,SC2154  # build.sh reads these, and says which architecture
board_packages="linux-image-$arch"
board_drivers="drivers/virtio drivers/block/virtio_blk drivers/gpu/drm/virtio drivers/gpu/drm/tiny/bochs fs/ext4 fs/fat fs/nls/nls_cp437
 fs/nls/nls_ascii fs/nls/nls_utf8 lib/crc arch/x86/crypto/crc32c crypto/crc32c"
board_needless="drivers/net drivers/media drivers/infiniband drivers/gpu/drm/amd drivers/gpu/drm/nouveau
 drivers/gpu/drm/radeon drivers/gpu/drm/i915 drivers/gpu/drm/xe sound net/wireless drivers/iio drivers/md"
boot_size_mb=96

board_boot() {
    cp "$1"/boot/vmlinuz-* "$2/vmlinuz"
}

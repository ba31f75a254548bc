# SPDX-License-Identifier: MIT
# Raspberry Pi 3, 4 and Zero 2 W with Debian's own kernel: the firmware, the device trees, kernel and initrd
# lie on the boot partition, where the chip looks for them.
# shellcheck disable=SC2034,SC2154  # build.sh reads these, and says which architecture
board_packages="linux-image-$arch raspi-firmware"
board_drivers="drivers/mmc drivers/usb/host drivers/usb/dwc2 drivers/usb/storage drivers/scsi/sd_mod drivers/scsi/scsi_mod
 drivers/phy drivers/pci/controller drivers/reset drivers/clk drivers/gpio drivers/regulator drivers/dma drivers/mailbox
 drivers/firmware drivers/char/hw_random drivers/nvmem drivers/soc fs/ext4 lib/crc arch/arm64/crypto/crc crypto/crc32c"
board_needless="drivers/net drivers/media drivers/infiniband drivers/gpu/drm/amd drivers/gpu/drm/nouveau
 drivers/gpu/drm/radeon drivers/gpu/drm/i915 drivers/gpu/drm/xe drivers/gpu/drm/msm net/wireless drivers/iio drivers/md"
boot_size_mb=128

board_boot() {
    cp -r "$1"/usr/lib/raspi-firmware/* "$2/"
    cp "$1"/usr/lib/linux-image-*/broadcom/bcm27*.dtb "$1"/usr/lib/linux-image-*/broadcom/bcm2837*.dtb "$2/"
    cp "$1"/boot/vmlinuz-* "$2/vmlinuz"
    cp "$here/boards/pi-config.txt" "$2/config.txt"
}

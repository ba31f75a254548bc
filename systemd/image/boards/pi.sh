# SPDX-License-Identifier: MIT
# Raspberry Pi 3, 4 and Zero 2 W with Debian's own kernel: the firmware, the device trees, kernel and initrd
# lie on the boot partition, where the chip looks for them.
# shellcheck disable=SC2034,SC2154  # build.sh reads these, and says which architecture
board_packages="linux-image-$arch raspi-firmware"
board_drivers="drivers/mmc drivers/usb/host drivers/usb/dwc2
 drivers/phy drivers/pci/controller drivers/reset drivers/clk drivers/gpio drivers/regulator drivers/dma drivers/mailbox
 drivers/firmware drivers/watchdog/bcm2835_wdt drivers/char/hw_random drivers/nvmem drivers/soc
 drivers/gpu/drm/vc4 drivers/i2c/busses/i2c-brcmstb drivers/i2c/busses/i2c-bcm2835 drivers/pwm/pwm-bcm2835 fs/ext4 fs/fat
 fs/nls/nls_cp437 fs/nls/nls_ascii fs/nls/nls_utf8 lib/crc arch/arm64/crypto/crc crypto/crc32c"
# The driver of the display leans on cec, which lies among the television receivers.
board_needless="drivers/net drivers/media/dvb-core drivers/media/dvb-frontends drivers/media/i2c drivers/media/pci
 drivers/media/platform drivers/media/tuners drivers/media/usb drivers/media/v4l2-core drivers/infiniband drivers/gpu/drm/amd drivers/gpu/drm/nouveau
 drivers/gpu/drm/radeon drivers/gpu/drm/i915 drivers/gpu/drm/xe drivers/gpu/drm/msm net/wireless drivers/iio drivers/md"
# What no Pi can do without once its system runs. hid-multitouch is the touch screen, bcm2835_wdt also restarts the chip.
board_modules="vc4 hid-multitouch usbhid usb-storage vfat exfat bcm2835_wdt"
# Pictures for the display come out of this pool, of which Debian's kernel sets 64 MB aside: too little for 4K, where
# the kiosk's two and the console's own are 33 MB each. A Pi 4 must have it in its first gigabyte.
board_cmdline="cma=192M@0-1G"
boot_size_mb=128

board_boot() {
    cp -r "$1"/usr/lib/raspi-firmware/* "$2/"
    cp "$1"/usr/lib/linux-image-*/broadcom/bcm27*.dtb "$1"/usr/lib/linux-image-*/broadcom/bcm2837*.dtb "$2/"
    cp "$1"/boot/vmlinuz-* "$2/vmlinuz"
    cp "$here/boards/pi-config.txt" "$2/config.txt"
}

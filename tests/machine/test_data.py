# SPDX-License-Identifier: MIT
"""The card under the kiosk is not what it should be: no data partition, one that is spoiled, full or read-only, a
device.ini on the boot partition that is right or wrong, another disk with the system's name, the first start of all, and a forgotten PIN. The
screen always shows the cards, and what happened is a sentence that staff can read."""

import os
import shutil
import time
import types
import unittest

import stick
from desk import set_pin
from machine import Machine
from stick import run
from story import NOTES, Glass, MachineStory
from test_power import partitions


class Data(MachineStory):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.machine.close()
        cls.shipped = cls.glass.screens

    def tearDown(self):
        self.machine.close()

    def image_at(self, path):
        return types.SimpleNamespace(**{**vars(self.image), "path": path})

    def start(self, change=None, screens=None):
        """A machine from a copy of the image, of which `change(path, start, size)` alters the data partition."""
        self.card = os.path.join(self.drawn.name, "card.img")
        shutil.copy(self.image.path, self.card)
        self.start_again(change, screens)

    def start_again(self, change=None, screens=None):
        """The same card as before."""
        if change:
            change(self.card, *partitions(self.card)[2])
        type(self).machine = Machine(self.image_at(self.card), size=self.size)
        type(self).glass = Glass(self.machine, screens or self.shipped)
        self.glass.expect_a_card()
        self.assert_no_console()

    def start_used(self, change):
        """A card that has its PIN before the change comes over it."""
        self.start()
        set_pin(self.machine)
        self.machine.run("(sleep 1; systemctl poweroff) >/dev/null 2>&1 &")
        self.machine.process.wait()
        run("qemu-img", "commit", self.machine.disk)
        self.machine.close()
        self.start_again(change)

    def with_part(self, work):
        """A change that works on the data partition as a file of its own."""
        def change(path, start, size):
            part = path + ".part"
            run("dd", f"if={path}", f"of={part}", "bs=1M", f"skip={start >> 20}", f"count={size >> 20}")
            work(part)
            run("dd", f"if={part}", f"of={path}", "bs=1M", f"seek={start >> 20}", "conv=notrunc")
        return change

    def read_about(self, *words):
        """The staff menu: two corners, the PIN, "About this screen"."""
        self.glass.open_menu()
        self.glass.type_pin()
        self.glass.expect_parts("staff-menu", "What would you like to do?")
        self.glass.tap_word("about")
        self.glass.expect_words("about this screen", *words)

    def test_1_without_a_data_partition_the_bundled_cards_are_shown_and_the_menu_says_so(self):
        self.start(lambda path, start, size: stick.spoil(path, start, 1 << 20))
        self.assertIn("is missing", self.machine.run(NOTES))
        self.glass.open_menu()
        self.glass.tap("pin-digit 1")
        self.glass.tap("pin-ok")
        self.glass.expect_parts("staff-pin-fails")
        self.glass.expect_words("memory card", "tell whoever")
        self.glass.tap("staff-close")
        self.glass.expect_a_card()
        set_pin(self.machine)
        self.read_about("memory card", "is missing")

    def test_2_a_partition_that_cannot_be_mounted(self):
        # Its name is still there, so that it is found; what it says of itself is impossible.
        self.start(self.with_part(lambda part: run("debugfs", "-w", "-R", "ssv inodes_per_group 8", part)))
        self.assertIn("cannot be read", self.machine.run(NOTES))

    def test_3_a_full_partition(self):
        def fill(part):
            with open(part + ".big", "wb") as file:
                file.write(b"x" * (60 << 20))
            run("debugfs", "-w", "-R", f"write {part}.big big", part)
        self.start_used(self.with_part(fill))
        self.assertIn("is full", self.machine.run(NOTES))
        self.assertEqual(self.glass.code(), "tel:+442032281350")
        self.read_about("memory card", "is full")

    def test_4_a_read_only_partition(self):
        self.start_used(self.with_part(lambda part: run("tune2fs", "-O", "read-only", part)))
        self.assertIn("changes cannot be kept", self.machine.run(NOTES))
        self.glass.open_menu()
        for left in (4, 3):
            for _ in range(6):
                self.glass.tap("pin-digit 9")
            self.glass.tap("pin-ok")
            self.glass.expect_words(f"tries left: {left}")
        self.glass.tap("staff-close")
        self.glass.expect_a_card()
        self.read_about("memory card", "not written to")

    def boot_file(self, text):
        device = os.path.join(self.drawn.name, "device.ini")
        with open(device, "w", encoding="utf-8") as file:
            file.write(text)
        return lambda path, start, size: run("mcopy", "-o", "-i", path + "@@1M", device, "::device.ini")

    def test_5_a_device_ini_on_the_boot_partition_is_taken_over_and_stays(self):
        text = "[screen]\nrotate = 0\nscreen_inches = 10.1\n"
        folder = os.path.join(self.drawn.name, "inches")
        self.start(self.boot_file(text), self.image.render(folder, size=self.size, device_text=text))
        self.assertEqual(self.machine.run("cat /etc/dit-kiosk/device.ini"), text.strip())
        self.machine.run("mount -o remount,rw /boot/firmware && rm /boot/firmware/device.ini && sync")
        self.machine.qmp.do("system_reset")
        self.glass.expect_a_card()
        self.machine.shell.ready()
        self.assertEqual(self.machine.run("cat /etc/dit-kiosk/device.ini"), text.strip())

    def test_6_a_wrong_one_is_not_and_the_line_is_named(self):
        self.start(self.boot_file("[screen]\nrotate = 45\n"))
        said = self.machine.run(NOTES)
        self.assertIn("was not used, because of line 2", said)
        self.assertIn("rotate", said)

    def test_7_the_first_start_of_all_asks_to_be_set_up(self):
        type(self).machine = Machine(self.image, size=self.size, cmdline="")
        asks = "/var/lib/dit-kiosk/set-up"
        self.machine.run("until systemctl -q is-active dit-kiosk.service; do sleep 1; done")
        self.assertEqual(self.machine.run(f"stat -c %U {asks}"), "dit-kiosk")
        type(self).glass = Glass(self.machine, self.shipped)
        self.glass.expect_words("arrow")
        before = self.machine.run("systemctl show -P MainPID dit-kiosk")
        self.glass.expect_parts("staff-arrows")
        self.glass.tap("arrow 0")
        self.glass.expect_words("middle of the cross")
        self.assertEqual(self.machine.run(f"cat {asks}"), "touch")
        time.sleep(10)  # systemd ends after five seconds what it was told is stopping
        self.assertEqual(self.machine.run("systemctl show -P MainPID dit-kiosk"), before)
        self.machine.run(f"rm {asks} && sync")
        self.machine.qmp.do("system_reset")
        self.glass.expect_a_card()
        self.machine.shell.ready()
        self.assertEqual(self.machine.run(f"ls {asks} 2>/dev/null; true"), "")

    def test_8_a_first_start_that_nobody_finishes_is_closed(self):
        type(self).machine = Machine(self.image, size=self.size, cmdline="")
        type(self).glass = Glass(self.machine, self.shipped)
        self.glass.expect_parts("staff-arrows")
        store = "/var/lib/dit-kiosk"
        self.wait_until(f"test -s {store}/set-up-minutes && echo counts", "counts")
        self.assertEqual(self.machine.run(f"stat -c %U {store}/set-up-minutes"), "dit-kiosk")
        # These are screens of staff without a PIN: they open no stick.
        self.assertEqual(self.machine.run("ls /run/dit-kiosk/outbox"), "")
        self.machine.run(f"head -c 59 /dev/zero >{store}/set-up-minutes && systemctl restart dit-kiosk-set-up.service")
        self.wait_until(f"ls {store}/set-up* 2>/dev/null; true", "")
        self.glass.tap("arrow 0")
        self.glass.expect_a_card()
        self.assertEqual(self.machine.run(f"ls {store}/set-up* 2>/dev/null; true"), "")

    def test_9_another_disk_with_the_name_of_the_system_is_not_started(self):
        """It is the first of two, and its partition is called what the system's is."""
        part, disk, first = (os.path.join(self.drawn.name, name) for name in ("false.part", "false.img", "false.qcow2"))
        run("truncate", "-s", "8M", part)
        run("mke2fs", "-q", "-F", "-t", "ext4", "-L", "dit-root", part)
        stick.table(disk, [part])
        run("qemu-img", "convert", "-O", "qcow2", disk, first)
        card = os.path.join(self.drawn.name, "true.qcow2")
        run("qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", self.image.path, card)
        type(self).machine = Machine(self.image, disk=first, size=self.size, arguments=[
            "-drive", f"file={card},format=qcow2,if=none,id=card", "-device", "virtio-blk-pci,drive=card"])
        type(self).glass = Glass(self.machine, self.shipped)
        self.glass.expect_a_card()
        self.assertEqual(self.machine.run("readlink -f /dev/dit-kiosk/boot /dev/dit-kiosk/data"), "/dev/vdb1\n/dev/vdb3")
        self.assertIn("/dev/vdb2", self.machine.run("findmnt -n -o SOURCE /"))

    def test_a_forgotten_pin_is_chosen_anew_once(self):
        self.start()
        set_pin(self.machine)
        self.machine.run("mount -o remount,rw /boot/firmware && : >/boot/firmware/new-pin && sync")
        self.machine.qmp.do("system_reset")
        self.glass.type_pin("314159", on="staff-pin-new")
        self.glass.type_pin("314159", on="staff-pin-again")
        self.glass.expect_parts("staff-has-pin", "Your PIN is set. Write it down")
        self.glass.tap("staff-close")
        self.machine.qmp.do("system_reset")  # with the file still there
        self.glass.expect_a_card()
        self.machine.shell.ready()
        self.assertEqual(self.machine.run("cd /var/lib/dit-kiosk; ls pin set-up new-pin-used 2>/dev/null; true"), "new-pin-used\npin")


if __name__ == "__main__":
    unittest.main(verbosity=2)

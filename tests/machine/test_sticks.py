# SPDX-License-Identifier: MIT
"""Sticks of every kind are plugged into a running machine: before the PIN not a byte of them is read, by anybody. Behind it,
what can be read is mounted read-only, what cannot is a sentence for the staff menu, and the cards stay on the glass throughout."""

import hashlib
import os
import shutil
import tempfile
import unittest

import stick
from desk import NO_WISH, PLACE, WISH
from story import MachineStory

MOUNT = "findmnt -n -o FSTYPE,OPTIONS --mountpoint /run/dit-kiosk/stick"
IN = "ls -d /run/dit-kiosk/stick-is-in 2>/dev/null; true"
SIGN = "/run/dit-kiosk/stick-is-in"
DISKS = "ls /dev/sd* 2>/dev/null; true"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


class Sticks(MachineStory):
    def tearDown(self):
        self.machine.pull_all_sticks()

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="dit-sticks-")
        # Sixteen times as large in the machine's memory as on the disk: these files are mostly holes.
        cls.content = os.path.join(cls.folder, "content")
        os.makedirs(os.path.join(cls.content, "kiosk"))
        with open(os.path.join(cls.content, "kiosk", "hello.txt"), "w", encoding="utf-8") as file:
            file.write("hello from the stick\n")
        stick.fat(cls.at("fat"), 40, cls.content)
        stick.fat(cls.at("empty"), 40)
        stick.exfat(cls.at("exfat"), 40)
        stick.ext4(cls.at("ext4"), 8)
        stick.rubbish(cls.at("rubbish"), 2)
        stick.table(cls.at("at-start.img"), [cls.at("fat")])
        cls.started = {"arguments": ("-drive", f"file={cls.at('at-start.img')},format=raw,if=none,id=first",
                                     "-device", "usb-storage,bus=xhci.0,drive=first,id=first,removable=on")}
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        shutil.rmtree(cls.folder)

    @classmethod
    def at(cls, name):
        return os.path.join(cls.folder, name)

    def wait_until_mounted(self, kind):
        said = self.wait_until(MOUNT, lambda said: said.startswith(kind))
        options = said.split()[1].split(",")
        for option in ("ro", "nosuid", "nodev", "noexec"):
            self.assertIn(option, options)

    def wait_until_empty(self):
        self.wait_until(MOUNT, "")

    def notes(self):
        return self.machine.run("cat /run/dit-kiosk/notes/stick-* 2>/dev/null", check=False)[1]

    def assert_kiosk_reads(self, text="hello from the stick"):
        """The service's own view of the filesystem has it, where nothing but the kiosk can be executed; and its user may."""
        file = f"{PLACE}/kiosk/hello.txt"
        self.assertEqual(self.machine.run(f"cat /proc/$(systemctl show -P MainPID dit-kiosk)/root{file}"), text)
        self.assertEqual(self.machine.run(f"runuser -u dit-kiosk -- cat {file}"), text)

    def plug_and_read(self, path, kind):
        before = digest(path)
        self.machine.plug_stick("stick", path)
        self.wait_until_mounted(kind)
        if kind == "vfat":
            self.assert_kiosk_reads()
        self.assertEqual(self.notes(), "")
        self.machine.pull_stick("stick")
        self.wait_until_empty()
        self.assertEqual(digest(path), before, "the stick was written to")

    def plug_in_vain(self, path, words):
        self.machine.plug_stick("stick", path)
        self.wait_until("cat /run/dit-kiosk/notes/stick-* 2>/dev/null", lambda said: words in said)
        self.assertEqual(self.machine.run(MOUNT, check=False)[1], "")
        self.machine.run("ls -d /run/dit-kiosk/stick-is-bad")
        self.machine.pull_stick("stick")
        self.wait_until("cat /run/dit-kiosk/notes/stick-* 2>/dev/null; ls -d /run/dit-kiosk/stick-is-bad 2>/dev/null", "")

    def bytes_read(self):
        """What anybody in the machine has read of its sticks, as the hardware knows it."""
        return sum(found["stats"]["rd_bytes"] for found in self.machine.qmp.do("query-blockstats") if found.get("device") == "first")

    def test_01_before_the_pin_nothing_is_read_of_a_stick_that_is_there_at_power_on(self):
        self.wait_until(IN, SIGN)
        self.glass.expect_a_card()  # the keypad came up for it, and nobody was there
        self.assertEqual(self.machine.run(f"sleep 5; {DISKS}; {MOUNT}", check=False)[1], "")
        self.assertLessEqual(self.bytes_read(), 512)  # by the firmware, which looked for something to start
        self.machine.run(WISH)
        self.wait_until_mounted("vfat")
        self.assert_kiosk_reads()
        self.assertGreater(self.bytes_read(), 512)

    def test_01b_it_is_shut_again_when_staff_have_left(self):
        self.machine.run(NO_WISH)
        self.wait_until(f"{MOUNT}; {DISKS}", "")
        self.assertEqual(self.machine.run(IN), SIGN)
        before = self.bytes_read()
        self.assertEqual(self.machine.run(f"sleep 5; {DISKS}; {IN}"), SIGN)
        self.assertEqual(self.bytes_read(), before)
        self.machine.run(WISH)
        self.wait_until_mounted("vfat")

    def test_02_a_second_stick_waits_and_has_its_turn(self):
        stick.table(self.at("second.img"), [self.at("exfat")])
        self.machine.plug_stick("second", self.at("second.img"))
        self.wait_until("cat /run/dit-kiosk/notes/sticks 2>/dev/null", lambda said: "two USB sticks" in said)
        self.assert_kiosk_reads()
        self.machine.unplug("first")
        self.wait_until_mounted("exfat")
        self.assertEqual(self.notes(), "")
        self.machine.pull_stick("second")
        self.wait_until_empty()

    def test_03_fat_with_and_without_a_partition_table(self):
        stick.table(self.at("mbr.img"), [self.at("fat")])
        stick.table(self.at("gpt.img"), [self.at("fat")], "gpt")
        for path in (self.at("fat"), self.at("mbr.img"), self.at("gpt.img")):
            self.plug_and_read(path, "vfat")

    def test_04_exfat_with_and_without_a_partition_table(self):
        stick.table(self.at("exfat.img"), [self.at("exfat")])
        for path in (self.at("exfat"), self.at("exfat.img")):
            self.plug_and_read(path, "exfat")

    def test_05_the_first_partition_that_can_be_read_is_taken(self):
        stick.table(self.at("third.img"), [self.at("rubbish"), self.at("ext4"), self.at("fat"), self.at("exfat")])
        self.plug_and_read(self.at("third.img"), "vfat")

        # A Mac hides a FAT of its own in front.
        stick.table(self.at("mac.img"), [self.at("empty"), self.at("fat")], "gpt", [stick.EFI])
        self.plug_and_read(self.at("mac.img"), "vfat")

    def test_06_what_cannot_be_read_is_said(self):
        for path in (self.at("ext4"), self.at("rubbish")):
            self.plug_in_vain(path, "cannot be read")

    def test_07_a_spoiled_fat_does_no_harm(self):
        for number, (offset, count) in enumerate(((512 * 32, 4096), (11, 80), (512 * 32 + 100, 200000))):
            path = self.at(f"spoiled-{number}")
            shutil.copy(self.at("fat"), path)
            stick.spoil(path, offset, count)
            self.machine.plug_stick("stick", path)
            self.wait_until(f"{MOUNT}; cat /run/dit-kiosk/notes/stick-* 2>/dev/null", lambda said: said != "")
            self.machine.run("ls -lR /run/dit-kiosk/stick; true")
            self.machine.pull_stick("stick")
            self.wait_until_empty()
        self.plug_and_read(self.at("fat"), "vfat")

    def test_08_pulled_while_it_is_read_it_goes_by_itself(self):
        self.machine.plug_stick("stick", self.at("fat"))
        self.wait_until_mounted("vfat")
        self.machine.run("tail -f /run/dit-kiosk/stick/kiosk/hello.txt >/dev/null 2>&1 & cd /")
        self.machine.pull_stick("stick")
        self.wait_until_empty()
        self.machine.run("kill $(pidof tail); true")
        self.plug_and_read(self.at("fat"), "vfat")

    def test_09_the_cards_never_went_away(self):
        self.machine.run(NO_WISH)
        self.wait_until(IN, "")
        self.glass.expect_a_card()
        self.assert_no_console()
        self.assertEqual(self.machine.run("systemctl show -P NRestarts dit-kiosk"), "0")
        self.assertEqual(self.machine.run("systemctl --failed --plain --no-legend"), "")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""Staff change the number with a stick, in a whole machine: from the stick to the new number on the glass,
the receipt on the stick, and the same number after the power has gone. And every way in which it ends
otherwise: a stick with a fault, one that is pulled, one that was made to do harm."""

import os
import shutil
import unittest

import stick
from desk import IS_SHUT, NEW_CODE, NO_WISH, OLD_CODE, OPEN, PLACE, RECEIPT, WISH, Sticks, receipt, set_pin, spoil
from story import Glass, MachineStory, staff

FIRST = "loop-000-poster"


class Update(MachineStory):
    @classmethod
    def setUpClass(cls):
        cls.sticks = Sticks()
        super().setUpClass()
        cls.disk = cls.sticks.make("new", staff.other_number)
        changed = cls.image.render(os.path.join(cls.drawn.name, "changed"), size=cls.size, content=cls.sticks.at("new/kiosk"))
        cls.changed = Glass(cls.machine, changed)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.sticks.close()

    def tearDown(self):
        self.machine.pull_all_sticks()

    def still_shows_the_old(self):
        self.glass.expect(FIRST)
        self.assertEqual(self.glass.code(), OLD_CODE)

    def be_ready(self):
        self.glass.expect_a_card()
        set_pin(self.machine)

    def take_out(self):
        self.machine.pull_stick("stick")
        self.wait_until(f"mountpoint -q {PLACE} || echo gone", "gone")

    def test_01_a_stick_with_a_fault_is_refused_in_words(self):
        self.be_ready()
        disk = self.sticks.make("fault", spoil)
        self.machine.plug_stick("stick", disk)
        self.glass.type_pin()
        self.glass.expect_parts("staff-findings", "The screen still shows the old cards. Take the stick out,", "staff-close")
        self.glass.tap("staff-close")  # at once: it goes by itself, and what it says is in the receipt
        self.still_shows_the_old()
        self.wait_until(IS_SHUT, "shut")
        self.take_out()
        said = receipt(disk)
        self.assertIn("NOT put on the screen", said)
        self.assertIn("- kiosk.ini, line", said)
        self.assertIn("one digit short", said)

    def test_02_a_stick_that_is_pulled_while_it_is_read_changes_nothing(self):
        def swell(folder):
            staff.other_number(folder)
            for number in range(400):
                shutil.copy(os.path.join(folder, "cards/en/10-what-is-dit.txt"), os.path.join(folder, f"cards/en/{1000 + number}-more-{number}.txt"))

        self.be_ready()
        disk = self.sticks.make("swollen", swell)
        self.machine.plug_stick("stick", disk)
        self.glass.type_pin()
        self.machine.run("while [ ! -e /var/lib/dit-kiosk/staging ]; do sleep 0.02; done")
        self.machine.pull_stick("stick")
        # "Was taken out", or a file that cannot be read: it depends on which is noticed first.
        self.glass.expect_parts("staff-pulled", "staff-close", "menu")
        self.glass.tap("staff-close")
        self.still_shows_the_old()
        self.assertEqual(self.machine.run("cd /var/lib/dit-kiosk && ls -d gen-* current 2>/dev/null; true"), "")

    def test_03_a_filesystem_that_was_made_to_do_harm_changes_nothing(self):
        self.be_ready()
        for number, (offset, count) in enumerate(((512 * 32, 2048), (1 << 20, 1 << 19))):
            disk = self.sticks.at(f"harm-{number}.img")
            shutil.copy(self.disk, disk)
            stick.spoil(disk, (1 << 20) + offset, count)
            pid = self.pid()
            self.machine.run(WISH)
            self.machine.plug_stick("stick", disk)
            self.watch_for(12)
            self.machine.pull_stick("stick")
            self.machine.run(NO_WISH)
            self.watch_for(2)
            self.assertEqual(self.pid(), pid)
            self.glass.expect_a_card()
        self.assertEqual(self.machine.run("cd /var/lib/dit-kiosk && ls -d gen-* current 2>/dev/null; true"), "")

    def test_04_from_the_stick_to_the_new_number_on_the_glass(self):
        self.be_ready()
        self.machine.plug_stick("stick", self.disk)
        self.glass.put_on_screen()
        self.assertEqual(self.glass.code(), NEW_CODE)
        self.glass.tap("staff-close")
        self.changed.expect(FIRST)
        self.wait_until(IS_SHUT, "shut")
        self.take_out()
        self.assertIn("The cards of this stick are on the screen.\r\n", receipt(self.disk))

    def test_05_after_the_power_has_gone_it_is_still_the_new_number(self):
        self.machine.qmp.do("system_reset")
        self.machine.shell.drain()
        self.changed.expect_a_card()
        self.assertEqual(self.changed.code(), NEW_CODE)
        self.assert_no_console()

    def test_06_exfat_brings_the_old_number_back(self):
        machine = self.machine
        machine.shell.ready()
        disk = self.sticks.at("exfat.img")
        stick.exfat(disk, 40)
        machine.plug_stick("stick", disk)
        machine.run(f"{OPEN}; mount -o remount,rw {PLACE} && "
                    f"cp -r /usr/share/dit-kiosk/config {PLACE}/kiosk && mount -o remount,ro {PLACE}; {NO_WISH}")
        self.wait_until(IS_SHUT, "shut")
        self.take_out()
        self.changed.expect_a_card()
        machine.plug_stick("stick", disk)
        self.glass.put_on_screen()
        self.glass.tap("staff-close")
        self.still_shows_the_old()
        self.wait_until(IS_SHUT, "shut")
        self.assertIn("The cards of this stick are on the screen.", machine.run(f"{OPEN}; cat {PLACE}/{RECEIPT}"))


if __name__ == "__main__":
    unittest.main(verbosity=2)

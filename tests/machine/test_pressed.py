# SPDX-License-Identifier: MIT
"""A machine that has hardly any memory, or hardly any processor: a picture that is too hungry costs its own child and
nothing else, and a kiosk that gets a twelfth of one core is slow, and is never ended for that."""

import os
import unittest

from PIL import Image

from desk import IS_SHUT, NEW_CODE, PLACE, Sticks, receipt, set_pin
from story import MachineStory, staff

UNIT = "dit-kiosk.service"
SPARE = 24 << 20  # bytes that the unit may have beyond what it has; the hungry picture takes 48 MB
PICTURES = 20


def starve(folder):
    with open(os.path.join(folder, "cards/en/10-what-is-dit.txt"), "a", encoding="utf-8") as card:
        card.write("\r\n\r\n![Our team](hungry.png)\r\n")
    os.makedirs(os.path.join(folder, "images"), exist_ok=True)
    Image.new("RGB", (4000, 4000), (64, 128, 192)).save(os.path.join(folder, "images/hungry.png"))


def fill(folder):
    staff.other_number(folder)
    os.makedirs(os.path.join(folder, "images"), exist_ok=True)
    for number in range(PICTURES):
        shade = 255 * number // PICTURES
        Image.new("RGB", (1280, 960), (shade, 90, 160)).save(os.path.join(folder, f"images/picture-{number}.jpg"))
        with open(os.path.join(folder, f"cards/en/{100 + number}-more-{number}.txt"), "w", encoding="utf-8") as card:
            card.write(f"# Picture {number}\r\n\r\nOne line.\r\n\r\n![A colour](picture-{number}.jpg)\r\n")


class Pressed(MachineStory):
    @classmethod
    def setUpClass(cls):
        cls.sticks = Sticks()
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.sticks.close()

    def tearDown(self):
        self.machine.run(f"systemctl set-property --runtime {UNIT} MemoryMax=infinity CPUQuota=")
        self.machine.pull_all_sticks()

    def starts(self):
        return self.machine.run(f"systemctl show --property=NRestarts --value {UNIT}")

    def test_1_out_of_memory_the_child_goes_and_the_cards_stay(self):
        self.glass.expect_a_card()
        set_pin(self.machine)
        pid = self.pid()
        most = int(self.machine.run(f"systemctl show --property=MemoryCurrent --value {UNIT}")) + SPARE
        self.machine.run(f"systemctl set-property --runtime {UNIT} MemoryMax={most}")
        disk = self.sticks.make("hungry", starve)
        self.machine.plug_stick("stick", disk)
        self.glass.type_pin()
        self.glass.expect_parts("staff-findings", "The screen still shows the old cards. Take the stick out,", "staff-close")
        self.assertIn("oom", self.machine.run("dmesg | grep -i 'out of memory\\|oom-kill' || true").lower())
        self.glass.tap("staff-close")
        self.glass.expect_a_card()
        self.assertEqual(self.pid(), pid)
        self.wait_until(IS_SHUT, "shut")
        self.machine.pull_stick("stick")
        self.wait_until(f"mountpoint -q {PLACE} || echo gone", "gone")
        self.assertIn("images/hungry.png", receipt(disk))

    def test_2_with_a_twelfth_of_a_core_it_starts_answers_and_takes_an_update(self):
        set_pin(self.machine)
        before = self.starts()
        self.machine.run(f"systemctl set-property --runtime {UNIT} CPUQuota=8%")
        self.machine.run(f"systemctl restart {UNIT}")
        pid = self.pid()
        self.glass.read_a_card()
        self.glass.tap("topics")
        self.glass.expect("topics")
        disk = self.sticks.make("many", fill)
        self.machine.plug_stick("stick", disk)
        self.glass.put_on_screen()
        self.assertEqual(self.glass.code(), NEW_CODE)
        self.assertEqual((self.pid(), self.starts()), (pid, before))


if __name__ == "__main__":
    unittest.main(verbosity=2)

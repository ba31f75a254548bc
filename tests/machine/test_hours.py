# SPDX-License-Identifier: MIT
"""A night in the waiting room, on a machine that has a clock with a battery and a panel with a lamp (lamp.dsl):
outside its hours, which are London's, the screen is black and its lamp is off; a touch brings both back, and a
kiosk that is killed in the dark does not leave the lamp off. Of all of sysfs it can write to that lamp alone."""

import os
import subprocess
import unittest

from machine import black_share
from story import MachineStory, until

HERE = os.path.dirname(os.path.abspath(__file__))
LAMP = "/sys/class/backlight/acpi_video0"
# Half past eleven in London, where it is summer: by Greenwich these hours would not be over.
CLOCK, HOURS = "2027-07-05T22:30:00", "07:30-23:15"


class Hours(MachineStory):
    @classmethod
    def setUpClass(cls):
        table = os.path.join("/tmp", f"dit-lamp-{os.getpid()}")
        subprocess.run(["iasl", "-p", table, os.path.join(HERE, "lamp.dsl")], stdout=subprocess.DEVNULL, check=True)
        cls.addClassCleanup(os.remove, table + ".aml")
        cls.started = {
            "arguments": ["-acpitable", f"file={table}.aml", "-rtc", f"base={CLOCK}"],
            "cmdline": "dit_kiosk.set_up=no acpi_backlight=video video.register_backlight_delay=1"}
        super().setUpClass()

    def lamp(self):
        return self.machine.run(f"cat {LAMP}/bl_power")

    def test_1_the_kiosk_can_write_to_its_lamp_and_to_nothing_else_in_sysfs(self):
        self.glass.expect_a_card()
        # The card does not wait for the drivers of lamps.
        self.wait_until(f"udevadm settle; cat {LAMP}/bl_power", "0")
        self.machine.run(f"sed -i 's/^every_day = .*/every_day = {HOURS}/' /etc/dit-kiosk/device.ini && systemctl restart dit-kiosk.service")
        self.assertEqual(self.machine.run("cat /sys/class/rtc/rtc0/hctosys; date +%Z"), "1\nBST")
        as_kiosk = (f"nsenter --target {self.pid()} --mount setpriv --reuid=dit-kiosk --regid=dit-kiosk "
                    "--groups=video,input,tty --bounding-set=-all --inh-caps=-all")
        self.machine.run(f"{as_kiosk} cat /sys/class/rtc/rtc0/hctosys /sys/class/rtc/rtc0/since_epoch")
        lamp = self.machine.run(f"readlink -f {LAMP}")
        # The filesystems that are mounted below /sys have owners of their own and are as they were.
        said = self.machine.run(f"{as_kiosk} find /sys /proc/sys -xdev -not -type l -writable 2>/dev/null; true")
        self.assertEqual(set(said.splitlines()), {f"{lamp}/bl_power", f"{lamp}/brightness"})

    def test_2_outside_its_hours_the_screen_is_black_and_its_lamp_off(self):
        # Five minutes after the start, as after a touch. In the middle of a display that is off QEMU says so.
        until(lambda: black_share(self.glass.look()) > 0.97, "the screen is not dark", 1)
        self.assert_no_console()
        self.assertEqual(self.lamp(), "4")
        self.assertEqual(self.machine.run("systemctl is-active dit-kiosk.service"), "active")

    def test_3_a_touch_brings_back_the_cards_and_the_light(self):
        width, height = self.size
        self.machine.tap(width // 2, height // 2)
        self.glass.expect("loop-000-poster")
        self.assertEqual(self.lamp(), "0")

    def test_4_killed_in_the_dark_it_does_not_leave_the_lamp_off(self):
        self.machine.run(f"echo 4 >{LAMP}/bl_power && systemctl kill --signal=KILL dit-kiosk.service && systemctl stop dit-kiosk.service")
        self.assertEqual(self.lamp(), "0")


if __name__ == "__main__":
    unittest.main(verbosity=2)

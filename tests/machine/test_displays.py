# SPDX-License-Identifier: MIT
"""A display that is off when the machine starts, is switched on later, and goes away. QEMU cannot pull a
display, so the kernel is told by its command line and by /sys that the connector is empty, and to pass on the
news of it; that a driver does so by itself, test_trouble.py shows with a display of another size."""

import time
import unittest

from story import MachineStory

STATUS = "/sys/class/drm/card0-Virtual-1/status"


class Displays(MachineStory):
    started = {"cmdline": "video=Virtual-1:d dit_kiosk.set_up=no"}

    def set_display(self, state):
        self.machine.run(f"echo {state} >{STATUS}; echo change >/sys/class/drm/card0/uevent")

    def wait_until_waiting(self):
        self.wait_until("systemctl show -P StatusText dit-kiosk.service", lambda said: "Waiting for a display" in said)

    def assert_patient(self, state):
        """One and the same program waits, longer than a start or a turn of the loop may take."""
        pid = self.pid()
        time.sleep(45)
        self.assertEqual(self.pid(), pid, "it starts over and over")
        self.assertEqual(self.machine.run("systemctl is-active dit-kiosk.service", check=False)[1], state)

    def test_1_off_at_the_start_it_waits(self):
        self.wait_until_waiting()
        self.assert_patient("activating")
        lines = self.machine.run("journalctl --quiet --output=cat -u dit-kiosk.service | grep -c 'No display'")
        self.assertEqual(lines, "1")

    def test_2_switched_on_it_shows_the_cards(self):
        self.set_display("detect")
        self.expect_cards_again()

    def test_3_pulled_it_waits_and_put_back_it_shows_the_cards(self):
        pid = self.pid()
        self.set_display("off")
        self.wait_until_waiting()
        self.assert_patient("active")
        self.set_display("detect")
        self.expect_cards_again()
        self.assertEqual(self.pid(), pid)


if __name__ == "__main__":
    unittest.main(verbosity=2)

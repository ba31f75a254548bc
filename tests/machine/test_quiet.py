# SPDX-License-Identifier: MIT
"""Two hours in an empty waiting room: the cards turn, and not one sector is written to any disk."""

import os
import time
import unittest

from story import MachineStory

REST_S = int(os.environ.get("DIT_REST_S", "7200"))


class Quiet(MachineStory):
    def test_nothing_is_written_to_the_disk_in_two_hours(self):
        self.glass.expect_a_card()
        # The touch screens of this machine are remembered once, two minutes after the first start.
        self.wait_until("cat /etc/dit-kiosk/touch-screens.conf 2>/dev/null | grep -c ^allow", "1")
        written = "cat /sys/block/*/stat | awk '{sectors += $7} END {print sectors}'"
        before = self.machine.run("sync; " + written)
        names = set()
        end = time.monotonic() + REST_S
        while time.monotonic() < end:
            names.add(self.glass.shown())
            time.sleep(5)
        self.assertEqual(self.machine.run("sync; " + written), before)
        self.assertGreaterEqual(len(names - {None}), 4, "the cards do not turn")


if __name__ == "__main__":
    unittest.main(verbosity=2)

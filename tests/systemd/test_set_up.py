# SPDX-License-Identifier: MIT
"""A first start that nobody finishes is closed after an hour of running, however often the machine is started in it."""

import contextlib
import subprocess
import unittest

from scripts import Scripts

SCRIPT = "image/files/usr/lib/dit-kiosk/set-up"
STORE = "var/lib/dit-kiosk/"


class SetUp(Scripts):
    def setUp(self):
        super().setUp()
        self.put(STORE + "set-up", "touch\n")
        # Where the script would wait for a minute, the machine is switched off.
        self.program("sleep", 'kill -9 "$PPID"')

    def start(self):
        with contextlib.suppress(subprocess.CalledProcessError):
            self.run_script(SCRIPT)

    def test_sixty_starts_are_an_hour_too(self):
        for _ in range(59):
            self.start()
        self.assertEqual(self.get(STORE + "set-up"), "touch\n")
        self.start()
        self.assertIsNone(self.get(STORE + "set-up"))
        self.assertIsNone(self.get(STORE + "set-up-minutes"))

    def test_one_that_is_finished_is_not_counted(self):
        self.start()
        (self.root / (STORE + "set-up")).unlink()
        self.start()
        self.assertIsNone(self.get(STORE + "set-up-minutes"))

    def test_the_minutes_of_one_start_are_counted(self):
        self.program("sleep", "true")
        self.assertIn("they are closed", self.run_script(SCRIPT))
        self.assertIsNone(self.get(STORE + "set-up"))


if __name__ == "__main__":
    unittest.main(verbosity=2)

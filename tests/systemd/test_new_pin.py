# SPDX-License-Identifier: MIT
"""Whoever forgot the PIN puts a file on the boot partition: the screen asks for a new one, once."""

import unittest

from scripts import Scripts

SCRIPT = "image/files/usr/lib/dit-kiosk/new-pin"
STORE = "data/store/"


class NewPin(Scripts):
    def setUp(self):
        super().setUp()
        self.program("chown", "true")  # there is no user dit-kiosk here
        self.put(STORE + "pin", "$y$hash\n")
        self.put(STORE + "tries", "5 0 \n")
        self.put(STORE + "current", "gen-7")

    def start(self):
        self.run_script(SCRIPT, f"{self.root}/{STORE}")

    def ask(self, name="new-pin"):
        return self.put("boot/firmware/" + name, "")

    def choose(self):
        (self.root / STORE / "set-up").unlink()
        self.put(STORE + "pin", "$y$another\n")

    def test_without_the_file_nothing_changes(self):
        self.start()
        self.assertEqual(self.get(STORE + "pin"), "$y$hash\n")
        self.assertIsNone(self.get(STORE + "set-up"))

    def test_a_new_one_is_asked_for_and_the_content_stays(self):
        for name in ["new-pin", "new-pin.txt"]:
            with self.subTest(name):
                asked = self.ask(name)
                self.start()
                self.assertIsNone(self.get(STORE + "pin"))
                self.assertIsNone(self.get(STORE + "tries"))
                self.assertEqual(self.get(STORE + "set-up"), "pin\n")
                self.assertEqual(self.get(STORE + "current"), "gen-7")
                self.choose()
                asked.unlink()
                self.start()

    def test_a_file_that_was_left_there_is_honoured_once(self):
        asked = self.ask()
        self.start()
        self.choose()
        self.start()
        self.assertEqual(self.get(STORE + "pin"), "$y$another\n")
        self.assertIsNone(self.get(STORE + "set-up"))
        asked.unlink()
        self.start()  # without it, which arms it again
        self.ask()
        self.start()
        self.assertIsNone(self.get(STORE + "pin"))

    def test_a_power_cut_before_the_mark_asks_again(self):
        self.program("sync", "exit 1")
        self.ask()
        with self.assertRaises(Exception):
            self.start()
        self.program("sync", "true")
        self.start()
        self.assertEqual(self.get(STORE + "set-up"), "pin\n")
        self.assertIsNotNone(self.get(STORE + "new-pin-used"))

    def test_a_first_start_goes_on_where_it_was(self):
        self.put(STORE + "set-up", "touch\n")
        self.ask()
        self.start()
        self.assertEqual(self.get(STORE + "set-up"), "touch\n")


if __name__ == "__main__":
    unittest.main(verbosity=2)

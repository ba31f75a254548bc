# SPDX-License-Identifier: MIT
"""The first start of a new kiosk in a real X server: the arrow that points up, four touches, a PIN typed
twice, and the cards; what was answered outlives a restart."""

import os
import unittest

import glass
import staff
from patience import until

CROSSES = [(1, 1), (7, 1), (7, 7), (1, 7)]  # in eighths of the screen
ARROWS = ("staff-arrows", "Touch the arrow that points up", "urgent-help", "staff-close")
FIRST_CROSS = ("staff-cross-first", "Touch the middle of the cross", "1 of 4")
AGAIN = ("staff-pin-again", "Now the same digits once more.", "pin-ok")


class First(unittest.TestCase):
    def setUp(self):
        self.desk = staff.Desk(pin=None)
        self.addCleanup(self.desk.close)
        with open(os.path.join(self.desk.store, "set-up"), "w", encoding="utf-8"):
            pass
        self.desk.start()

    def kept(self, name):
        path = os.path.join(self.desk.store, name)
        if not os.path.exists(path):
            return None
        with open(path, encoding="utf-8") as file:
            return file.read()

    def test_an_arrow_four_touches_and_a_pin_make_a_kiosk(self):
        desk = self.desk
        desk.expect_parts(*ARROWS)
        desk.tap("arrow 0")
        desk.expect_parts(*FIRST_CROSS)
        # systemd would end five seconds later what says that it stops.
        self.assertNotIn("STOPPING=1", desk.kiosk.told())
        for x, y in CROSSES:
            before = desk.look().tobytes()
            desk.hand.tap(glass.WIDTH * x // 8, glass.HEIGHT * y // 8)
            until(lambda: desk.look().tobytes() != before, "a touched cross stays")
        desk.expect_parts("staff-keep-touch", "Does touch fit now?", "agree")
        desk.tap("agree")
        desk.expect_parts("staff-pin-new", "Choose a staff PIN", "Whoever looks after this")
        desk.type_pin("123456", on="staff-pin-new")
        desk.expect_words("easily guessed")
        desk.expect_parts("staff-pin-refused", "Choose a staff PIN")
        for pin, answer in [(staff.PIN, AGAIN), ("314159", ("staff-pin-differs", "Those were not the same")),
                            (staff.PIN, AGAIN)]:
            desk.type_pin(pin, on=desk.screen.name)
            desk.expect_parts(*answer)
        desk.type_pin(on="staff-pin-again")
        desk.expect_parts("staff-has-pin", "Your PIN is set. Write it down", "staff-close")
        desk.tap("staff-close")
        desk.expect_a_card()
        self.assertIsNone(self.kept("set-up"))
        self.assertEqual(self.kept("rotation"), "0\n")
        self.assertTrue(self.kept("pin").startswith("$y$"))
        self.assertNotIn(staff.PIN, desk.kiosk.said())
        desk.plug_in(desk.make_stick(staff.other_number))
        desk.type_pin()  # the one that was chosen
        desk.expect_parts("staff-changes", "Check the changes")
        # A screen that was hung the other way round since: the four touches would lead every finger astray.
        desk.restart(device="[screen]\nrotate = 180\n")
        self.assertIn("Touch was set up for another rotation", desk.kiosk.said())

    def test_a_set_up_that_the_machine_has_closed_goes_no_further(self):
        desk = self.desk
        desk.expect_parts(*ARROWS)
        os.remove(os.path.join(desk.store, "set-up"))
        desk.tap("arrow 1")
        desk.expect_a_card()
        self.assertIsNone(self.kept("set-up"))
        self.assertIsNone(self.kept("rotation"))


if __name__ == "__main__":
    unittest.main(verbosity=2)

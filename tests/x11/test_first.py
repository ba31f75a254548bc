# SPDX-License-Identifier: MIT
"""The first start of a new kiosk in a real X server: the arrow that points up, four touches, a PIN typed
twice, and the cards; what was answered outlives a restart, and left alone the cards come anyway."""

import os
import time
import unittest

from PIL import Image

import glass
import staff

OLD, NEW = "0203 228 1350", "0203 228 1351"
CROSSES = [(1, 1), (7, 1), (7, 7), (1, 7)]  # in eighths of the screen


class First(unittest.TestCase):
    def setUp(self):
        self.desk = staff.Desk(pin=None, start=False)
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

    def wait_until_kept(self, name, text, patience_s=10):
        end = time.monotonic() + patience_s
        while self.kept(name) != text and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(self.kept(name), text)

    def touch_crosses(self):
        for x, y in CROSSES:
            self.desk.hand.tap(glass.WIDTH * x // 8, glass.HEIGHT * y // 8)
            time.sleep(0.6)

    def choose(self, pin, name):
        for digit in pin:
            self.desk.tap(name, f"pin-digit {digit}")
        self.desk.tap(name, "pin-ok")

    def test_an_arrow_four_touches_and_a_pin_make_a_kiosk(self):
        desk = self.desk
        desk.expect_words("touch the arrow that points up")
        desk.expect_control("staff-arrows", "urgent-help")
        desk.expect_control("staff-arrows", "staff-close")
        desk.keep("11-arrows")
        desk.tap("staff-arrows", "arrow 0")
        desk.expect_words("touch the middle of the cross", "1 of 4", "wrong way up")
        desk.keep("12-cross")
        # systemd would end five seconds later what says that it stops.
        told = desk.kiosk.told()
        self.assertIn("READY=1", told)
        self.assertNotIn("STOPPING=1", told)
        self.touch_crosses()
        desk.expect_words("does touch fit now")
        desk.tap("staff-keep-touch", "agree")
        desk.expect_words("choose a staff pin", "6 to 12 digits")
        self.choose("123456", "staff-pin-new")
        desk.expect_words("easily guessed")
        self.choose(staff.PIN, "staff-pin-refused")
        desk.expect_words("once more")
        self.choose("314159", "staff-pin-again")
        desk.expect_words("not the same digits")
        self.choose(staff.PIN, "staff-pin-differs")
        desk.expect_words("once more")
        self.choose(staff.PIN, "staff-pin-again")
        desk.expect_words("what is dit", "0203 228")
        self.assertIsNone(self.kept("set-up"))
        self.assertEqual(self.kept("rotation"), "0\n")
        self.assertTrue(self.kept("pin").startswith("$y$"))
        self.assertNotIn(staff.PIN, desk.kiosk.said())
        desk.plug_in(desk.make_stick(lambda folder: staff.edit(folder, "kiosk.ini", OLD, NEW)))
        desk.expect_words("enter the staff pin")
        desk.type_pin()  # the one that was chosen
        desk.expect_words("check the changes", "1351")
        # A screen that was hung the other way round since: the four touches would lead every finger astray.
        desk.kiosk.close()
        desk.kiosk = None
        desk.start(device="[screen]\nrotate = 180\n")
        self.assertIn("Touch was set up for another rotation", desk.kiosk.said())

    def test_the_picture_is_turned_and_a_restart_goes_on_where_it_was(self):
        desk = self.desk
        desk.expect_words("touch the arrow that points up")
        desk.tap("staff-arrows", "arrow 1")
        self.wait_until_kept("rotation", "90\n")
        self.wait_until_kept("set-up", "touch\n")
        desk.kiosk.process.kill()  # the power goes
        desk.kiosk.process.wait(20)
        desk.kiosk = None
        desk.start()
        turned = desk.pictures.of(rotate="90")
        crosses = [screen for name, screen in turned.items() if name == "staff-cross-first"]
        self.assertEqual(len(crosses), 1)
        wanted = Image.open(crosses[0].png).convert("L")
        box = self.ink(wanted)
        self.assertEqual(self.ink(desk.server.picture().convert("L")), box)
        self.assertTrue(desk.server.picture().size == (glass.WIDTH, glass.HEIGHT))
        time.sleep(31)  # nobody can read that: the arrows come again, and so does the way back
        arrows = desk.pictures.of(rotate="90")["staff-arrows"]
        same = desk.server.picture().convert("RGB").tobytes() == Image.open(arrows.png).convert("RGB").tobytes()
        self.assertTrue(same, "the arrows are not back")

    @staticmethod
    def ink(picture):
        """Where the cross is: the dark pixels near the first corner of the turned picture."""
        corner = picture.crop((picture.width * 3 // 4, 0, picture.width, picture.height // 4))
        return corner.point(lambda value: 255 if value < 128 else 0).getbbox()

    def test_left_alone_the_cards_come_and_the_question_waits_for_the_next_start(self):
        desk = self.desk
        desk.tap("staff-arrows", "staff-close")  # not now
        desk.expect_words("what is dit")
        self.assertEqual(self.kept("set-up"), "")
        desk.plug_in(desk.make_stick())
        desk.expect_words("no staff pin yet", "off and on again")
        desk.pull_out()
        desk.kiosk.close()
        desk.kiosk = None
        desk.start()
        desk.expect_words("touch the arrow that points up")
        self.assertNotIn("Sanitizer", desk.kiosk.said())


if __name__ == "__main__":
    unittest.main(verbosity=2)

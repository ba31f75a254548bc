# SPDX-License-Identifier: MIT
"""Content that the command line changes under a running kiosk, content that never came to the glass, and
the counts of an hour that a faster clock makes short."""

import contextlib
import glob
import os
import sqlite3
import time
import unittest

import staff
import codes
import kiosk

OLD, NEW = "0203 228 1350", "0203 228 1351"


def other_number(folder):
    staff.edit(folder, "kiosk.ini", OLD, NEW)


class Trial(unittest.TestCase):
    def setUp(self):
        self.desk = staff.Desk()
        self.addCleanup(self.desk.close)
        self.mark = os.path.join(self.desk.store, "trial")

    def restart(self, between=lambda: None):
        said = self.desk.kiosk.close()
        self.desk.kiosk = None
        between()
        self.desk.start()
        return said

    def wait_until_gone(self, path, patience_s=10):
        end = time.monotonic() + patience_s
        while os.path.exists(path) and time.monotonic() < end:
            time.sleep(0.05)
        self.assertFalse(os.path.exists(path))

    def expect_code(self, number):
        wanted, found = kiosk.phone_uri(number), ["nothing was looked at"]
        end = time.monotonic() + 20
        while found and time.monotonic() < end:
            found = list(codes.misread(self.desk.server.picture(), wanted, "glass"))
        self.assertEqual(found, [])

    def test_what_the_command_line_changes_is_on_the_glass_at_once(self):
        desk = self.desk
        self.expect_code(OLD)
        desk.run("import", desk.make_stick(other_number), "--store", desk.store)
        self.expect_code(NEW)
        self.wait_until_gone(self.mark)
        desk.run("rollback", "--store", desk.store)
        self.expect_code(OLD)
        desk.run("rollback", "--store", desk.store)
        self.expect_code(NEW)

    def test_content_that_never_came_to_the_glass_is_taken_back_and_staff_are_told(self):
        desk = self.desk

        def die_while_showing_it():
            desk.run("import", desk.make_stick(other_number), "--store", desk.store)
            with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
                boot = file.read().strip()
            with open(self.mark, "w", encoding="ascii") as file:
                file.write(f"1 1 {boot}\n")  # as a program leaves it that ends before its first frame

        self.restart(die_while_showing_it)
        self.expect_code(OLD)
        self.assertIn("never came to the screen", desk.kiosk.said())
        self.assertFalse(os.path.exists(self.mark))
        empty = os.path.join(desk.room.name, "empty")
        os.mkdir(empty)
        desk.plug_in(empty)
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        desk.expect_words("no cards on this stick")
        desk.tap("staff-empty", "menu")
        desk.expect_words("last new cards could not be shown")
        self.restart(lambda: os.rmdir(desk.place) if not os.listdir(desk.place) else None)
        self.expect_code(OLD)  # it is not tried again

    def test_content_that_comes_to_the_glass_passes(self):
        self.restart(lambda: self.desk.run("import", self.desk.make_stick(other_number), "--store", self.desk.store))
        self.expect_code(NEW)
        self.wait_until_gone(self.mark)
        self.restart()
        self.expect_code(NEW)


class Counts(unittest.TestCase):
    """Under a clock that runs 300 times as fast: an hour is twelve seconds."""

    def test_what_people_opened_is_in_the_file_after_an_hour_and_not_before(self):
        desk = staff.Desk(start=False)
        self.addCleanup(desk.close)
        library = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
        desk.start({"LD_PRELOAD": library[0], "FAKETIME": "+0 x300"})
        begun = time.monotonic()
        for action in ("refer", "urgent-help"):
            target = desk.targets("card-010-what-is-dit")[action]
            x, y = target.x + target.w // 2, target.y + target.h // 2
            desk.hand.do("mousemove", x, y, "click", 1)  # a longer touch would lie there for half a minute
            time.sleep(0.2)
        path = os.path.join(desk.store, "counts.db")
        self.assertTrue(not os.path.exists(path) or time.monotonic() - begun > 11)
        while not os.path.exists(path):
            self.assertLess(time.monotonic() - begun, 60, "nothing was written")
            time.sleep(0.1)
        with contextlib.closing(sqlite3.connect(path)) as file:
            rows = file.execute("SELECT what, opened FROM counts ORDER BY what").fetchall()
        self.assertEqual(rows, [("refer", 1), ("urgent-help", 1)])
        self.assertGreater(time.monotonic() - begun, 10)


if __name__ == "__main__":
    unittest.main(verbosity=2)

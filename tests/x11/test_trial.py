# SPDX-License-Identifier: MIT
"""Content that the command line changes under a running kiosk, content that never came to the glass, and
the counts of an hour that is made short."""

import csv
import glob
import os
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
    """Under a clock that is put forward, as an hour is long."""

    def test_what_people_opened_is_in_the_file_after_an_hour_and_not_before(self):
        desk = staff.Desk(start=False)
        self.addCleanup(desk.close)
        library = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
        clock = os.path.join(desk.room.name, "clock")
        self.put_forward(clock, 0)
        desk.start({"LD_PRELOAD": library[0], "FAKETIME_TIMESTAMP_FILE": clock, "FAKETIME_CACHE_DURATION": "1"})
        begun = time.monotonic()
        desk.expect_words("what is dit")
        desk.tap("card-010-what-is-dit", "refer")
        desk.expect_words("refer")
        desk.tap("refer", "urgent-help")
        desk.expect_words("999")
        path = os.path.join(desk.store, "kiosk-counts.csv")
        self.put_forward(clock, 3500 - (time.monotonic() - begun))
        time.sleep(3)
        desk.hand.do("mousemove", 5, 5)  # the kiosk sleeps by the true clock
        time.sleep(1)
        self.assertFalse(os.path.exists(path), "written before the hour was over")
        self.put_forward(clock, 3610)
        end = time.monotonic() + 30
        while not os.path.exists(path):
            self.assertLess(time.monotonic(), end, "nothing was written")
            time.sleep(0.5)
            desk.hand.do("mousemove_relative", 1, 1)
        with open(path, encoding="ascii", newline="") as file:
            rows = [(row["what"], row["opened"]) for row in csv.DictReader(file)]
        self.assertEqual(rows, [("refer", "1"), ("urgent-help", "1")])

    def put_forward(self, clock, seconds):
        with open(clock + ".new", "w", encoding="ascii") as file:
            file.write(f"+{max(0, seconds):.0f}s\n")
        os.rename(clock + ".new", clock)


if __name__ == "__main__":
    unittest.main(verbosity=2)

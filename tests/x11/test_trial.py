# SPDX-License-Identifier: MIT
"""Content that the command line changes under a running kiosk, content that never came to the glass, and
the counts of an hour that is made short."""

import csv
import os
import unittest

import glass
import staff
from patience import until
from staff import NEW, OLD, other_number


class Trial(unittest.TestCase):
    def setUp(self):
        self.desk = staff.Desk()
        self.addCleanup(self.desk.close)
        self.desk.start()
        self.mark = os.path.join(self.desk.store, "trial")

    def wait_until_passed(self):
        until(lambda: not os.path.exists(self.mark), "the trial does not end")

    def test_what_the_command_line_changes_is_on_the_glass_at_once(self):
        desk = self.desk
        desk.expect_code(OLD)
        desk.run("import", desk.make_stick(other_number), "--store", desk.store)
        desk.expect_code(NEW)
        self.wait_until_passed()
        desk.run("rollback", "--store", desk.store)
        desk.expect_code(OLD)
        desk.run("rollback", "--store", desk.store)
        desk.expect_code(NEW)

    def test_content_that_never_came_to_the_glass_is_taken_back_and_staff_are_told(self):
        desk = self.desk

        def die_while_showing_it():
            desk.run("import", desk.make_stick(other_number), "--store", desk.store)
            with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
                boot = file.read().strip()
            with open(self.mark, "w", encoding="ascii") as file:
                file.write(f"1 1 {boot}\n")  # as a program leaves it that ends before its first frame

        desk.restart(die_while_showing_it)
        desk.expect_code(OLD)
        self.assertIn("never came to the screen", desk.kiosk.said())
        self.assertFalse(os.path.exists(self.mark))
        empty = os.path.join(desk.room.name, "empty")
        os.mkdir(empty)
        desk.plug_in(empty)
        desk.type_pin()
        desk.expect_parts("staff-empty", "There are no cards on this stick", "menu")
        desk.tap("menu")
        desk.expect_words("last new cards could not be shown")
        desk.restart(desk.pull_out)
        desk.expect_code(OLD)  # it is not tried again


class Counts(unittest.TestCase):
    """Under a clock that is put forward, as an hour is long."""

    def test_what_people_opened_is_in_the_file_after_an_hour(self):
        desk = staff.Desk()
        self.addCleanup(desk.close)
        clock = glass.Clock()
        desk.start(environment=clock.environment)
        desk.expect(glass.FIRST)
        desk.read_a_card()
        for action in ("refer", "urgent-help"):
            desk.tap(action)
            desk.expect(action)
        path = os.path.join(desk.store, "kiosk-counts.csv")
        clock.put_forward(3610)

        def is_written():
            desk.hand.do("mousemove_relative", 1, 1)  # the kiosk sleeps by the true clock
            return os.path.exists(path)

        until(is_written, "nothing was written", 0.5)
        with open(path, encoding="ascii", newline="") as file:
            rows = [(row["what"], row["opened"]) for row in csv.DictReader(file)]
        self.assertEqual(rows, [("card:what-is-dit", "1"), ("refer", "1"), ("urgent-help", "1")])


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""An evening, a night and a morning at a practice with opening hours, on a clock that is put forward: dark
at closing time, lit by a touch that presses nothing, dark again, lit by itself in the morning."""

import datetime
import glob
import os
import tempfile
import time
import unittest

import numpy

import glass
from test_quiet import at_rest

DEVICE = "[hours]\nevery_day = 07:30-19:00\n"
CACHE_S = 2.5  # after which libfaketime has looked into its file again
DARK_WAKE_UPS = 0.4  # a second: the X server asks now and then; the card before it made three or more


class Hours(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-clock-")
        self.addCleanup(self.folder.cleanup)
        self.clock = os.path.join(self.folder.name, "clock")
        tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        self.day = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
        self.put(hour=18, minute=50)
        library = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
        self.story = glass.Story(device=DEVICE, environment={
            "LD_PRELOAD": f"{library[0]} {os.environ['DIT_KEPT_CLOCK']}", "TZ": "UTC0",
            "FAKETIME_TIMESTAMP_FILE": self.clock, "FAKETIME_CACHE_DURATION": "1"})
        self.addCleanup(self.story.close)
        self.first = self.story.cards()[0]

    def put(self, **ahead):
        """The clock to that time after the first midnight."""
        wanted = self.day + datetime.timedelta(hours=ahead["hour"], minutes=ahead["minute"],
                                               seconds=ahead.get("second", 0))
        with open(self.clock + ".new", "w", encoding="ascii") as file:
            file.write(f"+{wanted.timestamp() - time.time():.0f}s\n")
        os.rename(self.clock + ".new", self.clock)

    def nudge(self):
        """The kiosk sleeps by the true clock: a pointer that moves and presses nothing wakes it."""
        self.story.hand.do("mousemove", 5, 5, "mousemove", 6, 6)

    def expect_dark(self, nudging=False):
        end = time.monotonic() + glass.PATIENCE_S
        while numpy.asarray(self.story.server.picture()).any():
            self.assertLess(time.monotonic(), end, f"the glass is not dark\n{self.story.kiosk.said()}")
            time.sleep(0.2)
            if nudging:
                self.nudge()

    def test_it_is_dark_at_night_until_somebody_touches_it_and_lit_in_the_morning(self):
        story = self.story
        story.expect(self.first)
        self.put(hour=18, minute=59, second=56)
        time.sleep(1.5)
        self.assertTrue(numpy.asarray(story.server.picture()).any(), "dark before closing time")
        self.expect_dark()
        time.sleep(1.5)
        wake_ups, _ = at_rest(story.kiosk.process.pid, 5)
        self.assertLessEqual(wake_ups, DARK_WAKE_UPS)

        self.nudge()  # a pointer that is only moved is nobody
        time.sleep(1)
        self.expect_dark()
        story.screen = story.pictures.of()[self.first]
        story.tap("urgent-help")  # where it will be: the first touch presses nothing
        story.expect(self.first)
        time.sleep(0.6)
        story.expect(self.first)
        story.tap("urgent-help")
        story.expect("urgent-help")

        for minute in (10, 20, 30):  # it asks whether somebody still reads, goes back to the cards, is dark
            self.put(hour=19, minute=minute)
            time.sleep(CACHE_S)
            self.nudge()
            time.sleep(0.5)
        self.expect_dark()

        self.put(hour=24 + 7, minute=29, second=54)
        time.sleep(CACHE_S)
        self.nudge()
        self.expect_dark()
        story.expect(self.first)


if __name__ == "__main__":
    unittest.main(verbosity=2)

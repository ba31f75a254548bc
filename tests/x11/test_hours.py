# SPDX-License-Identifier: MIT
"""An evening, a night and a morning at a practice with opening hours, on a clock that is put forward: dark
at closing time, lit by a touch that presses nothing, dark again, lit by itself in the morning."""

import datetime
import time
import unittest

import numpy

import glass
from patience import until
from test_quiet import CPU_SHARE, expect_quiet

DEVICE = "[hours]\nevery_day = 07:30-19:00\n"
DARK_WAKE_UPS = 0.4  # a second: the X server asks now and then; the card before it made three or more


class Hours(unittest.TestCase):
    def setUp(self):
        self.clock = glass.Clock()
        tomorrow = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        self.day = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0)
        self.put(18, 50)
        self.story = glass.Story()
        self.addCleanup(self.story.close)
        self.story.start(device=DEVICE, environment=self.clock.environment)
        self.first = glass.FIRST

    def put(self, hour, minute, second=0):
        """The clock to that time after the first midnight."""
        wanted = self.day + datetime.timedelta(hours=hour, minutes=minute, seconds=second)
        self.clock.put_forward(wanted.timestamp() - time.time())

    def nudge(self):
        """The kiosk sleeps by the true clock: a pointer that moves and presses nothing wakes it."""
        self.story.hand.do("mousemove", 5, 5, "mousemove", 6, 6)

    def is_dark(self):
        return not numpy.asarray(self.story.look()).any()

    def expect_dark(self):
        until(self.is_dark, lambda: self.story.fail("nothing"))

    def test_it_is_dark_at_night_until_somebody_touches_it_and_lit_in_the_morning(self):
        story = self.story
        story.expect(self.first)
        self.put(18, 57)
        time.sleep(glass.Clock.CACHE_S)
        self.assertFalse(self.is_dark(), "dark before closing time")
        self.put(18, 59, 56)
        self.expect_dark()
        expect_quiet(story.kiosk.process.pid, 5, DARK_WAKE_UPS, CPU_SHARE)

        self.nudge()  # a pointer that is only moved is nobody
        time.sleep(1)
        self.assertTrue(self.is_dark())
        story.screen = story.screens[self.first]
        story.tap("urgent-help")  # where it will be: the first touch presses nothing
        story.expect(self.first)
        time.sleep(glass.BOUNCE_S)
        story.expect(self.first)
        story.tap("urgent-help")
        story.expect("urgent-help")

        minutes = iter(range(10, 24 * 60))  # it asks whether somebody still reads, goes back to the cards, is dark

        def is_dark_later():
            self.put(19, next(minutes))
            self.nudge()
            return self.is_dark()

        until(is_dark_later, lambda: story.fail("nothing, though it is night"), glass.Clock.CACHE_S)

        self.put(24 + 7, 25)
        time.sleep(glass.Clock.CACHE_S)
        self.nudge()
        self.assertTrue(self.is_dark())
        self.put(24 + 7, 29, 50)
        time.sleep(glass.Clock.CACHE_S)
        self.nudge()
        story.expect(self.first)


if __name__ == "__main__":
    unittest.main(verbosity=2)

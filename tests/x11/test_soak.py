# SPDX-License-Identifier: MIT
"""Thirty days in a waiting room in one process, the real program on a real X server: the cards turn in the opening
hours, somebody comes every hour, by night too, and what the program holds on to is the same at the end as it was
in its first week. Its sleep is skipped (skipped_sleep.c), its work is not."""

import datetime
import mmap
import os
import select
import struct
import tempfile
import time
import unittest

import glass
from patience import PATIENCE_S

glass.SIZE, glass.WIDTH, glass.HEIGHT = "480x320", 480, 320  # of the smallest panels
DAYS = int(os.environ.get("DIT_SOAK_DAYS", "30"))
SAME = 0.01  # of what it was in the first week
LOG_LINES = 100  # a day
WATCHDOG_S = 30  # as in the unit
SECOND_NS = 10**9
HOUR_S = 3600
LOOK_S = 1.0  # for which a person looks at a picture before touching it
# What somebody touches who comes, an hour each, and the name of the screen that it leads to. Every working day is the
# same, so that two can be compared. What is changed for somebody's eyes has a look of its own, which is not compared.
READ = ("read", "card-")
VISITS = [
    (READ, ("next", "card-"), ("next", "card-")),
    (READ, ("topics", "topics"), ("open-card 3", "card-")),
    (READ, ("refer", "refer"), ("finish", "loop-")),
    (("urgent-help", "urgent-help"), ("close", "card-"), ("back", "card-")),
    (READ, ("contrast", None), ("text-size", None)),
]
# Who comes on the first day looks at everything: what the kiosk keeps for the next one is there on the second.
ROUND = [("next", None)] * 12
EVERYTHING = (READ, *ROUND, ("topics", "topics"), ("close", "card-"), ("refer", "refer"), ("close", "card-"),
              ("contrast", None), *ROUND, ("text-size", None), *ROUND, ("text-size", None), *ROUND, ("urgent-help", None))
# Who comes last leaves it on the same screens, so that the same is held: whatever was shown when it became dark is not.
LAST = (("urgent-help", "urgent-help"), ("close", "card-"))
OPEN = 8
CLOSED = OPEN + len(VISITS)  # mornings, so that a month takes minutes
DEVICE = f"[hours]\nevery_day = {OPEN:02}:00-{CLOSED}:00\nsaturday = closed\nsunday = closed\n"


def of_status(pid, key, name="status"):
    with open(f"/proc/{pid}/{name}", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(key + ":"))


class Month:
    """The clock of the kiosk, from a Monday on: its seconds are those of this computer, and what was skipped."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-month-")
        path = os.path.join(self.folder.name, "page")
        with open(path, "wb") as file:
            file.write(bytes(mmap.PAGESIZE))
        with open(path, "r+b") as file:
            self.page = mmap.mmap(file.fileno(), mmap.PAGESIZE)
        today = datetime.datetime.now(datetime.timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
        self.start_s = (today + datetime.timedelta(days=7 - today.weekday())).timestamp()
        ahead = self.skipped_until(self.start_s)
        self.page[:16] = struct.pack("=2q", ahead, ahead)
        self.environment = {"LD_PRELOAD": os.environ["DIT_PRELOAD"], "DIT_SKIPPED_SLEEP": path, "TZ": "UTC0",
                            "WATCHDOG_USEC": str(WATCHDOG_S * 10**6)}

    @staticmethod
    def skipped_until(when_s):
        return int((when_s - time.time()) * SECOND_NS)

    def now_s(self):
        return time.time() + struct.unpack("=q", self.page[:8])[0] / SECOND_NS

    def in_use(self):
        return struct.unpack("=q", self.page[16:24])[0]

    def go_on(self, when_s, running):
        """To that moment, at which the kiosk sleeps or works. It waits for whoever hears that it is well."""
        self.page[8:16] = struct.pack("=q", self.skipped_until(when_s))
        end = time.monotonic() + PATIENCE_S
        while select.select([running.notify], [], [], 0.002)[0] or self.now_s() < when_s:
            if running.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"the kiosk stands still or has ended:\n{running.said()[-3000:]}")
            running.told()


class Soak(unittest.TestCase):
    def setUp(self):
        self.month = Month()
        self.story = glass.Story()
        self.addCleanup(self.story.close)
        store = tempfile.TemporaryDirectory(prefix="dit-store-")
        self.addCleanup(store.cleanup)
        self.story.start(device=DEVICE, environment=self.month.environment, arguments=["--store", store.name])
        self.pid = self.story.kiosk.process.pid

    def wait(self, seconds):
        self.month.go_on(self.month.now_s() + seconds, self.story.kiosk)

    def touch(self, action):
        self.wait(LOOK_S)
        self.story.hand.tap(*glass.middle(self.story.target(action)))
        self.wait(LOOK_S)

    def visit_by_night(self):
        """A touch lights it, and presses nothing."""
        self.story.screen = self.story.screens[glass.FIRST]
        self.touch("read")
        self.story.expect(glass.FIRST)

    def visit_by_day(self, deeds):
        self.story.wait_for(lambda shown: shown.startswith("loop-"), "the loop")
        for action, name in deeds:
            self.touch(action)
            if name:
                self.story.wait_for(lambda shown, name=name: shown.startswith(name), f"{name} after {action}")

    def held(self):
        """What it has asked for and not given back, and what is resident, libraries and holes in the heap included."""
        return {"in_use": self.month.in_use(), "resident_kb": of_status(self.pid, "VmRSS"),
                "files": len(os.listdir(f"/proc/{self.pid}/fd")), "log": self.story.kiosk.said().count("\n")}

    def live_a_day(self, day):
        """From midnight to midnight."""
        for hour in range(24):
            midnight_s = self.month.start_s + day * 24 * HOUR_S
            self.month.go_on(midnight_s + (hour + 0.5) * HOUR_S, self.story.kiosk)
            if day % 7 < 5 and OPEN <= hour < CLOSED:
                self.visit_by_day(EVERYTHING if day == 0 else VISITS[hour - OPEN])
            else:
                self.visit_by_night()
        self.month.go_on(midnight_s + 24 * HOUR_S, self.story.kiosk)
        self.visit_by_night()
        self.visit_by_day(LAST)
        return self.held()

    def test_a_month_leaves_it_as_its_first_week_did(self):
        self.story.expect(glass.FIRST)
        days = []
        for day in range(DAYS):
            days.append(self.live_a_day(day))
            print(f"day {day + 1}: {days[-1]}", flush=True)
        # Two scenes take turns in two arenas, so days that end after an odd number of screens differ from those after an even
        # one: a week is compared with a week, behind the first day, which looks at everything for the first time.
        for key in ("in_use", "resident_kb"):
            first, last = (max(one[key] for one in week) for week in (days[1:8], days[-7:]))
            self.assertLessEqual(abs(last - first), first * SAME, key)
        self.assertEqual({one["files"] for one in days}, {days[1]["files"]})
        written = [after["log"] - before["log"] for before, after in zip(days, days[1:])]
        self.assertLessEqual(max(written), LOG_LINES)


if __name__ == "__main__":
    unittest.main(verbosity=2)

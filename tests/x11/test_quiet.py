# SPDX-License-Identifier: MIT
"""What the running kiosk costs: wake-ups and processor time while a card stands still, memory after a
walk through every screen. Read from /proc, where a busy machine changes little."""

import time
import unittest

import glass
from patience import until

STILL_S, MOVING_S = 15, 5
WAKE_UPS_STILL, WAKE_UPS_MOVING = 0.2, 5.0  # a second
CPU_SHARE, CPU_SHARE_MOVING = 0.0005, 0.005   # of one core
PEAK_KB = 30 * 1024


def status(pid, key):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(key + ":"))


def cpu_s(pid):
    with open(f"/proc/{pid}/schedstat", encoding="utf-8") as file:
        return int(file.read().split()[0]) / 1e9


def at_rest(pid, seconds=STILL_S):
    """Wake-ups a second and share of a core while nothing is touched."""
    before = status(pid, "voluntary_ctxt_switches"), cpu_s(pid), time.monotonic()
    time.sleep(seconds)
    spent = time.monotonic() - before[2]
    return (status(pid, "voluntary_ctxt_switches") - before[0]) / spent, (cpu_s(pid) - before[1]) / spent


def expect_quiet(pid, seconds, most_wake_ups, most_share):
    """For so long, once what was begun before is over, it wakes and works no more than that."""
    seen = []

    def is_quiet():
        seen[:] = at_rest(pid, seconds)
        return seen[0] <= most_wake_ups and seen[1] <= most_share

    until(is_quiet, lambda: f"{seen[0]:.2f} wake-ups/s, {100 * seen[1]:.4f} % of a core")
    print(f"{seen[0]:.2f} wake-ups/s, {100 * seen[1]:.4f} % of a core")


class Quiet(unittest.TestCase):
    def setUp(self):
        self.story = glass.Story()
        self.addCleanup(self.story.close)
        self.story.start()
        self.pid = self.story.kiosk.process.pid
        self.cards = self.story.cards()
        self.story.expect(glass.FIRST)

    def test_a_card_that_is_read_sleeps(self):
        self.story.read_a_card()
        expect_quiet(self.pid, STILL_S, WAKE_UPS_STILL, CPU_SHARE)

    def test_a_moving_segment_costs_next_to_nothing(self):
        self.story.expect(self.story.cards("loop-")[1])
        expect_quiet(self.pid, MOVING_S, WAKE_UPS_MOVING, CPU_SHARE_MOVING)  # a loop that never sleeps has few wake-ups too

    def test_memory_stays_small_on_every_screen(self):
        self.story.read_a_card()
        steps = [("next", name) for name in self.cards[1:] + self.cards[:1]]
        steps += [("topics", "topics"), ("open-card 0", self.cards[0]), ("refer", "refer"), ("urgent-help", "urgent-help")]
        for action, name in steps:
            self.story.tap(action)
            self.story.expect(name)
        peak = status(self.pid, "VmHWM")
        print(f"peak {peak / 1024:.1f} MB")
        self.assertLessEqual(peak, PEAK_KB)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""Never ended for being slow: whatever it has to paint, the service manager hears a sign of life between one screen
and the next. The drawings here take long, and somebody presses the key for the next card quicker than they are drawn."""

import os
import random
import shutil
import subprocess
import tempfile
import threading
import time
import unittest

import glass
import kiosk

CARDS, LINES, PRESSES = 8, 2500, 6
BOUNCE_MS = 600  # what is quicker is a trembling hand
SIGN_S = 0.05    # it says nothing more often: a quarter of half of what it is told


class Slow(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-slow-")
        self.addCleanup(self.folder.cleanup)
        content = os.path.join(self.folder.name, "kiosk")
        shutil.copytree(kiosk.CONTENT, content)
        os.makedirs(os.path.join(content, "images"), exist_ok=True)
        cards = os.path.join(content, "cards", "en")
        for i in range(CARDS):
            self.draw(os.path.join(content, "images", f"drawn-{i}.svg"), i)
            with open(os.path.join(cards, f"{i + 1}-drawn-{i}.txt"), "w", encoding="utf-8") as file:
                file.write(f"# Drawing {i}\n\nOne line.\n\n![A drawing](drawn-{i}.svg)\n")
        self.story = glass.Story(content)
        self.addCleanup(self.story.close)
        self.story.start(environment={"WATCHDOG_USEC": str(int(SIGN_S * 8e6))})
        self.signs = []
        threading.Thread(target=self.listen, daemon=True).start()

    @staticmethod
    def draw(path, seed):
        hand = random.Random(seed)
        line = "".join(f"L{hand.randrange(1000)} {hand.randrange(1000)}" for _ in range(LINES))
        with open(path, "w", encoding="utf-8") as file:
            file.write('<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">'
                       f'<path d="M0 0{line}" stroke="#000" stroke-width="3"/></svg>')

    def listen(self):
        """All the time: a kiosk that nobody listens to waits for its listener."""
        running = self.story.kiosk
        while running.process.poll() is None:
            if "WATCHDOG=1" in running.told():
                self.signs.append(time.monotonic())
            time.sleep(SIGN_S / 10)

    def longest_silence(self, presses, wanted):
        """In seconds, from so many presses of the key until that card is on the glass."""
        start = time.monotonic()
        with subprocess.Popen(["xdotool", "key", "--delay", str(BOUNCE_MS), *["Right"] * presses],
                              env={**os.environ, "DISPLAY": self.story.server.display}):
            self.story.expect(wanted)
        times = [start, *[sign for sign in self.signs if sign > start], time.monotonic()]
        return max(after - before for before, after in zip(times, times[1:]))

    def test_a_quick_hand_does_not_keep_it_from_giving_signs_of_life(self):
        cards = self.story.cards()
        self.story.expect(glass.FIRST)
        self.story.read_a_card()
        self.story.expect(cards[0])
        self.story.hand.do("mousemove", 640, 300)
        one = self.longest_silence(1, cards[1])
        many = self.longest_silence(PRESSES, cards[1 + PRESSES])
        print(f"silent for {one:.2f} s with one card, and for {many:.2f} s with {PRESSES}")
        self.assertLess(many, 2 * one + 0.5)


if __name__ == "__main__":
    unittest.main(verbosity=2)

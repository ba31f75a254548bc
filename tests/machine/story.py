# SPDX-License-Identifier: MIT
"""What every story in a machine needs: a glass that is the machine's display, and a receptionist at it. A console is
told by its looks: something written in a few plain colours, which no screen with smooth letters is."""

import os
import subprocess
import sys
import tempfile
import time
import unittest

import numpy

from image import Image
from machine import Machine

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "x11"))
import glass  # noqa: E402
import staff  # noqa: E402
from patience import until  # noqa: E402

CONSOLE_COLOURS = 16
# The first card is there before the touch screen: USB comes while it is read already.
TOUCHED = ("for event in /dev/input/event*; do udevadm info --query=property $event 2>/dev/null | grep -q ^ID_INPUT_TOUCHSCREEN=1 && "
           "ls -l /proc/$(pidof dit-kiosk)/fd | grep $event; done; true")
NOTES = "cat /run/dit-kiosk/notes/* 2>/dev/null; true"


def is_off(picture):
    """QEMU itself says so, in the middle of nothing."""
    written = (numpy.asarray(picture) != 0).any(axis=2)
    height, width = written.shape
    written[height // 2 - 24:height // 2 + 24, width // 2 - 200:width // 2 + 200] = False
    return not written.any()


def is_console(picture):
    colours = picture.getcolors(CONSOLE_COLOURS)
    return colours is not None and len(colours) > 1 and not is_off(picture)


class Glass(staff.Staff, glass.Glass):
    """The screen of a machine, and the pictures that may be on it."""

    def __init__(self, machine, screens):
        super().__init__()
        self.machine = machine
        self.screens = screens
        self.consoles = []
        self.is_touched = False

    def look(self):
        """A picture; a console on it is remembered."""
        picture = self.machine.picture()
        if picture.size == self.machine.size and is_console(picture):
            self.consoles.append(picture)
        return picture

    def wait_for_touch(self):
        if not self.is_touched:
            until(lambda: self.machine.run(TOUCHED), "the kiosk reads no touch screen", 0.5)
            self.is_touched = True

    def touch(self, x, y):
        self.wait_for_touch()
        self.machine.tap(x, y)
        time.sleep(0.7)  # a hand's pace: QEMU keeps no more than sixteen events for a guest that is busy

    def press(self, x, y):
        self.wait_for_touch()
        self.machine.press(x, y)

    def release(self, x, y):
        self.machine.release(x, y)

    def log(self):
        return self.machine.log()

    def code(self):
        """What a phone reads from the screen."""
        path = self.machine.path("code.png")
        self.machine.picture().save(path)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", path], capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def tap_word(self, word):
        """Taps a tile whose place only a live screen knows, where this word of it can be read."""
        self.expect_words(word)
        for line in staff.tesseract(self.look(), "--psm", "11", "tsv").splitlines():
            fields = line.split("\t")
            if len(fields) > 11 and fields[11].lower() == word:
                x, y, w, h = map(int, fields[6:10])
                self.touch(x + w // 2, y + h // 2)
                return
        self.fail(f"the word {word}")


class MachineStory(unittest.TestCase):
    """One machine for the whole class, started before its first test."""

    size = (1280, 800)
    started = {}

    @classmethod
    def setUpClass(cls):
        cls.image = Image(os.environ.get("DIT_ARCH", "amd64"))
        cls.drawn = tempfile.TemporaryDirectory(prefix="dit-drawn-")
        screens = cls.image.render(os.path.join(cls.drawn.name, "screens"), size=cls.size)
        cls.machine = Machine(cls.image, size=cls.size, **cls.started)
        cls.glass = Glass(cls.machine, screens)

    @classmethod
    def tearDownClass(cls):
        cls.machine.close()
        cls.drawn.cleanup()

    def pid(self):
        return self.machine.run("systemctl show --property=MainPID --value dit-kiosk.service")

    def wait_until(self, command, matches):
        """Until what the machine's shell says to the command is that, or is such."""
        is_wanted = matches if callable(matches) else lambda said: said == matches
        said = [None]

        def find():
            said[0] = self.machine.run(command, check=False)[1]
            return is_wanted(said[0])

        until(find, lambda: f"`{command}` says {said[0]!r}\n{self.machine.log()[-1500:]}", 0.5)
        return said[0]

    def assert_no_console(self):
        if self.glass.consoles:
            kept = os.path.join(glass.KEPT, "dit-machine-console.png")
            self.glass.consoles[0].save(kept)
            self.glass.consoles.clear()
            self.fail(f"a console was seen: {kept}")

    def expect_cards_again(self):
        """The cards are on the glass again, and no console was seen on the way. How soon is said and not judged:
        an emulated machine has no clock that a promise could be held against."""
        since = time.monotonic()
        self.glass.expect_a_card()
        print(f"    the cards were back after {time.monotonic() - since:.1f} s", flush=True)
        self.assert_no_console()

    def watch_for(self, seconds):
        """Looks on; whatever is seen has to be a screen of the kiosk, moving or still."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.glass.look()
            time.sleep(0.1)
        self.assert_no_console()

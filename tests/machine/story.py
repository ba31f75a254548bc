# SPDX-License-Identifier: MIT
"""What every story in a machine needs: it looks at the glass, says which screen that is, taps what stands
on it, and decodes the code from the screen's own picture. A console is told by its looks: something
written on black, which no kiosk screen in light colours is."""

import os
import subprocess
import sys
import tempfile
import time
import unittest

import numpy
from PIL import Image as Picture

from image import Image
from machine import Machine, SLOWER

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "x11"))
from glass import moving, target_of  # noqa: E402

KEPT = os.environ.get("DIT_KEEP", tempfile.gettempdir())
# What is promised, and what emulation adds to a start that takes a second or two on hardware.
BACK_S = 15 + (15 if SLOWER > 1 else 0)


def is_console(picture):
    """Something is written on black, and not where QEMU itself says that the display is off: in the middle."""
    written = (numpy.asarray(picture) != 0).any(axis=2)
    if not 0 < written.mean() < 0.5:
        return False
    height, width = written.shape
    written[height // 2 - 24:height // 2 + 24, width // 2 - 200:width // 2 + 200] = False
    return bool(written.any())


class Wanted:
    """A screen's picture, but for what moves by itself, ready to be compared many times a second."""

    COARSE = 16  # every so many lines are looked at first: nearly every other screen differs there

    def __init__(self, screen):
        with Picture.open(screen.png) as drawn:
            self.pixels = numpy.asarray(drawn.convert("RGB"))
        self.counts = numpy.ones(self.pixels.shape[:2], bool)
        for item in moving(screen):
            self.counts[max(0, item.y):item.bottom, max(0, item.x):item.right] = False

    def differs(self, pixels, step=1):
        """In how many pixels, of every so many lines."""
        if pixels.shape != self.pixels.shape:
            return pixels.shape[0] * pixels.shape[1]
        unequal = (pixels[::step] != self.pixels[::step]).any(axis=2)
        return int((unequal & self.counts[::step]).sum())

    def is_in(self, pixels):
        return self.differs(pixels, self.COARSE) == 0 and self.differs(pixels) == 0


class Controls(Wanted):
    """Of a screen that lies over another one, or says what only a live one can say, its controls alone, without
    their round corners."""

    def __init__(self, screen, only=None):
        super().__init__(screen)
        self.counts[:] = False
        for item in [item for item in screen.of("target") if only is None or item.text in only]:
            inset = max([int(box.fields["radius"]) // 3 + 1 for box in screen.of("box") if box.common(item) == (item.w, item.h)], default=1)
            self.counts[item.y + inset:item.bottom - inset, item.x + inset:item.right - inset] = True


class Glass:
    """The screen of a machine, and the pictures that may be on it."""

    def __init__(self, machine, screens):
        self.machine = machine
        self.screens = screens
        self.screen = None
        self.wanted = {}
        self.tapped = 0.0
        self.consoles = []

    def want(self, name):
        if name not in self.wanted:
            self.wanted[name] = Wanted(self.screens[name])
        return self.wanted[name]

    def differs(self, picture, name):
        return self.want(name).differs(numpy.asarray(picture))

    def look(self):
        """A picture; a console on it is remembered."""
        picture = self.machine.picture()
        if picture.size == self.machine.size and is_console(picture):
            self.consoles.append(picture)
        return picture

    def shown(self):
        """The name of the screen that is on the glass, to the pixel; None in between."""
        pixels = numpy.asarray(self.look())
        return next((name for name in self.screens if self.want(name).is_in(pixels)), None)

    def wait_for(self, matches, patience_s, what):
        end = time.monotonic() + patience_s
        while True:
            name = self.shown()
            if name is not None and matches(name):
                self.screen = self.screens[name]
                return name
            if time.monotonic() > end:
                break
            time.sleep(0.1)
        self.fail(what)

    def fail(self, what):
        picture = self.look()
        kept = os.path.join(KEPT, "dit-machine-shown.png")
        picture.save(kept)
        counts = {name: self.differs(picture, name) for name in self.screens}
        nearest = min(counts, key=counts.get)
        raise AssertionError(f"the glass does not show {what}; it shows nearly {nearest} ({counts[nearest]} pixels differ); "
                             f"see {kept}\n{self.machine.log()[-2000:]}")

    def expect(self, name, patience_s=20):
        return self.wait_for(lambda shown: shown == name, patience_s * SLOWER, name)

    def expect_a_card(self, patience_s=20):
        return self.wait_for(lambda shown: shown.startswith("card-"), patience_s * SLOWER, "a card")

    def expect_controls(self, name, patience_s=20, only=None):
        """A question or a list over whatever was there before: its controls stand where they are drawn."""
        wanted = Controls(self.screens[name], only)
        end = time.monotonic() + patience_s * SLOWER
        while not wanted.is_in(numpy.asarray(self.look())):
            if time.monotonic() > end:
                self.fail(f"the controls of {name}")
            time.sleep(0.1)
        self.screen = self.screens[name]

    def tap(self, action):
        target = target_of(self.screen, action)
        # A second tap on one control within half a second counts as a tremor.
        time.sleep(max(0.0, self.tapped + 0.7 - time.monotonic()))
        self.machine.tap(target.x + target.w // 2, target.y + target.h // 2)
        self.tapped = time.monotonic()

    def code(self):
        """What a phone reads from the screen."""
        path = self.machine.path("code.png")
        self.machine.picture().save(path)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", path], capture_output=True, text=True, check=False)
        return done.stdout.strip()


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

    def assert_no_console(self):
        if self.glass.consoles:
            kept = os.path.join(KEPT, "dit-machine-console.png")
            self.glass.consoles[0].save(kept)
            self.glass.consoles.clear()
            self.fail(f"a console was seen: {kept}")

    def assert_back(self, since, seconds=BACK_S):
        """The cards are on the glass again in time, and no console was seen on the way."""
        self.glass.wait_for(lambda name: name.startswith("card-"), since + seconds - time.monotonic(), "the cards again")
        print(f"    the cards were back after {time.monotonic() - since:.1f} s", flush=True)
        self.assert_no_console()

    def watch_for(self, seconds):
        """Looks on; whatever is seen has to be a screen of the kiosk, moving or still."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.glass.look()
            time.sleep(0.1)
        self.assert_no_console()

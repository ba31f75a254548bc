# SPDX-License-Identifier: MIT
"""A real X server without a monitor, the kiosk in it, and a hand. The server keeps its picture in a file
in XWD form, so a screenshot is a read of memory and disturbs nobody. What the screen must show is what
`dit-kiosk render` draws, pixel for pixel, but for the moving segment and the pause button."""

import os
import select
import socket
import struct
import subprocess
import sys
import tempfile
import time

import numpy
from PIL import Image

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "screens"))
import kiosk  # noqa: E402

WIDTH, HEIGHT = 1280, 720
SIZE = f"{WIDTH}x{HEIGHT}"
PATIENCE_S = float(os.environ.get("DIT_PATIENCE_S", "20"))


class Server:
    """Xvfb on a display number of its own choosing."""

    def __init__(self, size=SIZE):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-x11-")
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size + "x24", "-fbdir", self.folder.name,
             "-nolisten", "tcp", "-noreset"], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        if not select.select([reading], [], [], 30)[0]:
            raise RuntimeError("Xvfb does not start")
        with os.fdopen(reading) as file:
            self.display = ":" + file.readline().strip()
        self.file = os.path.join(self.folder.name, "Xvfb_screen0")

    def picture(self):
        """The whole screen now."""
        with open(self.file, "rb") as file:
            data = file.read()
        header = struct.unpack(">25I", data[:100])
        size, width, height, per_line, colours = header[0], header[4], header[5], header[12], header[19]
        start = size + colours * 12
        rows = numpy.frombuffer(data, numpy.uint8, per_line * height, start).reshape(height, per_line)
        pixels = rows[:, :width * 4].reshape(height, width, 4)
        order = [2, 1, 0] if header[7] == 0 else [1, 2, 3]
        return Image.fromarray(numpy.ascontiguousarray(pixels[:, :, order]))

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        self.folder.cleanup()


class Hand:
    """One finger and ten keys."""

    def __init__(self, display):
        self.environment = dict(os.environ, DISPLAY=display)

    def do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, timeout=20)

    def tap(self, x, y):
        self.do("mousemove", x, y, "mousedown", 1, "sleep", "0.05", "mouseup", 1)

    def drag(self, start, end, steps=12, pause="0.02"):
        words = ["mousemove", *start, "mousedown", 1]
        for step in range(1, steps + 1):
            words += ["sleep", pause, "mousemove"]
            words += [round(a + (b - a) * step / steps) for a, b in zip(start, end)]
        self.do(*words, "sleep", "0.3", "mouseup", 1)

    def press(self, x, y):
        self.do("mousemove", x, y, "mousedown", 1)

    def release(self, x, y):
        self.do("mousemove", x, y, "sleep", "0.1", "mouseup", 1)

    def key(self, *keys):
        for key in keys:
            self.do("key", key)


class Running:
    """The program in its window, ready when it told the service manager so."""

    def __init__(self, server, content, program=None, arguments=(), environment=None, under=(), device=""):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-run-")
        path = os.path.join(self.folder.name, "notify")
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.bind(path)
        self.log = open(os.path.join(self.folder.name, "log"), "w+", encoding="utf-8")
        command = [*under, program or kiosk.PROGRAM, "run", "--window", SIZE, "--device", self.device(device), *arguments]
        if content:
            command += ["--content", content]
        variables = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND"))}
        variables.update(DISPLAY=server.display, NOTIFY_SOCKET=path, **(environment or {}))
        self.process = subprocess.Popen(command, env=variables, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        self.wait_until_ready()

    def device(self, text):
        path = os.path.join(self.folder.name, "device.ini")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def wait_until_ready(self):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if select.select([self.notify], [], [], 0.2)[0]:
                if b"READY=1" in self.notify.recv(4096):
                    return
            if self.process.poll() is not None:
                break
        raise RuntimeError(f"the kiosk is not ready (exit {self.process.poll()}):\n{self.said()}")

    def told(self):
        """What the service manager has been told since it was last asked."""
        lines = []
        while select.select([self.notify], [], [], 0)[0]:
            lines += self.notify.recv(4096).decode().splitlines()
        return lines

    def said(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as file:
            return file.read()

    def close(self):
        """SIGTERM is an orderly stop; the exit code is the program's verdict on itself (ASan's too)."""
        self.process.terminate()
        code = self.process.wait(60)
        said = self.said()
        self.log.close()
        self.notify.close()
        self.folder.cleanup()
        if code != 0:
            raise AssertionError(f"the kiosk ended with {code}:\n{said}")
        return said


def moving(screen):
    """What moves by itself: the segments, and the pause button."""
    return screen.of("progress") + [t for t in screen.of("target") if t.text in ("pause", "resume")]


def masked(picture, screen):
    """The picture without what moves by itself."""
    pixels = numpy.asarray(picture.convert("RGB")).copy()
    for item in moving(screen):
        pixels[max(0, item.y):item.bottom, max(0, item.x):item.right] = 0
    return pixels


def target_of(screen, action):
    """The control of that name; of pause and resume whichever is there."""
    target = screen.targets.get(action)
    if target is None and action in ("pause", "resume"):
        target = screen.targets.get("pause") or screen.targets.get("resume")
    if target is None:
        raise AssertionError(f"{screen.name} offers {sorted(screen.targets)}, not {action}")
    return target


class Pictures:
    """What render draws, by its options, made once."""

    def __init__(self, content):
        self.content = content
        self.folder = tempfile.TemporaryDirectory(prefix="dit-expected-")
        self.sets = {}

    def of(self, **options):
        key = tuple(sorted(options.items()))
        if key not in self.sets:
            out = os.path.join(self.folder.name, str(len(self.sets)))
            self.sets[key] = kiosk.render(out, content=self.content, size=SIZE, **options)
        return self.sets[key]


class Story:
    """A server, a running kiosk, a hand, and the pictures to compare with."""

    def __init__(self, content=kiosk.CONTENT, **running):
        self.server = Server()
        try:
            self.pictures = Pictures(content)
            self.kiosk = Running(self.server, content, **running)
        except BaseException:
            self.server.close()
            raise
        self.hand = Hand(self.server.display)
        self.options = {}
        self.screen = None
        self.tapped = 0.0

    def differs(self, screen):
        shown = masked(self.server.picture(), screen)
        wanted = masked(Image.open(screen.png), screen)
        return int((shown != wanted).any(axis=2).sum())

    def expect(self, name, patience_s=PATIENCE_S):
        """Waits until the glass shows the screen of that name; remembers it for the next tap."""
        screen = self.pictures.of(**self.options)[name]
        end = time.monotonic() + patience_s
        pixels = self.differs(screen)
        while pixels and time.monotonic() < end:
            time.sleep(0.05)
            pixels = self.differs(screen)
        if pixels:
            kept = os.path.join(os.environ.get("DIT_KEEP", tempfile.gettempdir()), f"dit-kiosk-{name}-shown.png")
            self.server.picture().save(kept)
            raise AssertionError(f"the glass does not show {name} {self.options}: {pixels} pixels differ; it shows "
                                 f"{self.what_is_shown()}; see {kept}\n{self.kiosk.said()}")
        self.screen = screen
        return screen

    def what_is_shown(self):
        """The nearest of all pictures, for the message of a failure."""
        counts = {f"{name} {dict(key)}": self.differs(screen)
                  for key, screens in self.pictures.sets.items() for name, screen in screens.items()}
        name = min(counts, key=counts.get)
        return f"nearly {name} ({counts[name]} pixels)"

    def tap(self, action):
        target = target_of(self.screen, action)
        # A second tap on one control within half a second counts as a tremor.
        time.sleep(max(0.0, self.tapped + 0.6 - time.monotonic()))
        self.hand.tap(target.x + target.w // 2, target.y + target.h // 2)
        self.tapped = time.monotonic()

    def cards(self):
        """Names of all pages of all cards, in the patient's order."""
        names = [n for n in self.pictures.of(**self.options) if n.startswith("card-")]
        return sorted(names, key=lambda n: (n.partition(".")[0], int(n.partition(".")[2] or 1)))

    def close(self):
        try:
            return self.kiosk.close()
        finally:
            self.server.close()
            self.pictures.folder.cleanup()

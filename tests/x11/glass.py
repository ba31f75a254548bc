# SPDX-License-Identifier: MIT
"""What the program shows, and a hand. What a glass must show is what `dit-kiosk render` draws, pixel for pixel, but
for the moving segment and the pause button. Glass knows no more of the program than its pictures and its touches;
here it is a real X server without a monitor, which keeps its picture in a file in XWD form, so that a screenshot
is a read of memory and disturbs nobody. tests/machine has another."""

import atexit
import functools
import glob
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

import numpy
from PIL import Image

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "screens"), os.path.join(HERE, "..", "fixtures")]
import codes  # noqa: E402
import kiosk  # noqa: E402
from patience import until  # noqa: E402

WIDTH, HEIGHT = 1280, 720
SIZE = f"{WIDTH}x{HEIGHT}"
FIRST = "loop-000-poster"  # with which the loop begins
SETTLE_S = 0.3  # a tap within a quarter of a second of a new picture was aimed at the one before
BOUNCE_S = 0.6  # a second tap on one place within half a second is a trembling hand
AGAIN_S = 10  # after a touch that did nothing
KEPT = os.environ.get("DIT_KEEP", tempfile.gettempdir())


def pixels_of(picture):
    return numpy.asarray(picture.convert("RGB"))


def middle(item):
    return item.x + item.w // 2, item.y + item.h // 2


class Wanted:
    """A screen's picture, but for what moves by itself, ready to be compared many times a second."""

    COARSE = 16  # every so many lines are looked at first: nearly every other screen differs there

    def __init__(self, screen):
        with Image.open(screen.png) as drawn:
            self.pixels = pixels_of(drawn)
        self.counts = numpy.ones(self.pixels.shape[:2], bool)
        for item in screen.of("progress"):
            self.counts[max(0, item.y):item.bottom, max(0, item.x):item.right] = False

    def differs(self, picture, step=1):
        """In how many pixels, of every so many lines."""
        pixels = pixels_of(picture)
        if pixels.shape != self.pixels.shape:
            return pixels.shape[0] * pixels.shape[1]
        unequal = (pixels[::step] != self.pixels[::step]).any(axis=2)
        return int((unequal & self.counts[::step]).sum())

    def is_in(self, picture):
        return self.differs(picture, self.COARSE) == 0 and self.differs(picture) == 0


class Parts(Wanted):
    """Of a screen that lies over another one, or says what only a live one can say, some parts: controls by their
    action (all where none is named), without their round corners, and lines of text by their words."""

    def __init__(self, screen, parts=()):
        super().__init__(screen)
        self.counts[:] = False
        items = [i for i in screen.above_dim if i.text in parts or (not parts and i.kind == "target")]
        if not items or not {i.text for i in items} >= set(parts):
            raise AssertionError(f"{screen.name} has not all of {parts}")
        for item in items:
            boxes = [box for box in screen.of("box") if box.common(item) == (item.w, item.h)] if item.kind == "target" else []
            inset = max([int(box.fields["radius"]) // 3 + 1 for box in boxes], default=0)
            self.counts[item.y + inset:item.bottom - inset, item.x + inset:item.right - inset] = True


class Glass:
    """A screen with the pictures that may be on it. Whoever has one says how it is looked at and touched: look(),
    touch(x, y), press(x, y), release(x, y)."""

    screens = {}
    screen = None
    seen = 0.0
    tapped = (None, 0.0)

    def __init__(self):
        self.wanted = {}

    def log(self):
        return ""

    def want(self, name):
        screen = self.screens[name]
        if screen.png not in self.wanted:
            self.wanted[screen.png] = Wanted(screen)
        return self.wanted[screen.png]

    def differs(self, name):
        return self.want(name).differs(self.look())

    def shown(self):
        """The name of the screen that is on the glass, to the pixel; None in between."""
        picture = self.look()
        return next((name for name in self.screens if self.want(name).is_in(picture)), None)

    def fail(self, what):
        picture = self.look()
        kept = os.path.join(KEPT, "dit-kiosk-shown.png")
        picture.save(kept)
        counts = {name: self.want(name).differs(picture) for name in self.screens}
        nearest = min(counts, key=counts.get)
        raise AssertionError(f"the glass does not show {what}; it shows nearly {nearest} ({counts[nearest]} pixels differ); "
                             f"see {kept}\n{self.log()[-3000:]}")

    def wait_for(self, matches, what):
        """Waits for a screen whose name matches; remembers it for the next tap."""
        def find():
            name = self.shown()
            return name if name is not None and matches(name) else None

        name = until(find, lambda: self.fail(what))
        self.arrive(name)
        return name

    def arrive(self, name):
        self.screen = self.screens[name]
        self.seen = time.monotonic()

    def expect(self, name):
        wanted = self.want(name)
        until(lambda: wanted.is_in(self.look()), lambda: self.fail(name))
        self.arrive(name)

    def expect_a_card(self):
        """In the loop, with its poster, or to be read."""
        return self.wait_for(lambda shown: shown.startswith(("loop-", "card-")), "a card")

    def read_a_card(self):
        """Touches the loop, and has what it showed to read. Who touches in the moment of a new picture, which is not
        meant, touches once more."""
        self.expect_a_card()
        while self.screen.name.startswith("loop-"):
            self.tap("read")
            again = time.monotonic() + AGAIN_S
            self.wait_for(lambda shown: shown.startswith("card-") or time.monotonic() > again, "a card to be read")

    def expect_parts(self, name, *parts):
        """These controls and words, or every control, stand where they are drawn."""
        wanted = Parts(self.screens[name], parts)
        until(lambda: wanted.is_in(self.look()), lambda: self.fail(f"{parts or 'the controls'} of {name}"))
        self.arrive(name)

    def target(self, action):
        target = self.screen.targets.get(action)
        if target is None:
            raise AssertionError(f"{self.screen.name} offers {sorted(self.screen.targets)}, not {action}")
        return target

    def settle(self):
        """Looks at the picture for as long as a person does before touching it."""
        time.sleep(max(0.0, self.seen + SETTLE_S - time.monotonic()))

    def tap(self, action):
        target = self.target(action)
        x, y = middle(target)
        self.settle()
        last, when = self.tapped
        if last and last.x <= x < last.right and last.y <= y < last.bottom:
            time.sleep(max(0.0, when + BOUNCE_S - time.monotonic()))
        self.touch(x, y)
        self.tapped = (target, time.monotonic())


class Server:
    """Xvfb on a display number of its own choosing."""

    def __init__(self, size=None):
        size = size or SIZE
        self.folder = tempfile.TemporaryDirectory(prefix="dit-x11-")
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size + "x24", "-fbdir", self.folder.name,
             "-nolisten", "tcp", "-noreset"], pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as file:
            until(lambda: select.select([reading], [], [], 1)[0], "Xvfb does not start")
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
        self.process.wait()
        self.folder.cleanup()


class Hand:
    """One finger and ten keys."""

    def __init__(self, display):
        self.environment = dict(os.environ, DISPLAY=display)

    def do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)

    def tap(self, x, y):
        self.do("mousemove", x, y, "mousedown", 1, "sleep", "0.05", "mouseup", 1)

    def drag(self, start, end, steps=12):
        words = ["mousemove", *start, "mousedown", 1]
        for step in range(1, steps + 1):
            words += ["sleep", "0.02", "mousemove"]
            words += [round(a + (b - a) * step / steps) for a, b in zip(start, end)]
        self.do(*words, "sleep", "0.3", "mouseup", 1)

    def press(self, x, y):
        self.do("mousemove", x, y, "mousedown", 1)

    def release(self, x, y):
        self.do("mousemove", x, y, "sleep", "0.1", "mouseup", 1)

    def key(self, *keys):
        for key in keys:
            self.do("key", key)


class Clock:
    """A clock that is put forward, which the kiosk takes for its own; it sleeps by the true one all the same, and has to
    be nudged. libfaketime looks into its file again after CACHE_S."""

    CACHE_S = 2.5

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-clock-")
        self.path = os.path.join(self.folder.name, "clock")
        library = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
        self.environment = {"LD_PRELOAD": f"{library[0]} {os.environ.get('DIT_KEPT_CLOCK', '')}", "TZ": "UTC0",
                            "FAKETIME_TIMESTAMP_FILE": self.path, "FAKETIME_CACHE_DURATION": "1"}
        self.put_forward(0)

    def put_forward(self, seconds):
        with open(self.path + ".new", "w", encoding="ascii") as file:
            file.write(f"+{seconds:.0f}s\n")
        os.rename(self.path + ".new", self.path)


class Running:
    """The program in its window, ready when it told the service manager so."""

    def __init__(self, server, content, program=kiosk.PROGRAM, arguments=(), environment=None, device=""):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-run-")
        path = os.path.join(self.folder.name, "notify")
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.bind(path)
        self.notify.setblocking(False)
        self.log = open(os.path.join(self.folder.name, "log"), "w+", encoding="utf-8")
        command = [program, "run", "--window", SIZE, "--device", kiosk.device_file(self.folder.name, device), *arguments]
        if content:
            command += ["--content", content]
        variables = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND"))}
        variables.update(DISPLAY=server.display, NOTIFY_SOCKET=path, **(environment or {}))
        self.process = subprocess.Popen(command, env=variables, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL)
        until(lambda: "READY=1" in self.told() or self.process.poll() is not None,
              lambda: f"the kiosk is not ready:\n{self.said()}")
        if self.process.poll() is not None:
            raise AssertionError(f"the kiosk ended with {self.process.poll()}:\n{self.said()}")

    def told(self):
        """What the service manager has been told since it was last asked."""
        lines = []
        while True:
            try:
                lines += self.notify.recv(4096).decode().splitlines()
            except BlockingIOError:
                return lines

    def said(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as file:
            return file.read()

    def close(self, how=signal.SIGTERM, code=0):
        """SIGTERM is an orderly stop; the exit code is the program's verdict on itself (ASan's too)."""
        self.process.send_signal(how)
        ended = self.process.wait()
        said = self.said()
        self.log.close()
        self.notify.close()
        self.folder.cleanup()
        if ended != code:
            raise AssertionError(f"the kiosk ended with {ended}:\n{said}")
        return said


@functools.lru_cache(maxsize=None)
def drawn(content, options):
    """What render draws, made once."""
    out = tempfile.TemporaryDirectory(prefix="dit-expected-")
    atexit.register(out.cleanup)
    return kiosk.render(out.name, content=content, size=SIZE, **dict(options))


class Story(Glass):
    """A server, a hand, a kiosk once it is started, and the pictures to compare with: `options` says how they are
    drawn."""

    def __init__(self, content=kiosk.CONTENT):
        super().__init__()
        self.content = content
        self.options = {}
        self.kiosk = None
        self.server = Server()
        self.hand = Hand(self.server.display)
        self.look, self.touch = self.server.picture, self.hand.tap
        self.press, self.release = self.hand.press, self.hand.release

    def start(self, **running):
        assert self.screens  # drawn before, because the first card does not wait
        self.kiosk = Running(self.server, running.pop("content", self.content), **running)
        return self

    @property
    def screens(self):
        return drawn(self.content, tuple(sorted(self.options.items())))

    def log(self):
        return self.kiosk.said() if self.kiosk else ""

    def cards(self, kind="card-"):
        """Names of all pages of all cards as they are read, in the patient's order; or as the loop has them."""
        names = [n for n in self.screens if n.startswith(kind)]
        return sorted(names, key=lambda n: (n.partition(".")[0], int(n.partition(".")[2] or 1)))

    def expect_code(self, number):
        """The code on the glass is that number's."""
        wanted, found = kiosk.phone_uri(number), []

        def find():
            found[:] = codes.misread(self.look(), wanted, "glass")
            return not found

        until(find, lambda: self.fail(str(found)))

    def stop(self, **how):
        running, self.kiosk = self.kiosk, None
        return running.close(**how) if running else ""

    def close(self):
        try:
            return self.stop()
        finally:
            self.server.close()

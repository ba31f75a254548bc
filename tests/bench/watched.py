# SPDX-License-Identifier: MIT
"""A program on a real X server, watched from outside and in the same way whatever it is: its picture by the pixels of
the X server's screen, its cost by what the kernel counts for it and for every process that it started. It knows
nothing about who draws."""

import os
import signal
import struct
import subprocess
import sys
import time

import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "x11"))
import glass  # noqa: E402

LINES = 8  # every so many lines of the screen are looked at
LOOK_S = 0.004
STILL_S = 2.5
NEAR = 48  # shades of a colour between two ways of drawing the edge of a letter
AS_GOOD = 0.001  # of the pixels
ENOUGH = 0.9
TURNED = 0.01
TURN_S = 0.5  # longer than a fade
PATIENCE_S = 60


def descendants(pid):
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return
    yield pid
    for thread in threads:
        try:
            with open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                children = file.read().split()
        except OSError:
            continue
        for child in children:
            yield from descendants(int(child))


def cpu_s(pid):
    """Of a process with all its threads, to the nanosecond, and of the children that it has waited for: the clock that
    clock_getcpuclockid(3) names."""
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
        fields = file.read().rpartition(")")[2].split()
    waited_for = (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime((~pid << 3) | 2) + waited_for


def pss_kb(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))


def wake_ups(pid):
    count = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/status", encoding="ascii", errors="replace") as file:
            count += next(int(line.split()[1]) for line in file if line.startswith("voluntary_ctxt"))
    return count


class Server(glass.Server):
    """A few lines of it can be looked at hundreds of times a second."""

    def __init__(self, size):
        super().__init__(size)
        header = struct.unpack(">25I", open(self.file, "rb").read(100))
        width, height, per_line = header[4], header[5], header[12]
        rows = numpy.memmap(self.file, numpy.uint8, "r", header[0] + header[19] * 12, (height, per_line))
        self.pixels = rows[:, :width * 4].reshape(height, width, 4)[:, :, 2::-1]

    def lines(self, step):
        return numpy.ascontiguousarray(self.pixels[::step])


class Watched:
    """Started at once; `wanted` is the picture of its first card."""

    def __init__(self, server, command, wanted, folder):
        self.server = server
        self.wanted = numpy.asarray(wanted.convert("RGB"))[::LINES].astype(numpy.int16)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND", "DIT_"))}
        environment.update(DISPLAY=server.display, HOME=folder, XDG_RUNTIME_DIR=folder)
        self.log = open(os.path.join(folder, "log"), "w", encoding="utf-8")
        self.start_s = time.monotonic()
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log, start_new_session=True)

    def sum(self, count):
        """Over the whole tree; a process may end while it is asked."""
        total = 0
        for pid in descendants(self.process.pid):
            try:
                total += count(pid)
            except OSError:
                pass
        return total

    def likeness(self, lines):
        """In how many of its pixels, as a share of 1, the screen is the picture of the first card."""
        unlike = (numpy.abs(lines.astype(numpy.int16) - self.wanted) > NEAR).any(axis=2)
        return 1 - unlike.mean()

    def looks(self, until):
        """Each picture that is not the one before it: when it was seen, and its lines. Ends when until(seconds since
        the last change) is true."""
        last = None
        changed_s = time.monotonic()
        end = changed_s + PATIENCE_S
        while not until(time.monotonic() - changed_s):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{self.process.args[0]} shows nothing; see {self.log.name}")
            lines = self.server.lines(LINES)
            if last is None or not numpy.array_equal(lines, last):
                last, changed_s = lines, time.monotonic()
                yield changed_s, lines
            time.sleep(LOOK_S)

    def first_card(self):
        """Seconds from the start to the first card, and CPU seconds until then. It is there when the screen is, for the
        first time, as like the drawn card as it is in the end."""
        seen = []
        for when, lines in self.looks(lambda still_s: still_s > STILL_S and seen and seen[-1][2] > ENOUGH):
            seen.append((when - self.start_s, self.sum(cpu_s), self.likeness(lines)))
        best = max(like for _, _, like in seen)
        shown_s, spent_s, _ = next(one for one in seen if one[2] >= best - AS_GOOD)
        return {"start": shown_s, "cpu": spent_s, "likeness": best}

    def wait_for_turns(self, count):
        """So many other cards, each of them when it has come to rest. What moves on a card by itself is smaller."""
        shown = self.server.lines(LINES)
        end = time.monotonic() + PATIENCE_S * count
        while count > 0:
            time.sleep(TURN_S)
            if (self.server.lines(LINES) != shown).any(axis=2).mean() > TURNED:
                time.sleep(TURN_S)
                shown, count = self.server.lines(LINES), count - 1
            if time.monotonic() > end:
                raise RuntimeError(f"{self.process.args[0]} does not turn its cards; see {self.log.name}")

    def close(self):
        """The whole session, which this program alone made."""
        pids = list(descendants(self.process.pid))
        for how in (signal.SIGTERM, signal.SIGKILL):
            for pid in pids:
                try:
                    os.kill(pid, how)
                except ProcessLookupError:
                    pass
            if how is signal.SIGTERM:
                try:
                    self.process.wait(5)
                except subprocess.TimeoutExpired:
                    pass
        self.process.wait()
        self.log.close()

# SPDX-License-Identifier: MIT
"""A stick that is pulled and a stick that fails, at every system call of a copy to it. strace kills the program on
its way into the n-th call that has to do with the stick, or makes that call fail; afterwards the folder `kiosk` is
the old one whole or the new one whole, or, for the moment between two names, the old one lies whole under its other
name. The words that were on the stick are never lost, and the next copy works as if nothing had been.
Usage: deliver.py PROGRAM SOURCE"""

import concurrent.futures
import os
import re
import shutil
import sys
import tempfile
import time

import sweep

TRIED = re.compile(r"open|write|fsync|rename|mkdir|unlink|close|getdents|stat")
ORDER = "[order]\nnumber = 7\ncontent = {content}\nguide = \nover = on\n"


class Room:
    """A stick with words of its own on it, the content of a screen, and an outbox with the order to copy that."""

    def __init__(self, folder, source, name):
        self.folder = os.path.join(folder, name)
        self.stick, self.outbox = os.path.join(self.folder, "stick"), os.path.join(self.folder, "outbox")
        sweep.make_stick(source, self.stick, "Words that somebody wrote.")
        self.content = sweep.make_stick(source, os.path.join(self.folder, "screen"), "Words of the screen.")
        self.command = ["deliver", self.outbox, "--stick", self.stick]
        self.order()

    def order(self):
        sweep.write(os.path.join(self.outbox, "KIOSK-RECEIPT.txt"), "Copied.")
        sweep.write(os.path.join(self.outbox, "write"), ORDER.format(content=self.content))

    def has(self, name):
        return sweep.tree(os.path.join(self.stick, name))


def points(room, program):
    """(call, ordinal) of each call that names something of the stick, counted among all of its kind."""
    log = os.path.join(room.folder, "log")
    sweep.run(program, room.command, {0}, ["strace", "-f", "-y", "-s", "0", "-o", log])
    counts, found = {}, []
    for line in sweep.whole_lines(log):
        if match := sweep.CALL.match(line):
            call = match.group(2)
            counts[call] = counts.get(call, 0) + 1
            if room.stick in line and TRIED.search(call):
                found.append((call, counts[call]))
    return found


def check(room, fault, code, old, new):
    kiosk, kept = room.has("kiosk"), room.has("kiosk-old")
    if kiosk not in (old, new) and not (kiosk is None and fault == "kill"):
        raise AssertionError("the folder kiosk is neither the old one nor the new one")
    if kiosk != old and kept != old:
        raise AssertionError("the words that were on the stick are lost")
    if code == 0 and kiosk != new:
        raise AssertionError("it ended with 0 and copied nothing")
    if code not in (0, 3, -9, 137):
        raise AssertionError(f"it ended with {code}")


def try_point(folder, source, program, old_new, point):
    fault, (call, ordinal) = point
    room = Room(folder, source, f"{fault}-{call}-{ordinal}")
    try:
        log = os.path.join(room.folder, "log")
        code, _ = sweep.run(program, room.command, None, ["strace", "-f", "-o", log, "-e", f"trace={call}", "-e",
                                                       f"inject={call}:{sweep.FAULTS[fault]}:when={ordinal}"])
        with open(log, encoding="utf-8", errors="replace") as file:
            if not re.search(r"\(INJECTED\)|killed by SIGKILL", file.read()):
                raise AssertionError("the fault did not happen")
        check(room, fault, code, *old_new)
        room.order()
        sweep.run(program, room.command, {0})
        if room.has("kiosk") != old_new[1] or old_new[0] not in (room.has("kiosk-old"), room.has("kiosk-old-2")):
            raise AssertionError("the next copy is not as it should be")
        strange = [n for n in os.listdir(room.stick) if not re.fullmatch(r"kiosk(-old(-2)?)?|KIOSK-RECEIPT.txt", n)]
        if strange:
            raise AssertionError(f"the next copy leaves {strange}")
    except AssertionError as wrong:
        return f"{fault} at {call} number {ordinal}: {wrong}"
    finally:
        shutil.rmtree(room.folder, ignore_errors=True)
    return None


def main():
    program, source = (os.path.abspath(a) for a in sys.argv[1:3])
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dit-kiosk-deliver-") as folder:
        room = Room(folder, source, "whole")
        old = room.has("kiosk")
        found = points(room, program)
        new = room.has("kiosk")
        calls = {call for call, _ in found}
        if old == new or room.has("kiosk-old") != old or not {"fsync", "mkdirat", "renameat"} <= calls:
            raise AssertionError("without a fault the copy is not as it should be")
        tasks = [(fault, point) for fault in sweep.FAULTS for point in found]
        with concurrent.futures.ThreadPoolExecutor(sweep.WORKERS) as pool:
            wrong = [w for w in pool.map(lambda task: try_point(folder, source, program, (old, new), task), tasks) if w]
    print(f"{len(tasks)} points tried ({len(found)} calls that have to do with the stick, each with "
          f"{', '.join(sweep.FAULTS)}); {len(wrong)} went wrong")
    print("\n".join(wrong[:40]))
    print(f"{time.monotonic() - begin:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MIT
"""A power cut and a failing disk, at every system call of an update. strace kills the program on its way
into the n-th call, or makes that call fail with EIO or ENOSPC; afterwards the store must show the old
content whole or the new content whole, and the next import and rollback must work as if nothing had been.
Every call that changes or opens something of the stick or the store is tried; of the others (questions, the
loader, the fonts) a sample. What the program said has to be what the store shows.
Usage: sweep.py PROGRAM SOURCE"""

import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

FAULTS = {"kill": "signal=KILL", "EIO": "error=EIO", "ENOSPC": "error=ENOSPC"}
WHOLE = re.compile(r"open|write|fsync|rename|symlink|mkdir|unlink|close|flock")  # each one of these is tried
SAMPLE_TOUCHING, SAMPLE_OTHERS = 4, 40  # every fourth of the rest on stick and store, every fortieth elsewhere
NEVER = {"exit_group", "execve", "exit", "poll"}  # cannot fail, no program yet, as often as time will have it
UNSEEN = {"landlock_add_rule"}  # strace -P does not know which path it is about
LEGAL_NAMES = re.compile(r"gen-[1-9]\d*|current|previous|trial")
CALL = re.compile(r"^(\d+) +([a-z_0-9]+)\(")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
WORKERS = 3


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def make_stick(source, stick, words):
    """A small content with a file of each kind: settings, cards, a picture."""
    kiosk = os.path.join(stick, "kiosk")
    cards = os.path.join(kiosk, "cards", "en")
    os.makedirs(cards)
    os.makedirs(os.path.join(kiosk, "images"))
    write(os.path.join(kiosk, "kiosk.ini"), "[practice]\nname = A\n[referral]\nphone = 0203 228 1350\n")
    for name in ("refer.md", "urgent-help.md"):
        shutil.copy(os.path.join(source, "config", "cards", "en", name), cards)
    shutil.copy(os.path.join(source, "assets", "icons", "people.svg"), os.path.join(kiosk, "images", "team.svg"))
    write(os.path.join(cards, "10-what.md"), f"# What is DIT?\n\n{words}\n\n![Our team](team.svg)\n")
    return kiosk


def tree(folder):
    """Every name below a folder with its bytes; None where there is no folder."""
    if not os.path.isdir(folder):
        return None
    found = {}
    for top, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(top, name), folder)] = "folder"
        for name in files:
            path = os.path.join(top, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


class Scenario:
    """A store to start from, the command that is cut off, and what may be shown before and after it."""

    def __init__(self, name, room, program):
        self.name, self.room, self.program = name, room, program
        self.faults = ["kill"] if name == "first" else list(FAULTS)  # what fails there fails as in the others
        self.store = os.path.join(room, f"template-{name}")
        self.stick = os.path.join(room, "new")
        self.command = ["rollback"] if name == "rollback" else ["import", self.stick]
        for step in {"first": [], "update": ["one", "two", "old"], "rollback": ["new", "old"]}[name]:
            run(program, ["import", os.path.join(room, step), "--store", self.store], {0})
        self.before = tree(os.path.join(self.store, "current"))
        self.after = tree(os.path.join(room, "new", "kiosk"))

    def copy(self, to):
        if os.path.isdir(self.store):
            shutil.copytree(self.store, to, symlinks=True)


def run(program, arguments, codes, trace=()):
    """The exit status and what was said."""
    done = subprocess.run([*trace, program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, timeout=900, check=False,
                          env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0", "SDL_VIDEODRIVER": "dummy"})
    words = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
    if codes is not None and done.returncode not in codes:
        raise AssertionError(f"`{' '.join(arguments[:1])}` ended with {done.returncode}: {words}")
    return done.returncode, words


def whole_lines(path):
    """The log of two processes at once, with each call on one line, where it came back."""
    begun, found = {}, []
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file.read().splitlines():
            if match := UNFINISHED.match(line):
                begun[match.group(1)] = match.group(2)
            elif match := RESUMED.match(line):
                found.append(f"{match.group(1)} {begun.pop(match.group(1), '')}{match.group(2)}")
            else:
                found.append(line)
    return found + [f"{process} {call}" for process, call in begun.items()]


def points(scenario):
    """(call, ordinal, whether it touches the stick or the store, whether the first process makes it), and the paths
    of what is touched. Calls that touch are counted among themselves, as strace does with -P, so that the loader is
    not among them. The update is two processes and strace counts in each: without -f it sees the first alone, and
    with it a point may be one in both."""
    with tempfile.TemporaryDirectory(dir=scenario.room) as folder:
        store, log = os.path.join(folder, "store"), os.path.join(folder, "log")
        scenario.copy(store)
        run(scenario.program, [*scenario.command, "--store", store], {0}, ["strace", "-f", "-y", "-s", "0", "-o", log])
        if tree(os.path.join(store, "current")) != scenario.after:
            raise AssertionError(f"{scenario.name}: without a fault the new content is not shown")
        lines = whole_lines(log)
        if scenario.name != "rollback":
            check_order(lines, store)
    counts, found, paths = {}, {}, set()
    first = CALL.match(lines[0]).group(1)
    for line in lines:
        match = CALL.match(line)
        if match and match.group(2) not in NEVER:
            touched = re.findall(f'[<"]({scenario.room}[^">]*)', line) if match.group(2) not in UNSEEN else []
            key = (*match.groups(), bool(touched))
            counts[key] = counts.get(key, 0) + 1
            is_first = match.group(1) == first
            hears = is_first and match.group(2) == "read" and not touched  # of the second, in pieces as time has it
            if not hears:
                found[match.group(2), counts[key], bool(touched), is_first] = True
            paths.update(os.path.relpath(path, folder) for path in touched)
    return list(found), paths


def check_order(lines, store):
    """What a name leads to is on the disk before the name is, and each name before the next step: a kill loses
    nothing that was written, but a power cut loses everything that was not waited for."""
    dirty, renames = set(), 0
    made = re.compile(r'(openat|mkdirat)\(\d+<([^>]*)>, "([^"]*)", (?:.*O_CREAT|0)')
    synced = re.compile(r"fsync\(\d+<([^>]*)>\) += 0")
    renamed = re.compile(r'renameat\(\d+<([^>]*)>, "([^"]*)", .* = 0')
    for line in lines:
        if store not in line:
            continue
        if match := made.search(line):
            dirty.add(os.path.join(match.group(2), match.group(3)))
            dirty.add(match.group(2))
        elif match := synced.search(line):
            dirty.discard(match.group(1))
        elif match := renamed.search(line):
            renames += 1
            of_store = match.group(2) == "staging" or match.group(2).endswith(".new")  # its own name in the store
            waiting = sorted(d for d in dirty if d != store or not of_store)
            if waiting:
                raise AssertionError(f"{match.group(2)} gets its name before these are on the disk: {waiting}")
            dirty.add(store)
    if renames < 2 or dirty:
        raise AssertionError(f"{renames} names were given, and these were not waited for: {sorted(dirty)}")


def check_store(scenario, store, code, words, is_touching):
    """The store after the cut, and after what people do next."""
    shown = tree(os.path.join(store, "current"))
    if shown != scenario.before and shown != scenario.after:
        raise AssertionError("neither the old nor the new content is shown whole")
    if code == 0 and shown != scenario.after:
        raise AssertionError("it ended with 0 and shows the old content")
    if code == 1 and shown != scenario.before:
        raise AssertionError("it ended with 1 and shows the new content")
    if "is in place" in words and shown != scenario.after:
        raise AssertionError(f"it says “{words}” and shows the old content")
    if "cannot be put in place" in words and shown != scenario.before:
        raise AssertionError(f"it says “{words}” and shows the new content")
    if is_touching and code not in (0, 1, 3, -9, 137):
        raise AssertionError(f"it ended with {code}")
    run(scenario.program, ["import", scenario.stick, "--store", store], {0})
    if tree(os.path.join(store, "current")) != scenario.after:
        raise AssertionError("the next import does not show the new content")
    strange = [n for n in os.listdir(store) if not LEGAL_NAMES.fullmatch(n)]
    if strange:
        raise AssertionError(f"the next import leaves {strange}")
    run(scenario.program, ["rollback", "--store", store], {0})
    if tree(os.path.join(store, "current")) != scenario.before:
        raise AssertionError("the next rollback does not show the earlier content")


def try_point(scenario, fault, point, paths):
    call, ordinal, is_touching, is_first = point
    folder = tempfile.mkdtemp(dir=scenario.room)
    store = os.path.join(folder, "store")
    try:
        scenario.copy(store)
        trace = ["strace", *([] if is_first else ["-f"]), "-o", os.path.join(folder, "log"), "-e", f"trace={call}",
                 "-e", f"inject={call}:{FAULTS[fault]}:when={ordinal}"]
        for path in paths if is_touching else ():
            trace += ["-P", os.path.normpath(os.path.join(folder, path))]
        code, words = run(scenario.program, [*scenario.command, "--store", store], None, trace)
        with open(os.path.join(folder, "log"), encoding="utf-8", errors="replace") as log:
            text = log.read()
        if "(INJECTED)" not in text and "killed by SIGKILL" not in text:
            raise AssertionError("the fault did not happen")
        check_store(scenario, store, code, words, is_touching)
    except (AssertionError, OSError, subprocess.TimeoutExpired) as wrong:
        return f"{scenario.name}: {fault} at {call} number {ordinal}: {wrong}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return None


def sweep(scenario, pool):
    found, paths = points(scenario)
    whole = [p for p in found if p[2] and WHOLE.match(p[0])]
    touching = [p for p in found if p[2] and not WHOLE.match(p[0])][::SAMPLE_TOUCHING]
    others = [p for p in found if not p[2]][::SAMPLE_OTHERS]
    tasks = [(fault, point) for fault in scenario.faults for point in whole + touching + others]
    wrong = [w for w in pool.map(lambda task: try_point(scenario, *task, paths), tasks) if w]
    print(f"{scenario.name}: {len(tasks)} points tried ({len(whole)} calls that open or change something of the "
          f"stick or the store, {len(touching)} of the other calls on them, {len(others)} elsewhere, each with "
          f"{', '.join(scenario.faults)}); {len(wrong)} went wrong", flush=True)
    return wrong


def main():
    program, source = (os.path.abspath(a) for a in sys.argv[1:3])
    begin = time.monotonic()
    wrong = []
    with tempfile.TemporaryDirectory(prefix="dit-kiosk-sweep-") as room:
        for words in ("one", "two", "old", "new"):
            make_stick(source, os.path.join(room, words), f"These are the {words} words.")
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            for name in ("update", "first", "rollback"):
                wrong += sweep(Scenario(name, room, program), pool)
    print("\n".join(wrong[:40]))
    print(f"{time.monotonic() - begin:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MIT
"""A power cut and a failing disk, at every system call of an update, of a roll-back and of a copy to a stick. strace
kills the program on its way into the n-th call, or makes that call fail with EIO or ENOSPC; afterwards there must be
the old content whole or the new content whole, and the next time must work as if nothing had been. Every call that
changes or opens something of the stick or the store is tried; of the others (questions, the loader, the fonts) a
sample. What the program said has to be what is there. Usage: sweep.py PROGRAM SOURCE SCENARIO..."""

import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

FAULTS = {"kill": "signal=KILL", "EIO": "error=EIO", "ENOSPC": "error=ENOSPC"}
WHOLE = re.compile(r"open|write|sync|rename|symlink|mkdir|unlink|close|flock")  # each one of these is tried
SAMPLE_TOUCHING, SAMPLE_OTHERS = 4, 40  # every fourth of the rest on stick and store, every fortieth elsewhere
NEVER = {"exit_group", "execve", "exit", "poll"}  # cannot fail, no program yet, as often as time will have it
UNSEEN = {"landlock_add_rule"}  # strace -P does not know which path it is about
CALL = re.compile(r"^(\d+) +([a-z_0-9]+)\(")
UNFINISHED = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
KILLED = (-9, 137)
LEGAL = re.compile(r"(gen|when|content|stick)-[1-9]\d*|content-0|current|previous|trial")  # in a store
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
    for name in ("refer.txt", "urgent-help.txt"):
        shutil.copy(os.path.join(source, "config", "cards", "en", name), cards)
    shutil.copy(os.path.join(source, "assets", "icons", "touch.svg"), os.path.join(kiosk, "images", "team.svg"))
    write(os.path.join(cards, "10-what.txt"), f"# What is DIT?\n\n{words}\n\n![Our team](team.svg)\n")
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


def demand(what, otherwise):
    if not what:
        raise AssertionError(otherwise)


def run(program, arguments, codes=(0,), trace=()):
    """The exit status and what was said."""
    done = subprocess.run([*trace, program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          stdin=subprocess.DEVNULL, timeout=900, check=False,
                          env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0", "SDL_VIDEODRIVER": "dummy"})
    words = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
    demand(codes is None or done.returncode in codes, f"`{arguments[0]}` ended with {done.returncode}: {words}")
    return done.returncode, words


class Update:
    """An import, one with a merge in it, or a roll-back in a store, to the content before or further back: what it
    starts from, and what may be shown before and after it."""

    whole, sample_others = WHOLE, SAMPLE_OTHERS

    def __init__(self, name, room, program, source):
        self.room, self.program = room, program
        self.is_rollback = name in ("rollback", "back")
        self.words = ["rollback", "--to", "1"] if name == "back" else ["rollback"]
        self.faults = ["kill"] if name == "first" else list(FAULTS)  # what fails there fails as in the others
        self.template = os.path.join(room, "template")
        self.stick = os.path.join(room, "new")
        for words in ("one", "two", "old", "new"):
            make_stick(source, os.path.join(room, words), f"These are the {words} words.")
        for step in {"first": [], "update": ["one", "two", "old"], "rollback": ["new", "old"],
                     "back": ["new", "one", "old"],
                     "merge": ["one", "old"]}[name]:
            run(program, ["import", os.path.join(room, step), "--store", self.template])
            if name == "merge" and step == "one":
                self.make_copy()
        self.before = tree(os.path.join(self.template, "current"))
        self.after = tree(os.path.join(self.stick, "kiosk"))
        if name == "merge":
            card = os.path.join("cards", "en", "10-what.txt")
            self.after = {path: self.before[card] if path == card else found for path, found in self.after.items()
                          if path not in ("copied-from.txt", "README.txt")}

    def make_copy(self):
        """What comes back has a card and a setting of its own, and the screen another card than it was copied from."""
        self.stick = os.path.join(self.room, "copy")
        os.mkdir(self.stick)
        kiosk = os.path.join(self.stick, "kiosk")
        run(self.program, ["export", "--store", self.template, kiosk])
        write(os.path.join(kiosk, "cards", "en", "20-more.txt"), "# More\n\nWords.\n")
        with open(os.path.join(kiosk, "kiosk.ini"), "a", encoding="utf-8") as settings:
            settings.write("service = Talking\r\n")

    def build(self, folder):
        if os.path.isdir(self.template):
            shutil.copytree(self.template, os.path.join(folder, "store"), symlinks=True)
        return self.room  # what it touches lies in here

    def command(self, folder, words=None):
        words = words or (self.words if self.is_rollback else ["import", self.stick])
        return [*words, "--store", os.path.join(folder, "store")]

    def check_whole(self, folder, lines):
        store = os.path.join(folder, "store")
        demand(tree(os.path.join(store, "current")) == self.after, "without a fault the new content is not shown")
        if not self.is_rollback:
            check_order(lines, store)

    def check(self, folder, fault, code, words):
        """The store after the cut, and after what people do next."""
        store = os.path.join(folder, "store")
        shown = tree(os.path.join(store, "current"))
        demand(shown in (self.before, self.after), "neither the old nor the new content is shown whole")
        demand(code != 0 or shown == self.after, "it ended with 0 and shows the old content")
        demand(code != 1 or shown == self.before, "it ended with 1 and shows the new content")
        demand("is in place" not in words or shown == self.after, f"it says “{words}” and shows the old content")
        demand("cannot be put in place" not in words or shown == self.before,
               f"it says “{words}” and shows the new content")
        run(self.program, self.command(folder, ["import", self.stick]))
        demand(tree(os.path.join(store, "current")) == self.after, "the next import does not show the new content")
        strange = [name for name in os.listdir(store) if not LEGAL.fullmatch(name)]
        demand(not strange, f"the next import leaves {strange}")
        run(self.program, self.command(folder, ["rollback"]))
        demand(tree(os.path.join(store, "current")) == self.before,
               "the next rollback does not show the earlier content")


class Copy:
    """A stick with words of its own on it, the content of a screen, and an outbox with the order to copy that. The
    folder `kiosk` is the old one or the new one or, for the moment between two names, the old one lies whole under its
    other name: the words that were on the stick are never lost."""

    whole, sample_others = re.compile(WHOLE.pattern + "|getdents|stat"), None
    faults = list(FAULTS)

    def __init__(self, _, room, program, source):
        self.program, self.source = program, source
        self.old = tree(make_stick(source, os.path.join(room, "old"), "Words that somebody wrote."))
        self.content = make_stick(source, os.path.join(room, "screen"), "Words of the screen.")
        self.new = None

    def order(self, folder):
        sort = "[order]\nnumber = 7\ncontent = {}\nguide = \nover = on\n"
        write(os.path.join(folder, "outbox", "KIOSK-RECEIPT.txt"), "Copied.")
        write(os.path.join(folder, "outbox", "write"), sort.format(self.content))

    def build(self, folder):
        stick = os.path.join(folder, "stick")
        make_stick(self.source, stick, "Words that somebody wrote.")
        self.order(folder)
        return stick

    def command(self, folder):
        return ["deliver", os.path.join(folder, "outbox"), "--stick", os.path.join(folder, "stick")]

    def kept(self, folder):
        found = [tree(os.path.join(folder, "stick", name)) for name in ("kiosk", "kiosk-old", "kiosk-old-2")]
        for content in found:
            if content and "copied-from.txt" in content:
                content["copied-from.txt"] = b""  # in which the time is
        return found

    def check_whole(self, folder, _):
        self.new, kept, _ = self.kept(folder)
        demand(self.new != self.old and kept == self.old, "without a fault the copy is not as it should be")

    def check(self, folder, fault, code, _):
        kiosk, kept, _ = self.kept(folder)
        demand(kiosk in (self.old, self.new) or (kiosk is None and fault == "kill"),
               "the folder kiosk is neither the old one nor the new one")
        demand(self.old in (kiosk, kept), "the words that were on the stick are lost")
        demand(code != 0 or kiosk == self.new, "it ended with 0 and copied nothing")
        demand(code in (0, 3, *KILLED), f"it ended with {code}")
        self.order(folder)
        run(self.program, self.command(folder))
        kiosk, *kept = self.kept(folder)
        demand(kiosk == self.new and self.old in kept, "the next copy is not as it should be")
        legal = {"kiosk", "kiosk-old", "kiosk-old-2", "KIOSK-RECEIPT.txt", "Edit the cards.html"}
        strange = sorted(set(os.listdir(os.path.join(folder, "stick"))) - legal)
        demand(not strange, f"the next copy leaves {strange}")


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


def points(scenario, room):
    """(call, ordinal, whether it touches the stick or the store, whether the first process makes it), and the paths
    of what is touched. Calls that touch are counted among themselves, as strace does with -P, so that the loader is
    not among them. The update is two processes and strace counts in each: without -f it sees the first alone, and
    with it a point may be one in both."""
    with tempfile.TemporaryDirectory(dir=room) as folder:
        log = os.path.join(folder, "log")
        where = scenario.build(folder)
        run(scenario.program, scenario.command(folder), trace=["strace", "-f", "-y", "-s", "0", "-o", log])
        lines = whole_lines(log)
        scenario.check_whole(folder, lines)
    counts, found, paths = {}, {}, set()
    first = CALL.match(lines[0]).group(1)
    for line in lines:
        match = CALL.match(line)
        if match and match.group(2) not in NEVER:
            touched = re.findall(f'[<"]({where}[^">]*)', line) if match.group(2) not in UNSEEN else []
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
    synced_all = re.compile(r"syncfs\(\d+<[^>]*>\) += 0")
    synced = re.compile(r"fsync\(\d+<([^>]*)>\) += 0")
    renamed = re.compile(r'renameat\(\d+<([^>]*)>, "([^"]*)", .* = 0')
    for line in lines:
        if store not in line:
            continue
        if match := made.search(line):
            dirty.add(os.path.join(match.group(2), match.group(3)))
            dirty.add(match.group(2))
        elif synced_all.search(line):
            dirty.clear()
        elif match := synced.search(line):
            dirty.discard(match.group(1))
        elif match := renamed.search(line):
            renames += 1
            of_store = match.group(2) == "staging" or match.group(2).endswith(".new")  # its own name in the store
            waiting = sorted(d for d in dirty if d != store or not of_store)
            demand(not waiting, f"{match.group(2)} gets its name before these are on the disk: {waiting}")
            dirty.add(store)
    demand(renames >= 2 and not dirty, f"{renames} names were given, and these were not waited for: {sorted(dirty)}")


def try_point(scenario, room, fault, point, paths):
    call, ordinal, is_touching, is_first = point
    folder = tempfile.mkdtemp(dir=room)
    log = os.path.join(folder, "log")
    try:
        scenario.build(folder)
        trace = ["strace", *([] if is_first else ["-f"]), "-o", log, "-e", f"trace={call}",
                 "-e", f"inject={call}:{FAULTS[fault]}:when={ordinal}"]
        for path in paths if is_touching else ():
            trace += ["-P", os.path.normpath(os.path.join(folder, path))]
        code, words = run(scenario.program, scenario.command(folder), None, trace)
        with open(log, encoding="utf-8", errors="replace") as file:
            demand(re.search(r"\(INJECTED\)|killed by SIGKILL", file.read()), "the fault did not happen")
        demand(not is_touching or code in (0, 1, 3, *KILLED), f"it ended with {code}")
        scenario.check(folder, fault, code, words)
    except (AssertionError, OSError, subprocess.TimeoutExpired) as wrong:
        return f"{fault} at {call} number {ordinal}: {wrong}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return None


def sweep(name, program, source):
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="dit-kiosk-sweep-") as room:
        scenario = SCENARIOS[name](name, room, program, source)
        found, paths = points(scenario, room)
        chosen = [p for p in found if p[2] and scenario.whole.search(p[0])]
        chosen += [p for p in found if p[2] and not scenario.whole.search(p[0])][::SAMPLE_TOUCHING]
        chosen += [p for p in found if not p[2]][::scenario.sample_others] if scenario.sample_others else []
        tasks = [(fault, point) for fault in scenario.faults for point in chosen]
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            wrong = [w for w in pool.map(lambda task: try_point(scenario, room, *task, paths), tasks) if w]
    print(f"{name}: {len(tasks)} points tried in {time.monotonic() - begin:.0f} s ({len(chosen)} calls, each with "
          f"{', '.join(scenario.faults)}); {len(wrong)} went wrong", *wrong[:40], sep="\n", flush=True)
    return wrong


SCENARIOS = {"update": Update, "first": Update, "merge": Update, "rollback": Update, "back": Update, "copy": Copy}

if __name__ == "__main__":
    PROGRAM, SOURCE = (os.path.abspath(a) for a in sys.argv[1:3])
    sys.exit(1 if [w for chosen in sys.argv[3:] for w in sweep(chosen, PROGRAM, SOURCE)] else 0)

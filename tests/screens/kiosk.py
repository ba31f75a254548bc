# SPDX-License-Identifier: MIT
"""Runs `dit-kiosk render` and reads what it drew: a set of screens, each a display list and a PNG. The
dump's lines are `KIND X Y W H ["TEXT"] key=value...`, as `dit-kiosk render --help` promises."""

import concurrent.futures
import itertools
import os
import re
import subprocess
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = os.environ.get("DIT_KIOSK") or os.path.join(ROOT, "build-release", "dit-kiosk")
CONTENT = os.path.join(ROOT, "config")

SIZES = ["800x480", "1024x600", "1280x720", "720x1280", "1920x1080", "1080x1920", "3840x2160"]
THEMES = ["light", "contrast"]
TEXTS = ["normal", "larger", "largest"]

LINE = re.compile(r'(\S+) (-?\d+) (-?\d+) (-?\d+) (-?\d+)(?: "((?:[^"\\]|\\.)*)")?(.*)$')
FIELD = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S+)')


def unescape(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m.group(1) == "n" else m.group(1), text)


class Item:
    """One line of a dump."""

    def __init__(self, line):
        match = LINE.match(line)
        if not match:
            raise ValueError(f"not a line of a display list: {line!r}")
        self.kind = match.group(1)
        self.x, self.y, self.w, self.h = (int(match.group(i)) for i in range(2, 6))
        self.text = unescape(match.group(6)) if match.group(6) is not None else None
        self.fields = {key: unescape(value.strip('"')) for key, value in FIELD.findall(match.group(7))}
        self.line = line

    @property
    def right(self):
        return self.x + self.w

    @property
    def bottom(self):
        return self.y + self.h

    def number(self, key):
        return int(self.fields[key])

    def holds(self, other, slack=0):
        return (self.x - slack <= other.x and self.y - slack <= other.y
                and other.right <= self.right + slack and other.bottom <= self.bottom + slack)

    def common(self, other):
        """Width and height of what two rectangles share; negative where they are apart."""
        return (min(self.right, other.right) - max(self.x, other.x),
                min(self.bottom, other.bottom) - max(self.y, other.y))

    def __repr__(self):
        return self.line


class Screen:
    """One display list: `name` is the file's name without .txt."""

    def __init__(self, name, dump, png=None):
        self.name = name
        self.dump = dump
        self.png = png
        lines = [Item(line) for line in dump.splitlines()]
        self.frame = lines[0]
        if self.frame.kind != "scene":
            raise ValueError(f"{name}: the first line is not the scene")
        self.items = lines[1:]

    def of(self, *kinds):
        return [item for item in self.items if item.kind in kinds]

    @property
    def targets(self):
        return {item.text: item for item in self.of("target")}

    @property
    def is_card(self):
        return self.name.startswith("card-")

    @property
    def is_loop(self):
        return self.name.startswith("loop-")

    @property
    def above_dim(self):
        """What lies over the last dim item; everything where nothing is dimmed."""
        last = max([i for i, item in enumerate(self.items) if item.kind == "dim"], default=-1)
        return self.items[last + 1:]

    def is_struck_out(self, text):
        """Whether a thin line lies over the letters: an old value beside a new one."""
        lines = [i for i in self.of("decoration") if i.h < text.number("size") / 4 and i.w >= text.w * 0.9]
        return any(text.y < line.y < text.bottom and line.x <= text.x + 2 and line.right >= text.right - 2
                   for line in lines)


class Screens(dict):
    """Every screen of one rendering, by name, and how it was asked for."""

    def __init__(self, title, options):
        super().__init__()
        self.title = title
        self.options = options


def device_file(folder, lines):
    path = os.path.join(folder, "device.ini")
    with open(path, "w", encoding="utf-8") as file:
        file.write(lines)
    return path


def render(out, content=CONTENT, inches=None, pictures=True, **options):
    """Screens of one `render`; options are the command line's, such as size="800x480"."""
    command = [PROGRAM, "render", content, "--out", out, "--dump"] + ([] if pictures else ["--no-pictures"])
    for key, value in options.items():
        command += [f"--{key}", value]
    os.makedirs(out, exist_ok=True)
    device = device_file(out, f"[screen]\nscreen_inches = {inches}\n" if inches else "")
    command += ["--device", device]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    title = " ".join(command[1:2] + [f"{k}={v}" for k, v in options.items()] + ([f"{inches} inches"] if inches else []))
    if done.returncode != 0:
        raise RuntimeError(f"{title}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return load(title, dict(options, inches=inches), out)


def load(title, options, out):
    """What was drawn into a folder."""
    screens = Screens(title, options)
    for name in sorted(os.listdir(out)):
        if name.endswith(".txt"):
            stem = name[:-4]
            with open(os.path.join(out, name), encoding="utf-8") as file:
                screens[stem] = Screen(stem, file.read(), os.path.join(out, stem + ".png"))
    if not screens:
        raise RuntimeError(f"{title}: nothing was drawn")
    return screens


def matrix(**axes):
    """Every combination of the axes, as a list of option dictionaries."""
    return [dict(zip(axes, values)) for values in itertools.product(*axes.values())]


def render_each(jobs, look, pictures=True):
    """Renders each job, two at a time, and collects what look(screens) returns. Pictures are kept only
    while look runs, because a whole matrix of them is gigabytes; rules over display lists need none."""
    def one(job):
        with tempfile.TemporaryDirectory(prefix="dit-screens-") as out:
            return look(render(out, pictures=pictures, **job))

    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(one, jobs))


def setting(key, content=CONTENT):
    """A value of kiosk.ini."""
    with open(os.path.join(content, "kiosk.ini"), encoding="utf-8-sig") as file:
        for line in file:
            match = re.match(rf"{key}\s*=\s*(.*)", line)
            if match:
                return match.group(1).strip()
    raise KeyError(key)


def phone_uri(shown):
    digits = re.sub(r"\D", "", shown)
    return "tel:+44" + digits[1:] if digits.startswith("0") else "tel:+" + digits

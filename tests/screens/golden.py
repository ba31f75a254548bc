# SPDX-License-Identifier: MIT
"""Golden text of the display list of every screen at three sizes. `golden.py check` compares, `golden.py
bless` rewrites after a human has read the diff. On Debian 12 the text is equal to the letter; other
systems have another FreeType, where a rectangle may differ by two pixels and nothing else may."""

import difflib
import os
import re
import sys
import tempfile

import kiosk

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
SIZES = ["800x480", "1920x1080", "720x1280"]


def is_exact_system():
    with open("/etc/os-release", encoding="utf-8") as file:
        return 'VERSION_ID="12"' in file.read()


def drawn():
    found = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="dit-golden-") as out:
            for name, screen in kiosk.render(out, size=size).items():
                found[f"{size}/{name}.txt"] = screen.dump
    return found


def blessed():
    found = {}
    for folder, _, files in os.walk(FOLDER):
        for name in files:
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                found[os.path.relpath(path, FOLDER)] = file.read()
    return found


def differs(old, new, is_exact):
    if is_exact or old == new:
        return old != new
    one, other = old.splitlines(), new.splitlines()
    if len(one) != len(other):
        return True
    for a, b in zip(one, other):
        if re.sub(r"-?\d+", "0", a) != re.sub(r"-?\d+", "0", b):
            return True
        if any(abs(int(m) - int(n)) > 2 for m, n in zip(re.findall(r"-?\d+", a)[:4], re.findall(r"-?\d+", b)[:4])):
            return True
    return False


def check():
    old, new, is_exact = blessed(), drawn(), is_exact_system()
    wrong = [name for name in sorted(old.keys() | new.keys())
             if differs(old.get(name, ""), new.get(name, ""), is_exact)]
    for name in wrong:
        print("".join(difflib.unified_diff(old.get(name, "").splitlines(True), new.get(name, "").splitlines(True),
                                           f"golden/{name}", f"drawn/{name}", n=1)))
    print(f"{len(new)} display lists, {len(wrong)} differ")
    if wrong:
        print("Look at the pictures; if they are right, run `sh tests/screens/bless.sh` and review its diff.")
    return 1 if wrong or not new else 0


def bless():
    new = drawn()
    for name in blessed().keys() - new.keys():
        os.remove(os.path.join(FOLDER, name))
    for name, dump in new.items():
        path = os.path.join(FOLDER, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(dump)
    print(f"{len(new)} display lists written to {os.path.relpath(FOLDER, kiosk.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit({"check": check, "bless": bless}[sys.argv[1]]())

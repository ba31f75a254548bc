# SPDX-License-Identifier: MIT
"""Golden text of the display list of every screen: patients' at three sizes, staff's at the smallest. test_golden.py
compares; this file, run by itself, rewrites them from the program that DIT_KIOSK names. Do that on Debian 12,
after looking at the pictures, and review the diff like any other change. On other systems FreeType measures
letters a little differently: there a place may be off by a pixel or two, and nothing else may."""

import os
import tempfile

import kiosk

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
SIZES = ["800x480", "1920x1080", "720x1280"]
STAFF_SIZE = "800x480"
PLACE_PX = 2  # x, y, w and h
FIELDS_PX = {"baseline": 1, "seen": 2}


def is_exact_system():
    with open("/etc/os-release", encoding="utf-8") as file:
        return 'VERSION_ID="12"' in file.read()


def drawn():
    found = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="dit-golden-") as out:
            for name, screen in kiosk.render(out, size=size, pictures=False).items():
                if size == STAFF_SIZE or not name.startswith("staff-"):
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


def is_near(one, other, slack_px):
    return all(abs(int(a) - int(b)) <= slack_px for a, b in zip(one, other, strict=True))


def is_alike(one, other):
    """Two lines of a display list that differ in nothing but what a FreeType may decide."""
    a, b = kiosk.Item(one), kiosk.Item(other)
    if (a.kind, a.text, a.fields.keys()) != (b.kind, b.text, b.fields.keys()):
        return False
    if not is_near((a.x, a.y, a.w, a.h), (b.x, b.y, b.w, b.h), PLACE_PX):
        return False
    return all(is_near(value.split(","), b.fields[key].split(","), FIELDS_PX[key]) if key in FIELDS_PX
               else value == b.fields[key] for key, value in a.fields.items())


def differs(old, new, is_exact):
    if is_exact or old == new:
        return old != new
    one, other = old.splitlines(), new.splitlines()
    return len(one) != len(other) or not all(is_alike(a, b) for a, b in zip(one, other))


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


if __name__ == "__main__":
    bless()

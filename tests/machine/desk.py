# SPDX-License-Identifier: MIT
"""A receptionist in front of the machine: sticks with cards on them, the PIN, the staff screens. Controls are
tapped where `render` draws them; what only a live screen can say is read from the glass."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

import image
import stick
from machine import SLOWER

sys.path.insert(0, os.path.join(image.ROOT, "tests", "x11"))
import staff  # noqa: E402

OLD, NEW = "0203 228 1350", "0203 228 1351"
OLD_CODE, NEW_CODE = "tel:+442032281350", "tel:+442032281351"
CONTENT = os.path.join(image.ROOT, "config")
RECEIPT = "KIOSK-RECEIPT.txt"


def other_number(folder):
    staff.edit(folder, "kiosk.ini", OLD, NEW)


def spoil(folder):
    staff.edit(folder, "kiosk.ini", OLD, "0203 228 135")


class Sticks:
    """Folders with content, and the sticks that hold them."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="dit-sticks-")

    def at(self, name):
        return os.path.join(self.folder, name)

    def content(self, name, change):
        """A folder for a stick: the cards that are shipped, changed by `change(folder)`."""
        top = self.at(name)
        shutil.copytree(CONTENT, os.path.join(top, "kiosk"))
        change(os.path.join(top, "kiosk"))
        return top

    def make(self, name, change, kind=stick.fat):
        part, disk = self.at(name + ".part"), self.at(name + ".img")
        kind(part, 40, self.content(name, change))
        stick.table(disk, [part])
        os.remove(part)
        return disk

    def close(self):
        shutil.rmtree(self.folder)


def receipt(disk):
    """What the kiosk wrote onto a FAT stick; nothing where it wrote nothing."""
    done = subprocess.run(["mtype", "-i", disk + "@@1M", "::" + RECEIPT], capture_output=True, check=False)
    return done.stdout.decode("utf-8-sig")


def set_pin(machine):
    machine.run(f"printf '{staff.PIN}\\n' | dit-kiosk set-pin --store /var/lib/dit-kiosk", 60)


class Desk:
    """What staff do at one glass, a step at a time."""

    def __init__(self, glass):
        self.glass = glass

    def type_pin(self):
        self.glass.expect_controls("staff-pin")
        for digit in staff.PIN:
            self.glass.tap(f"pin-digit {digit}")
        self.glass.tap("pin-ok")

    def tick(self):
        """Every number that has to be confirmed."""
        self.glass.expect_controls("staff-changes", only=["see-cards", "put-on-screen"])
        for action in [a for a in self.glass.screen.targets if a.startswith("confirm ")]:
            self.glass.tap(action)
        self.glass.expect_controls("staff-changes-ticked", only=["put-on-screen"])

    def put_on_screen(self):
        self.type_pin()
        self.tick()
        self.glass.tap("put-on-screen")
        self.glass.expect_controls("staff-done", 30)

    def expect_words(self, *words, patience_s=20):
        """Waits until each of these can be read on the glass."""
        end = time.monotonic() + patience_s * SLOWER
        while True:
            said = staff.written(self.glass.look())
            missing = [word for word in words if word not in said]
            if not missing:
                return said
            if time.monotonic() > end:
                self.glass.fail(f"{missing}; it says: {said}")

    def tap_words(self, words, beside):
        """Taps a tile whose place only a live screen knows, where its first word can be read."""
        self.expect_words(beside, words)
        path = self.glass.machine.path("words.png")
        self.glass.look().save(path)
        done = subprocess.run(["tesseract", path, "-", "--psm", "11", "tsv"], capture_output=True, text=True, check=True)
        for line in done.stdout.splitlines():
            fields = line.split("\t")
            if len(fields) > 11 and fields[11].lower() == words:
                x, y, w, h = map(int, fields[6:10])
                self.glass.machine.tap(x + w // 2, y + h // 2)
                return
        self.glass.fail(f"the word {words}")

    def expect_receipt(self, patience_s=20):
        """Waits until the stick that is plugged in holds one and can be taken out."""
        machine = self.glass.machine
        end = time.monotonic() + patience_s * SLOWER
        while machine.run(f"test -e /run/dit-kiosk/stick/{RECEIPT} && findmnt -n -r -o OPTIONS -M /run/dit-kiosk/stick | cut -c 1-3",
                          check=False)[1] != "ro,":
            if time.monotonic() > end:
                self.glass.fail("a receipt")
            time.sleep(0.5)

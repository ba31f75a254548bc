# SPDX-License-Identifier: MIT
"""A receptionist at a glass: every step is a tap that is judged by what is shown then. What `render` draws of a staff
screen has to be there to the pixel; what only a live screen can say (numbers that changed, findings) is read with
OCR. Desk has a running kiosk, a store with a PIN, and a folder that comes and goes as the stick."""

import os
import shutil
import signal
import subprocess
import tempfile
import time

from PIL import ImageOps

import glass  # first: it knows the folders of the others
import kiosk
from patience import until

PIN = "271828"
NAME = "Waiting room 2"
RECEIPT = f"KIOSK-RECEIPT {NAME}.txt"
OLD, NEW = "0203 228 1350", "0203 228 1351"
LOOKS = [(2, False, "11"), (3, False, "11"), (2, True, "11"), (3, False, "6")]  # scale, inverted, tesseract's mode


def edit(folder, name, old, new):
    path = os.path.join(folder, name)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if old not in text:
        raise AssertionError(f"{name} has no {old!r}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))


def other_number(folder):
    edit(folder, "kiosk.ini", OLD, NEW)


def tesseract(picture, *words):
    with tempfile.TemporaryDirectory(prefix="dit-read-") as folder:
        path = os.path.join(folder, "glass.png")
        picture.save(path)
        return subprocess.run(["tesseract", path, "-", *words], capture_output=True, text=True, check=False,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout


def written(picture, look=LOOKS[0]):
    """What is written on a picture, in one line of small letters."""
    scale, is_inverted, mode = look
    picture = picture.convert("L").resize((picture.width * scale, picture.height * scale))
    picture = ImageOps.invert(picture) if is_inverted else picture
    return " ".join(tesseract(picture, "--psm", mode).split()).lower()


class Staff:
    """What staff do at a Glass, a step at a time."""

    def type_pin(self, pin=PIN, on="staff-pin"):
        self.expect_parts(on)
        for digit in pin:
            self.tap(f"pin-digit {digit}")
        self.tap("pin-ok")

    def tick_all(self):
        """Every number that has to be confirmed."""
        self.expect_parts("staff-changes", "Check the changes", "see-cards", "put-on-screen")
        for action in [a for a in self.screen.targets if a.startswith("confirm ")]:
            self.tap(action)
        self.expect_parts("staff-changes-ticked", "put-on-screen")

    def put_on_screen(self):
        self.type_pin()
        self.tick_all()
        self.tap("put-on-screen")
        self.expect_parts("staff-done", "staff-close")

    def put_cards_on_screen(self):
        """The same where cards alone are changed."""
        self.expect_parts("staff-changes-unseen", "Check the changes", "see-cards")
        self.tap("put-on-screen")
        self.expect_parts("staff-done", "staff-close")

    def open_menu(self):
        """Two corners, each held for longer than three seconds, and the PIN."""
        width, height = next(iter(self.screens.values())).frame.w, next(iter(self.screens.values())).frame.h
        self.press(8, 8)
        time.sleep(5)  # what a slow machine takes to hear of the touch does not count
        self.release(8, 8)
        self.press(width - 8, height - 8)
        self.expect_parts("staff-pin", "Enter the staff PIN")
        self.release(width - 8, height - 8)

    def expect_words(self, *words):
        """Waits until each of these can be read on the glass, at one look or another."""
        said = [""]

        def find():
            said[0] = ""
            for look in LOOKS:
                said[0] += " " + written(self.look(), look)
                if all(word.lower() in said[0] for word in words):
                    return said[0]
            return None

        return until(find, lambda: self.fail(f"{words}; it says: {said[0]}"))


class Desk(Staff, glass.Story):
    """A story with a store and a place where a stick comes and goes."""

    def __init__(self, pin=PIN):
        super().__init__()
        self.room = tempfile.TemporaryDirectory(prefix="dit-desk-")
        self.store = os.path.join(self.room.name, "store")
        self.place = os.path.join(self.room.name, "media", "stick")
        os.makedirs(os.path.dirname(self.place))
        os.mkdir(self.store)
        with open(os.path.join(self.store, "name"), "w", encoding="utf-8") as file:
            file.write(NAME + "\n")
        if pin:
            self.run("set-pin", "--store", self.store, given=pin + "\n")

    def start(self, **running):
        return super().start(content=None, arguments=["--store", self.store, "--stick", self.place], **running)

    def restart(self, between=lambda: None, **running):
        said = self.stop()
        between()
        self.start(**running)
        return said

    def cut_power(self):
        self.stop(how=signal.SIGKILL, code=-signal.SIGKILL)

    def run(self, *words, given=None):
        done = subprocess.run([kiosk.PROGRAM, *words], input=given, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")

    def make_stick(self, change=None):
        """A stick in the making: a copy of the content, changed by `change(folder)`."""
        stick = tempfile.mkdtemp(dir=self.room.name)
        shutil.copytree(kiosk.CONTENT, os.path.join(stick, "kiosk"))
        if change:
            change(os.path.join(stick, "kiosk"))
        return stick

    def plug_in(self, stick):
        os.rename(stick, self.place)

    def pull_out(self):
        away = tempfile.mkdtemp(dir=self.room.name)
        os.rename(self.place, os.path.join(away, "stick"))
        return os.path.join(away, "stick")

    def receipt(self):
        path = os.path.join(self.place, RECEIPT)
        until(lambda: os.path.exists(path), "no receipt came")
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()

    def close(self):
        try:
            return super().close()
        finally:
            self.room.cleanup()

# SPDX-License-Identifier: MIT
"""A receptionist at the running kiosk: a folder is the stick, a store has a PIN, and every step is a tap
that is judged by the glass. Pictures of the cards come from `render`; what only a live screen can show
(the list of changes, findings) is read from the glass with OCR and with the QR decoders."""

import os
import shutil
import signal
import subprocess
import tempfile
import time

from PIL import Image, ImageOps

import glass
import kiosk

PIN = "271828"
LOOKS = [(2, False, "11"), (3, False, "11"), (2, True, "11"), (3, False, "6")]  # scale, inverted, tesseract's mode


def written(picture, look=LOOKS[0]):
    """What is written on a picture, in one line of small letters."""
    scale, is_inverted, mode = look
    picture = picture.convert("L").resize((picture.width * scale, picture.height * scale))
    picture = ImageOps.invert(picture) if is_inverted else picture
    with tempfile.TemporaryDirectory(prefix="dit-read-") as folder:
        path = os.path.join(folder, "glass.png")
        picture.save(path)
        done = subprocess.run(["tesseract", path, "-", "--psm", mode], capture_output=True, text=True, check=False,
                              timeout=120, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    return " ".join(done.stdout.split()).lower()


class Desk:
    """A story with a store and a place where a stick comes and goes."""

    def __init__(self, pin=PIN, content=kiosk.CONTENT, start=True):
        self.room = tempfile.TemporaryDirectory(prefix="dit-desk-")
        self.store = os.path.join(self.room.name, "store")
        self.place = os.path.join(self.room.name, "media", "stick")
        os.makedirs(os.path.dirname(self.place))
        os.mkdir(self.store)
        if pin:
            self.run("set-pin", "--store", self.store, given=pin + "\n")
        self.server = glass.Server()
        self.hand = glass.Hand(self.server.display)
        self.pictures = glass.Pictures(content)
        self.kiosk = None
        if start:
            self.start()

    def start(self, environment=None, device=""):
        self.kiosk = glass.Running(self.server, None, environment=environment, device=device,
                                   arguments=["--store", self.store, "--stick", self.place])

    def run(self, *words, given=None, codes=(0,)):
        done = subprocess.run([kiosk.PROGRAM, *words], input=given, capture_output=True, text=True, check=False, timeout=60)
        if done.returncode not in codes:
            raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def make_stick(self, change=None, content=kiosk.CONTENT):
        """A stick in the making: a copy of the content, changed by `change(folder)`."""
        stick = tempfile.mkdtemp(dir=self.room.name)
        shutil.copytree(content, os.path.join(stick, "kiosk"))
        if change:
            change(os.path.join(stick, "kiosk"))
        return stick

    def plug_in(self, stick):
        os.rename(stick, self.place)

    def pull_out(self):
        away = tempfile.mkdtemp(dir=self.room.name)
        os.rename(self.place, os.path.join(away, "stick"))
        return os.path.join(away, "stick")

    def cards(self):
        return [name for name in self.pictures.of() if name.startswith("card-")]

    def targets(self, name):
        return self.pictures.of()[name].targets

    def tap(self, name, action):
        target = self.targets(name)[action]
        self.hand.tap(target.x + target.w // 2, target.y + target.h // 2)
        time.sleep(0.55)  # a second tap on one control within half a second is a tremor

    def hold_child(self, patience_s=20):
        """Stops the next child that the kiosk has, as soon as it is there."""
        pid = self.kiosk.process.pid
        end = time.monotonic() + patience_s
        while time.monotonic() < end:
            with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
                if found := file.read().split():
                    os.kill(int(found[0]), signal.SIGSTOP)
                    return
        raise AssertionError(f"no child came\n{self.kiosk.said()}")

    def type_pin(self, pin=PIN):
        for digit in pin:
            self.tap("staff-pin", f"pin-digit {digit}")
        self.tap("staff-pin", "pin-ok")

    def read(self, look=LOOKS[0]):
        return written(self.server.picture(), look)

    def expect_words(self, *words, patience_s=glass.PATIENCE_S):
        """Waits until each of these can be read on the glass, at one look or another."""
        end = time.monotonic() + patience_s
        said, missing, turns = "", list(words), 0
        while missing and (time.monotonic() < end or turns % len(LOOKS)):
            if turns % len(LOOKS) == 0:
                said, missing = "", list(words)
            said += " " + self.read(LOOKS[turns % len(LOOKS)])
            missing = [word for word in words if word.lower() not in said]
            turns += 1
        if not missing:
            return said
        kept = os.path.join(os.environ.get("DIT_KEEP", tempfile.gettempdir()), "dit-kiosk-desk.png")
        self.server.picture().save(kept)
        raise AssertionError(f"the glass does not say {missing}; it says: {said}; see {kept}\n{self.kiosk.said()}")

    def expect_control(self, name, action, patience_s=glass.PATIENCE_S):
        """Waits until a control looks on the glass exactly as on the rendered screen of that name."""
        screen = self.pictures.of()[name]
        target = screen.targets[action]
        box = (target.x, target.y, target.right, target.bottom)
        wanted = Image.open(screen.png).convert("RGB").crop(box).tobytes()
        end = time.monotonic() + patience_s
        while self.server.picture().convert("RGB").crop(box).tobytes() != wanted:
            if time.monotonic() > end:
                raise AssertionError(f"{action} does not look as on {name}\n{self.kiosk.said()}")
            time.sleep(0.05)

    def keep(self, name):
        """A picture of this step for human eyes, where somebody wants them."""
        if os.environ.get("DIT_KEEP"):
            self.server.picture().save(os.path.join(os.environ["DIT_KEEP"], f"dit-kiosk-desk-{name}.png"))

    def receipt(self, folder=None, patience_s=20):
        path = os.path.join(folder or self.place, "KIOSK-RECEIPT.txt")
        end = time.monotonic() + patience_s
        while not os.path.exists(path) and time.monotonic() < end:
            time.sleep(0.05)
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()

    def close(self):
        try:
            return self.kiosk.close() if self.kiosk else ""
        finally:
            self.server.close()
            self.pictures.folder.cleanup()
            self.room.cleanup()


def edit(folder, name, old, new):
    path = os.path.join(folder, name)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if old not in text:
        raise AssertionError(f"{name} has no {old!r}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))

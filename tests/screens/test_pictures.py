# SPDX-License-Identifier: MIT
"""What a phone and a person read off the pictures: every code is decoded by zbar and by ZXing to exactly the number
of kiosk.ini, whole and as a phone's camera would see it; every card's number is read by tesseract, and the poster's
sentence although it is blurred to a tenth, as it is seen from across the room; every text
stands out in the pixels (WCAG 2.2, 1.4.6: 7:1, 4.5:1 when large). The same pixels are not read twice: most
screens share a code and a number."""

import hashlib
import os
import re
import sys
import tempfile
import threading
import unittest

import numpy
from PIL import Image, ImageDraw, ImageFont

import codes
import kiosk
import ocr

PHONE = kiosk.setting("phone")
POSTER = kiosk.setting("poster")
PAYLOAD = kiosk.phone_uri(PHONE)
LARGE_U = 3.3  # what counts as large text here: far above WCAG's 24 px at every size of the kiosk


def phone_items(screen, phone=PHONE):
    return [t for t in screen.above_dim if t.kind == "text" and " ".join(t.text.split()) == phone]


def luminance(rgb):
    parts = [v / 255 for v in rgb]
    parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def measured_contrast(picture, item):
    """Of the commonest colour in a text's rectangle and the one farthest from it that is really used."""
    pixels = numpy.asarray(ocr.crop(picture, item, 0)).reshape(-1, 3)
    colours, counts = numpy.unique(pixels, axis=0, return_counts=True)
    ground = colours[counts.argmax()]
    used = [c for c, n in zip(colours, counts) if n >= max(3, len(pixels) // 400)]
    return max((contrast(ground, c) for c in used), default=1.0)


class Reader:
    """Reads every screen of a rendering, each picture of a code or a number once."""

    def __init__(self):
        self.lock = threading.Lock()
        self.seen = set()

    def is_new(self, picture):
        key = hashlib.sha256(picture.tobytes() + repr(picture.size).encode()).digest()
        with self.lock:
            is_new = key not in self.seen
            self.seen.add(key)
        return is_new

    def look(self, screens):
        found = []
        for screen in screens.values():
            where = f"{screens.title} · {screen.name}"
            picture = Image.open(screen.png).convert("RGB")
            found += self.read_code(screen, picture, where)
            if screen.is_card or screen.is_loop or screen.name.startswith("refer"):
                found += self.read_number(screen, picture, where)
        return found

    def read_code(self, screen, picture, where):
        items = [i for i in screen.above_dim if i.kind == "qr"]
        found = [f"{where}: the code says {item.text}" for item in items if item.text != PAYLOAD]
        for item in items:
            code = codes.crop(picture, item)
            if not self.is_new(code):
                continue
            found += codes.misread(picture, PAYLOAD, f"{where} · the whole screen")
            for name, degrade in codes.DEGRADED.items():
                found += codes.misread(degrade(code, item.number("module_px")), PAYLOAD, f"{where} · {name}")
        return found

    def read_number(self, screen, picture, where):
        items = phone_items(screen)
        if not items:
            return [f"{where}: the number is not there"]
        number = ocr.crop(picture, items[0] if screen.is_card else items[-1], 4)
        read = ocr.misreadings(number, PHONE) if self.is_new(number) else []
        return [f"{where}: tesseract reads {read}, not {PHONE}"] if read else []


def poster_complaints(screens):
    poster = screens["loop-000-poster"]
    lines = [item for item in poster.of("text") if item.text in POSTER]
    room = kiosk.Item(f"room {min(i.x for i in lines)} {min(i.y for i in lines)} 0 0")
    room.w = max(i.right for i in lines) - room.x
    room.h = max(i.bottom for i in lines) - room.y
    far = ocr.from_afar(Image.open(poster.png).convert("RGB"))
    read = ocr.sentence(ocr.crop(far, room, room.h // len(lines) // 10))
    return [] if read == POSTER else [f"{screens.title}: from across the room tesseract reads “{read}”"]


class Pictures(unittest.TestCase):
    def test_the_poster_is_read_from_across_the_room(self):
        jobs = kiosk.matrix(size=["1280x720", "1920x1080", "1080x1920"], theme=kiosk.THEMES)
        found = [c for complaints in kiosk.render_each(jobs, poster_complaints) for c in complaints]
        self.assertEqual(found, [], "\n" + "\n".join(found))

    def test_every_code_and_every_number_is_read(self):
        reader = Reader()
        jobs = kiosk.matrix(size=kiosk.SIZES[:-1])  # 4K is drawn by the same hand, and takes as long as all the others
        jobs += kiosk.matrix(size=["1280x720", "720x1280"], theme=["contrast"], text=["largest"])
        jobs += kiosk.matrix(size=["800x480"], inches=[7], text=["normal", "largest"])
        found = [c for complaints in kiosk.render_each(jobs, reader.look) for c in complaints]
        print(f"{len(reader.seen)} different codes and numbers", file=sys.stderr)
        self.assertGreaterEqual(len(reader.seen), 2 * len(kiosk.SIZES))
        self.assertEqual(found, [], "\n" + "\n".join(found[:60]))

    def test_every_text_stands_out_in_the_pixels(self):
        def look(screens):
            found = []
            for screen in screens.values():
                picture = Image.open(screen.png).convert("RGB")
                u_px = min(screen.frame.w, screen.frame.h) / 100
                for item in screen.above_dim:
                    if item.kind != "text" or not re.search(r"\w", item.text):
                        continue
                    least = 4.5 if item.number("size") >= LARGE_U * u_px and item.fields["weight"] != "regular" else 7.0
                    ratio = measured_contrast(picture, item)
                    if ratio < least - 0.05:
                        found.append(f"{screens.title} · {screen.name}: {ratio:.1f}:1, at least {least}: {item}")
            return found

        jobs = kiosk.matrix(size=["1280x720"], theme=kiosk.THEMES)
        found = [c for complaints in kiosk.render_each(jobs, look) for c in complaints]
        self.assertEqual(found, [], "\n" + "\n".join(found[:40]))

    def test_a_turned_screen_is_one_of_the_turned_size_that_is_turned(self):
        turns = {"90": Image.Transpose.ROTATE_270, "180": Image.Transpose.ROTATE_180, "270": Image.Transpose.ROTATE_90}
        with tempfile.TemporaryDirectory(prefix="dit-turned-") as folder:
            def drawn(size, turn):
                return kiosk.render(os.path.join(folder, size + turn), size=size, rotate=turn)

            upright = {size: drawn(size, "0") for size in ("800x480", "480x800")}
            for turn, by in turns.items():
                for name, screen in drawn("800x480", turn).items():
                    wanted = upright["800x480" if turn == "180" else "480x800"][name]
                    self.assertEqual(screen.dump, wanted.dump)
                    with Image.open(screen.png) as shown, Image.open(wanted.png) as picture:
                        self.assertEqual(shown.tobytes(), picture.transpose(by).tobytes(), f"{name} turned by {turn}")


class WouldBeNoticed(unittest.TestCase):
    def test_a_blank_instead_of_a_code(self):
        blank = Image.new("L", (300, 300), 255)
        self.assertEqual(len(list(codes.misread(blank, PAYLOAD, "blank"))), 2)

    def test_a_wrong_number(self):
        face = os.path.join(kiosk.ROOT, "assets", "fonts", "AtkinsonHyperlegibleNext-Bold.ttf")
        for px in (26, 47):
            for shown, is_right in [("0203 228 1350", True), ("0203 226 1350", False), ("0203 228 1356", False),
                                    ("8203 228 1350", False), ("0203 228 135", False)]:
                picture = Image.new("RGB", (int(px * 7.3), int(px * 1.42)), "#0B4F54")
                font = ImageFont.truetype(face, px)
                ImageDraw.Draw(picture).text((px // 6, 0), shown, font=font, fill="white")
                self.assertEqual(ocr.misreadings(picture, "0203 228 1350") == [], is_right, f"{shown} at {px} px")

    def test_a_missing_number(self):
        self.assertEqual(phone_items(kiosk.Screen("card-1", 'scene 0 0 9 9 page=1/1 words=0\n'
                                                  'text 0 0 9 9 "0203 228 1351" size=9 baseline=7')), [])

    def test_grey_on_grey(self):
        item = kiosk.Item('text 0 0 40 20 "x" size=20 baseline=15')
        picture = Image.new("RGB", (40, 20), (250, 247, 242))
        picture.paste((150, 150, 150), (10, 5, 20, 15))
        self.assertLess(measured_contrast(picture, item), 3)
        picture.paste((20, 38, 58), (10, 5, 20, 15))
        self.assertGreater(measured_contrast(picture, item), 12)


if __name__ == "__main__":
    unittest.main(verbosity=2)

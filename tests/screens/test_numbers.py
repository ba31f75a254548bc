# SPDX-License-Identifier: MIT
"""Reads the telephone number off every card with tesseract, as a person would, and measures contrast in
the pixels: the ink of a text against the ground around it (WCAG 2.2, 1.4.6: 7:1, 4.5:1 when large)."""

import os
import re
import subprocess
import tempfile
import unittest

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

import kiosk

PHONE = kiosk.setting("phone")
LARGE_U = 3.3  # what counts as large text here: far above WCAG's 24 px at every size of the kiosk


def phone_items(screen, phone=PHONE):
    return [t for t in screen.above_dim if t.kind == "text" and " ".join(t.text.split()) == phone]


def crop(picture, item, margin):
    return picture.crop((max(0, item.x - margin), max(0, item.y - margin),
                         min(picture.width, item.right + margin), min(picture.height, item.bottom + margin)))


# The house's face has slashed zeros, which tesseract takes for 6, 8 or 9 at some sizes of letters. A second
# look, with thinner or smoother strokes, settles it; a wrong number is not read as the right one by any.
STROKES = {
    "thin": ImageFilter.MaxFilter(3),
    "thick": ImageFilter.MinFilter(3),
    "smooth": ImageFilter.MedianFilter(5),
    "soft": ImageFilter.GaussianBlur(2),
    "plain": ImageFilter.GaussianBlur(0),
}
LOOKS = [("thin", 60, "13"), ("smooth", 60, "7"), ("thick", 60, "7"), ("thin", 100, "13"), ("soft", 80, "13"),
         ("soft", 64, "13"), ("plain", 48, "13"), ("plain", 100, "13"), ("thin", 80, "7")]


def prepared(picture):
    grey = ImageOps.autocontrast(picture.convert("L"))
    return ImageOps.invert(grey) if numpy.median(numpy.asarray(grey)) < 128 else grey


def ocr(grey, look):
    """What tesseract reads in one line of dark text on light."""
    strokes, height, mode = look
    grey = grey.resize((max(1, round(grey.width * height / grey.height)), height), Image.BICUBIC)
    grey = ImageOps.expand(grey.filter(STROKES[strokes]), height // 3, 255)
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        grey.save(file.name)
        done = subprocess.run(["tesseract", file.name, "-", "--psm", mode, "-c",
                               "tessedit_char_whitelist=+0123456789 "], capture_output=True, text=True,
                              check=False, env=dict(os.environ, OMP_THREAD_LIMIT="1"))
    return done.stdout.strip()


def digits_of(text):
    return re.sub(r"\D", "", text)


def order_of(text):
    """The digits, where those that a slashed zero is taken for count as zeros: for small regular letters,
    of which only the order is asked."""
    return re.sub(r"[689]", "0", digits_of(text))


def misreadings(picture, number, key=digits_of):
    """Nothing when tesseract reads exactly the digits of `number` at one of the looks; else what it reads."""
    grey = prepared(picture)
    readings = []
    for look in LOOKS:
        readings.append(ocr(grey, look))
        if key(readings[-1]) == key(number):
            return []
    return readings


def luminance(rgb):
    parts = [v / 255 for v in rgb]
    parts = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def measured_contrast(picture, item):
    """Of the commonest colour in a text's rectangle and the one farthest from it that is really used."""
    pixels = numpy.asarray(crop(picture, item, 0)).reshape(-1, 3)
    colours, counts = numpy.unique(pixels, axis=0, return_counts=True)
    ground = colours[counts.argmax()]
    used = [c for c, n in zip(colours, counts) if n >= max(3, len(pixels) // 400)]
    return max((contrast(ground, c) for c in used), default=1.0)


class Numbers(unittest.TestCase):
    def look(self, screens):
        found = []
        for screen in screens.values():
            if not (screen.is_card or screen.name.startswith("refer")):
                continue
            items = phone_items(screen)
            if not items:
                found.append(f"{screens.title} · {screen.name}: the number is not there")
                continue
            picture = Image.open(screen.png).convert("RGB")
            for item in items[:1] if screen.is_card else items[-1:]:
                read = misreadings(crop(picture, item, 4), PHONE)
                if read:
                    found.append(f"{screens.title} · {screen.name}: tesseract reads {read}, not {PHONE}")
        return found

    def test_the_number_is_read_from_every_card(self):
        jobs = kiosk.matrix(size=kiosk.SIZES, theme=["light"], text=["normal"])
        jobs += kiosk.matrix(size=["1280x720", "720x1280"], theme=["contrast"], text=["largest"])
        jobs += kiosk.matrix(size=["800x480"], theme=["light"], inches=[7])
        found = [c for complaints in kiosk.render_each(jobs, self.look) for c in complaints]
        self.assertEqual(found, [], "\n" + "\n".join(found))

    def test_a_wrong_number_would_be_noticed(self):
        face = os.path.join(kiosk.ROOT, "assets", "fonts", "AtkinsonHyperlegibleNext-Bold.ttf")
        for px in (26, 47):
            for shown, is_right in [("0203 228 1350", True), ("0203 226 1350", False), ("0203 228 1356", False),
                                    ("8203 228 1350", False), ("0203 228 135", False)]:
                picture = Image.new("RGB", (int(px * 7.3), int(px * 1.42)), "#0B4F54")
                font = ImageFont.truetype(face, px)
                ImageDraw.Draw(picture).text((px // 6, 0), shown, font=font, fill="white")
                self.assertEqual(misreadings(picture, "0203 228 1350") == [], is_right, f"{shown} at {px} px")

    def test_a_missing_number_would_be_noticed(self):
        self.assertEqual(phone_items(kiosk.Screen("card-1", 'scene 0 0 9 9 page=1/1 words=0\n'
                                                  'text 0 0 9 9 "0203 228 1351" size=9 baseline=7')), [])


class Contrast(unittest.TestCase):
    def look(self, screens):
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

    def test_every_text_stands_out_in_the_pixels(self):
        jobs = kiosk.matrix(size=["1280x720", "1080x1920"], theme=kiosk.THEMES)
        found = [c for complaints in kiosk.render_each(jobs, self.look) for c in complaints]
        self.assertEqual(found, [], "\n" + "\n".join(found[:40]))

    def test_grey_on_grey_would_be_noticed(self):
        item = kiosk.Item('text 0 0 40 20 "x" size=20 baseline=15')
        picture = Image.new("RGB", (40, 20), (250, 247, 242))
        picture.paste((150, 150, 150), (10, 5, 20, 15))
        self.assertLess(measured_contrast(picture, item), 3)
        picture.paste((20, 38, 58), (10, 5, 20, 15))
        self.assertGreater(measured_contrast(picture, item), 12)


if __name__ == "__main__":
    unittest.main(verbosity=2)

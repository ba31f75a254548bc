# SPDX-License-Identifier: MIT
"""A telephone number or a sentence off a picture as a person would read it, with tesseract. The house's face has slashed zeros,
which tesseract takes for 6, 8 or 9 at some sizes of letters. A second look, with thinner or smoother strokes,
settles it; a wrong number is not read as the right one by any."""

import os
import re
import subprocess
import tempfile

import numpy
from PIL import Image, ImageFilter, ImageOps

STROKES = {
    "thin": ImageFilter.MaxFilter(3),
    "thick": ImageFilter.MinFilter(3),
    "smooth": ImageFilter.MedianFilter(5),
    "soft": ImageFilter.GaussianBlur(2),
    "plain": ImageFilter.GaussianBlur(0),
}
LOOKS = [("thin", 60, "13"), ("smooth", 60, "7"), ("thick", 60, "7"), ("thin", 100, "13"), ("soft", 80, "13"),
         ("soft", 64, "13"), ("plain", 48, "13"), ("plain", 100, "13"), ("thin", 80, "7")]


def crop(picture, item, margin):
    return picture.crop((max(0, item.x - margin), max(0, item.y - margin),
                         min(picture.width, item.right + margin), min(picture.height, item.bottom + margin)))


def prepared(picture):
    grey = ImageOps.autocontrast(picture.convert("L"))
    return ImageOps.invert(grey) if numpy.median(numpy.asarray(grey)) < 128 else grey


def from_afar(picture, times=10):
    """As it is seen from across the room: what is left of it when it is so many times smaller."""
    small = picture.resize((picture.width // times, picture.height // times), Image.BOX)
    return small.resize(picture.size, Image.BICUBIC)


def ask(grey, *options):
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        grey.save(file.name)
        done = subprocess.run(["tesseract", file.name, "-", *options], capture_output=True, text=True, check=False,
                              env=dict(os.environ, OMP_THREAD_LIMIT="1"))
    return done.stdout.strip()


def sentence(picture):
    """The words of one block, in one line."""
    return " ".join(ask(prepared(picture), "--psm", "6").split())


def read(grey, look):
    """What tesseract reads in one line of dark text on light."""
    strokes, height, mode = look
    grey = grey.resize((max(1, round(grey.width * height / grey.height)), height), Image.BICUBIC)
    grey = ImageOps.expand(grey.filter(STROKES[strokes]), height // 3, 255)
    return ask(grey, "--psm", mode, "-c", "tessedit_char_whitelist=+0123456789 ")


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
        readings.append(read(grey, look))
        if key(readings[-1]) == key(number):
            return []
    return readings

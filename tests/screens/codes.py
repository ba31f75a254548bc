# SPDX-License-Identifier: MIT
"""What happens to a QR code between the glass and a phone's camera: blur, a lamp's glare, a slanted
view, distance. And two decoders that share no code, zbar and ZXing, to read what is left."""

import math
import re
import subprocess
import tempfile

import numpy
from PIL import Image, ImageDraw, ImageFilter

QUIET = 4


def crop(picture, code):
    """The code with its quiet zone and a little of the panel around it, as a camera would frame it."""
    margin = 2 * code.number("module_px")
    box = (code.x - margin, code.y - margin, code.right + margin, code.bottom + margin)
    frame = Image.new("L", (box[2] - box[0], box[3] - box[1]), 128)
    frame.paste(picture.convert("L").crop(box))
    return frame


def blurred(picture, module_px):
    return picture.filter(ImageFilter.GaussianBlur(0.4 * module_px))


def glaring(picture, module_px):
    """A white ellipse over 7 % of the code (without its quiet zone), beside its middle, where no finder
    pattern is: those are what no error correction brings back."""
    side = min(picture.size) - (4 + 2 * QUIET) * module_px
    across = (0.07 * side * side / math.pi / 0.6) ** 0.5
    middle_x, middle_y = picture.width / 2 + 0.08 * side, picture.height / 2 + 0.02 * side
    glare = picture.copy()
    ImageDraw.Draw(glare).ellipse((middle_x - across, middle_y - 0.6 * across,
                                   middle_x + across, middle_y + 0.6 * across), fill=255)
    return glare


def slanted(picture, _):
    """Seen from the side: the far edge is a fifth shorter."""
    width, height = picture.size
    pad = width // 8
    corners = [(pad, pad), (pad, pad + height), (pad + width, pad + 0.9 * height), (pad + width, pad + 0.1 * height)]
    source = [(0, 0), (0, height), (width, height), (width, 0)]
    rows = []
    for (x, y), (u, v) in zip(corners, source):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
    answer = numpy.linalg.solve(numpy.array(rows, float), numpy.array(source, float).reshape(8))
    return picture.transform((width + 2 * pad, height + 2 * pad), Image.PERSPECTIVE, answer, Image.BICUBIC,
                             fillcolor=128)


def far(picture, module_px):
    """Three camera pixels to a module."""
    scale = 3 / module_px
    return picture.resize((max(1, round(picture.width * scale)), max(1, round(picture.height * scale))), Image.BOX)


def clean(picture, _):
    return picture


DEGRADED = {"clean": clean, "blur": blurred, "glare": glaring, "slant": slanted, "far": far}


def zbar(path):
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", path],
                          capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if line]


def zxing(path):
    done = subprocess.run(["ZXingReader", path], capture_output=True, text=True, check=False)
    return re.findall(r'^Text:\s+"(.*)"\s*$', done.stdout, re.MULTILINE)


DECODERS = {"zbar": zbar, "zxing": zxing}


def misread(picture, payload, where):
    """Complaints of every decoder that does not read exactly `payload`, once, from the picture."""
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        picture.save(file.name)
        for name, decode in DECODERS.items():
            read = decode(file.name)
            if read != [payload]:
                yield f"{where}: {name} reads {read}, not {payload}"

# SPDX-License-Identifier: MIT
"""A QR code off a picture, as a phone would take it, by two decoders that share no code: zbar and ZXing."""

import re
import subprocess
import tempfile


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

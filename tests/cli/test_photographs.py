# SPDX-License-Identifier: MIT
"""A telephone's photograph on its way through the kiosk: it is stored upright and no larger than the largest screen,
and neither the same stick nor a copy of the cards changes it once more. Usage: test_photographs.py PROGRAM SOURCE"""

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
del sys.argv[1:3]
UPRIGHT, ON_ITS_SIDE = 1, 6  # as Exif has it
CARD = "# Our team\n\nIt can help.\n\n![Our team](team.jpg)\n"


def part(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def photograph(width, height, orientation):
    """Grey, of blocks of two bits each: the least that is a whole JPEG."""
    note = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    frame = struct.pack(">BHHB", 8, height, width, 1) + bytes([1, 0x11, 0])
    one_code = bytes([1] + [0] * 15 + [0])
    blocks = -(-width // 8) * -(-height // 8)
    return (b"\xff\xd8" + part(0xE1, note) + part(0xDB, bytes([0]) + bytes([1] * 64)) + part(0xC0, frame)
            + part(0xC4, b"\x00" + one_code) + part(0xC4, b"\x10" + one_code)
            + part(0xDA, bytes([1, 1, 0, 0, 63, 0])) + bytes(-(-blocks // 4)) + b"\xff\xd9")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, content):
    with open(path, "wb") as file:
        file.write(content)


def size_of(picture):
    """Of a JPEG, as it is stored."""
    at = 2
    while picture[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack_from(">H", picture, at + 2)[0]
    height, width = struct.unpack_from(">HH", picture, at + 5)
    return width, height


class Photographs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="dit-photographs-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.stick, self.store = os.path.join(self.folder, "stick"), os.path.join(self.folder, "store")
        self.kiosk = os.path.join(self.stick, "kiosk")
        shutil.copytree(os.path.join(SOURCE, "config"), self.kiosk)
        os.makedirs(os.path.join(self.kiosk, "images"), exist_ok=True)
        write(os.path.join(self.kiosk, "cards", "en", "95-team.txt"), CARD.encode())

    def run_program(self, *words):
        done = subprocess.run([PROGRAM, *words, "--store", self.store], capture_output=True, check=False,
                              env={**os.environ, "SDL_VIDEODRIVER": "dummy"})
        said = done.stderr.decode()
        self.assertEqual(done.returncode, 0, done.stdout.decode() + said)
        return said

    def put_in(self, picture):
        write(os.path.join(self.kiosk, "images", "team.jpg"), picture)
        return self.run_program("import", self.stick)

    def stored(self):
        return read(os.path.join(self.store, "current", "images", "team.jpg"))

    def test_it_is_stored_upright_and_as_large_as_a_screen(self):
        came = photograph(4032, 3024, ON_ITS_SIDE)
        self.assertIn("is in place", self.put_in(came))
        stored = self.stored()
        self.assertEqual(size_of(stored), (2160, 2880))
        self.assertNotIn(b"Exif", stored)
        self.assertIn("nothing to do", self.put_in(came))
        self.assertEqual(self.stored(), stored)

    def test_a_copy_of_the_cards_changes_nothing(self):
        self.put_in(photograph(4032, 3024, ON_ITS_SIDE))
        shutil.rmtree(self.kiosk)
        self.run_program("export", self.kiosk)
        self.assertEqual(read(os.path.join(self.kiosk, "images", "team.jpg")), self.stored())
        self.assertIn("nothing to do", self.run_program("import", self.stick))

    def test_one_that_fits_is_stored_as_it_came(self):
        came = photograph(3840, 2160, UPRIGHT)
        self.put_in(came)
        self.assertEqual(self.stored(), came)


if __name__ == "__main__":
    unittest.main()

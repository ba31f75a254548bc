# SPDX-License-Identifier: MIT
"""That the eyes of these tests can see: a console is told from a dark screen, from QEMU's own note that the
display is off, and from the kiosk's screens; and the sticks are what they are said to be."""

import os
import subprocess
import tempfile
import unittest

from PIL import Image, ImageDraw

import stick
from story import is_console


def screen(words="", at=(0, 0), paper="black"):
    picture = Image.new("RGB", (1280, 800), paper)
    ImageDraw.Draw(picture).text(at, words, fill="white")
    return picture


class Eyes(unittest.TestCase):
    def test_a_login_in_the_corner_is_a_console(self):
        self.assertTrue(is_console(screen("Debian GNU/Linux 13 dit-kiosk tty1\n\nlogin: ")))

    def test_a_single_cursor_is_a_console(self):
        picture = screen()
        ImageDraw.Draw(picture).rectangle((0, 14, 8, 16), fill="white")
        self.assertTrue(is_console(picture))

    def test_a_dark_screen_is_none(self):
        self.assertFalse(is_console(screen()))

    def test_the_note_of_qemu_is_none(self):
        self.assertFalse(is_console(screen("Display output is not active.", (560, 394))))

    def test_a_light_screen_is_none(self):
        self.assertFalse(is_console(screen("What is DIT?", paper="#FBF7F0")))


class Sticks(unittest.TestCase):
    def test_fat_in_the_second_of_two_partitions(self):
        with tempfile.TemporaryDirectory() as folder:
            content, disk = os.path.join(folder, "content"), os.path.join(folder, "disk")
            os.makedirs(os.path.join(content, "kiosk"))
            with open(os.path.join(content, "kiosk", "a.txt"), "w", encoding="ascii") as file:
                file.write("a\n")
            parts = [os.path.join(folder, name) for name in ("rubbish", "fat")]
            stick.rubbish(parts[0], 1)
            stick.fat(parts[1], 40, content)
            stick.table(disk, parts)
            said = subprocess.run(["mtype", "-i", disk + "@@2M", "::kiosk/a.txt"], capture_output=True, check=True).stdout
            self.assertEqual(said, b"a\n")


if __name__ == "__main__":
    unittest.main(verbosity=2)

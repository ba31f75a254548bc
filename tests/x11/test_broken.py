# SPDX-License-Identifier: MIT
"""Never black: with broken content, without content, without fonts, the glass still shows the number (its
code is read from a screenshot) and urgent help, and the log says why in one line."""

import os
import shutil
import tempfile
import unittest

import glass
import kiosk
import staff


class NeverBlack(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-broken-")
        self.addCleanup(self.folder.cleanup)
        self.content = os.path.join(self.folder.name, "kiosk")
        self.cards = os.path.join(self.content, "cards", "en")
        shutil.copytree(kiosk.CONTENT, self.content)

    def expect_number(self, said, **running):
        """The code on the glass is the number's, and the log names the reason."""
        story = glass.Story()
        self.addCleanup(story.close)
        story.start(**{"content": self.content, **running})
        story.expect_code(staff.OLD)
        log = story.stop()
        self.assertIn(said, log)
        self.assertLess(len(log.splitlines()), 12, log)

    def test_a_content_folder_that_is_not_there(self):
        self.expect_number("nothing", content=os.path.join(self.folder.name, "nothing"))

    def test_an_empty_content_folder(self):
        shutil.rmtree(self.content)
        os.mkdir(self.content)
        self.expect_number("cannot be shown")

    def test_cards_full_of_noise(self):
        for name in os.listdir(self.cards):
            with open(os.path.join(self.cards, name), "wb") as file:
                file.write(os.urandom(4000) + b"\0\xff\xfe<b>")
        self.expect_number("cards/en")

    def test_no_fonts(self):
        """The program beside a copy of its data from which the fonts are gone, as after a bad copy."""
        program = os.path.join(self.folder.name, "bin", "dit-kiosk")
        os.makedirs(os.path.dirname(program))
        shutil.copy(kiosk.PROGRAM, program)
        shutil.copytree(os.path.join(kiosk.ROOT, "assets"), os.path.join(self.folder.name, "assets"))
        shutil.rmtree(os.path.join(self.folder.name, "assets", "fonts"))
        shutil.copytree(kiosk.CONTENT, os.path.join(self.folder.name, "config"))
        self.expect_number("font", content=None, program=program)


if __name__ == "__main__":
    unittest.main(verbosity=2)

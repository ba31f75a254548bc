# SPDX-License-Identifier: MIT
"""Never black: with broken content, without content, without fonts, the glass still shows the number (its
code is read from a screenshot) and urgent help, and the log says why in one line."""

import os
import shutil
import tempfile
import unittest

import glass
import codes
import kiosk

PAYLOAD = kiosk.phone_uri(kiosk.setting("phone"))


class NeverBlack(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dit-broken-")
        self.addCleanup(self.folder.cleanup)
        self.server = glass.Server()
        self.addCleanup(self.server.close)

    def copy(self):
        content = os.path.join(self.folder.name, "kiosk")
        shutil.copytree(kiosk.CONTENT, content)
        return content

    def expect_number(self, running, said):
        """The code on the glass is the number's, and the log names the reason."""
        try:
            wrong = ["not looked"]
            for _ in range(40):
                wrong = list(codes.misread(self.server.picture(), PAYLOAD, "the glass"))
                if not wrong:
                    break
            self.assertEqual(wrong, [])
        finally:
            log = running.close()
        self.assertIn(said, log)
        self.assertLess(len(log.splitlines()), 12, log)

    def run_with(self, content, said, **more):
        self.expect_number(glass.Running(self.server, content, **more), said)

    def test_a_content_folder_that_is_not_there(self):
        self.run_with(os.path.join(self.folder.name, "nothing"), "nothing")

    def test_an_empty_content_folder(self):
        self.run_with(self.folder.name, "cannot be shown")

    def test_a_wrong_phone_number(self):
        content = self.copy()
        path = os.path.join(content, "kiosk.ini")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("0203 228 1350", "0203 abc"))
        self.run_with(content, "kiosk.ini")

    def test_no_urgent_help_card(self):
        content = self.copy()
        os.remove(os.path.join(content, "cards", "en", "urgent-help.md"))
        self.run_with(content, "urgent-help.md")

    def test_cards_full_of_noise(self):
        content = self.copy()
        folder = os.path.join(content, "cards", "en")
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(os.urandom(4000) + b"\0\xff\xfe<b>")
        self.run_with(content, "cards/en")

    def test_no_fonts(self):
        """The program beside a copy of its data from which the fonts are gone, as after a bad copy."""
        program = os.path.join(self.folder.name, "bin", "dit-kiosk")
        os.makedirs(os.path.dirname(program))
        shutil.copy(kiosk.PROGRAM, program)
        shutil.copytree(os.path.join(kiosk.ROOT, "assets"), os.path.join(self.folder.name, "assets"))
        shutil.rmtree(os.path.join(self.folder.name, "assets", "fonts"))
        shutil.copytree(kiosk.CONTENT, os.path.join(self.folder.name, "config"))
        self.run_with(None, "font", program=program)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""From power-on to the cards, by touch through every screen, and back by itself when the person has gone.
The pictures are those of the machine's display; they have to be what `dit-kiosk render` draws, to the pixel."""

import time
import unittest

from PIL import Image

from story import MachineStory, is_off, until


class Boot(MachineStory):
    def is_paper(self, picture):
        """The whole of it is what the cards' own ground is."""
        with Image.open(self.glass.screens["topics"].png) as topics:
            paper = topics.convert("RGB").getpixel((0, 0))
        return picture.getcolors(1) == [(picture.width * picture.height, paper)]

    def test_1_it_boots_into_the_first_card_and_shows_no_console_on_the_way(self):
        # Once there is a light it stays: blank paper, and then the card.
        until(lambda: self.is_paper(self.glass.look()), "no paper", 0.2)
        until(self.sees_more_than_paper, "nothing but paper", 0.2)
        self.glass.expect_a_card()
        print(f"    power-on to the first card: {time.monotonic() - self.machine.started:.0f} s", flush=True)
        self.assert_no_console()

    def sees_more_than_paper(self):
        picture = self.glass.look()
        self.assertFalse(is_off(picture), "black between the paper and the card")
        return not self.is_paper(picture)

    def test_2_a_phone_reads_the_number_from_the_screen(self):
        self.assertEqual(self.glass.code(), "tel:+442032281350")

    def test_3_the_card_is_shown_without_mesa(self):
        mapped = self.machine.run(f"awk '{{print $6}}' /proc/{self.pid()}/maps | sort -u")
        self.assertIn("/dev/dri/card", mapped)
        for library in ("libgallium", "libLLVM", "_dri.so", "libEGL", "libGLES", "libvulkan"):
            self.assertNotIn(library, mapped)

    def test_4_touch_goes_through_every_screen(self):
        glass = self.glass
        glass.read_a_card()
        seen = set()
        for _ in range(20):
            seen.add(glass.screen.name)
            before = glass.screen.name
            glass.tap("next")
            glass.wait_for(lambda name: name != before, "another card")
            if glass.screen.name == "still-reading":  # QEMU drops what a guest that is too busy does not fetch
                print("    a touch was lost", flush=True)
                glass.tap("keep-reading")
                glass.expect(before)
            elif glass.screen.name in seen:
                break
        self.assertEqual(seen, {name for name in glass.screens if name.startswith("card-")})
        glass.tap("topics")
        glass.expect("topics")
        glass.tap("urgent-help")
        glass.expect("urgent-help")

    def test_5_left_alone_it_asks_and_then_starts_afresh(self):
        self.glass.expect("urgent-help")
        # Whoever reads help for today may be dialling, and is asked after three minutes.
        self.glass.expect_parts("still-reading-urgent-help", "finish", "keep-reading")
        self.glass.expect("loop-000-poster")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""Holds every rule of invariants.py on every screen at every size and text size."""

import itertools
import os
import sys
import unittest

import invariants
import kiosk

LANGUAGES = os.path.join(kiosk.ROOT, "tests", "content", "languages")


class Holds(unittest.TestCase):
    """Pictures are not drawn for this: which way they are turned is the drawing's business."""

    def hold(self, jobs):
        lists = kiosk.render_each(jobs, lambda screens: (len(screens), invariants.complaints(screens)), pictures=False)
        found = [c for _, complaints in lists for c in complaints]
        print(f"{sum(count for count, _ in lists)} screens of {len(jobs)} renderings", file=sys.stderr)
        self.assertEqual(len(found), 0, "\n" + "\n".join(found[:60]) + f"\n{len(found)} complaints")

    def test_every_rule_holds_where_the_size_in_millimetres_is_not_known(self):
        self.hold(kiosk.matrix(size=kiosk.SIZES + ["480x800", "600x1024"], text=kiosk.TEXTS))

    def test_every_rule_holds_where_it_is_known(self):
        known = [("800x480", 7), ("480x800", 7), ("720x1280", 7), ("1280x720", 7), ("1280x800", 10), ("800x1280", 10),
                 ("1920x1080", 24), ("1080x1920", 32)]
        self.hold([dict(size=size, inches=inches, text=text) for size, inches in known for text in kiosk.TEXTS])

    def test_every_rule_holds_in_the_other_theme_whose_button_says_another_word(self):
        self.hold(kiosk.matrix(size=kiosk.SIZES, theme=["contrast"]) + [dict(size="800x480", inches=7, theme="contrast")])

    def test_every_rule_holds_for_the_longest_words_and_from_the_right(self):
        """Tamil, whose buttons are the longest, and Arabic."""
        places = [*itertools.product(["720x1280", "1080x1920"], [7, 8, 10.1, 11.6]), ("480x800", 7)]
        self.hold([dict(content=LANGUAGES, language=tag, size=size, inches=inches, text=text)
                   for tag in ("ta", "ar") for size, inches in places for text in kiosk.TEXTS])


if __name__ == "__main__":
    unittest.main(verbosity=2)

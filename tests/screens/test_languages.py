# SPDX-License-Identifier: MIT
"""The text engine on Arabic and Tamil test cards: every number stands in its order in the pixels, read
by tesseract from the number's own rectangle, every word is drawn, the code is decoded, and the rules
for a screen hold as they do in English."""

import os
import re
import unittest

from PIL import Image

import codes
import invariants
import kiosk
import ocr
import test_words

CONTENT = os.path.join(kiosk.ROOT, "tests", "content", "languages")
NUMBER = re.compile(r"\+?\d{2,} [\d ]*\d")  # of several groups, whose order could be wrong
TAGS = kiosk.setting("show", CONTENT).split()


def misread(screens):
    found = []
    payload = kiosk.phone_uri(kiosk.setting("phone", CONTENT))
    first = next(screen for screen in screens.values() if screen.is_card)
    for screen in (s for s in screens.values() if not s.name.startswith("staff-")):
        picture = Image.open(screen.png).convert("RGB")
        if screen is first:
            found += codes.misread(picture, payload, f"{screens.title} · {screen.name}")
        for item in screen.above_dim:
            if item.kind == "text" and NUMBER.fullmatch(item.text.strip()) and not screen.is_struck_out(item):
                read = ocr.misreadings(ocr.crop(picture, item, 1), item.text, ocr.order_of)
                if read:
                    found.append(f"{screens.title} · {screen.name}: tesseract reads {read} in {item}")
    return found


def lists_of(tag, size="1280x720"):
    return kiosk.render_each([dict(content=CONTENT, language=tag, size=size)], lambda screens: screens, pictures=False)[0]


class Languages(unittest.TestCase):
    def test_every_word_is_drawn_and_every_rule_holds(self):
        self.assertTrue({"ar", "ta"} <= set(TAGS))
        for tag in TAGS:
            for size in ("800x480", "1280x720", "720x1280"):
                screens = lists_of(tag, size)
                found = invariants.complaints(screens) + list(test_words.complaints(screens, CONTENT, tag, in_order=tag != "ar"))
                self.assertEqual(found, [], "\n" + "\n".join(found[:60]))

    def test_every_number_and_the_code_are_read(self):
        jobs = [dict(content=CONTENT, language=tag, size=size) for tag in ("ar", "ta") for size in ("800x480", "720x1280")]
        found = [c for each in kiosk.render_each(jobs, misread) for c in each]
        self.assertEqual(found, [], "\n" + "\n".join(found[:60]))

    def test_numbers_of_a_right_to_left_card_are_drawn_left_to_right(self):
        phone = kiosk.setting("phone", CONTENT)
        drawn = [i for screen in lists_of("ar").values() for i in screen.of("text") if phone in i.text]
        self.assertEqual({item.fields["dir"] for item in drawn}, {"ltr"})

    def test_the_panel_is_mirrored_in_arabic_and_the_code_is_not(self):
        for tag, is_mirrored in [("ar", True), ("ta", False)]:
            card = next(screen for screen in lists_of(tag).values() if screen.is_card)
            code = card.of("qr")[0]
            self.assertEqual(code.x + code.w / 2 < card.frame.w / 2, is_mirrored)
            self.assertEqual(card.targets["urgent-help"].x > card.frame.w / 2, is_mirrored)


if __name__ == "__main__":
    unittest.main(verbosity=2)

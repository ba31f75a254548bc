# SPDX-License-Identifier: MIT
"""The text engine on Arabic and Tamil test cards: every number stands in its order in the pixels, read
by tesseract from the number's own rectangle, every word is drawn, every code is decoded, and the rules
for a screen hold as they do in English."""

import os
import re
import unittest

from PIL import Image

import codes
import invariants
import kiosk
import test_numbers
import test_words

CONTENT = os.path.join(kiosk.ROOT, "tests", "content", "languages")
SIZES = ["800x480", "1280x720", "720x1280"]
NUMBER = re.compile(r"\+?\d{2,} [\d ]*\d")  # of several groups, whose order could be wrong


def tags():
    return kiosk.setting("show", CONTENT).split()


def jobs(**more):
    return [dict(content=CONTENT, language=tag, size=size, **more) for tag in tags() for size in SIZES]


def languages_look(screens):
    tag = screens.options["language"]
    found = [c for c in invariants.complaints(screens)]
    found += test_words.complaints(screens, CONTENT, tag, in_order=tag != "ar")
    payload = kiosk.phone_uri(kiosk.setting("phone", CONTENT))
    for screen in screens.values():
        picture = Image.open(screen.png).convert("RGB")
        if any(i.kind == "qr" for i in screen.above_dim):
            found += codes.misread(picture, payload, f"{screens.title} · {screen.name}")
        for item in screen.above_dim:
            if item.kind == "text" and NUMBER.fullmatch(item.text.strip()) and not screen.is_struck_out(item):
                read = test_numbers.misreadings(test_numbers.crop(picture, item, 1), item.text, test_numbers.order_of)
                if read:
                    found.append(f"{screens.title} · {screen.name}: tesseract reads {read} in {item}")
    return found


class Languages(unittest.TestCase):
    def test_a_wrong_order_would_be_noticed(self):
        orders = [test_numbers.order_of(n) for n in ("0203 228 1350", "1350 228 0203", "0203 1350 228", "116 123", "123 116")]
        self.assertEqual(len(set(orders)), len(orders))

    def test_the_test_content_has_arabic_and_tamil(self):
        self.assertTrue({"ar", "ta"} <= set(tags()))

    def test_numbers_words_codes_and_rules_hold(self):
        found = [c for each in kiosk.render_each(jobs(), languages_look) for c in each]
        self.assertEqual(found, [], "\n" + "\n".join(found[:60]))

    def test_numbers_of_a_right_to_left_card_are_drawn_left_to_right(self):
        def look(screens):
            phone = kiosk.setting("phone", CONTENT)
            texts = [i for s in screens.values() for i in s.of("text") if phone in i.text]
            return [(i.text, i.fields["dir"]) for i in texts]

        drawn = [x for each in kiosk.render_each([dict(content=CONTENT, language="ar", size="1280x720")], look) for x in each]
        self.assertTrue(drawn)
        self.assertEqual({direction for _, direction in drawn}, {"ltr"})

    def test_the_panel_is_mirrored_in_arabic_and_the_code_is_not(self):
        def look(screens):
            card = next(s for s in screens.values() if s.is_card)
            return card.of("qr")[0].x + card.of("qr")[0].w / 2, card.targets["urgent-help"].x, card.frame.w

        arabic, tamil = kiosk.render_each([dict(content=CONTENT, language=t, size="1280x720") for t in ("ar", "ta")], look)
        self.assertLess(arabic[0], arabic[2] / 2)
        self.assertGreater(tamil[0], tamil[2] / 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""Holds every rule of invariants.py on every screen at every size and text size. First it
spoils a good display list, once for each rule, and demands that the rule objects."""

import itertools
import os
import sys
import unittest

import invariants
import kiosk

LANGUAGES = os.path.join(kiosk.ROOT, "tests", "content", "languages")

GOOD = """scene 0 0 1280 720 page=1/1 words=10
box 40 600 200 86 fill=#FFFFFFFF edge=#FF000000 edge_px=2 radius=10
text 60 620 160 41 "Urgent help" size=29 baseline=650 weight=semibold family=0 dir=ltr script=Latn ink=#9B1C1C
text 40 100 300 50 "You meet a therapist" size=35 baseline=135 weight=regular family=0 dir=ltr script=Latn ink=#14263A
box 900 80 330 500 fill=#FF0B4F54 edge=#FF0B4F54 edge_px=0 radius=10
qr 950 120 231 231 "tel:+442032281350" modules=25 module_px=7
sliding 0 80 860 500
target 40 600 200 86 "urgent-help" label="Urgent help" seen=40,600,200,86
target 300 600 200 86 "topics" label="All topics" seen=300,600,200,86
"""

SPOILED = [  # rule, what is replaced, with what, options
    ("nothing_lies_outside_the_screen", "box 40 600", "box -3 600", {}),
    ("nothing_is_empty", "text 40 100 300 50", "text 40 100 0 50", {}),
    ("texts_do_not_overlap", 'text 40 100 300 50 "You', 'text 60 620 160 50 "You', {}),
    ("texts_stay_in_their_boxes", "text 60 620 160 41", "text 60 620 190 41", {}),
    ("texts_keep_off_codes_and_pictures", "text 40 100 300 50", "text 800 100 300 50", {}),
    ("letters_are_large_enough", "size=29", "size=17", {}),
    ("body_is_large_enough", "size=35", "size=33", {}),
    ("body_is_large_enough", "", "", {"text": "larger"}),
    ("body_is_large_enough", "", "", {"inches": 7}),
    ("targets_do_not_overlap", "target 300 600", "target 230 600", {}),
    ("targets_hold_what_is_seen", "seen=300,600,200,86", "seen=300,600,201,86", {}),
    ("targets_come_as_they_are_read", 'seen=300,600', 'seen=300,60', {}),
    ("targets_suit_a_finger", "", "", {"inches": 7}),
    ("there_is_at_most_one_code", "sliding", "qr 5 5 90 90 \"x\" modules=25 module_px=2\nsliding", {}),
    ("there_is_at_most_one_code", "qr 950", "icon 950", {}),
    ("codes_can_be_scanned", "modules=25 module_px=7", "modules=25 module_px=8", {}),
    ("codes_can_be_scanned", "module_px=7", "module_px=2", {}),
    ("urgent_help_is_always_there", '"urgent-help"', '"next"', {}),
]


def set_of(dumps, **options):
    screens = kiosk.Screens("sample", options)
    for name, dump in dumps.items():
        screens[name] = kiosk.Screen(name, dump)
    return screens


class RulesCanFail(unittest.TestCase):
    def test_a_good_list_is_left_alone(self):
        self.assertEqual(invariants.complaints(set_of({"card-010-a": GOOD})), [])

    def test_every_rule_objects_to_a_spoiled_list(self):
        for rule, old, new, options in SPOILED:
            with self.subTest(rule=rule, new=new):
                dump = GOOD.replace('baseline=135', 'baseline=640') if "text 60 620 160 50 \"You" in new else GOOD
                found = invariants.complaints(set_of({"card-010-a": dump.replace(old, new)}, **options))
                self.assertTrue(any(f" {rule}:" in f for f in found), f"{rule} is blind; it says {found}")

    def test_every_rule_has_a_spoiled_list(self):
        self.assertEqual({rule.__name__ for rule in invariants.RULES}, {rule for rule, *_ in SPOILED})

    def test_moved_urgent_help_and_lost_pages_are_found(self):
        moved = GOOD.replace('target 40 600 200 86 "urgent-help"', 'target 41 600 200 86 "urgent-help"')
        found = invariants.complaints(set_of({"card-010-a": GOOD, "topics": moved}))
        self.assertTrue(any("urgent_help_never_moves" in f for f in found))
        found = invariants.complaints(set_of({"card-010-a": GOOD.replace("1/1", "1/2")}))
        self.assertTrue(any("pages_are_numbered" in f for f in found))


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

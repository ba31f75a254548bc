# SPDX-License-Identifier: MIT
"""What grows: the letters, when somebody asks for larger ones, and the words, in a language that needs more of them.
The second is no language but English with every word two fifths longer, in the cards and on the buttons."""

import os
import re
import shutil
import tempfile
import unittest

import invariants
import kiosk
import test_words

PLACES = [dict(size=size) for size in kiosk.SIZES] + [dict(size=size, inches=7) for size in ("800x480", "720x1280")]
WORD = re.compile(r"[A-Za-z]{2,}")
LATER_PAGE = re.compile(r"\.\d+$")
PAGE_NOTE = re.compile(r"\d+ of \d+")  # which a card has where larger letters part it


def sizes_of_words(screens):
    """The smallest letters of each word of each screen's first page. Staff have no sizes to choose."""
    found = {}
    for name, screen in screens.items():
        if not name.startswith("staff-") and not LATER_PAGE.search(name):
            for text in (t for t in screen.of("text") if not PAGE_NOTE.fullmatch(t.text)):
                for word in text.text.split():
                    key = name, word
                    found[key] = min(found.get(key, 10000), text.number("size"))
    return found


def shrunk(place):
    normal, *larger = [kiosk.render_each([dict(place, text=text)], sizes_of_words, pictures=False)[0] for text in kiosk.TEXTS]
    for after in larger:
        yield from (f"{place} · {name}: “{word}” has {after[name, word]} px after {size}"
                    for (name, word), size in normal.items() if after.get((name, word), size) < size)
        normal = after


def longer(text):
    """Each word two fifths longer, as a German or a Pole would need it; numbers, marks and {names} stay."""
    def grow(match):
        word = match.group(0)
        return word + word[-1] * max(1, round(0.4 * len(word)))

    return re.sub(r"\{\w+\}|!\[[^\]]*\]\([^)]*\)|" + WORD.pattern,
                  lambda m: m.group(0) if m.group(0)[0] in "{!" else grow(m), text)


def rewrite(path, change):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(change(text))


def values_longer(text):
    return re.sub(r"(?m)^((?!direction)\w+ = )(.*)$", lambda m: m.group(1) + longer(m.group(2)), text)


def poster_longer(text):
    return re.sub(r"(?m)^(poster = )(.*)$", lambda m: m.group(1) + longer(m.group(2))[:90], text, count=1)


def longer_kiosk(folder):
    """A program whose English is longer, and its content."""
    content = os.path.join(folder, "config")
    shutil.copytree(kiosk.CONTENT, content)
    shutil.copytree(os.path.join(kiosk.ROOT, "assets"), os.path.join(folder, "assets"))
    shutil.copy(kiosk.PROGRAM, os.path.join(folder, "dit-kiosk"))
    rewrite(os.path.join(folder, "assets", "words", "en.ini"), values_longer)
    rewrite(os.path.join(content, "kiosk.ini"), poster_longer)
    cards = os.path.join(content, "cards", "en")
    for name in os.listdir(cards):
        rewrite(os.path.join(cards, name), longer)
    return os.path.join(folder, "dit-kiosk"), content


class Growth(unittest.TestCase):
    def test_no_word_is_smaller_where_letters_are_larger(self):
        found = [c for place in PLACES for c in shrunk(place)]
        self.assertEqual(found, [], f"{len(found)} of them\n" + "\n".join(found[:60]))

    def test_words_that_are_two_fifths_longer_are_drawn_whole_and_every_rule_holds(self):
        with tempfile.TemporaryDirectory(prefix="dit-longer-") as folder:
            ours, content = kiosk.PROGRAM, None
            kiosk.PROGRAM, content = longer_kiosk(folder)
            try:
                jobs = [dict(place, content=content, text=text) for place in PLACES for text in kiosk.TEXTS]
                found = [c for each in kiosk.render_each(jobs, lambda s: invariants.complaints(s) + list(
                    test_words.complaints(s, content)), pictures=False) for c in each]
            finally:
                kiosk.PROGRAM = ours
        self.assertEqual(found, [], f"{len(found)} of them\n" + "\n".join(found[:60]))


if __name__ == "__main__":
    unittest.main(verbosity=2)

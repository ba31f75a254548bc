# SPDX-License-Identifier: MIT
"""Nothing is lost: every word of every card's source is drawn, in its order, on that card's pages, at
every screen and text size. (In languages that run from right to left the order is left to the unit
tests: a line is drawn from its left end.)"""

import os
import re
import unittest

import invariants
import kiosk


def words_of(text):
    """The words, without the marks of lines, of pictures and of bold."""
    return re.sub(r"(?m)!\[[^\]]*\]\([^)]*\)|^\s*(#+|[-*+]|>+|\d+[.)])\s|\*\*", " ", text).split()


def sources(content, tag="en"):
    """Stem of the picture's name for each card file, with its path."""
    folder = os.path.join(content, "cards", tag)
    found = {}
    for name in sorted(os.listdir(folder)):
        match = re.match(r"(\d+)-(.*)\.txt$", name)
        stem = f"card-{int(match.group(1)):03d}-{match.group(2)}" if match else name[:-4]
        found[stem] = os.path.join(folder, name)
    return found


def pages_of(screens, stem):
    pages = [s for name, s in screens.items() if name == stem or re.fullmatch(re.escape(stem) + r"\.\d+", name)]
    return sorted(pages, key=lambda s: int(s.frame.fields["page"].split("/")[0]))


def lost(words, drawn):
    """The first words that cannot be found in `drawn`, one after the other, spaces apart."""
    at, missing = 0, []
    for word in words:
        word = word.replace("-", "")
        found = drawn.find(word, at)
        if found < 0:
            missing.append(word)
        else:
            at = found + len(word)
    return missing


def letters(text):
    return re.sub(r"[\s\u2066-\u2069-]", "", text)  # a word that is parted has a hyphen


def column(page):
    """The card's own words on a page; from the second on without the row that repeats the title, which
    alone is semibold."""
    texts = invariants.column_texts(page)
    is_first = page.frame.fields["page"].startswith("1/")
    return texts if is_first else [item for item in texts if item.fields["weight"] != "semibold"]


def drawn_text(pages):
    """A card is one column, page after page; the other screens may have several."""
    if pages[0].is_card:
        return letters("".join(item.text for page in pages for item in column(page)))
    return letters("".join(item.text for page in pages for item in page.of("text")))


def words_due(screens, stem, path):
    """What has to be there. A small screen of known size has no room for the label above a title; urgent
    help and refer may leave their titles out, so that every call and every step stays on one page."""
    with open(path, encoding="utf-8-sig") as file:
        label, title, body = re.match(r"([^#]*)#([^\n]*)\n(.*)", file.read(), re.DOTALL).groups()
    if stem in ("urgent-help", "refer"):
        return words_of(body)
    has_label = not (screens.options.get("inches") and stem.startswith("card-"))
    return words_of(f"{label if has_label else ''}\n{title}\n{body}")


def complaints(screens, content=kiosk.CONTENT, tag="en", in_order=True):
    for stem, path in sources(content, tag).items():
        pages = pages_of(screens, stem)
        if not pages:
            yield f"{screens.title} · {stem}: the card has no picture"
            continue
        drawn = drawn_text(pages)
        words = words_due(screens, stem, path)
        if in_order and pages[0].is_card:
            missing = lost(words, drawn)
        else:  # a line of Arabic is drawn from its left end, with its marks as runs of their own
            missing = [part for word in words for part in re.findall(r"\w+", word) if part not in drawn]
        if missing:
            yield f"{screens.title} · {stem}: lost {missing[:8]}"


def loop_complaints(screens):
    """Whoever touches nothing is told everything: each word of each card, all of them within four minutes."""
    for stem, path in sources(kiosk.CONTENT).items():
        if stem.startswith("card-"):
            pages = pages_of(screens, stem.replace("card-", "loop-", 1))
            with open(path, encoding="utf-8-sig") as file:
                words = words_of(file.read().partition("#")[2])
            missing = lost(words, letters("".join(t.text for page in pages for t in page.of("text"))))
            if missing:
                yield f"{screens.title} · the loop's {stem}: lost {missing[:8]}"
    pace = int(kiosk.setting("words_a_minute"))
    pages = [int(s.frame.fields["words"]) for s in screens.values() if s.is_loop]
    seconds = sum(min(40, max(8, 4 + words * 60 / pace)) for words in pages)
    if seconds >= 240:
        yield f"{screens.title}: the loop takes {seconds:.0f} s"


class Words(unittest.TestCase):
    def test_the_loop_says_every_word_in_under_four_minutes(self):
        jobs = kiosk.matrix(size=kiosk.SIZES) + kiosk.matrix(size=["800x480", "720x1280"], inches=[7])
        found = [c for each in kiosk.render_each(jobs, lambda s: list(loop_complaints(s)), pictures=False) for c in each]
        self.assertEqual(found, [], "\n" + "\n".join(found))

    def test_every_word_of_every_card_is_drawn_at_every_size(self):
        jobs = kiosk.matrix(size=kiosk.SIZES, text=kiosk.TEXTS)
        jobs += kiosk.matrix(size=["800x480", "720x1280"], text=kiosk.TEXTS, inches=[7])
        found = [c for each in kiosk.render_each(jobs, lambda s: list(complaints(s)), pictures=False) for c in each]
        self.assertEqual(found, [], "\n" + "\n".join(found))


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""The program itself, in a real X server, under a hand: every story is told by taps and keys alone, and
is judged by what the glass shows."""

import os
import shutil
import tempfile
import time
import unittest

import glass
import kiosk
import staff

LANGUAGES = os.path.join(kiosk.ROOT, "tests", "content", "languages")


class Story(unittest.TestCase):
    content = kiosk.CONTENT

    def setUp(self):
        self.story = glass.Story(self.content)
        self.addCleanup(self.story.close)
        self.story.start()
        self.cards = self.story.cards()
        self.story.expect(glass.FIRST)
        self.story.read_a_card()
        self.story.expect(self.cards[0])

    def choose(self, name, **options):
        """The glass shows this screen, from here on drawn with these options."""
        self.story.options = options
        self.story.expect(name)


class Walk(Story):
    def test_next_goes_through_every_card_and_wraps_round(self):
        for name in self.cards[1:] + self.cards[:1]:
            self.story.tap("next")
            self.story.expect(name)
        self.story.tap("back")
        self.story.expect(self.cards[-1])

    def test_every_topic_opens_its_card(self):
        first_pages = [n for n in self.cards if "." not in n]
        for index, name in enumerate(first_pages):
            self.story.tap("topics")
            self.story.expect("topics")
            self.story.tap(f"open-card {index}")
            self.story.expect(name)

    def test_refer_and_urgent_help_open_and_close(self):
        self.story.tap("next")
        self.story.expect(self.cards[1])
        for action, name in [("refer", "refer"), ("urgent-help", "urgent-help")]:
            self.story.tap(action)
            self.story.expect(name)
            self.story.tap("close" if "close" in self.story.screen.targets else "back")
            self.story.expect(self.cards[1])

    def test_contrast_and_text_size_change_what_is_shown(self):
        first = self.cards[0]
        self.story.tap("contrast")
        self.choose(first, theme="contrast")
        for size in ["larger", "largest"]:
            self.story.tap("text-size")
            self.choose(first, theme="contrast", text=size)
        self.story.tap("settings")  # the largest letters leave no room for them
        self.story.expect("settings")
        self.story.tap("text-size")
        self.choose("settings", theme="contrast")
        self.story.tap("contrast")
        self.choose("settings")
        self.story.tap("close")
        self.story.expect(first)

    def test_finish_clears_everything_at_once(self):
        self.story.tap("contrast")
        self.choose(self.cards[0], theme="contrast")
        self.story.tap("finish")
        self.choose(glass.FIRST)


class LeftAlone(unittest.TestCase):
    def test_it_moves_on_and_once_touched_it_does_not(self):
        with tempfile.TemporaryDirectory(prefix="dit-short-") as content:
            shutil.copytree(LANGUAGES, content, dirs_exist_ok=True)
            for name in ("10-what-is-dit.txt", "50-what-it-involves.txt"):
                with open(os.path.join(content, "cards", "en", name), "w", encoding="utf-8") as file:
                    file.write(f"# {name}\n\nWords.\n")  # which are up for eight seconds
            story = glass.Story(content)
            self.addCleanup(story.close)
            story.start()
            for name in story.cards("loop-")[:2]:
                story.expect(name)
            story.read_a_card()
            shown = story.screen.name
            time.sleep(12)
            story.expect(shown)


class Touch(Story):
    def drag(self, start, end):
        self.story.settle()
        self.story.hand.drag(start, end)

    def test_a_drag_of_a_third_turns_the_card_and_a_short_one_does_not(self):
        self.drag((700, 300), (250, 300))
        self.story.expect(self.cards[1])
        self.drag((300, 300), (750, 300))
        self.story.expect(self.cards[0])
        self.drag((700, 300), (560, 300))
        self.story.expect(self.cards[0])


class Keyboard(Story):
    def test_arrows_and_escape_do_what_touch_does(self):
        keys = self.story.hand
        keys.do("mousemove", 640, 300)
        for key, name in [("Right", self.cards[1]), ("Left", self.cards[0]), ("Escape", "topics"), ("Escape", self.cards[0])]:
            keys.key(key)
            self.story.expect(name)

    def test_tab_reaches_every_control_and_enter_presses_it(self):
        keys = self.story.hand
        keys.do("mousemove", 640, 300)
        order = list(dict.fromkeys(t.text for t in self.story.screen.of("target")))  # once each
        keys.key(*["Tab"] * (order.index("topics") + 1), "Return")
        self.story.expect_parts("topics", "open-card 5")
        keys.tap(5, glass.HEIGHT // 2)  # takes the focus ring away
        self.story.expect("topics")


class Languages(Story):
    content = LANGUAGES

    def test_each_language_can_be_chosen_and_mirrors_if_it_must(self):
        tags = kiosk.setting("show", LANGUAGES).split()
        shown = self.cards[0]
        for index, tag in list(enumerate(tags))[1:] + [(0, tags[0])]:
            self.story.tap("languages")
            self.story.expect("languages")
            self.story.tap(f"set-language {index}")
            self.story.options = {"language": tag}
            cards = self.story.cards()
            shown = shown if shown in cards else cards[0]  # the same topic, where it is translated
            self.story.expect(shown)


class IdleReturn(unittest.TestCase):
    IDLE_S, COUNTDOWN_S = 60, 20

    def test_the_next_person_never_meets_the_last_ones_choices(self):
        """A minute without a touch: the question. Nobody answers: the loop, as it was. Each span is measured from before
        its cause until after its effect, so a slow machine makes it longer."""
        with tempfile.TemporaryDirectory(prefix="dit-idle-") as folder:
            content = os.path.join(folder, "kiosk")
            shutil.copytree(kiosk.CONTENT, content)
            staff.edit(content, "kiosk.ini", "idle_seconds = 90", f"idle_seconds = {self.IDLE_S}")
            staff.edit(content, "kiosk.ini", "countdown_seconds = 25", f"countdown_seconds = {self.COUNTDOWN_S}")
            story = glass.Story(content)
            self.addCleanup(story.close)
            story.start()
            story.expect(glass.FIRST)
            story.read_a_card()
            left = time.monotonic()
            story.tap("contrast")
            story.options = {"theme": "contrast"}
            story.expect(story.cards()[0])
            story.expect_parts("still-reading", "finish", "keep-reading")
            self.assertGreaterEqual(time.monotonic() - left, self.IDLE_S)
            story.options = {}
            story.expect(glass.FIRST)
            self.assertGreaterEqual(time.monotonic() - left, self.IDLE_S + self.COUNTDOWN_S)


if __name__ == "__main__":
    unittest.main(verbosity=2)

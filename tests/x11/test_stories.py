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

LANGUAGES = os.path.join(kiosk.ROOT, "tests", "content", "languages")


class Story(unittest.TestCase):
    content = kiosk.CONTENT

    def setUp(self):
        self.story = glass.Story(self.content)
        self.addCleanup(self.story.close)
        self.cards = self.story.cards()
        self.story.expect(self.cards[0])


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
        self.story.tap("contrast")
        self.story.options = {"theme": "contrast"}
        self.story.expect(self.cards[0])
        for size in ["larger", "largest"]:
            self.story.tap("text-size")
            self.story.options = {"theme": "contrast", "text": size}
            self.story.expect(self.cards[0])
        self.story.tap("text-size")
        self.story.options = {"theme": "contrast"}
        self.story.expect(self.cards[0])
        self.story.tap("contrast")
        self.story.options = {}
        self.story.expect(self.cards[0])

    def test_left_alone_it_moves_on_and_paused_it_does_not(self):
        self.story.expect(self.cards[1], patience_s=45)
        self.story.tap("pause")
        time.sleep(42)  # longer than any page is read
        self.story.expect(self.cards[1], patience_s=0.5)


class Touch(Story):
    def test_a_drag_of_a_third_turns_the_card_and_a_short_one_does_not(self):
        self.story.hand.drag((700, 300), (250, 300))
        self.story.expect(self.cards[1])
        self.story.hand.drag((300, 300), (750, 300))
        self.story.expect(self.cards[0])
        self.story.hand.drag((700, 300), (560, 300))
        self.story.expect(self.cards[0])

    def test_the_card_follows_the_finger(self):
        self.story.hand.press(700, 300)
        for x in range(690, 500, -10):
            self.story.hand.do("mousemove", x, 300)
        time.sleep(0.4)
        self.assertGreater(self.story.differs(self.story.screen), 2000)
        self.story.hand.release(700, 300)
        self.story.expect(self.cards[0])

    def test_a_finger_that_slides_off_a_button_does_nothing(self):
        target = self.story.screen.targets["next"]
        self.story.hand.press(target.x + target.w // 2, target.y + target.h // 2)
        time.sleep(0.3)
        self.assertGreater(self.story.differs(self.story.screen), 100, "the press is not shown")
        self.story.hand.release(640, 300)
        self.story.expect(self.cards[0])

    def test_a_trembling_second_tap_is_one_tap(self):
        target = self.story.screen.targets["next"]
        x, y = target.x + target.w // 2, target.y + target.h // 2
        self.story.hand.do("mousemove", x, y, "click", 1, "sleep", "0.1", "click", 1)
        self.story.expect(self.cards[1])
        time.sleep(0.7)
        self.story.expect(self.cards[1], patience_s=0.5)


class Keyboard(Story):
    def test_arrows_enter_escape_and_tab_do_what_touch_does(self):
        keys = self.story.hand
        keys.do("mousemove", 640, 300)
        keys.key("Right")
        self.story.expect(self.cards[1])
        keys.key("Left")
        self.story.expect(self.cards[0])
        keys.key("Escape")
        self.story.expect("topics")
        keys.key("Escape")
        self.story.expect(self.cards[0])
        keys.key("Tab")
        time.sleep(0.5)
        self.assertGreater(self.story.differs(self.story.screen), 100, "Tab shows no focus")

    def test_tab_reaches_every_control_and_enter_presses_it(self):
        keys = self.story.hand
        keys.do("mousemove", 640, 300)
        order = [t.text for t in self.story.screen.of("target")]
        keys.key(*["Tab"] * (order.index("topics") + 1), "Return")
        time.sleep(0.5)
        self.story.hand.tap(5, self.story.screen.frame.h // 2)  # takes the focus ring away
        self.story.expect("topics")

    def test_no_key_leaves_the_program(self):
        keys = self.story.hand
        keys.key("alt+F4", "ctrl+c", "ctrl+q", "ctrl+alt+Delete", "F11", "super", "Print", "q")
        time.sleep(0.5)
        self.assertIsNone(self.story.kiosk.process.poll())
        self.story.expect(self.cards[0])


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

    def test_next_turns_arabic_cards(self):
        tags = kiosk.setting("show", LANGUAGES).split()
        self.story.tap("languages")
        self.story.expect("languages")
        self.story.tap(f"set-language {tags.index('ar')}")
        self.story.options = {"language": "ar"}
        cards = self.story.cards()
        self.story.expect(cards[0])
        self.story.tap("next")
        self.story.expect(cards[1 % len(cards)])
        self.story.hand.drag((700, 300), (1150, 300))  # forwards is rightwards here
        self.story.expect(cards[2 % len(cards)])


class IdleReturn(unittest.TestCase):
    def test_the_next_person_never_meets_the_last_ones_choices(self):
        """One minute without a touch: the question; an answer extends; silence returns to the loop."""
        with tempfile.TemporaryDirectory(prefix="dit-idle-") as folder:
            content = os.path.join(folder, "kiosk")
            shutil.copytree(kiosk.CONTENT, content)
            path = os.path.join(content, "kiosk.ini")
            with open(path, encoding="utf-8") as file:
                text = file.read()
            text = text.replace("idle_seconds = 90", "idle_seconds = 60").replace("countdown_seconds = 25", "countdown_seconds = 20")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            story = glass.Story(content)
            self.addCleanup(story.close)
            cards = story.cards()
            story.expect(cards[0])
            story.tap("contrast")
            story.options = {"theme": "contrast"}
            story.expect(cards[0])
            touched = time.monotonic()
            time.sleep(50)
            story.expect(cards[0], patience_s=0.5)
            story.expect("still-reading", patience_s=15)
            self.assertGreater(time.monotonic() - touched, 58)
            story.tap("keep-reading")
            story.expect(cards[0])
            story.expect("still-reading", patience_s=75)
            story.options = {}
            asked = time.monotonic()
            story.expect(cards[0], patience_s=25)
            self.assertGreater(time.monotonic() - asked, 18)


if __name__ == "__main__":
    unittest.main(verbosity=2)

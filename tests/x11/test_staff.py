# SPDX-License-Identifier: MIT
"""Staff change the content with a stick, in a real X server: from the stick to the new number on the
glass, and every way in which that ends otherwise."""

import os
import tempfile
import unittest

import staff
from staff import NEW, OLD, other_number

FIRST = "loop-000-poster"
# What stands at the same place whatever is listed below it, and over whichever card.
CHANGES = ("staff-changes", "Check the changes")
FINDINGS = ("staff-findings", "The screen still shows the old cards. Take the stick out,")
DONE = ("staff-done", "The new cards are on screen. You can take the stick out.")
COPIED = ("staff-copied", "The cards are on the stick", "You can take the stick out. The file README.txt in")
COPY_OVER = ("staff-copy-over", "The stick has a folder “kiosk” already", "agree")
MENU = ("staff-menu", "What would you like to do?")


class Desk(unittest.TestCase):
    pin = staff.PIN

    def setUp(self):
        self.desk = staff.Desk(self.pin)
        self.addCleanup(self.desk.close)
        self.desk.start()

    def plug_in_with_pin(self, change=None):
        self.desk.plug_in(self.desk.make_stick(change))
        self.desk.type_pin()

    def open_menu(self):
        self.desk.open_menu()
        self.desk.type_pin()
        self.desk.expect_parts(*MENU)


class Update(Desk):
    def test_the_whole_way_from_a_stick_to_a_new_number_on_the_glass(self):
        desk = self.desk
        desk.expect_code(OLD)
        desk.plug_in(desk.make_stick(other_number))
        desk.expect_parts("staff-pin", "Enter the staff PIN", "For staff, to read the USB", "urgent-help")
        desk.type_pin()
        desk.expect_parts("staff-changes", "Check the changes", "Phone number", "Tick each number above: 0 of 1")
        desk.expect_words("1351")
        desk.tap("put-on-screen")  # not before the tick
        desk.expect_parts(*CHANGES)
        desk.tap("see-cards")
        desk.expect_parts("staff-preview", "Not on screen yet: 1 of 8 (part 1 of 2)", "preview-end", "next")
        desk.expect_code(NEW)
        desk.tap("next")
        desk.expect_words("psychoanalytic")
        desk.tap("next")
        desk.expect_words("the ideas behind dit")
        desk.tap("preview-end")
        desk.tick_all()
        desk.tap("put-on-screen")
        desk.expect_parts(*DONE, "staff-close")
        desk.expect_code(NEW)
        receipt = desk.receipt()
        self.assertIn("The cards of this stick are on the screen.\r\n", receipt)
        self.assertIn(f"Screen: {staff.NAME}, Example Surgery\r\n", receipt)
        self.assertRegex(receipt, r"When: (clock not set|\d{4}-\d\d-\d\d \d\d:\d\d)\r\n")
        desk.tap("staff-close")
        desk.expect_parts(FIRST, "urgent-help", "A talking therapy")
        self.assertFalse(os.path.exists(os.path.join(desk.store, "trial")), "the trial never ended")
        desk.restart(desk.pull_out)
        desk.expect_code(NEW)

    def test_the_same_stick_again_is_nothing_to_do_and_the_earlier_cards_come_back(self):
        desk = self.desk
        desk.plug_in(desk.make_stick(other_number))
        desk.put_on_screen()
        desk.tap("staff-close")
        self.open_menu()
        desk.expect_parts("staff-menu", "cards again", "Wipe the screen")
        desk.tap("menu-item 1")  # the stick once more
        desk.expect_parts("staff-nothing", "Nothing to do", "staff-close")
        desk.tap("staff-close")
        desk.pull_out()
        desk.plug_in(desk.make_stick())
        desk.put_on_screen()
        desk.expect_code(OLD)
        desk.pull_out()
        desk.expect_parts("staff-done", "staff-close")
        desk.tap("staff-close")
        desk.expect_a_card()
        self.open_menu()
        desk.tap("menu-item 0")
        desk.expect_parts("staff-earlier", "Which cards should come back?")
        desk.tap("pick 3")  # two tiles stand where the second row of nine does
        desk.expect_parts("staff-back", "Show the earlier cards again?", "Phone number", "put-on-screen")
        desk.tap("put-on-screen")
        desk.expect_words("the earlier cards are on screen again")
        desk.expect_code(NEW)


class Merged(Desk):
    def copy(self):
        """What "Copy the cards" writes, on a stick that is not in."""
        stick = tempfile.mkdtemp(dir=self.desk.room.name)
        self.desk.run("export", "--store", self.desk.store, os.path.join(stick, "kiosk"))
        return stick

    def test_two_people_change_the_same_card_and_staff_choose(self):
        desk = self.desk
        desk.plug_in(desk.make_stick(other_number))
        desk.put_on_screen()
        desk.tap("staff-close")
        desk.pull_out()
        mine, theirs = self.copy(), self.copy()
        card = "cards/en/10-what-is-dit.txt"
        staff.edit(os.path.join(theirs, "kiosk"), card, "It can help", "Theirs can help")
        staff.edit(os.path.join(theirs, "kiosk"), "kiosk.ini", NEW, OLD)
        staff.edit(os.path.join(mine, "kiosk"), card, "It can help", "Mine can help")
        staff.edit(os.path.join(mine, "kiosk"), "cards/en/60-what-you-need.txt", "to coming", "to bring a pen and to coming")
        desk.plug_in(theirs)
        desk.type_pin()
        desk.expect_parts("staff-changes", "Check the changes", "Phone number", "see-cards")
        desk.tap("confirm 0")
        desk.put_cards_on_screen()
        desk.expect_code(OLD)
        desk.pull_out()  # so that it is known to be gone when the cards are back
        desk.tap("staff-close")
        desk.expect_a_card()
        desk.plug_in(mine)
        desk.type_pin()
        desk.expect_parts(*CHANGES)
        desk.expect_words("changed on this screen too", "is kept", "changed on this screen since your copy")
        desk.tap("confirm 0")  # the first row
        desk.expect_words("theirs can help", "mine can help", "on the stick")
        desk.expect_parts("staff-contested", "On the screen now", "On the stick", "choose 1")
        desk.tap("choose 1")
        desk.expect_words("yours is taken")
        desk.put_cards_on_screen()
        desk.expect_code(OLD)  # what the colleague changed, and the copy did not
        texts = os.path.join(desk.store, "current", "cards", "en")
        with open(os.path.join(texts, "10-what-is-dit.txt"), encoding="utf-8-sig") as file:
            self.assertIn("Mine can help", file.read())
        with open(os.path.join(texts, "60-what-you-need.txt"), encoding="utf-8-sig") as file:
            self.assertIn("bring a pen", file.read())


class Refused(Desk):
    def test_findings_are_said_in_words_and_the_old_cards_stay(self):
        desk = self.desk

        def spoil(folder):
            staff.edit(folder, "kiosk.ini", OLD, "0203 228 135")
            staff.edit(folder, "cards/en/10-what-is-dit.txt", "It can help", "![us](team photo.jpg) It can help")
            with open(os.path.join(folder, "cards/en/60-what-you-need.txt"), "a", encoding="utf-8") as file:
                file.write("\n<b>Bold</b>\n")

        self.plug_in_with_pin(spoil)
        desk.expect_parts(*FINDINGS)
        desk.expect_words("one digit short", "a london number has 11 digits")
        receipt = desk.receipt()
        self.assertIn("NOT put on the screen", receipt)
        self.assertIn("- kiosk.ini, line", receipt)
        self.assertIn("- cards/en/60-what-you-need.txt, line", receipt)
        stick = desk.pull_out()
        staff.edit(os.path.join(stick, "kiosk"), "kiosk.ini", "0203 228 135\n", OLD + "\n")
        staff.edit(os.path.join(stick, "kiosk"), "cards/en/10-what-is-dit.txt", "![us](team photo.jpg) ", "")
        staff.edit(os.path.join(stick, "kiosk"), "cards/en/60-what-you-need.txt", "\n<b>Bold</b>\n", "")
        desk.plug_in(stick)  # mended: no second PIN
        desk.expect_words("check the changes", "nothing that patients see has changed")
        desk.expect_parts(*CHANGES, "staff-close")
        desk.tap("staff-close")
        desk.expect_a_card()
        desk.expect_code(OLD)

    def test_a_stick_that_cannot_be_written_is_no_failure(self):
        desk = self.desk
        stick = desk.make_stick(other_number)
        os.mkdir(os.path.join(stick, staff.RECEIPT))  # nothing can take this name
        os.mkdir(os.path.join(stick, staff.RECEIPT + ".new"))
        os.mkdir(os.path.join(stick, staff.RECEIPT, "x"))
        desk.plug_in(stick)
        desk.type_pin()
        desk.tick_all()
        desk.tap("put-on-screen")
        desk.expect_words("the new cards are on screen", "could not be written")


class Copy(Desk):
    def test_an_empty_stick_gets_the_content_the_guide_and_the_counts(self):
        desk = self.desk
        stick = os.path.join(desk.room.name, "empty")
        os.mkdir(stick)
        desk.plug_in(stick)
        desk.type_pin()
        desk.expect_parts("staff-empty", "There are no cards on this stick", "agree")
        desk.tap("agree")
        desk.expect_parts(*COPIED, "menu")
        found = sorted(os.listdir(os.path.join(desk.place, "kiosk")))
        self.assertEqual(found, ["README.txt", "cards", "copied-from.txt", "images", "kiosk.ini"])
        if os.path.isdir(os.path.join(os.path.dirname(os.environ.get("DIT_KIOSK", "")), "desk")):
            with open(os.path.join(desk.place, "Edit the cards.html"), encoding="utf-8") as page:
                self.assertIn('class="copied">cards/en/refer.txt', page.read())
        with open(os.path.join(desk.place, f"kiosk-counts {staff.NAME}.csv"), encoding="utf-8", newline="") as file:
            counts = file.read()
        self.assertIn("Nothing here is about a person", counts)
        self.assertTrue(counts.endswith("\r\n\r\nperiod,what,opened\r\n"))
        desk.tap("menu")
        desk.expect_parts(*MENU)
        desk.tap("menu-item 1")  # nothing is earlier yet, so each tile is one place ahead
        desk.expect_parts(*COPY_OVER)
        desk.tap("agree")
        desk.expect_parts(*COPIED)
        self.assertTrue(os.path.isdir(os.path.join(desk.place, "kiosk-old", "cards")))
        self.assertTrue(os.path.isdir(os.path.join(desk.place, "kiosk", "cards")))
        stick = desk.pull_out()  # and what was copied can come in again, by whoever knows the PIN
        other_number(os.path.join(stick, "kiosk"))
        desk.plug_in(stick)
        desk.type_pin()
        desk.expect_parts(*CHANGES)


class Pin(Desk):
    def test_five_wrong_pins_lock_it_and_a_kill_does_not_open_it(self):
        desk = self.desk
        desk.plug_in(desk.make_stick(other_number))
        for left in range(4, 0, -1):
            desk.type_pin("314159", on="staff-pin" if left == 4 else "staff-pin-wrong")
            desk.expect_parts("staff-pin-wrong", "That PIN is not", "pin-ok")
            desk.expect_words(f"left: {left}")
        desk.type_pin("314159", on="staff-pin-wrong")
        locked = ("staff-pin-closed", "Please wait", "There were too many")
        desk.expect_parts(*locked)
        desk.cut_power()
        desk.start()
        desk.expect_parts(*locked)
        # The guide's way out: whoever set up the screen gives it a new PIN.
        stick = desk.pull_out()
        desk.expect(FIRST)
        desk.run("set-pin", "--store", desk.store, given="271829\n")
        desk.plug_in(stick)
        desk.type_pin("271829")
        desk.expect_parts(*CHANGES)


class WithoutPin(Desk):
    pin = None

    def test_a_kiosk_without_a_pin_says_how_to_set_one_and_takes_no_update(self):
        desk = self.desk
        desk.plug_in(desk.make_stick(other_number))
        desk.expect_parts("staff-pin-unset", "No staff PIN yet", "it with: dit-kiosk set-pin", "staff-close")
        desk.tap("staff-close")
        desk.expect_a_card()
        desk.expect_code(OLD)


class Menu(Desk):
    def test_two_corners_and_the_pin_open_it_and_it_tells_about_the_screen(self):
        self.open_menu()
        self.desk.tap("menu-item 2")  # wipe, touch, about, restart are what there is
        self.desk.expect_parts("staff-about", "About this screen")
        self.desk.expect_words("about this screen", "practice manager", "name of this screen")

    def test_the_pin_is_changed_with_the_old_one_first(self):
        desk = self.desk
        self.open_menu()
        desk.tap("menu-item 6")  # the fourth of five, which fill two rows
        desk.type_pin(on="staff-pin-change")
        desk.type_pin("314159", on="staff-pin-other")
        desk.type_pin("314159", on="staff-pin-again")
        desk.expect_parts("staff-has-pin", "Your PIN is set. Write it down", "menu")
        desk.tap("menu")
        desk.expect_parts(*MENU)
        desk.tap("staff-close")
        desk.plug_in(desk.make_stick(other_number))
        desk.type_pin()
        desk.expect_parts("staff-pin-wrong", "That PIN is not", "pin-ok")
        desk.type_pin("314159", on="staff-pin-wrong")
        desk.expect_parts(*CHANGES)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""Staff change the content with a stick, in a real X server: from the stick to the new number on the
glass, and every way in which that ends otherwise."""

import concurrent.futures
import os
import shutil
import time
import unittest

import glass
import staff
import codes
import kiosk

OLD, NEW = "0203 228 1350", "0203 228 1351"


def other_number(folder):
    staff.edit(folder, "kiosk.ini", OLD, NEW)


class Desk(unittest.TestCase):
    pin = staff.PIN

    def setUp(self):
        self.desk = staff.Desk(self.pin)
        self.addCleanup(self.desk.close)

    def code_on_glass(self, number, where):
        self.assertEqual(list(codes.misread(self.desk.server.picture(), kiosk.phone_uri(number), where)), [])

    def put_on_screen(self, change=other_number, confirmations=1):
        self.desk.plug_in(self.desk.make_stick(change))
        self.desk.expect_words("enter the staff pin")
        self.desk.type_pin()
        self.desk.expect_words("check the changes")
        for index in range(confirmations):
            self.desk.tap("staff-changes", f"confirm {index}")
        self.desk.tap("staff-changes-ticked", "put-on-screen")
        return self.desk.expect_words("the new cards are on screen", "take the stick out")

    def open_menu(self):
        width, height = glass.WIDTH, glass.HEIGHT
        for x, y in ((8, 8), (width - 8, height - 8)):
            self.desk.hand.press(x, y)
            time.sleep(3.3)
            self.desk.hand.release(x, y)
        self.desk.expect_words("enter the staff pin", "their menu")
        self.desk.type_pin()
        self.desk.expect_words("what would you like to do")


class Update(Desk):
    def test_the_whole_way_from_a_stick_to_a_new_number_on_the_glass(self):
        desk = self.desk
        self.code_on_glass(OLD, "before")
        desk.plug_in(desk.make_stick(other_number))
        desk.expect_words("enter the staff pin", "usb stick")
        desk.expect_control("staff-pin", "urgent-help")
        desk.keep("1-pin")
        desk.type_pin()
        said = desk.expect_words("check the changes", "phone number", "then touch it")
        self.assertIn("1351", said)
        desk.keep("2-changes")
        desk.tap("staff-changes", "put-on-screen")  # not before the tick
        desk.expect_words("check the changes")
        desk.tap("staff-changes", "see-cards")
        desk.expect_words("not on screen yet", "1351")
        desk.keep("3-preview")
        desk.tap("staff-preview", "next")
        desk.expect_words("the ideas behind dit")
        desk.tap("staff-preview", "preview-end")
        desk.expect_words("check the changes")
        desk.tap("staff-changes", "confirm 0")
        desk.keep("4-ticked")
        desk.tap("staff-changes-ticked", "put-on-screen")
        desk.expect_words("the new cards are on screen", "take the stick out")
        self.code_on_glass(NEW, "done")
        desk.keep("5-done")
        receipt = desk.receipt()
        self.assertIn("The cards of this stick are on the screen.\r\n", receipt)
        self.assertIn("Screen: Example Surgery\r\n", receipt)
        self.assertRegex(receipt, r"When: (clock not set|\d{4}-\d\d-\d\d \d\d:\d\d)\r\n")
        desk.tap("staff-done", "staff-close")
        desk.expect_words("what is dit", "1351")
        desk.expect_control("topics", "urgent-help")
        self.assertFalse(os.path.exists(os.path.join(desk.store, "trial")), "the trial never ended")
        desk.kiosk.close()
        desk.pull_out()
        desk.start()  # and after a restart
        desk.expect_words("1351")
        self.code_on_glass(NEW, "restarted")

    def test_the_same_stick_again_is_nothing_to_do_and_the_earlier_cards_come_back(self):
        self.put_on_screen()
        desk = self.desk
        desk.tap("staff-done", "staff-close")
        self.open_menu()
        desk.expect_words("show the earlier", "wipe the screen")
        desk.keep("6-menu")
        desk.tap("staff-menu", "menu-item 1")  # the stick once more
        desk.expect_words("nothing to do")
        desk.tap("staff-nothing", "staff-close")
        desk.pull_out()
        desk.plug_in(desk.make_stick())
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        desk.expect_words("check the changes", "1350")
        desk.tap("staff-changes", "confirm 0")
        desk.tap("staff-changes-ticked", "put-on-screen")
        desk.expect_words("the new cards are on screen")
        self.code_on_glass(OLD, "the old number by a stick")
        desk.pull_out()  # which ends what is done
        desk.expect_control("topics", "urgent-help")
        self.open_menu()
        desk.tap("staff-menu", "menu-item 0")
        desk.expect_words("show the earlier cards again", "phone number", "1351")
        desk.tap("staff-back", "put-on-screen")
        desk.expect_words("the earlier cards are on screen again")
        self.code_on_glass(NEW, "rolled back")


class Refused(Desk):
    def test_findings_are_said_in_words_and_the_old_cards_stay(self):
        desk = self.desk

        def spoil(folder):
            staff.edit(folder, "kiosk.ini", OLD, "0203 228 135")
            staff.edit(folder, "cards/en/10-what-is-dit.md", "It can help", "![us](team photo.jpg) It can help")
            with open(os.path.join(folder, "cards/en/60-what-you-need.md"), "a", encoding="utf-8") as file:
                file.write("\n<b>Bold</b>\n")

        desk.plug_in(desk.make_stick(spoil))
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        desk.expect_words("this stick needs", "the screen still shows the old cards", "one digit short",
                          "a london number has 11 digits")
        desk.keep("7-findings")
        receipt = desk.receipt()
        self.assertIn("NOT put on the screen", receipt)
        self.assertIn("- kiosk.ini, line", receipt)
        self.assertIn("- cards/en/60-what-you-need.md, line", receipt)
        stick = desk.pull_out()
        staff.edit(os.path.join(stick, "kiosk"), "kiosk.ini", "0203 228 135\n", OLD + "\n")
        staff.edit(os.path.join(stick, "kiosk"), "cards/en/10-what-is-dit.md", "![us](team photo.jpg) ", "")
        staff.edit(os.path.join(stick, "kiosk"), "cards/en/60-what-you-need.md", "\n<b>Bold</b>\n", "")
        desk.plug_in(stick)  # mended: no second PIN
        desk.expect_words("check the changes", "nothing that patients see has changed")  # a note in kiosk.ini
        desk.tap("staff-changes", "staff-close")
        desk.expect_words("what is dit")
        self.code_on_glass(OLD, "after a refusal")

    def test_a_stick_pulled_while_it_is_read_changes_nothing(self):
        desk = self.desk

        def swell(folder):
            for index in range(900):
                shutil.copy(os.path.join(folder, "cards/en/10-what-is-dit.md"),
                            os.path.join(folder, f"cards/en/{1000 + index}-more-{index}.md"))

        desk.plug_in(desk.make_stick(swell))
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        end = time.monotonic() + 10
        while not os.path.exists(os.path.join(desk.store, "staging")):  # it is there while the stick is read
            self.assertLess(time.monotonic(), end, "the stick was not read")
            time.sleep(0.002)
        desk.pull_out()
        desk.expect_words("was taken out")
        desk.tap("staff-pulled", "staff-close")
        desk.expect_words("what is dit")
        self.assertEqual([n for n in os.listdir(desk.store) if n.startswith(("gen-", "staging", "current"))], [])

    def test_a_stick_that_cannot_be_written_is_no_failure(self):
        desk = self.desk
        stick = desk.make_stick(other_number)
        os.mkdir(os.path.join(stick, "KIOSK-RECEIPT.txt"))  # nothing can take this name
        os.mkdir(os.path.join(stick, "KIOSK-RECEIPT.txt.new"))
        os.mkdir(os.path.join(stick, "KIOSK-RECEIPT.txt", "x"))
        desk.plug_in(stick)
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        desk.expect_words("check the changes")
        desk.tap("staff-changes", "confirm 0")
        desk.tap("staff-changes-ticked", "put-on-screen")
        desk.expect_words("the new cards are on screen", "could not be written")


class Copy(Desk):
    def test_an_empty_stick_gets_the_content_the_guide_and_the_counts(self):
        desk = self.desk
        stick = os.path.join(desk.room.name, "empty")
        os.mkdir(stick)
        desk.plug_in(stick)
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        desk.expect_words("there are no cards on this stick")
        desk.keep("8-empty")
        desk.tap("staff-empty", "agree")
        desk.expect_words("the cards are on the stick", "readme.txt")
        found = sorted(os.listdir(os.path.join(desk.place, "kiosk")))
        self.assertEqual(found, ["README.txt", "cards", "images", "kiosk.ini"])
        with open(os.path.join(desk.place, "kiosk-counts.csv"), encoding="utf-8", newline="") as file:
            self.assertEqual(file.read(), "period,what,opened\r\n")
        desk.tap("staff-copied", "menu")
        desk.expect_words("copy the cards")
        desk.tap("staff-menu", "menu-item 1")  # nothing is earlier yet, so each tile is one place ahead
        desk.expect_words("has a folder", "kiosk-old")
        desk.tap("staff-copy-over", "agree")
        desk.expect_words("the cards are on the stick")
        self.assertTrue(os.path.isdir(os.path.join(desk.place, "kiosk-old", "cards")))
        self.assertTrue(os.path.isdir(os.path.join(desk.place, "kiosk", "cards")))
        stick = desk.pull_out()  # and what was copied can come in again, by whoever knows the PIN
        staff.edit(os.path.join(stick, "kiosk"), "kiosk.ini", OLD, NEW)
        desk.plug_in(stick)
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        desk.expect_words("check the changes")


    def copy_and_hold(self):
        """A folder of her own is on the stick, and the copy over it stands still, soon after it has begun: it has what
        an earlier one left to clear away first, which takes longer than we need to stop it."""
        desk = self.desk
        stick = desk.make_stick(lambda folder: os.remove(os.path.join(folder, "cards/en/refer.md")))
        for number in range(20):
            left = os.path.join(stick, "kiosk-unfinished", str(number))
            os.makedirs(left)
            for name in range(1000):
                os.mknod(os.path.join(left, str(name)))
        desk.plug_in(stick)
        desk.expect_words("enter the staff pin")
        desk.type_pin()
        desk.expect_words("this stick needs")
        desk.receipt()
        desk.tap("staff-findings", "staff-close")
        self.open_menu()
        desk.tap("staff-menu", "menu-item 1")
        desk.expect_words("has a folder", "kiosk-old")
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            held = pool.submit(desk.hold_child)
            desk.tap("staff-copy-over", "agree")
            held.result()
        desk.expect_words("copying to the stick")

    def expect_her_folder(self, stick):
        self.assertNotIn("kiosk-old", os.listdir(stick))
        self.assertFalse(os.path.exists(os.path.join(stick, "kiosk", "cards", "en", "refer.md")))
        self.assertIn("NOT put on the screen", self.desk.receipt(stick))

    def test_pulled_on_the_way_it_leaves_her_folder_and_a_true_sentence(self):
        desk = self.desk
        self.copy_and_hold()
        stick = desk.pull_out()
        desk.expect_words("the stick was taken out", "may not be complete", "copy once more")
        desk.keep("11-copy-pulled")
        self.expect_her_folder(stick)
        desk.plug_in(stick)
        desk.expect_words("this stick needs")

    def test_cancelled_on_the_way_it_leaves_her_folder(self):
        desk = self.desk
        self.copy_and_hold()
        desk.tap("staff-checking", "staff-close")
        desk.expect_words("what is dit")
        self.expect_her_folder(desk.place)
        self.open_menu()
        desk.tap("staff-menu", "menu-item 1")
        desk.expect_words("has a folder", "kiosk-old")
        desk.tap("staff-copy-over", "agree")
        desk.expect_words("the cards are on the stick")
        self.assertEqual(sorted(n for n in os.listdir(desk.place) if n.startswith("kiosk")),
                         ["kiosk", "kiosk-counts.csv", "kiosk-old"])


class Pin(Desk):
    def test_five_wrong_pins_close_the_gate_and_a_kill_does_not_open_it(self):
        desk = self.desk
        desk.plug_in(desk.make_stick(other_number))
        desk.expect_words("enter the staff pin")
        for left in range(4, 0, -1):
            desk.type_pin("314159")
            desk.expect_words("not right", f"left: {left}")
        desk.type_pin("314159")
        desk.expect_words("please wait", "too many wrong pins")
        desk.keep("9-closed")
        desk.kiosk.process.kill()
        desk.kiosk.process.wait(20)
        desk.kiosk = None
        desk.start()
        desk.expect_words("please wait", "too many wrong pins")
        # The guide's way out: whoever set up the screen gives it a new PIN.
        stick = desk.pull_out()
        desk.expect_control(desk.cards()[0], "next")
        desk.run("set-pin", "--store", desk.store, given="271829\n")
        desk.plug_in(stick)
        desk.expect_words("enter the staff pin")
        desk.type_pin("271829")
        desk.expect_words("check the changes")

    def test_a_patient_can_cancel_and_is_where_they_were(self):
        desk = self.desk
        cards = desk.cards()
        desk.hand.tap(1150, 650)  # next
        time.sleep(1)
        before = desk.server.picture()
        desk.plug_in(desk.make_stick(other_number))
        desk.expect_words("enter the staff pin")
        desk.tap("staff-pin", "staff-close")
        time.sleep(1)
        shown = glass.masked(desk.server.picture(), desk.pictures.of()[cards[1]])
        self.assertTrue((glass.masked(before, desk.pictures.of()[cards[1]]) == shown).all(), "the page is another")
        time.sleep(1)
        self.assertNotIn("staff pin", desk.read())  # it does not ask twice for one stick

    def test_urgent_help_is_there_while_the_pin_is_asked(self):
        desk = self.desk
        desk.plug_in(desk.make_stick(other_number))
        desk.expect_words("enter the staff pin")
        desk.tap("staff-pin", "urgent-help")
        desk.expect_words("999", "samaritans")


class WithoutPin(Desk):
    pin = None

    def test_a_kiosk_without_a_pin_says_how_to_set_one_and_takes_no_update(self):
        desk = self.desk
        desk.plug_in(desk.make_stick(other_number))
        desk.expect_words("no staff pin yet", "set-pin")
        desk.tap("staff-pin-unset", "staff-close")
        desk.expect_words("what is dit")
        self.code_on_glass(OLD, "without a PIN")


class Menu(Desk):
    def test_two_corners_and_the_pin_open_it_and_it_tells_about_the_screen(self):
        desk = self.desk
        self.open_menu()
        desk.tap("staff-menu", "menu-item 3")  # wipe, touch, about, restart are what there is
        said = desk.expect_words("about this screen", "practice manager")
        self.assertIn("program", said)

    def test_while_the_screen_is_wiped_no_touch_counts(self):
        desk = self.desk
        self.open_menu()
        desk.tap("staff-menu", "menu-item 0")
        desk.expect_words("you can wipe the screen now", "999", "116 123")
        desk.keep("10-wipe")
        for x in range(40, 1240, 100):
            desk.hand.tap(x, 650)
        desk.expect_words("you can wipe the screen now")
        desk.expect_words("what is dit", patience_s=40)


if __name__ == "__main__":
    unittest.main(verbosity=2)

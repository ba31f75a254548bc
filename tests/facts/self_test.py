# SPDX-License-Identifier: MIT
"""The tests of this folder can fail. Each case spoils one thing in a copy of the content, and the check
has to name it: every fact in turn, every limit of the words, and every kind of broken asset."""

import contextlib
import io
import os
import re
import shutil
import sys
import tempfile

import assets
import facts
import guide
import reading


def edit(path, change):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    changed = change(text)
    assert changed != text, f"the case does not change {path}"
    with open(path, "w", encoding="utf-8") as file:
        file.write(changed)


@contextlib.contextmanager
def copy_of(*folders):
    with tempfile.TemporaryDirectory() as place:
        for folder in folders:
            shutil.copytree(folder, os.path.join(place, os.path.basename(folder)))
        yield place


def expect(findings, words, case):
    assert any(words in finding for finding in findings), f"{case}: not found among {findings}"


def test_a_fact_whose_words_go_is_named(root):
    rows, _ = facts.load_table(facts.TABLE)
    for fact, path, words in rows:
        with copy_of(root + "/config") as place:
            lose = lambda text: facts.plain(text).replace(facts.plain(words), "")
            edit(f"{place}/config/{path}", lose)
            expect(facts.check(place + "/config"), fact + " is lost", f"{fact} in {path}")


def test_a_fact_whose_card_goes_is_named(root):
    rows, _ = facts.load_table(facts.TABLE)
    for path in {path for _, path, _ in rows}:
        with copy_of(root + "/config") as place:
            os.remove(f"{place}/config/{path}")
            expect(facts.check(place + "/config"), f"names {path}, which does not exist", path)


def test_a_faulty_table_is_named(root):
    with open(facts.TABLE, encoding="utf-8") as file:
        table = file.read()
    cases = [(re.sub(rf"(?m)^{fact}\t.*\n", "", table), fact + " is not in the table")
             for fact in facts.REQUIRED]
    cases += [
        (table + "F31\tkiosk.ini\tphone = 0203 228 1350\n", "F31 is no fact"),
        (table.replace("be open to new ways of seeing things", ""), "F27 rests on ''"),
        (table.replace("Around eight sessions", "Usually around fifty minutes each"),
         "F21 rests on the words of F20"),
        (table + "F1 kiosk.ini\n", "columns, not 3"),
        (table.replace("10-what-is-dit", "10-what-was-dit"), "which does not exist"),
    ]
    for text, words in cases:
        with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            expect(facts.check(root + "/config", file.name), words, words)


def test_a_longer_number_is_not_the_number(root):
    with copy_of(root + "/config") as place:
        edit(place + "/config/kiosk.ini", lambda text: text.replace("228 1350", "228 13509"))
        expect(facts.check(place + "/config"), "F30 is lost", "a digit more")


def test_every_limit_of_the_words_holds(root):
    many = " ".join(["word"] * 25)
    cases = [
        ("10-what-is-dit.md", lambda t: t + f"\n{many}.\n", "has more than 20 words"),
        ("10-what-is-dit.md", lambda t: t + "\nA b. C d. E f. G h.\n", "has more than 3 sentences"),
        ("10-what-is-dit.md", lambda t: t + "\n" + "One more. " * 8, "are more than 62"),
        ("30-why-it-is-offered.md", lambda t: t + "\nOne more. One more.\n" * 3, "are more than 310"),
        ("40-who-it-can-help.md", lambda t: t + "- one\n- more\n", "has more than 6 items"),
        ("40-who-it-can-help.md", lambda t: t + "    - deep\n", "deeper than 2 levels"),
        ("40-who-it-can-help.md", lambda t: t.replace("Who can DIT help?", "You are depressed"),
         "would label the person"),
        ("20-the-ideas.md", lambda t: t.replace("decide", "characteristically predetermine " * 4),
         "a reading age of"),
        ("60-what-you-need.md", lambda t: t.replace("# ", ""), "has no heading"),
    ]
    for file, change, words in cases:
        with copy_of(root + "/config") as place:
            edit(f"{place}/config/cards/en/{file}", change)
            with contextlib.redirect_stdout(io.StringIO()):
                expect(reading.check(place + "/config"), words, file)


def test_every_kind_of_broken_asset_is_named(root):
    cases = [
        ("assets/words/ar.ini", lambda t: t.replace("urgent_help =", "urgent ="), "'urgent_help' is missing"),
        ("assets/words/ta.ini", lambda t: t + "hello = x\n", "'hello' is no word"),
        ("assets/words/pt.ini", lambda t: t.replace("{seconds}", "20"), "where English has"),
        ("assets/words/pt.ini", lambda t: t + "# " + "x" * 200 + "\n", "190 bytes or more"),
        ("assets/words/en.ini", lambda t: t.replace("= Back", "="), "'back' is empty"),
        ("assets/staff.ini", lambda t: t.replace("pin_ok =", "pin_yes ="), "'pin_ok' is missing"),
        ("assets/staff.ini", lambda t: t + "hello = x\n", "'hello' is no word of the staff"),
        ("assets/staff.ini", lambda t: t.replace("pin_ok = OK", "pin_ok ="), "'pin_ok' is empty"),
        ("kiosk/scene/staff/screen_keypad.c", lambda t: t.replace("STAFF_PIN_OK", "STAFF_PIN_NO"), "nothing says 'pin_ok'"),
        ("config/kiosk.ini", lambda t: t.replace("idle_seconds", "idle"), "'idle_seconds' is missing"),
        ("config/kiosk.ini", lambda t: re.sub(r"(?m)^#.*\n(?=theme)", "", t), "'theme' has no note"),
        ("config/kiosk.ini", lambda t: t.replace("the-ideas bulb", "the-ideas lamp"), "the-ideas: has no"),
        ("config/kiosk.ini", lambda t: t.replace("icon = the-ideas", "icon = ideas"), "ideas: has a drawing"),
        ("config/device.ini", lambda t: t.replace("touch_rotate =", "touch ="), "'touch_rotate' is missing"),
        ("assets/icons/talk.svg", lambda t: t.replace("</svg>", "<text/></svg>"), "<text> is not drawn"),
        ("assets/icons/talk.svg", lambda t: t.replace("0 0 24 24", "0 0 48 48"), "24 by 24"),
        ("assets/fonts/fonts.ini", lambda t: t.replace("NotoSansTamil", "NotoTamil"), "is not there"),
        ("assets/fonts/OFL-Noto.txt", lambda t: "", "is not the SIL Open Font"),
    ]
    for file, change, words in cases:
        with copy_of(root + "/config", root + "/assets", root + "/kiosk") as place:
            edit(f"{place}/{file}", change)
            expect(assets.check(place), words, file)


def test_every_slip_of_the_guide_is_named(root):
    file = "config/README.md"
    cases = [
        (file, lambda t: t + "\n" * 2, "more than 50"),
        (file, lambda t: t.replace("You need:", "You need" + " a thing" * 10), "wider than 78"),
        (file, lambda t: t.replace("You need:", "You need\u2014"), "signs that an old printer"),
        (file, lambda t: t.replace('"See every card"', '"See all cards"'), "“See all cards”, which is on no screen"),
        ("assets/staff.ini", lambda t: t.replace("= Put on screen", "= Show"), "“Put on screen”"),
        ("kiosk/app/touch/corners.h", lambda t: t.replace("3000", "4000"), "for 4 seconds"),
        ("kiosk/store/pin/pin_lockout.h", lambda t: t.replace("PIN_LOCKOUT_TRIES = 5", "PIN_LOCKOUT_TRIES = 6"), "After 6 wrong tries"),
        ("kiosk/store/pin/pin_lockout.c", lambda t: t.replace("{1, 5,", "{2, 5,"), "waits 2 minute"),
        ("kiosk/store/stick/receipt.h", lambda t: t.replace("KIOSK-RECEIPT", "KIOSK-NOTE"), "say “KIOSK-NOTE.txt”"),
        (file, lambda t: t.replace("urgent-help   ", "urgent help   "), "does not list urgent-help"),
    ]
    for spoilt, change, words in cases:
        with copy_of(root + "/config", root + "/assets", root + "/kiosk") as place:
            edit(f"{place}/{spoilt}", change)
            expect(guide.check(place), words, words)
    with copy_of(root + "/config", root + "/assets", root + "/kiosk") as place:
        os.remove(place + "/config/cards/en/refer.md")
        expect(guide.check(place), "lists refer, which is not there", "a card that went")


if __name__ == "__main__":
    tests = [value for name, value in list(globals().items()) if name.startswith("test_")]
    for test in tests:
        test(sys.argv[1])
        print("ok", test.__name__)

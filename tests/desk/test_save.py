# SPDX-License-Identifier: MIT
"""Saving writes what changed and nothing else, as the kiosk itself would write it; a write that fails keeps everything
in the page; what was saved is what the kiosk then imports."""

import os
import shutil
import subprocess
import tempfile

from browser import KIOSK, Desk

SOURCE = os.environ["DIT_SOURCE_DIR"]
CONFIG = os.path.join(SOURCE, "config")
CARD = "cards/en/60-what-you-need.txt"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def test_opening_and_typing_writes_nothing_by_itself(desk):
    desk.stand_in(CONFIG)
    desk.open_card(CARD)
    desk.type("\nWords that are taken back")
    desk.find("words").send_keys("\b" * len("\nWords that are taken back"))
    assert not desk.find("save").is_enabled() and desk.writes() == []


def test_saving_writes_the_changed_card_alone(desk):
    desk.stand_in(CONFIG)
    before = desk.stand_in_files()
    desk.open_card(CARD)
    desk.type("\n\nBring your glasses.")
    desk.press("save")
    desk.has_said("Saved: " + CARD)
    assert desk.writes() == ["kiosk/" + CARD]
    after = desk.stand_in_files()
    assert {path for path in after if after[path] != before[path]} == {"kiosk/" + CARD}
    bytes_now = after["kiosk/" + CARD]
    assert bytes_now.startswith(b"\xef\xbb\xbf") and bytes_now.endswith(b"\r\n\r\nBring your glasses.")
    assert b"\n" not in bytes_now.replace(b"\r\n", b"")
    assert not desk.find("save").is_enabled()


def test_what_was_saved_is_what_the_kiosk_imports(desk):
    desk.stand_in(CONFIG)
    desk.open_card(CARD)
    desk.type("\n\nBring your glasses.")
    desk.open_card("kiosk.ini")
    name = desk.find("practice-name")
    name.clear()
    name.send_keys("Hill Road Surgery")
    desk.press("save")
    desk.has_said("kiosk.ini")
    files = desk.stand_in_files()
    with tempfile.TemporaryDirectory() as room:
        for path, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(room, "stick", path)), exist_ok=True)
            with open(os.path.join(room, "stick", path), "wb") as file:
                file.write(text)
        store = os.path.join(room, "store")
        run = subprocess.run([KIOSK, "import", os.path.join(room, "stick"), "--store", store], capture_output=True,
                             text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        for path in ("kiosk/" + CARD, "kiosk/kiosk.ini"):
            assert read(os.path.join(store, "current", path.removeprefix("kiosk/"))) == files[path], path
        assert b"name = Hill Road Surgery" in files["kiosk/kiosk.ini"]


def test_a_write_that_fails_keeps_everything(desk):
    for error, words in (("QuotaExceededError", "The stick is full"), ("NotAllowedError", "may not write"),
                         ("NotFoundError", "not there any more")):
        desk.stand_in(CONFIG)
        desk.open_card(CARD)
        desk.type("\n\nBring your glasses.")
        desk.script("standIn.fails = arguments[0]", error)
        desk.press("save")
        desk.has_said(words)
        desk.has_said("Nothing is lost")
        assert desk.find("words").get_attribute("value").endswith("Bring your glasses.")
        assert desk.find("save").is_enabled()
        desk.press("save")
        desk.has_said("Saved: " + CARD)


def test_a_stick_that_drops_bytes_is_noticed(desk):
    desk.stand_in(CONFIG)
    desk.open_card(CARD)
    desk.type("\n\nBring your glasses.")
    desk.script("standIn.cutsAt = 20")
    desk.press("save")
    desk.has_said("may be broken")
    assert desk.find("save").is_enabled()


def test_words_that_somebody_else_changed_are_not_replaced_in_silence(desk):
    desk.stand_in(CONFIG)
    desk.open_card(CARD)
    desk.type("\n\nBring your glasses.")
    desk.script("standIn.files.set('kiosk/' + arguments[0], new TextEncoder().encode('# Theirs'))", CARD)
    desk.press("save")
    dialog = desk.wait(lambda: desk.script("return document.querySelector('dialog')"), "the question")
    assert CARD in dialog.text
    dialog.find_elements("tag name", "button")[1].click()
    desk.has_said("Nothing was saved")
    assert desk.writes() == [] and desk.stand_in_files()["kiosk/" + CARD] == b"# Theirs"


def test_a_browser_that_may_not_write_saves_downloads(desk):
    with tempfile.TemporaryDirectory() as room:
        shutil.copytree(CONFIG, os.path.join(room, "kiosk"))
        desk.open_page("delete window.showDirectoryPicker;")
        desk.find("folder").send_keys(os.path.join(room, "kiosk"))
        desk.wait(lambda: desk.find("work").is_displayed(), "the folder")
        desk.settle()
        desk.open_card(CARD)
        desk.type("\n\nBring your glasses.")
        desk.press("save")
        dialog = desk.wait(lambda: desk.script("return document.querySelector('dialog')"), "where the files belong")
        assert "60-what-you-need.txt belongs in kiosk › cards › en" in dialog.text, dialog.text
        path = os.path.join(desk.downloads, "60-what-you-need.txt")
        desk.wait(lambda: os.path.exists(path), "the download")
        assert read(path).endswith(b"\r\n\r\nBring your glasses.")


def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            with Desk() as desk:
                test(desk)
            print(name.removeprefix("test_").replace("_", " "))


if __name__ == "__main__":
    main()

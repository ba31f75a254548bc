# SPDX-License-Identifier: MIT
"""Folders that were made to do harm: far too many files, pictures that are bombs or none, names and words that are
HTML, links. Each is named or left out, none is ever run, and the page answers all the while."""

import os
import shutil
import struct
import subprocess
import tempfile
import time
import zlib

from browser import KIOSK, PATIENCE_S, Desk

SOURCE = os.environ["DIT_SOURCE_DIR"]
MANY = 100000
HTML = "<img src=x onerror=window.ranOnce=1>"

WATCH = """window.longestMs = 0;
    let last = performance.now();
    const look = () => { const now = performance.now(); longestMs = Math.max(longestMs, now - last); last = now;
        setTimeout(look, 5); };
    look();"""


def write(folder, path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())


def png(width, height, pixels=b""):
    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b""))


def was_run(desk):
    return desk.script("return window.ranOnce !== undefined")


def test_words_and_names_that_are_html_are_words(desk, room):
    shutil.copytree(os.path.join(SOURCE, "config"), room)
    write(room, f"cards/en/45-{HTML.replace('/', '')}.txt", f"# {HTML}\n\n{HTML}\n\n![{HTML}]({HTML})\n")
    write(room, "cards/en/46-script.txt", "# <script>window.ranOnce=1</script>\n\n</textarea><script>ranOnce=1</script>\n")
    write(room, f"cards/{HTML.replace('/', '')}/10-what-is-dit.txt", "# x\n")
    write(room, "images/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='window.ranOnce=1'><script>ranOnce=1</script></svg>")
    write(room, "cards/en/47-svg.txt", "# A drawing\n\n![x](a.svg)\n")
    with open(os.path.join(room, "kiosk.ini"), "a", encoding="utf-8") as file:
        file.write(f"\n[practice]\nname = {HTML}\nposter = {HTML}\n")
    desk.open(room)
    for path in desk.script("return [...document.querySelectorAll('.entry')].map((e) => e.dataset.path)"):
        desk.open_card(path)
    desk.press("what-is-different")
    assert not was_run(desk)
    assert any("HTML" in finding for finding in desk.findings())


def test_pictures_that_are_bombs_or_none_are_named(desk, room):
    shutil.copytree(os.path.join(SOURCE, "config"), room)
    write(room, "images/bomb.png", png(60000, 60000))
    write(room, "images/cut.png", png(400, 400, b"\0" * 100))
    write(room, "images/none.jpg", b"\xff\xd8\xff" + os.urandom(4000))
    write(room, "images/heavy.png", png(400, 400) + b"\0" * (9 << 20))
    for number, name in enumerate(("bomb.png", "cut.png", "none.jpg", "heavy.png")):
        write(room, f"cards/en/{70 + number}-picture-{number}.txt", f"# Picture {number}\n\n![x]({name})\n")
    desk.open(room)
    found = " ".join(desk.findings())
    for name in ("bomb.png", "cut.png", "none.jpg", "heavy.png"):
        assert f"images/{name}:1: error" in found, (name, desk.findings())
    run = subprocess.run([KIOSK, "check", room], capture_output=True, text=True, check=False)
    assert sorted(run.stdout.splitlines()) == sorted(desk.findings())


def test_a_hundred_thousand_files_do_not_freeze_the_page(desk, room):
    shutil.copytree(os.path.join(SOURCE, "config"), room)
    for folder in ("images", "cards/en", "letters"):
        os.makedirs(os.path.join(room, folder), exist_ok=True)
        for number in range(MANY // 3):
            with open(os.path.join(room, folder, f"{number}-file.txt"), "wb"):
                pass
    desk.script(WATCH)
    begun = time.monotonic()
    desk.open(room)
    print(f"opened after {time.monotonic() - begun:.1f} s, longest pause {desk.script('return longestMs'):.0f} ms")
    assert any("far too many files" in finding for finding in desk.findings()), desk.findings()
    assert desk.script("return longestMs") < 1000 * PATIENCE_S / 15


def test_links_lead_nowhere(desk, room):
    shutil.copytree(os.path.join(SOURCE, "config"), room)
    os.symlink("/etc/passwd", os.path.join(room, "cards/en/45-secret.txt"))
    os.symlink("/etc", os.path.join(room, "cards/ar"))
    desk.open(room)
    assert "root:" not in desk.script("return document.body.textContent")


def test_a_folder_without_cards_is_said(desk, room):
    write(room, "holiday/beach.jpg", b"x")
    desk.drop(room)
    desk.has_said("There are no cards in that folder")


def main():
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            with tempfile.TemporaryDirectory() as top, Desk() as desk:
                test(desk, os.path.join(top, "kiosk"))
                assert not was_run(desk)
            print(name.removeprefix("test_").replace("_", " "), flush=True)


if __name__ == "__main__":
    main()

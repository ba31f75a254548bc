# SPDX-License-Identifier: MIT
"""What the page finds in a folder is what `dit-kiosk check` finds, sentence by sentence, for
every content folder of the project and for one that is spoilt in many ways."""

import os
import subprocess
import tempfile
import shutil

from browser import KIOSK, Desk

SOURCE = os.environ["DIT_SOURCE_DIR"]


def content_folders():
    for folder, folders, files in os.walk(SOURCE):
        folders[:] = sorted(f for f in folders if not f.startswith((".", "build")))
        if "kiosk.ini" in files:
            yield folder


def checked(folder):
    run = subprocess.run([KIOSK, "check", folder], capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    return [line for line in run.stdout.splitlines() if line]


def write(folder, path, text):
    os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
    mode = "wb" if isinstance(text, bytes) else "w"
    with open(os.path.join(folder, path), mode, **({} if mode == "wb" else {"encoding": "utf-8"})) as file:
        file.write(text)


def spoil(folder):
    """A card for each kind of slip, files of other encodings, pictures that are none, folders that are wrong."""
    shutil.copytree(os.path.join(SOURCE, "config"), folder)
    cards = {"45-a-tag": "# One\n\n<b>bold</b> &amp; [x](y)\n", "46-a-table": "# Two\n\n| a | b |\n~~no~~\n",
             "47-picture": "# Three\n\n![Our team](tema.jpg)\n![x](nothing.png){width=3}\n",
             "48-no-title": "only words\n", "49-garbled": "# Fees\n\nIt costs Â£5 and thatâ€™s all.\n",
             "50-web": "# Web\n\nSee www.example.org for more.\n", "51-emoji": "# Emoji\n\nHello \U0001f600 \u4e2d\n",
             "52-long": "# Long\n\n" + "This sentence goes on and on without an end " * 30 + ".\n",
             "53-html-name": "# <img src=x onerror=alert(1)>\n\nWords.\n", "no-number": "# No number\n\nWords.\n"}
    for name, text in cards.items():
        write(folder, f"cards/en/{name}.txt", text)
    write(folder, "cards/en/54-utf16.txt", "# Wide\n\nWords.\n".encode("utf-16"))
    write(folder, "cards/en/55-latin.txt", "# Caf\xe9\n\nWords.\n".encode("latin-1"))
    write(folder, "cards/en/56-big.txt", "# Big\n\n" + "word " * 20000)
    write(folder, "cards/en/57-word.docx", b"PK\3\4")
    write(folder, "cards/en - Copy/10-what-is-dit.txt", "# Copy\n\nWords.\n")
    write(folder, "cards/readme.txt", "nothing")
    write(folder, "60-lost.txt", "# Lost\n\nWords.\n")
    write(folder, "images/tiny.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    write(folder, "cards/en/61-tiny.txt", "# Tiny\n\n![Tiny](tiny.png)\n")
    write(folder, "cards/en/62-names.txt", "# Names\n\n![Names](CAFÉ.png)\n")
    write(folder, "images/Cafe\u0301.png", b"not a picture")
    with open(os.path.join(folder, "kiosk.ini"), "a", encoding="utf-8") as file:
        file.write("\n[drawings]\nnobody = two-chiars\n[practice]\nnmae = x\nidle_seconds = 3\n")


def test_every_folder_is_found_the_same(desk, folders):
    for folder in folders:
        expected = checked(folder)
        desk.open_page()
        desk.open(folder)
        found = desk.findings()
        assert sorted(found) == sorted(expected), (folder, set(found) ^ set(expected))
        print(f"{os.path.basename(folder)}: {len(found)} findings, the same")


def main():
    with tempfile.TemporaryDirectory() as room, Desk() as desk:
        spoilt = os.path.join(room, "kiosk")
        spoil(spoilt)
        assert len(checked(spoilt)) > 15
        test_every_folder_is_found_the_same(desk, [*content_folders(), spoilt])
        assert not [line for line in desk.errors() if "SEVERE" in line]


if __name__ == "__main__":
    main()

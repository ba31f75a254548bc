# SPDX-License-Identifier: MIT
"""Sticks that were made to do harm, and sticks that only look like it: each ends within a time bound, with a
sentence about what is wrong or as if the strange thing were not there, and the old content stays whole unless
the new content is. What needs root (devices) is passed over without it, and said.
Usage: hostile.py PROGRAM SOURCE"""

import os
import re
import shutil
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import zlib

from sweep import tree, write

PROGRAM, SOURCE = sys.argv[1:3]
del sys.argv[1:3]
BOUND_S = 900  # that it ends, on a machine that does other things too
FINDING = re.compile(r"[^\x00-\x1f\x7f]+:\d+: (error|warning): [^\x00-\x1f\x7f]+")
DONE, REFUSED, FAILED = 0, 1, 3


def files(found):
    return sorted(name for name, content in found.items() if content != "folder")


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows=b"", before=b""):
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + before + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")


def zeros(count):
    """So many zero bytes, deflated without ever holding them."""
    packer, packed = zlib.compressobj(9), []
    for _ in range(count >> 20):
        packed.append(packer.compress(bytes(1 << 20)))
    return b"".join(packed) + packer.flush()


def jpeg_part(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(width, height, sampling, scans=1, is_progressive=False):
    """The least that a decoder takes for a picture: tables with one code, and scans of nothing."""
    frame = struct.pack(">BHHB", 8, height, width, 3) + b"".join(bytes([i, sampling, 0]) for i in (1, 2, 3))
    scan = struct.pack(">BBBBBBBBBB", 3, 1, 0, 2, 0, 3, 0, 0, 0 if is_progressive else 63, 0)
    code = bytes([0, 1] + [0] * 15 + [0])
    more = b"".join(jpeg_part(0xDA, bytes([1, 1, 0, 1, 63, 0])) + b"\x00\x00" for _ in range(scans - 1))
    return (b"\xff\xd8" + jpeg_part(0xDB, bytes([0]) + bytes([1] * 64))
            + jpeg_part(0xC2 if is_progressive else 0xC0, frame) + jpeg_part(0xC4, code)
            + jpeg_part(0xC4, bytes([0x10]) + code[1:]) + jpeg_part(0xDA, scan) + bytes(64) + more + b"\xff\xd9")


def svg(inside, attributes='width="400" height="400"'):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'


def many(folder, count, name="%06d.txt"):
    os.makedirs(folder, exist_ok=True)
    for i in range(count):
        os.close(os.open(os.path.join(folder, name % i), os.O_CREAT | os.O_WRONLY, 0o600))


def deep(folder, depth):
    """Folders in folders, deeper than any path may be long."""
    here = os.open(".", os.O_RDONLY)
    os.makedirs(folder, exist_ok=True)
    os.chdir(folder)
    for _ in range(depth):
        os.mkdir("deeper")
        os.chdir("deeper")
    os.fchdir(here)
    os.close(here)


def sparse(path, size):
    write(path, b"# Title\n\nWords.\n")
    os.truncate(path, size)


def replace(path, make):
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.remove(path)
    make(path)


def make_socket(path):
    end, here = socket.socket(socket.AF_UNIX), os.getcwd()
    os.chdir(os.path.dirname(path))
    end.bind(os.path.basename(path))
    os.chdir(here)
    end.close()


def device(kind, major, minor):
    return lambda path: os.mknod(path, kind | 0o666, os.makedev(major, minor))


def link(to):
    return lambda path: os.symlink(to, path)


class Room:
    """A store with content in it, and a stick whose content differs in one word."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="dit-hostile-")
        self.store, self.stick = os.path.join(self.folder, "store"), os.path.join(self.folder, "stick")
        self.kiosk = os.path.join(self.stick, "kiosk")
        self.card = os.path.join(self.kiosk, "cards", "en", "10-what.txt")
        self.images = os.path.join(self.kiosk, "images")
        write(os.path.join(self.kiosk, "kiosk.ini"), "[practice]\nname = A\n[referral]\nphone = 0203 228 1350\n")
        os.makedirs(os.path.dirname(self.card))
        for name in ("refer.txt", "urgent-help.txt"):
            shutil.copy(os.path.join(SOURCE, "config", "cards", "en", name), os.path.dirname(self.card))
        write(os.path.join(self.images, "team.svg"), svg('<path d="M0 0h9v9z"/>'))
        write(self.card, "# What is DIT?\n\nOld words.\n\n![Our team](team.svg)\n")
        code, _, said, _ = self.run()
        assert code == DONE, said
        self.before = tree(os.path.join(self.store, "current"))
        write(self.card, "# What is DIT?\n\nNew words.\n\n![Our team](team.svg)\n")

    def picture(self, name, content):
        """The picture of the card is another one."""
        os.remove(os.path.join(self.images, "team.svg"))
        write(os.path.join(self.images, name), content)
        write(self.card, f"# What is DIT?\n\nNew words.\n\n![Our team]({name})\n")

    def run(self):
        start = time.monotonic()
        done = subprocess.run([PROGRAM, "import", self.stick, "--store", self.store], stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, timeout=BOUND_S,
                              env={**os.environ, "SDL_VIDEODRIVER": "dummy"})
        return (done.returncode, done.stdout.decode("utf-8", "strict"), done.stderr.decode("utf-8", "strict"),
                time.monotonic() - start)

    def close(self):
        subprocess.run(["rm", "-rf", self.folder], check=True)  # deeper than Python's own can go


class Hostile(unittest.TestCase):
    def setUp(self):
        self.room = Room()
        self.addCleanup(self.room.close)
        self.kiosk, self.card, self.images = self.room.kiosk, self.room.card, self.room.images

    def put_in(self):
        code, found, said, _ = self.room.run()
        for line in found.splitlines():
            self.assertRegex(line, FINDING)
        self.assertRegex(said, r"^dit-kiosk: [^\x00-\x1f\x7f]+\n$", "one sentence in the end")
        self.assertNotIn("staging", os.listdir(self.room.store))
        return code, found, said

    def assert_old(self):
        self.assertEqual(tree(os.path.join(self.room.store, "current")), self.room.before)

    def refused(self, *words):
        """What is wrong is said in these words, and the old content is whole."""
        code, found, said = self.put_in()
        self.assertEqual(code, REFUSED, found + said)
        for word in words:
            self.assertIn(word, found)
        self.assert_old()

    def ignored(self, *warnings):
        """The new content is in place, without what was strange."""
        code, found, said = self.put_in()
        self.assertEqual(code, DONE, found + said)
        for word in warnings:
            self.assertIn(word, found)
        now = tree(os.path.join(self.room.store, "current"))
        self.assertIn(b"New words.", now["cards/en/10-what.txt"])
        self.assertEqual(files(now), files(self.room.before))


class TooMuch(Hostile):
    def test_twenty_thousand_files_beside_the_content(self):
        many(self.room.stick, 20000)
        self.refused("There are far too many files on the stick.")

    def test_twenty_thousand_files_in_it(self):
        many(self.kiosk, 20000)
        self.refused("There are far too many files in this folder.")

    def test_twenty_thousand_cards(self):
        many(os.path.join(self.kiosk, "cards", "en"), 20000, "%d-card.txt")
        self.refused("cards/en:1: error: There are far too many files in this folder.")

    def test_ten_thousand_languages(self):
        for i in range(10000):
            os.mkdir(os.path.join(self.kiosk, "cards", f"x{i}"))
        self.refused("There are far too many files in this folder.")

    def test_a_hundred_languages_that_nobody_shows(self):
        for i in range(100):
            os.mkdir(os.path.join(self.kiosk, "cards", f"x{i}"))
        self.refused("There are far too many folders here.")

    def test_folders_a_thousand_deep(self):
        for place in ("", "cards", "cards/en", "images", "other"):
            deep(os.path.join(self.kiosk, place, "down"), 1000)
        self.ignored("images/down:1: warning: This folder is not looked into.")

    def test_ten_gigabytes_that_are_not_there(self):
        for path in (self.card, os.path.join(self.kiosk, "kiosk.ini"), os.path.join(self.images, "team.svg")):
            sparse(path, 10 << 30)
        self.refused("kiosk.ini:1: error: This file is much too big.", "cards/en/10-what.txt:1: error: ")

    def test_ten_gigabytes_beside_the_content(self):
        for name in ("film.mp4", "kiosk.ini"):
            sparse(os.path.join(self.room.stick, name), 10 << 30)
        sparse(os.path.join(self.kiosk, "film.mp4"), 10 << 30)
        self.ignored()

    def test_more_pictures_than_the_store_may_hold(self):
        for i in range(40):
            sparse(os.path.join(self.images, f"{i}.jpg"), 8 << 20)
        self.refused("All files together are more than the kiosk can hold.")

    def test_a_file_of_settings_without_an_end(self):
        write(os.path.join(self.kiosk, "kiosk.ini"), "a = b\n" * 10900)
        self.refused("kiosk.ini:1: error: ")

    def test_one_line_of_sixty_thousand_letters(self):
        write(os.path.join(self.kiosk, "kiosk.ini"), "[practice]\nname = " + "A" * 60000 + "\n")
        self.refused("kiosk.ini:2: error: ")

    def test_a_card_of_marks_in_marks(self):
        write(self.card, "# T\n\n" + ">" * 60000 + "\n")
        code, found, said = self.put_in()
        self.assertEqual(code, 0, found + said)  # no words, and nothing that hurts


class NotWhatItSeems(Hostile):
    def test_links_are_not_followed(self):
        secret = os.path.join(self.room.folder, "secret")
        write(secret, "[practice]\nname = Secret\n")
        for path, words in ((self.card, "cards/en/10-what.txt:1: error: This is only a shortcut to a file."),
                            (os.path.join(self.kiosk, "kiosk.ini"), "kiosk.ini:1: error: This is only a shortcut"),
                            (os.path.join(self.images, "team.svg"), "images/team.svg:1: error: This is only a sh")):
            with open(path, "rb") as file:
                kept = file.read()
            replace(path, link(secret))
            self.refused(words)
            replace(path, lambda at: write(at, kept))
        self.ignored()

    def test_links_to_folders_are_not_followed(self):
        for name in ("cards/en", "cards", "images", "."):
            path = os.path.normpath(os.path.join(self.kiosk, name))
            kept = path + ".kept"
            os.rename(path, kept)
            for to in (kept, path, "..", "/", "/proc/self/root", "/dev", "no-such-place"):
                replace(path, link(to))
                self.refused("shortcut")
                os.remove(path)
            os.rename(kept, path)
        self.ignored()

    def refused_in_place_of(self, *names, make):
        for name in names:
            path = os.path.join(self.kiosk, name)
            kept = path + "~" if os.path.exists(path) else None
            if kept:
                os.rename(path, kept)
            make(path)
            self.refused(f"{name}:1: error: This is not an ordinary file.")
            os.remove(path)
            if kept:
                os.rename(kept, path)

    def test_pipes_and_sockets_hang_nothing(self):
        for make in (os.mkfifo, make_socket):
            self.refused_in_place_of("kiosk.ini", "cards/en/10-what.txt", "cards/en/20-more.txt", "images/team.svg", "images/x.png", make=make)
        replace(self.kiosk, os.mkfifo)
        self.refused("kiosk:1: error: This is not a folder.")

    def test_devices_are_not_opened(self):
        if os.geteuid() != 0:
            self.skipTest("only root makes devices")
        zero, disk = device(stat.S_IFCHR, 1, 5), device(stat.S_IFBLK, 7, 0)
        terminal, watchdog = device(stat.S_IFCHR, 5, 0), device(stat.S_IFCHR, 10, 130)
        for make in (zero, disk, terminal, watchdog):
            self.refused_in_place_of("kiosk.ini", "cards/en/20-more.txt", "images/x.png", make=make)

    def test_the_content_is_a_file(self):
        replace(self.kiosk, lambda path: write(path, "cards"))
        self.refused("kiosk:1: error: This is not a folder.")

    def test_two_folders_of_one_name(self):
        shutil.copytree(self.kiosk, os.path.join(self.room.stick, "KIOSK"))
        self.refused("There are several folders named kiosk on the stick.")

    def test_two_folders_of_one_name_in_the_content(self):
        for name in ("Cards", "cards/EN", "Images"):
            path = os.path.join(self.kiosk, name)
            shutil.copytree(os.path.join(self.kiosk, name.lower()), path)
            self.refused("There are two folders of this name")
            shutil.rmtree(path)
        self.ignored()

    def test_the_stick_is_the_store(self):
        self.room.stick = self.room.store
        self.refused("The folder on the stick is called “gen-1”, not kiosk.")


class Names(Hostile):
    def spoilt(self, name, folder):
        path = os.path.join(os.fsencode(folder), name)
        write_bytes = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
        os.write(write_bytes, b"# T\n\nWords.\n")
        os.close(write_bytes)
        return path

    def test_names_that_nobody_can_write(self):
        names = [b"10-a\n20-b.txt", b"10-\x1b[2J.txt", b"10-a\rkiosk.ini:1: error: x.txt", b"10-\x07.txt", b"10-\x7f.txt",
                 b"10-\xff\xfe.txt", b"10-\xc0\xaf.txt", b"10-\xed\xa0\x80.txt", b"10-\xe2\x80\xae.txt",
                 b"10-\xc2\x85.txt", b"\n", b"\xff"]
        for name in names:
            for folder in (os.path.join(self.kiosk, "cards", "en"), self.images):
                path = self.spoilt(name, folder)
                self.refused("There are signs in this name that cannot be shown.")
                os.remove(path)

    def test_the_same_beside_the_content_is_nobodys_business(self):
        for name in (b"a\nb", b"\x1b[2J", b"\xff\xfe", b"\xe2\x80\xae"):
            self.spoilt(name, self.room.stick)
        self.ignored()

    def test_names_that_look_like_ways_out(self):
        for name in ("...", "..\\..\\kiosk.ini", "%2e%2e%2f10-x.txt", "..txt", "C:autorun.inf", "-rf", "--help", "~root",
                     "10-..%00.txt", "con.txt", "nul"):
            self.spoilt(name.encode(), os.path.join(self.kiosk, "cards", "en"))
        code, found, _ = self.put_in()
        self.assertEqual(code, REFUSED, found)
        self.assert_old()
        self.assertEqual(sorted(os.listdir(self.room.folder)), ["stick", "store"])

    def test_the_longest_names_that_there_are(self):
        for name in ("10-" + "a" * 248 + ".txt", "ö" * 125 + ".txt", "9" * 251 + ".txt"):
            path = self.spoilt(name.encode(), os.path.join(self.kiosk, "cards", "en"))
            self.refused("cards/en/")
            os.remove(path)

    def test_a_picture_named_like_a_way_out(self):
        for name in ("../kiosk.ini", "/etc/passwd", "..", ".", "", "a/b.png", "team.svg/", "%s%s%s%n"):
            write(self.card, f"# T\n\n![Our team](<{name}>)\n")
            self.refused("cards/en/10-what.txt:3: error: ")


class WhileItIsRead(Hostile):
    def meddle(self, change, runs=6):
        """Somebody changes the stick all the while. Whatever comes of it, the store has one content whole."""
        is_over = threading.Event()

        def go_on():
            while not is_over.is_set():
                try:
                    change()
                except OSError:
                    pass

        helper = threading.Thread(target=go_on)
        helper.start()
        try:
            for _ in range(runs):
                code, found, said = self.put_in()
                self.assertIn(code, (DONE, REFUSED, FAILED), found + said)
                now = tree(os.path.join(self.room.store, "current"))
                self.assertEqual(sorted(now), sorted(self.room.before))
                self.assertIn(now["cards/en/10-what.txt"].split(b"\n")[2], (b"Old words.", b"New words."))
                for name in ("kiosk.ini", "cards/en/refer.txt", "cards/en/urgent-help.txt"):
                    self.assertEqual(now[name], self.room.before[name])
        finally:
            is_over.set()
            helper.join()

    def test_a_file_that_grows(self):
        def grow():
            with open(self.card, "ab") as file:
                file.write(b" ")
        self.meddle(grow)

    def test_a_file_that_is_cut_and_written_again(self):
        whole = b"# What is DIT?\n\nNew words.\n\n![Our team](team.svg)\n"

        def cut():
            os.truncate(self.card, 3)
            with open(self.card, "r+b") as file:
                file.write(whole)
        self.meddle(cut)

    def test_a_file_that_is_a_link_every_other_moment(self):
        secret, aside = os.path.join(self.room.folder, "secret"), self.card + "~"
        write(secret, "# Secret\n\nSecret words.\n")

        def swap():
            os.rename(self.card, aside)
            os.symlink(secret, self.card)
            os.rename(aside, self.card)
        self.meddle(swap)

    def test_a_folder_that_is_another_every_other_moment(self):
        cards, aside = os.path.join(self.kiosk, "cards"), os.path.join(self.kiosk, "aside")
        outside = os.path.join(self.room.folder, "outside")
        write(os.path.join(outside, "en", "10-what.txt"), "# Secret\n\nSecret words.\n")

        def swap():
            os.rename(cards, aside)
            os.symlink(outside, cards)
            os.remove(cards)
            os.rename(aside, cards)
        self.meddle(swap)


class Pictures(Hostile):
    def test_a_picture_of_four_thousand_million_dots(self):
        for content in (png(65535, 65535, zeros(1 << 20)), png(0xFFFFFFFF, 1), png(8193, 100), png(0, 0)):
            self.room.picture("x.png", content)
            self.refused("images/x.png:1: error: ")
            os.rename(os.path.join(self.images, "x.png"), os.path.join(self.images, "team.svg"))

    def test_a_picture_at_the_limit_that_unfolds_to_sixty_four_megabytes(self):
        self.room.picture("x.png", png(4096, 4096, zeros(4096 * (4096 * 4 + 1) + (1 << 20))))
        code, found, said = self.put_in()
        self.assertIn(code, (DONE, REFUSED), found + said)

    def test_a_small_picture_with_gigabytes_behind_its_last_line(self):
        self.room.picture("x.png", png(200, 200, zeros(1 << 30)))
        code, found, said = self.put_in()
        self.assertIn(code, (DONE, REFUSED), found + said)

    def test_notes_in_a_picture_that_unfold_to_gigabytes(self):
        bomb = zeros(1 << 29)
        for kind, data in ((b"zTXt", b"a\0\0" + bomb), (b"iCCP", b"a\0\0" + bomb), (b"iTXt", b"a\0\1\0\0\0" + bomb)):
            self.room.picture("x.png", png(200, 200, zeros(1 << 20), png_chunk(kind, data)))
            code, found, said = self.put_in()
            self.assertIn(code, (DONE, REFUSED), found + said)
            os.rename(os.path.join(self.images, "x.png"), os.path.join(self.images, "team.svg"))

    def test_photographs_with_absurd_numbers(self):
        for content in (jpeg(65535, 65535, 0x11), jpeg(4096, 4096, 0x44), jpeg(200, 200, 0xFF), jpeg(200, 200, 0x00),
                        jpeg(0, 0, 0x11), b"\xff\xd8" + b"\xff" * 1000000 + b"\xd9"):
            self.room.picture("x.jpg", content)
            code, found, said = self.put_in()
            self.assertIn(code, (DONE, REFUSED), found + said)
            os.rename(os.path.join(self.images, "x.jpg"), os.path.join(self.images, "team.svg"))

    def test_a_photograph_of_a_hundred_thousand_layers(self):
        self.room.picture("x.jpg", jpeg(4096, 4096, 0x11, 100000, True))
        self.refused("images/x.jpg:1: error: ")

    def test_drawings_that_would_take_minutes(self):
        line = "".join(f"L{i * 7919 % 1000} {i % 2 * 1000}" for i in range(40000))
        curves = "c900 900-900 900 1 0" * 20000
        for inside in (f'<path d="M0 0{line}"/>', f'<path d="M0 0{curves}" stroke="#000" stroke-width="3"/>'):
            self.room.picture("x.svg", svg(inside, 'width="1000" height="1000"'))
            self.refused("images/x.svg:1: error: ")
            os.rename(os.path.join(self.images, "x.svg"), os.path.join(self.images, "team.svg"))

    def test_drawings_that_reach_out_or_unfold(self):
        laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
        for content in (f"<!DOCTYPE svg [<!ENTITY l0 'ha'>{laughs}]>" + svg("&l9;"), svg('<script>x()</script>'),
                        svg('<image href="/etc/passwd"/>'), svg('<use href="#a"/>' * 100), svg("", 'width="999999"'),
                        svg('<path d="M0 0h9" fill="url(http://x/)"/>')):
            self.room.picture("x.svg", content)
            self.refused("images/x.svg:1: error: ")
            os.rename(os.path.join(self.images, "x.svg"), os.path.join(self.images, "team.svg"))

    def test_a_drawing_of_groups_in_groups(self):
        self.room.picture("x.svg", svg("<g>" * 70000 + "</g>" * 70000))
        code, found, said = self.put_in()
        self.assertIn(code, (DONE, REFUSED), found + said)

    def test_other_bytes_under_the_name_of_a_picture(self):
        for content in (b"", b"\0" * 1000, b"GIF89a" + b"\xff" * 1000, b"\x7fELF" + b"\0" * 1000, os.urandom(100000),
                        b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg"):
            self.room.picture("x.png", content)
            self.refused("images/x.png:1: error: ")
            os.rename(os.path.join(self.images, "x.png"), os.path.join(self.images, "team.svg"))


class Owners(unittest.TestCase):
    NOBODY = 65534

    def test_what_root_puts_into_the_store_does_not_stop_its_owner(self):
        if os.geteuid() != 0:
            self.skipTest("only root can be somebody else")
        room = Room()
        self.addCleanup(room.close)
        os.chmod(room.folder, 0o755)
        shutil.rmtree(room.store)
        os.mkdir(room.store)
        os.chown(room.store, self.NOBODY, self.NOBODY)
        for update in range(12):
            write(room.card, f"# What is DIT?\n\nUpdate {update}.\n")
            be = None if update % 3 == 0 else lambda: (os.setgid(self.NOBODY), os.setuid(self.NOBODY))
            try:
                done = subprocess.run([PROGRAM, "import", room.stick, "--store", room.store], preexec_fn=be,
                                      capture_output=True, check=False, timeout=BOUND_S, text=True)
            except PermissionError:
                self.skipTest("nobody else may start the program here")
            self.assertEqual(done.returncode, DONE, done.stderr)
        for top, folders, names in os.walk(room.store):
            for name in folders + names:
                self.assertEqual(os.lstat(os.path.join(top, name)).st_uid, self.NOBODY, name)
        self.assertEqual(len([name for name in os.listdir(room.store) if name.startswith("gen-")]), 9)


if __name__ == "__main__":
    unittest.main(verbosity=2)

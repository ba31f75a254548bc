# SPDX-License-Identifier: MIT
"""Made again, byte for byte: the package and the image are built twice from nothing but this commit and Debian's
mirrors, the second time by somebody with another umask and in another time zone, and are equal. Where they are not, the
first file that differs has its name said. Nothing is started, so there is no machine in this story."""

import hashlib
import json
import os
import shutil
import stat
import subprocess
import tempfile
import unittest

import image

FOLDERS = [os.path.join(image.CACHE, f"twice-{number}") for number in (1, 2)]


def build(folder, **who):
    """An image and its package, in folders of their own. What they were made in is gone afterwards: it is large."""
    shutil.rmtree(folder, ignore_errors=True)
    cache = os.path.join(folder, "cache")
    subprocess.run(["sh", os.path.join(image.ROOT, "systemd/image/build.sh"), "--board", "vm", "--arch", "amd64",
                    "--out", os.path.join(folder, "kiosk.img"), "--cache", cache],
                   stdin=subprocess.DEVNULL, check=True, **who)
    shutil.move(os.path.join(cache, image.SUITE), os.path.join(folder, "package"))
    shutil.rmtree(cache)


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unpack(path, folder):
    """The files of the first two partitions, boot and root."""
    parts = json.loads(image.run("sfdisk", "--json", path))["partitiontable"]["partitions"]
    for name in ("boot", "root"):
        os.makedirs(os.path.join(folder, name))
    image.run("mcopy", "-s", "-m", "-n", "-i", f"{path}@@{parts[0]['start'] * 512}", "::*", os.path.join(folder, "boot"))
    root = os.path.join(folder, "root.img")
    image.run("dd", f"if={path}", f"of={root}", "bs=512", f"skip={parts[1]['start']}", f"count={parts[1]['size']}", "status=none")
    image.run("debugfs", "-R", f"rdump / {os.path.join(folder, 'root')}", root)
    os.remove(root)


def what_it_is(path):
    """Of a file, what an image keeps of it and unpacking gives back: dates only of what is neither folder nor link."""
    about = os.lstat(path)
    if stat.S_ISLNK(about.st_mode):
        return os.readlink(path)
    inside = (int(about.st_mtime), sha256(path)) if stat.S_ISREG(about.st_mode) else ""
    return about.st_mode, about.st_uid, about.st_gid, inside


def first_difference(one, other):
    """The name of the first file that only one of the folders has, or that is another one there."""
    names = set()
    for top in (one, other):
        for folder, folders, files in os.walk(top):
            names.update(os.path.relpath(os.path.join(folder, name), top) for name in folders + files)
    for name in sorted(names):
        pair = [os.path.join(top, name) for top in (one, other)]
        if not all(os.path.lexists(path) for path in pair) or what_it_is(pair[0]) != what_it_is(pair[1]):
            return name
    return None


class Twice(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        build(FOLDERS[0])
        build(FOLDERS[1], umask=0o077, env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8"})

    @classmethod
    def tearDownClass(cls):
        for folder in FOLDERS:
            shutil.rmtree(folder, ignore_errors=True)

    def assert_equal_files(self, name, unpack_one):
        one, other = (os.path.join(folder, name) for folder in FOLDERS)
        if subprocess.run(["cmp", "--silent", one, other], check=False).returncode == 0:
            return
        with tempfile.TemporaryDirectory(dir=image.CACHE) as folder:
            inside = [os.path.join(folder, number) for number in ("1", "2")]
            unpack_one(one, inside[0])
            unpack_one(other, inside[1])
            self.fail(f"{name} is not the same twice: {first_difference(*inside) or 'what lies around its files'}")

    def test_1_a_package_built_twice_is_equal(self):
        name, = os.listdir(os.path.join(FOLDERS[0], "package"))
        self.assert_equal_files(os.path.join("package", name), lambda path, folder: image.run("dpkg-deb", "-R", path, folder))

    def test_2_both_images_have_the_same_packages(self):
        manifests = []
        for folder in FOLDERS:
            with open(os.path.join(folder, "kiosk.img.packages"), encoding="utf-8") as file:
                manifests.append(file.read().splitlines())
        self.assertEqual(*manifests, "the mirror has changed in between: run this again")
        for line in manifests[0]:
            self.assertRegex(line, r"^\S+ \S+ [0-9a-f]{64}$")
        name, = os.listdir(os.path.join(FOLDERS[0], "package"))
        own, = (line for line in manifests[0] if line.startswith("dit-kiosk "))
        self.assertEqual(own.split()[2], sha256(os.path.join(FOLDERS[0], "package", name)))

    def test_3_an_image_built_twice_is_equal(self):
        self.assert_equal_files("kiosk.img", unpack)


if __name__ == "__main__":
    unittest.main(verbosity=2)

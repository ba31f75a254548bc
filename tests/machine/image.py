# SPDX-License-Identifier: MIT
"""The image under test, made once: the package compiled for the image's Debian, the image with the
tests' shell laid over it, and the same system unpacked in a folder, where `dit-kiosk render` draws with the
very libraries that the machine has. Everything is kept in a cache and made anew when the sources change."""

import glob
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

if os.geteuid() != 0:
    # ctest says of this exit code that the test was skipped.
    print("Machines are not tested: the files of an image belong to root, so building one needs root (and no more: not\n"
          "mount, nor loop devices, nor KVM).")
    sys.exit(77)

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", ".."))
CACHE = os.environ.get("DIT_CACHE") or os.path.join(ROOT, "build-image")
SUITE = "trixie"

sys.path.insert(0, os.path.join(ROOT, "tests", "screens"))
import kiosk  # noqa: E402


def digest(*names):
    """Of everything below these folders and files of the project."""
    total = hashlib.sha256()
    for name in names:
        top = os.path.join(ROOT, name)
        files = [top] if os.path.isfile(top) else sorted(
            os.path.join(folder, f) for folder, _, inside in os.walk(top) for f in inside if "__pycache__" not in folder)
        for path in files:
            total.update(os.path.relpath(path, ROOT).encode() + b"\0")
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    total.update(file.read())
    return total.hexdigest()[:16]


def run(*command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=sys.stderr, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}")
    return done.stdout


def package(suite, arch, version=None):
    """The .deb for a release of Debian."""
    key = digest("kiosk", "assets", "config", "systemd", "CMakeLists.txt")
    out = os.path.join(CACHE, f"package-{suite}-{arch}-{version or 'own'}-{key}")
    found = glob.glob(os.path.join(out, "*.deb"))
    if not found:
        for old in glob.glob(os.path.join(CACHE, f"package-{suite}-{arch}-{version or 'own'}-*")):
            shutil.rmtree(old)
        command = ["sh", os.path.join(ROOT, "systemd/package/build.sh"), "--suite", suite, "--arch", arch, "--out", out,
                   "--cache", CACHE]
        run(*command, *(["--version", version] if version else []))
        found = glob.glob(os.path.join(out, "*.deb"))
    return found[0]


class Image:
    """The image for one architecture. `extra` is a folder that is laid over the system."""

    def __init__(self, arch="amd64", extra=os.path.join(HERE, "extra")):
        self.arch = arch
        self.package = package(SUITE, arch)
        made_of = self.package + digest("systemd/image", os.path.relpath(extra, ROOT))
        self.path = os.path.join(CACHE, f"vm-{arch}-{hashlib.sha256(made_of.encode()).hexdigest()[:16]}.img")
        if not os.path.exists(self.path + ".sha256"):
            for old in glob.glob(os.path.join(CACHE, f"vm-{arch}-*")):
                os.remove(old)
            run("sh", os.path.join(ROOT, "systemd/image/build.sh"), "--board", "vm", "--arch", arch, "--out", self.path,
                "--package", self.package, "--extra", extra, "--cache", CACHE)
            for name in ("vmlinuz", "initrd", "cmdline.txt"):
                run("mcopy", "-no", "-i", self.path + "@@1M", "::" + name, f"{self.path}.{name}")
        self.kernel = self.path + ".vmlinuz"
        self.initrd = self.path + ".initrd"
        with open(self.path + ".cmdline.txt", encoding="utf-8") as file:
            self.cmdline = file.read().strip()

    def unpacked(self, base=None, package=None):
        """A folder with the image's system (or that of another name in the cache) and program, for chroot."""
        base, package = base or f"vm-{SUITE}-{self.arch}", package or self.package
        root = os.path.join(CACHE, f"drawing-{base}")
        mark = root + ".is"
        if not os.path.exists(mark) or pathlib.Path(mark).read_text(encoding="utf-8") != package:
            shutil.rmtree(root, ignore_errors=True)
            run("cp", "-a", "--reflink=auto", os.path.join(CACHE, base), root)
            run("dpkg-deb", "-x", package, root)
            with open(mark, "w", encoding="utf-8") as file:
                file.write(package)
        return root

    def render(self, out, size=(1280, 800), base=None, package=None, content=None, device_text="", **options):
        """Every screen of a content folder, or of what is shipped, drawn by that system. `out` is emptied first."""
        root = self.unpacked(base, package)
        shutil.rmtree(out, ignore_errors=True)
        inside = os.path.join(root, "drawn")
        shutil.rmtree(inside, ignore_errors=True)
        os.makedirs(inside)
        where = "/usr/share/dit-kiosk/config"
        if content:
            where = "/drawn/content"
            shutil.copytree(content, os.path.join(inside, "content"))
        with open(os.path.join(inside, "device.ini"), "w", encoding="utf-8") as file:
            file.write(device_text)
        words = [word for key, value in options.items() for word in (f"--{key}", str(value))]
        run("chroot", root, "/usr/bin/dit-kiosk", "render", where, "--out", "/drawn/out", "--dump",
            "--size", f"{size[0]}x{size[1]}", "--device", "/drawn/device.ini", *words)
        shutil.copytree(os.path.join(inside, "out"), out)
        return kiosk.load("machine", dict(options), out)


if __name__ == "__main__":
    print(Image(os.environ.get("DIT_ARCH", "amd64")).path)

# SPDX-License-Identifier: MIT
"""What a program adds to the disk of a minimal Debian: the packages that apt would install for it on a machine that has
nothing but Debian's required and important ones, without what is only recommended. apt is asked with an empty list
of installed packages, so it does not matter what this machine has."""

import functools
import os
import re
import subprocess
import tempfile

MINIMAL = ("required", "important")


def run(*command, **how):
    return subprocess.run(command, capture_output=True, text=True, check=True, **how).stdout


@functools.lru_cache(maxsize=None)
def known():
    """Of every package that apt knows: kilobytes when installed, and priority."""
    packages = {}
    for record in run("apt-cache", "dumpavail").split("\n\n"):
        fields = dict(re.findall(r"^(Package|Installed-Size|Priority): (\S+)$", record, re.MULTILINE))
        if "Package" in fields:
            packages[fields["Package"]] = int(fields.get("Installed-Size", 0)), fields.get("Priority", "")
    return packages


def closure(packages):
    """These and all that they depend on, on an empty machine."""
    said = run("apt-get", "--simulate", "install", "--no-install-recommends", "-o", "Dir::State::status=/dev/null",
               "-o", "Debug::NoLocking=true", *sorted(packages))
    return set(re.findall(r"^Inst (\S+)", said, re.MULTILINE))


@functools.lru_cache(maxsize=None)
def minimal():
    return closure(name for name, (_, priority) in known().items() if priority in MINIMAL)


def added_mb(packages):
    return sum(known()[name][0] for name in closure(packages) - minimal()) / 1024


def owners(program):
    """The packages of the libraries that the program names, as its own package finds them, and those that the
    package names beside them."""
    names = re.findall(r"NEEDED\s+(\S+)", run("objdump", "-p", program))
    paths = dict(re.findall(r"(\S+) => (\S+)", run("ldd", program)))
    found = set()
    for name in names:
        # Debian 12 moved /lib to /usr/lib, and not every package says so.
        path = os.path.realpath(paths[name])
        said = subprocess.run(["dpkg-query", "-S", path, path.removeprefix("/usr")], capture_output=True, text=True, check=False)
        found.add(re.match(r"([^:,\s]+)", said.stdout).group(1))
    return found


def own_mb(build):
    """What the package itself lays on the disk."""
    with tempfile.TemporaryDirectory(prefix="dit-installed-") as folder:
        run("cmake", "--install", build, "--strip", env=dict(os.environ, DESTDIR=folder))
        blocks = [os.lstat(os.path.join(place, name)).st_size for place, _, names in os.walk(folder) for name in names]
        return sum(blocks) / 1024 / 1024


def kiosk_mb(build, root):
    with open(os.path.join(root, "systemd", "CMakeLists.txt"), encoding="utf-8") as file:
        named = re.search(r'PACKAGE_DEPENDS "([^"]+)"', file.read()).group(1)
    packages = {word.split()[0] for word in named.split(",")}
    return added_mb(packages | owners(os.path.join(build, "dit-kiosk"))) + own_mb(build)

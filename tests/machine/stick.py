# SPDX-License-Identifier: MIT
"""USB sticks as files: a partition table or none, filesystems or rubbish in the partitions, and folders
copied onto FAT. It makes what a shop, a Mac, a television or an attacker would have made."""

import itertools
import os
import subprocess

MB = 1 << 20


def run(*command, **options):
    options.setdefault("input", b"")
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")


def fat(path, size_mb, folder=None, label="STICK"):
    """A FAT32 filesystem with what is in the folder, as Windows makes it on a stick."""
    make(path, size_mb)
    run("mkfs.vfat", "-F", "32", "-n", label, path)
    for name in sorted(os.listdir(folder)) if folder else []:
        run("mcopy", "-s", "-i", path, os.path.join(folder, name), "::" + name)


def exfat(path, size_mb):
    make(path, size_mb)
    run("mkfs.exfat", path)


def ext4(path, size_mb):
    make(path, size_mb)
    run("mke2fs", "-q", "-F", "-t", "ext4", path)


def make(path, size_mb):
    with open(path, "wb") as file:
        file.truncate(size_mb * MB)


def rubbish(path, size_mb):
    """Bytes that are no filesystem, the same each time."""
    with open(path, "wb") as file:
        for block in range(size_mb):
            file.write(bytes((block * 7 + i * 131) & 255 for i in range(256)) * (MB // 256))


EFI = "C12A7328-F81F-11D2-BA4B-00A0C93EC93B"


def table(path, parts, label="dos", kinds=()):
    """A disk with these files as its partitions, one after the other, of these kinds or of the usual one."""
    sizes = [-(-os.path.getsize(part) // MB) for part in parts]
    make(path, sum(sizes) + 2)
    start, lines = 1, [f"label: {label}"]
    kind = "c" if label == "dos" else "EBD0A0A2-B9E5-4433-87C0-68B6B72699C7"
    for size, own in itertools.zip_longest(sizes, kinds):
        lines.append(f"start={start}MiB, size={size}MiB, type={own or kind}")
        start += size
    run("sfdisk", "--quiet", path, input="\n".join(lines).encode())
    start = 1
    with open(path, "r+b") as disk:
        for part, size in zip(parts, sizes):
            with open(part, "rb") as file:
                disk.seek(start * MB)
                while piece := file.read(MB):
                    disk.write(piece)
            start += size


def spoil(path, offset, count):
    """Overwrites some bytes, as a worn stick or an attacker does."""
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(bytes((i * 89 + 41) & 255 for i in range(count)))

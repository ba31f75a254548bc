# SPDX-License-Identifier: MIT
"""The kiosk beside what else could show eight cards full screen: Chromium in kiosk mode on a page of
pictures, and feh. Each gets an X server of its own; what is not installed is left out."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "x11"))
import glass  # noqa: E402

import bench  # noqa: E402

STILL_S = 10


def family(pid):
    """A process and all that it started."""
    found = [pid]
    for parent in found:
        try:
            for thread in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{thread}/children", encoding="utf-8") as file:
                    found += [int(child) for child in file.read().split()]
        except OSError:
            pass
    return found


def cpu_s(pids):
    total = 0.0
    for pid in pids:
        try:
            for thread in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="utf-8") as file:
                    total += int(file.read().split()[0]) / 1e9
        except OSError:
            pass
    return total


def pss_mb(pids):
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
                total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except OSError:
            pass
    return total / 1024


def is_drawn(server):
    pixels = numpy.asarray(server.picture())
    return len(numpy.unique(pixels.reshape(-1, 3)[::97], axis=0)) > 8


def measure(command):
    server = glass.Server()
    started = time.monotonic()
    process = subprocess.Popen(command, env=dict(os.environ, DISPLAY=server.display), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not is_drawn(server) and time.monotonic() - started < 60 and process.poll() is None:
            time.sleep(0.01)
        wall_s, first_s = time.monotonic() - started, cpu_s(family(process.pid))
        time.sleep(5)
        pids = family(process.pid)
        before = cpu_s(pids)
        time.sleep(STILL_S)
        share = 100 * (cpu_s(pids) - before) / STILL_S
        return wall_s, first_s, pss_mb(pids), len(pids), share
    finally:
        process.terminate()
        process.wait(30)
        server.close()


def commands(folder):
    pictures = os.path.join(folder, "pictures")
    bench.render(bench.CONTENT, pictures)
    cards = sorted(os.path.join(pictures, n) for n in os.listdir(pictures) if n.endswith(".png"))
    page = os.path.join(folder, "cards.html")
    with open(page, "w", encoding="utf-8") as file:
        file.write("".join(f'<img src="{card}" width="100%">' for card in cards))
    yield "dit-kiosk", [bench.KIOSK, "run", "--content", bench.CONTENT, "--device", "/dev/null"]
    yield "feh", ["feh", "-F", *cards]
    yield "chromium", ["chromium", "--kiosk", "--no-sandbox", "--no-first-run", f"--user-data-dir={folder}/profile", page]


def print_table():
    print(f"\n{'':<12}{'wall to card, s':>16}{'CPU to card, s':>16}{'PSS, MB':>10}{'processes':>11}{'still, % CPU':>14}")
    with tempfile.TemporaryDirectory(prefix="dit-peers-") as folder:
        for name, command in commands(folder):
            if not os.path.exists(command[0]) and not shutil.which(command[0]):
                print(f"{name:<12}  not installed")
                continue
            wall_s, first_s, pss, count, share = measure(command)
            print(f"{name:<12}{wall_s:>16.2f}{first_s:>16.3f}{pss:>10.1f}{count:>11}{share:>14.4f}")


if __name__ == "__main__":
    print_table()

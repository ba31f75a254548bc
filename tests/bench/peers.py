# SPDX-License-Identifier: MIT
"""This kiosk beside what a practice would pick instead: feh with pictures of the cards, and Chromium's kiosk mode with a
page of them (page.py); and beside the least that SDL needs for one picture (floor.c). All take turns on one X server
without a monitor, in one run. What is said of each is seen from outside, in the same way (watched.py). Fails where the
kiosk does not keep the distance that RATIOS and NOT_BEHIND ask for.

A turn of the cards: Chromium fades, feh changes at once, both every ten seconds. The kiosk gives a card the time that
its words take, at the fastest pace that it can be set to about nine seconds, with its line moving; what a turn and its
line cost is counted every ten seconds. Each program has been started once before, and Chromium's profile is not
new."""

import os
import shutil
import statistics
import sys
import tempfile

import installed
import page
import watched

sys.path.insert(0, os.path.join(watched.HERE, "..", "screens"))
import kiosk  # noqa: E402
from PIL import Image  # noqa: E402

ROOT = kiosk.ROOT
RELEASE = os.environ.get("DIT_RELEASE_DIR") or os.path.join(ROOT, "build-release")
SIZE = "1920x1080"
ROUNDS = int(os.environ.get("DIT_ROUNDS", "7"))
EVERY_S = 10
TURNS = 4

RATIOS = {"cpu": 40, "pss": 20, "cycling": 12, "disk": 8}  # of Chromium's to the kiosk's, at least
NOT_BEHIND = ("start", "pss")  # feh's, at most
ROWS = {
    "start": ("start to the visible card, s", 3),
    "cpu": ("CPU until then, s", 3),
    "pss": ("memory while the cards turn (PSS), MB", 1),
    "wakes": ("wake-ups a second, cards turning", 1),
    "cycling": ("CPU, a card every 10 s, % of a core", 3),
    "disk": ("on the disk of a minimal Debian, MB", 0),
}


def fast_content(folder):
    """The bundled cards at the fastest pace."""
    content = shutil.copytree(kiosk.CONTENT, os.path.join(folder, "content"))
    path = os.path.join(content, "kiosk.ini")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("words_a_minute = 130", "words_a_minute = 200"))
    return content


def kiosk_command(folder):
    return [os.path.join(RELEASE, "dit-kiosk"), "run", "--content", fast_content(folder), "--window", SIZE,
            "--device", kiosk.device_file(folder, "")]


def chromium_command(folder, address):
    # What it would ask the network for would only be in the way of the measurement.
    command = ["chromium", "--kiosk", "--no-first-run", "--noerrdialogs", "--disable-background-networking",
               "--disable-component-update", "--window-position=0,0", "--window-size=" + SIZE.replace("x", ","),
               "--user-data-dir=" + os.path.join(folder, "profile")]
    return command + (["--no-sandbox"] if os.getuid() == 0 else []) + [address]


def commands(folder, screens):
    """Of each program, and whether its cards turn."""
    pictures = [screen.png for screen in screens]
    address = page.Page(screens, os.path.join(ROOT, "assets"), folder).write(EVERY_S)
    return {
        "kiosk": kiosk_command(folder),
        "floor": [os.path.join(RELEASE, "tests", "bench", "floor"), pictures[0]],
        "feh": ["feh", "--fullscreen", "--hide-pointer", "--slideshow-delay", str(EVERY_S), *pictures],
        "Chromium": chromium_command(folder, address),
    }


def loop_screens(folder):
    """The poster and every page of every card, in the order in which they are shown."""
    screens = kiosk.render(os.path.join(folder, "drawn"), size=SIZE)
    names = [name for name in screens if name.startswith("loop-")]
    names.sort(key=lambda name: (name.partition(".")[0], int(name.partition(".")[2] or 1)))
    return [screens[name] for name in names]


def measure_turns(program):
    """Over some turns, from just after one to just after another."""
    program.wait_for_turns(1)
    before = program.sum(watched.cpu_s), program.sum(watched.wake_ups), watched.time.monotonic()
    program.wait_for_turns(TURNS)
    spent_s = watched.time.monotonic() - before[2]
    return {
        "cycling": 100 * (program.sum(watched.cpu_s) - before[0]) / (TURNS * EVERY_S),
        "wakes": (program.sum(watched.wake_ups) - before[1]) / spent_s,
    }


def measure(server, name, command, wanted, folder):
    program = watched.Watched(server, command, wanted, folder)
    try:
        numbers = program.first_card()
        if name != "floor":
            numbers.update(measure_turns(program))
        numbers["pss"] = program.sum(watched.pss_kb) / 1024
        return numbers
    finally:
        program.close()


def measure_round(server, programs, wanted, folder):
    """One of each; said at once, because all rounds take long."""
    numbers = {name: measure(server, name, command, wanted, folder) for name, command in programs.items()}
    print(numbers, file=sys.stderr, flush=True)
    return numbers


def warm_up(server, programs, wanted, folder):
    for command in programs.values():
        program = watched.Watched(server, command, wanted, folder)
        try:
            program.first_card()
        finally:
            program.close()


def measure_all():
    """Of each program a list of rounds, which took turns."""
    with tempfile.TemporaryDirectory(prefix="dit-peers-", ignore_cleanup_errors=True) as folder:
        screens = loop_screens(folder)
        programs = commands(folder, screens)
        server = watched.Server(SIZE)
        try:
            with Image.open(screens[0].png) as wanted:
                warm_up(server, programs, wanted, folder)
                rounds = [measure_round(server, programs, wanted, folder) for _ in range(ROUNDS)]
        finally:
            server.close()
    return {name: [one[name] for one in rounds] for name in programs}


def disks():
    return {"kiosk": installed.kiosk_mb(RELEASE, ROOT), "floor": None, "feh": installed.added_mb(["feh"]),
            "Chromium": installed.added_mb(["chromium"])}


def values(rounds, key):
    return [one[key] for one in rounds if key in one]


def cell(rounds, key, digits):
    """The median, and behind it the least and the most."""
    found = values(rounds, key)
    if not found:
        return "-"
    return f"{statistics.median(found):.{digits}f} ({min(found):.{digits}f}-{max(found):.{digits}f})"


def print_table(measured, sizes):
    print(f"{'':<40}" + "".join(f"{name:>24}" for name in measured))
    for key, (title, digits) in ROWS.items():
        if key == "disk":
            cells = [f"{sizes[name]:.0f}" if sizes[name] else "-" for name in measured]
        else:
            cells = [cell(rounds, key, digits) for rounds in measured.values()]
        print(f"{title:<40}" + "".join(f"{text:>24}" for text in cells))


def judge(measured, sizes):
    """One line a check; false where one is not kept."""
    medians = {name: {key: statistics.median(values(rounds, key)) for key in ROWS if values(rounds, key)}
               for name, rounds in measured.items()}
    for name, size in sizes.items():
        medians[name]["disk"] = size
    is_kept = True
    for key, least in RATIOS.items():
        ratio = medians["Chromium"][key] / medians["kiosk"][key]
        is_kept = is_kept and ratio >= least
        print(f"{ROWS[key][0]}: Chromium {ratio:.1f} times the kiosk, at least {least}{'' if ratio >= least else '  TOO LITTLE'}")
    for key in NOT_BEHIND:
        ratio = medians["kiosk"][key] / medians["feh"][key]
        is_kept = is_kept and ratio <= 1
        print(f"{ROWS[key][0]}: the kiosk {ratio:.2f} times feh, at most 1{'' if ratio <= 1 else '  TOO MUCH'}")
    return is_kept


def main():
    sizes = disks()
    measured = measure_all()
    print_table(measured, sizes)
    return 0 if judge(measured, sizes) else 1


if __name__ == "__main__":
    sys.exit(main())

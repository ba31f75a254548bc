# SPDX-License-Identifier: MIT
"""What the kiosk costs: prints every number, and fails where one is above LIMITS. Those are
instruction counts, which repeat; counts of things; and ratios of processor times that were taken in turns. No time
is judged, because machines differ and do other things. Instructions are callgrind's; a start counts until the first
card is on the glass, which the program tells the service manager: we play the manager, and answer READY=1 with
SIGTERM."""

import glob
import os
import re
import select
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", ".."))
RELEASE = os.environ.get("DIT_RELEASE_DIR") or os.path.join(ROOT, "build-release")
KIOSK = os.path.join(RELEASE, "dit-kiosk")
FRAMES = os.path.join(RELEASE, "tests", "bench", "frames")
READING = os.path.join(RELEASE, "tests", "bench", "reading")
CONTENT = os.path.join(ROOT, "config")
WIDTH, HEIGHT = 1920, 1080
ROUNDS = 9
MEMORY = "/dev/shm"

# What each number may be at most; the names are those of the table.
LIMITS = {
    "instructions to the first picture, M": 75,
    "fade frame, M instructions": 6.4,
    "slide frame, M instructions": 0.8,
    "1,000 cards, instructions, times 8 cards": 1.5,
    "1,000 cards, peak memory over 8 cards, MB": 2.0,
    "a byte of a card read, instructions": 100,
    "a card of 60 lines read, M instructions": 0.2,
    "update, CPU, times a start and a check": 1.5,
    "update of 1,000 cards, CPU, times 8": 8,
    "peak memory, dummy driver, 1920x1080, MB": 30,
    "libraries": 80,
    "threads": 1,
}


def first_card(command, under=()):
    """Runs a command until it says READY=1, then ends it; what it took until then, and all that it said."""
    with tempfile.TemporaryDirectory(prefix="dit-bench-") as folder:
        path = os.path.join(folder, "notify")
        notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        notify.bind(path)
        environment = dict(os.environ, SDL_VIDEODRIVER="dummy", NOTIFY_SOCKET=path)
        with open(os.path.join(folder, "said"), "w+", encoding="utf-8") as said:
            process = subprocess.Popen([*under, *command], env=environment, stdin=subprocess.DEVNULL,
                                       stdout=said, stderr=said)
            threads, peak_kb = wait_until_ready(process, notify)
            process.terminate()
            process.wait()
            said.seek(0)
            text = said.read()
        notify.close()
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{text}")
        return {"peak_kb": peak_kb, "said": text, "threads": threads}


def wait_until_ready(process, notify):
    while process.poll() is None:
        if select.select([notify], [], [], 0.5)[0] and b"READY=1" in notify.recv(4096):
            return status_of(process.pid, "Threads"), status_of(process.pid, "VmHWM")
    raise RuntimeError(f"{process.args} never said that it is ready")


def status_of(pid, key):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(key + ":"))


CALLGRIND = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]


def instructions(command):
    return collected(first_card(command, CALLGRIND)["said"])


def collected(said):
    match = re.search(r"Collected : (\d+)", said)
    if not match:
        raise RuntimeError(f"callgrind did not count:\n{said}")
    return int(match.group(1)) / 1e6


def kiosk(content=CONTENT):
    return [KIOSK, "run", "--content", content, "--device", "/dev/null", "--window", f"{WIDTH}x{HEIGHT}"]


def first_card_file():
    folder = os.path.join(CONTENT, "cards", "en")
    return os.path.join(folder, min(n for n in os.listdir(folder) if n[0].isdigit()))


def render(content, out):
    subprocess.run([KIOSK, "render", content, "--out", out, "--size", f"{WIDTH}x{HEIGHT}", "--dump"], check=True)


def many_cards(folder, count):
    """The bundled cards over and over, under `count` names."""
    content = os.path.join(folder, str(count))
    shutil.copytree(CONTENT, content)
    cards = os.path.join(content, "cards", "en")
    sources = sorted(n for n in os.listdir(cards) if n[0].isdigit())
    texts = []
    for name in sources:
        with open(os.path.join(cards, name), encoding="utf-8") as file:
            texts.append(file.read())
        os.remove(os.path.join(cards, name))
    for index in range(count):
        with open(os.path.join(cards, f"{index + 1:04d}-card-{index + 1}.txt"), "w", encoding="utf-8") as file:
            file.write(texts[index % len(texts)])
    path = os.path.join(content, "kiosk.ini")
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("[drawings]")
        lines = [lines[0], lines[1][lines[1].index("[languages]"):]]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(lines)
    return content


def frame(way, before, after, area):
    """Instructions of one frame, without opening the pictures."""
    done = subprocess.run([*CALLGRIND, f"--toggle-collect=frame_{way}", FRAMES, way, before, after, *area],
                          capture_output=True, text=True, check=True)
    return collected(done.stderr)


def library_count():
    done = subprocess.run(["ldd", KIOSK], capture_output=True, text=True, check=True)
    return sum("=>" in line for line in done.stdout.splitlines())


def measure_start(numbers):
    numbers["instructions to the first picture, M"] = instructions(kiosk())
    run = first_card(kiosk())
    numbers["threads"] = run["threads"]
    numbers["libraries"] = library_count()
    numbers["peak memory, dummy driver, 1920x1080, MB"] = run["peak_kb"] / 1024


def measure_frames(numbers):
    with tempfile.TemporaryDirectory(prefix="dit-bench-") as out:
        render(CONTENT, out)
        before, after = sorted(glob.glob(os.path.join(out, "card-*.png")))[:2]
        with open(before[:-4] + ".txt", encoding="utf-8") as file:
            area = re.search(r"^sliding (-?\d+) (-?\d+) (\d+) (\d+)", file.read(), re.MULTILINE).groups()
        loop = [os.path.join(out, name + ".png") for name in ("loop-010-what-is-dit", "loop-020-the-ideas")]
        numbers["fade frame, M instructions"] = frame("fade", *loop, area)
        numbers["slide frame, M instructions"] = frame("slide", before, after, area)


def measure_many(numbers):
    with tempfile.TemporaryDirectory(prefix="dit-bench-") as folder:
        few, many = (kiosk(many_cards(folder, count)) for count in (8, 1000))
        numbers["1,000 cards, M instructions"] = instructions(many)
        numbers["  8 cards, M"] = instructions(few)
        numbers["1,000 cards, instructions, times 8 cards"] = numbers["1,000 cards, M instructions"] / numbers["  8 cards, M"]
        peaks = [statistics.median(first_card(c)["peak_kb"] for _ in range(3)) for c in (many, few)]
        numbers["1,000 cards, peak memory over 8 cards, MB"] = (peaks[0] - peaks[1]) / 1024


def reading(path, times):
    """Instructions of reading the card of that file so often, without opening it."""
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                           "--toggle-collect=reading_card", READING, path, str(times)],
                          capture_output=True, text=True, check=True)
    return collected(done.stderr)


def long_card(path):
    """Sixty lines of all kinds, as on no card that is good to read."""
    kinds = ["The desk opens at 8am, and the doors at 7.30.", "- Ring **020 7946 0001** before 10", "", "## Later",
             "Monday      8.00 - 18.30", "1. Come to the desk"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("# Opening times\n" + "".join(kinds[i % len(kinds)] + "\n" for i in range(59)))


def measure_reading(numbers):
    with tempfile.TemporaryDirectory(prefix="dit-bench-") as folder:
        path = os.path.join(folder, "long.txt")
        long_card(path)
        first = first_card_file()
        numbers["a byte of a card read, instructions"] = reading(first, 1000) * 1e3 / os.path.getsize(first)
        numbers["a card of 60 lines read, M instructions"] = reading(path, 1)


def whole(*command):
    """CPU seconds of a command and of the children that it waited for, in user mode and in the kernel together:
    the scheduler measures the sum to the nanosecond, but shares it out by a clock that ticks every few ms."""
    process = subprocess.Popen([KIOSK, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def update(stick, folder):
    """The first update of a new store: copied by a sandboxed child, checked, written to the disk."""
    store = os.path.join(folder, "store")
    shutil.rmtree(store, ignore_errors=True)
    return whole("import", stick, "--store", store)


def measure_update(numbers):
    """In memory, because what the kernel does for a file on a disk depends on who else writes there."""
    with tempfile.TemporaryDirectory(prefix="dit-bench-", dir=MEMORY) as folder:
        sticks = [os.path.join(folder, name) for name in ("few", "many")]
        for stick, count in zip(sticks, (8, 1000)):
            os.mkdir(stick)
            os.rename(many_cards(folder, count), os.path.join(stick, "kiosk"))
        rounds = [(update(sticks[0], folder), whole("check", os.path.join(sticks[0], "kiosk")), whole("--version"),
                   update(sticks[1], folder)) for _ in range(ROUNDS)]
    few, check, start, many = (statistics.median(times) for times in zip(*rounds))
    numbers["update, CPU, ms"] = few * 1000
    numbers["  a check of the same, ms"] = check * 1000
    numbers["  a start of the program, ms"] = start * 1000
    # The stick is read by a program of its own, and most of a check of eight cards is the start of one.
    numbers["update, CPU, times a start and a check"] = few / (start + check)
    numbers["update of 1,000 cards, CPU, ms"] = many * 1000
    numbers["update of 1,000 cards, CPU, times 8"] = many / few


def measure():
    numbers = {}
    for step in (measure_start, measure_frames, measure_many, measure_reading, measure_update):
        step(numbers)
    return numbers


def main():
    numbers = measure()
    for name, value in numbers.items():
        limit = f"at most {LIMITS[name]:g}" if name in LIMITS else ""
        verdict = "" if name not in LIMITS else "" if value <= LIMITS[name] else "  TOO MUCH"
        print(f"{name:<50}{value:>10.2f}   {limit}{verdict}")
    return 1 if any(numbers[name] > limit for name, limit in LIMITS.items()) else 0


if __name__ == "__main__":
    sys.exit(main())

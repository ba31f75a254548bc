# SPDX-License-Identifier: MIT
"""What the kiosk costs a whole machine: `measure.py [NAME=IMAGE...]` boots each image in turn, five times, and
prints the medians beside each other; without images, the one of this source. The emulator counts instructions
(500 million are a second), so what else this computer does changes nothing but the time that it takes. An image lies
beside its .vmlinuz, .initrd and .cmdline.txt, as image.py leaves it, and needs the tests' shell in it."""

import os
import statistics
import sys
import types

os.environ["DIT_ACCEL"] = "tcg,thread=single"

import image  # noqa: E402
from machine import Machine  # noqa: E402

ROUNDS = int(os.environ.get("DIT_ROUNDS", "5"))
# One instruction is two nanoseconds: about a core of a Pi Zero 2 W.
COUNTED = ("-icount", "shift=1")
GROUP = "/sys/fs/cgroup/system.slice/dit-kiosk.service"
WATCHED_S = 60
CARD = "/run/drawn/card-010-what-is-dit.txt"
RENDER = "dit-kiosk render /usr/share/dit-kiosk/config --out /run/drawn --dump --no-pictures --size 1280x800"
MAPPED = "grep -cE 'libgallium|libLLVM|dri_gbm|_dri.so|libEGL|libGLES|libgbm|libvulkan' /proc/$(systemctl show -P MainPID dit-kiosk)/maps; true"
WOKEN = "cat /proc/$(systemctl show -P MainPID dit-kiosk)/task/*/status | awk '/^voluntary/ {n += $2} END {print n}'"


def given(name):
    with open(name + ".cmdline.txt", encoding="utf-8") as file:
        cmdline = file.read().strip()
    return types.SimpleNamespace(arch=os.environ.get("DIT_ARCH", "amd64"), path=name, kernel=name + ".vmlinuz",
                                 initrd=name + ".initrd", cmdline=cmdline)


class Measured:
    """One machine that is measured once."""

    def __init__(self, made):
        self.machine = Machine(made, arguments=COUNTED)
        self.said = {}

    def run(self, command):
        return self.machine.run(command)

    def number(self, command):
        return float(self.run(command))

    def property(self, name):
        return self.number(f"systemctl show -P {name} dit-kiosk")

    def cpu_s(self):
        return self.number(f"awk '/^usage_usec/ {{print $2}}' {GROUP}/cpu.stat") / 1e6

    def busy_s(self):
        """Of the whole machine, the kernel's own work included."""
        return self.number("awk '/^cpu / {print $2 + $3 + $4 + $7 + $8}' /proc/stat") / 100

    def uptime_s(self):
        return self.number("cut -d ' ' -f 1 /proc/uptime")

    def until_active(self):
        self.machine.shell.ready()
        self.run("until systemctl -q is-active dit-kiosk.service; do sleep 1; done")
        # Whatever the start of the machine still does is over.
        self.run("until [ -z \"$(systemctl list-jobs --no-legend)\" ]; do sleep 2; done; sleep 10")

    def start(self):
        self.until_active()
        self.said["power-on to the first card, s"] = self.property("ActiveEnterTimestampMonotonic") / 1e6
        self.run(f"rm -rf /run/drawn; {RENDER}")
        self.run("sync; echo 3 >/proc/sys/vm/drop_caches; systemctl restart dit-kiosk")
        self.said["service start to the first card, CPU s"] = self.cpu_s()
        began = self.property("ExecMainStartTimestampMonotonic")
        self.said["service start to the first card, s"] = (self.property("ActiveEnterTimestampMonotonic") - began) / 1e6

    def memory(self):
        self.said["memory at its peak (MemoryPeak), MB"] = self.property("MemoryPeak") / 1e6
        pid = "/proc/$(systemctl show -P MainPID dit-kiosk)"
        self.said["memory at rest (PSS), MB"] = self.number(f"awk '/^Pss:/ {{print $2}}' {pid}/smaps_rollup") / 1e3
        self.said["mappings of Mesa and LLVM"] = self.number(MAPPED)
        self.said["threads"] = self.number(f"awk '/^Threads/ {{print $2}}' {pid}/status")

    def watch(self, what):
        before = (self.uptime_s(), self.cpu_s(), self.busy_s(), self.number(WOKEN))
        self.run(f"sleep {WATCHED_S}")
        after = (self.uptime_s(), self.cpu_s(), self.busy_s(), self.number(WOKEN))
        seconds, cpu_s, busy_s, woken = (b - a for a, b in zip(before, after))
        self.said[f"{what}: CPU of the service, % of a core"] = 100 * cpu_s / seconds
        self.said[f"{what}: CPU of the machine, % of a core"] = 100 * busy_s / seconds
        self.said[f"{what}: wake-ups a second"] = woken / seconds

    def fade(self):
        """The dearest second and a half that holds a turn, over what the progress costs all the time."""
        said = self.run(f"for i in $(seq 100); do awk '/^usage_usec/ {{print $2}}' {GROUP}/cpu.stat; sleep 0.5; done")
        usage = [float(line) / 1e6 for line in said.split()]
        steps = [b - a for a, b in zip(usage, usage[1:])]
        turn = max(sum(steps[i:i + 3]) for i in range(len(steps) - 2))
        self.said["a card turns by itself and fades, CPU ms"] = 1e3 * (turn - 3 * statistics.median(steps))

    def tap(self, action):
        """The middle of a control, where the card that was drawn in the machine says that it is."""
        place = self.run(f"sed -n 's/^target \\([0-9 ]*\\) \"{action}\".*/\\1/p' {CARD}")
        x, y, w, h = map(int, place.split())
        self.machine.tap(x + w // 2, y + h // 2)

    def slide(self):
        before = self.cpu_s()
        self.tap("next")
        self.run("sleep 3")
        self.said["a card is turned by hand and slides, CPU ms"] = 1e3 * (self.cpu_s() - before)

    def measure(self):
        try:
            self.start()
            self.run("sleep 10")
            self.memory()
            self.fade()
            self.watch("cards turn")
            self.machine.tap(400, 300)  # opens the card that is shown
            self.run("sleep 3")
            self.slide()
            self.watch("a card is read")
        finally:
            self.machine.close()
        return self.said


def main():
    images = dict(word.split("=", 1) for word in sys.argv[1:])
    made = {name: given(path) for name, path in images.items()} or {"this": image.Image(os.environ.get("DIT_ARCH", "amd64"))}
    rounds = {name: [] for name in made}
    for count in range(ROUNDS):
        for name, one in made.items():
            rounds[name].append(Measured(one).measure())
            print(f"{name}, {count + 1} of {ROUNDS}: {rounds[name][-1]}", file=sys.stderr, flush=True)
    print(f"{'medians of ' + str(ROUNDS):55}" + "".join(f"{name:>12}" for name in made))
    for what in rounds[next(iter(made))][0]:
        print(f"{what:55}" + "".join(f"{statistics.median(one[what] for one in rounds[name]):12.2f}" for name in made))


if __name__ == "__main__":
    main()

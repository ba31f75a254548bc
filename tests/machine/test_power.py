# SPDX-License-Identifier: MIT
"""The plug is pulled at moments nobody chose: while the machine starts or runs, and in the middle of an update. Each
next start shows the cards by itself, the old ones or the new ones and never a part, and no filesystem on the
card has a fault. The moments are drawn from a seed that is printed, so that a failure can be told again."""

import os
import random
import re
import subprocess
import time
import unittest

from desk import NEW_CODE, OLD_CODE, Sticks, set_pin
from machine import Machine
from story import NOTES, Glass, MachineStory, glass, staff, until

CUTS = int(os.environ.get("DIT_CUTS", "10"))
UPDATE_CUTS = int(os.environ.get("DIT_UPDATE_CUTS", "20"))
SEED = int(os.environ.get("DIT_SEED", str(int(time.time()))))
FIRST = "loop-000-poster"


def partitions(disk):
    """Start and size in bytes, from sfdisk's dump."""
    dump = subprocess.run(["sfdisk", "--dump", disk], capture_output=True, text=True, check=True).stdout
    return [(int(start) * 512, int(size) * 512) for start, size in re.findall(r"start=\s*(\d+), size=\s*(\d+)", dump)]


def fault_of(raw, start, size):
    part = raw + ".part"
    # Sparse, because most of the card is empty.
    subprocess.run(["dd", f"if={raw}", f"of={part}", "bs=1M", f"skip={start >> 20}", f"count={-(-size >> 20)}", "conv=sparse",
                    "status=none"], check=True)
    # A journal that waits to be replayed is no fault: the next start replays it, as is done here.
    subprocess.run(["e2fsck", "-E", "journal_only", "-y", part], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    done = subprocess.run(["e2fsck", "-f", "-n", part], capture_output=True, text=True, check=False)
    os.remove(part)
    return "" if done.returncode == 0 else done.stdout


class Power(MachineStory):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.machine.close()
        print(f"    DIT_SEED={SEED}", flush=True)
        cls.moments = random.Random(SEED)

    def card(self, name):
        """A memory card that is larger than the image, as all of them are."""
        path = os.path.join(self.drawn.name, name)
        subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", self.image.path, path, "2G"], check=True)
        return path

    def start(self, disk, **options):
        type(self).machine = Machine(self.image, disk=disk, size=self.size, **options)
        self.glass.machine = self.machine

    def faults(self, disk):
        """What e2fsck finds in the system's and the data partition of the disk as it is now; empty: nothing."""
        raw = disk + ".raw"
        subprocess.run(["qemu-img", "convert", "-O", "raw", disk, raw], check=True)
        said = "".join(fault_of(raw, start, size) for start, size in partitions(raw)[1:3])
        os.remove(raw)
        return said

    def test_1_the_plug_is_pulled_again_and_again(self):
        disk = self.card("disk.qcow2")
        for cut in range(CUTS):
            self.start(disk)
            time.sleep(self.moments.uniform(2, 120 if cut % 2 else 32))
            self.machine.cut_power()
            self.machine.close()
            self.assertEqual(self.faults(disk), "", f"after cut {cut}")
        self.start(disk)
        self.glass.expect_a_card()
        self.assert_no_console()
        self.assertEqual(self.machine.run(NOTES), "")
        self.assertEqual(self.machine.run("systemctl --failed --plain --no-legend"), "")
        size = int(self.machine.run("cat /sys/class/block/vda3/size")) * 512
        self.assertGreater(size, 1 << 30, "the data partition did not grow to the end of the card")
        blocks = int(self.machine.run("stat -f -c '%b' /var/lib/dit-kiosk")) * int(self.machine.run("stat -f -c '%S' /var/lib/dit-kiosk"))
        self.assertGreater(blocks, 900 << 20, "the filesystem did not grow with its partition")
        self.machine.close()

    def test_2_the_plug_is_pulled_in_the_middle_of_an_update(self):
        """The machine is kept as it is when everything is ticked, and goes on from there for each cut."""
        sticks = Sticks()
        self.addCleanup(sticks.close)
        with_stick = self.stick_at_start(sticks)
        changed = self.image.render(os.path.join(self.drawn.name, "changed"), size=self.size, content=sticks.at("new/kiosk"))
        disk = self.card("update.qcow2")
        lasts = self.ready_to_put_on_screen(disk, with_stick)
        seen = {OLD_CODE: 0, NEW_CODE: 0}
        for cut in range(UPDATE_CUTS):
            moment = self.moments.uniform(0, lasts)
            self.start(disk, arguments=[*with_stick, "-loadvm", "ticked"])
            self.glass.expect_parts("staff-changes-ticked", "put-on-screen")
            self.press_put_on_screen()
            time.sleep(moment)
            self.machine.cut_power()
            self.machine.close()
            self.assertEqual(self.faults(disk), "", f"after cut {cut}, {moment:.2f} s after the tap")
            self.start(disk)
            seen[self.number_on_glass(Glass(self.machine, changed))] += 1
            self.machine.close()
        print(f"    cut within {lasts:.1f} s: {seen[OLD_CODE]} times the old cards, {seen[NEW_CODE]} times the new", flush=True)

    def stick_at_start(self, sticks):
        path = sticks.make("new", staff.other_number)
        disk = sticks.at("new.qcow2")  # a raw disk cannot be kept with the machine
        subprocess.run(["qemu-img", "convert", "-O", "qcow2", path, disk], check=True)
        return ["-drive", f"file={disk},format=qcow2,if=none,id=stick", "-device", "usb-storage,bus=xhci.0,drive=stick,id=stick,removable=on"]

    def ready_to_put_on_screen(self, disk, with_stick):
        """Seconds that the update takes when nobody pulls the plug."""
        self.start(disk, arguments=with_stick)
        self.glass.expect_parts("staff-pin-unset")
        set_pin(self.machine)
        self.glass.tap("staff-close")
        self.glass.expect(FIRST)
        self.machine.run("systemctl restart dit-kiosk.service")
        self.glass.type_pin()
        self.glass.tick_all()
        said = self.machine.qmp.do("human-monitor-command", command_line="savevm ticked")
        self.assertEqual(said, "")
        since = self.press_put_on_screen()
        self.glass.expect_parts("staff-done", "staff-close")
        lasts = time.monotonic() - since
        self.machine.cut_power()
        self.machine.close()
        return 1.2 * lasts

    def press_put_on_screen(self):
        """When it was pressed; without the hand's pace behind it, in which an update has come to its end."""
        self.glass.settle()
        self.machine.tap(*glass.middle(self.glass.target("put-on-screen")))
        return time.monotonic()

    def number_on_glass(self, changed):
        """Which number the machine comes up with; it has to be the whole screen of that content."""
        def find():
            return OLD_CODE if self.glass.shown() == FIRST else NEW_CODE if changed.shown() == FIRST else None

        code = until(find, lambda: self.glass.fail("the first card with one number or the other"))
        self.assertEqual(self.glass.code(), code)
        return code


if __name__ == "__main__":
    unittest.main(verbosity=2)

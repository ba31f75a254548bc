# SPDX-License-Identifier: MIT
"""The plug is pulled at ten moments nobody chose, while the machine starts or runs. Each next start shows
the cards by itself, and in the end no filesystem on the card has a fault. The moments are drawn from a
seed that is printed, so that a failure can be told again."""

import os
import random
import re
import subprocess
import time
import unittest

from machine import SLOWER, Machine
from story import Glass, MachineStory

CUTS = int(os.environ.get("DIT_CUTS", "10"))
SEED = int(os.environ.get("DIT_SEED", str(int(time.time()))))


def partitions(disk):
    """Start and size in bytes, from sfdisk's dump."""
    dump = subprocess.run(["sfdisk", "--dump", disk], capture_output=True, text=True, check=True).stdout
    return [(int(start) * 512, int(size) * 512) for start, size in re.findall(r"start=\s*(\d+), size=\s*(\d+)", dump)]


class Power(MachineStory):
    def faults(self):
        """What e2fsck finds in the system's and the data partition of the disk as it is now; empty: nothing."""
        raw = self.kept + ".raw"
        subprocess.run(["qemu-img", "convert", "-O", "raw", self.kept, raw], check=True)
        return "".join(self.fault_of(raw, start, size) for start, size in partitions(raw)[1:3])

    def fault_of(self, raw, start, size):
        part = self.kept + ".part"
        # Sparse, because most of the card is empty.
        subprocess.run(["dd", f"if={raw}", f"of={part}", "bs=1M", f"skip={start >> 20}", f"count={-(-size >> 20)}", "conv=sparse",
                        "status=none"], check=True)
        # A journal that waits to be replayed is no fault: the next start replays it, as is done here.
        subprocess.run(["e2fsck", "-E", "journal_only", "-y", part], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        done = subprocess.run(["e2fsck", "-f", "-n", part], capture_output=True, text=True, check=False)
        return "" if done.returncode == 0 else done.stdout

    def test_the_plug_is_pulled_again_and_again(self):
        moments = random.Random(SEED)
        print(f"    DIT_SEED={SEED}", flush=True)
        self.kept = os.path.join(self.drawn.name, "disk.qcow2")
        self.machine.close()
        subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", self.image.path, self.kept, "2G"], check=True)
        for cut in range(CUTS):
            machine = Machine(self.image, disk=self.kept, size=self.size)
            pause = moments.uniform(2, 30 * SLOWER if cut % 2 else 8 * SLOWER)
            time.sleep(pause)
            machine.cut_power()
            machine.close()
            self.assertEqual(self.faults(), "", f"after cut {cut}")
        type(self).machine = Machine(self.image, disk=self.kept, size=self.size)
        self.glass.machine = self.machine
        self.glass.wait_for(lambda name: name.startswith("card-"), 60 * SLOWER, "a card")
        self.assert_no_console()
        self.assertEqual(self.machine.run("cat /run/dit-kiosk/notes/* 2>/dev/null; true"), "")
        self.assertEqual(self.machine.run("systemctl --failed --plain --no-legend"), "")
        size = int(self.machine.run("cat /sys/class/block/vda3/size")) * 512
        self.assertGreater(size, 1 << 30, "the data partition did not grow to the end of the card")
        blocks = int(self.machine.run("stat -f -c '%b' /var/lib/dit-kiosk")) * int(self.machine.run("stat -f -c '%S' /var/lib/dit-kiosk"))
        self.assertGreater(blocks, 900 << 20, "the filesystem did not grow with its partition")


if __name__ == "__main__":
    unittest.main(verbosity=2)

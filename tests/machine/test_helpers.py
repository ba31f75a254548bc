# SPDX-License-Identifier: MIT
"""What the kiosk may ask of the system through its outbox: post for the stick, a restart, switching off. The stick
is writable for the moment of the post alone, and whatever goes wrong, it is read-only afterwards and there is
one plain sentence."""

import os
import shutil
import tempfile
import unittest

import stick
from desk import OPEN
from story import MachineStory

OUTBOX = "/run/dit-kiosk/outbox"
AS_KIOSK = "runuser -u dit-kiosk -- sh -c"


class Helpers(MachineStory):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.mkdtemp(prefix="dit-helpers-")
        cls.disk = os.path.join(cls.folder, "disk")
        stick.fat(os.path.join(cls.folder, "fat"), 40)
        stick.table(cls.disk, [os.path.join(cls.folder, "fat")])

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        shutil.rmtree(cls.folder)

    def post(self, order="[order]\nnumber = 7\ncontent = \nguide = \nover = off"):
        """Lays a receipt and an order into the outbox, as the kiosk does, and returns the answer."""
        self.machine.run(f"{AS_KIOSK} 'cd {OUTBOX} && rm -f written && echo letter >KIOSK-RECEIPT.txt && cat >.write && mv .write write' "
                         f"<<'EOF'\n{order}\nEOF")
        self.wait_until(f"ls {OUTBOX}/write {OUTBOX}/writing {OUTBOX}/written 2>/dev/null", f"{OUTBOX}/written")
        return self.machine.run(f"cat {OUTBOX}/written")

    def wait_until_read_only(self):
        self.wait_until("findmnt -n -r -o OPTIONS --mountpoint /run/dit-kiosk/stick | cut -c 1-3", "ro,")

    def test_1_an_order_that_nobody_understands_leaves_a_sentence_and_a_stick_that_is_read_only(self):
        self.machine.plug_stick("stick", self.disk)
        self.machine.run(OPEN)
        self.wait_until("findmnt -n -r -o FSTYPE --mountpoint /run/dit-kiosk/stick", "vfat")
        self.assertIn("The stick could not be written this time.", self.post("what is this"))
        self.wait_until_read_only()
        self.assertIn("7 done", self.post())
        self.wait_until_read_only()

    def test_2_without_a_stick_there_is_a_sentence(self):
        self.machine.pull_stick("stick")
        self.wait_until("findmnt -n -r -o FSTYPE --mountpoint /run/dit-kiosk/stick", "")
        self.assertIn("7 The stick could not be written this time.", self.post())

    def test_3_the_menu_restarts_the_machine(self):
        self.machine.run(f"{AS_KIOSK} 'echo >{OUTBOX}/restart'")
        self.machine.qmp.wait_for("RESET")
        self.glass.expect_a_card()
        self.assert_no_console()

    def test_4_the_menu_switches_the_machine_off(self):
        self.machine.shell.ready()
        self.machine.run(f"{AS_KIOSK} 'echo >{OUTBOX}/power-off'")
        self.machine.qmp.wait_for("SHUTDOWN", lambda data: data.get("guest"))


if __name__ == "__main__":
    unittest.main(verbosity=2)

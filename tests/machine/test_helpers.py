# SPDX-License-Identifier: MIT
"""What the kiosk may ask of the system through its outbox: post for the stick, a restart, switching off. A
stand-in delivers the post, so that this proves what the units do: the stick is writable for that moment
alone, and whatever goes wrong, it is read-only afterwards and there is one plain sentence."""

import os
import shutil
import subprocess
import tempfile
import time
import unittest

import stick
from machine import SLOWER
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
        cls.machine.run(f"mkdir -p /run/systemd/system/dit-kiosk-deliver.service.d && printf '%s\\n' '[Service]' 'ExecStart=' "
                        f"'ExecStart=/bin/sh /run/stand-in' >/run/systemd/system/dit-kiosk-deliver.service.d/stand-in.conf && systemctl daemon-reload", 60)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        shutil.rmtree(cls.folder)

    def wait_until(self, command, wanted, patience_s=20):
        end = time.monotonic() + patience_s * SLOWER
        while (said := self.machine.run(command, check=False)[1]) != wanted:
            self.assertLess(time.monotonic(), end, f"`{command}` says {said!r}, not {wanted!r}\n{self.machine.log()[-1500:]}")
            time.sleep(0.5)

    def post(self, deliver):
        """Hands the stand-in's script and a letter over, and waits until the wish is answered."""
        self.machine.run(f"cat >/run/stand-in <<'EOF'\n{deliver}\nEOF")
        self.machine.run(f"{AS_KIOSK} 'cd {OUTBOX} && rm -rf written stick && mkdir stick && echo letter >stick/receipt.txt && "
                         f"echo >.write && mv .write write'")
        self.wait_until(f"ls {OUTBOX}/write {OUTBOX}/written 2>/dev/null", f"{OUTBOX}/written", 30)
        self.wait_until("systemctl is-active dit-kiosk-deliver.service", "inactive" if "exit 1" not in deliver else "failed")

    def wait_until_read_only(self):
        self.wait_until("findmnt -n -r -o OPTIONS --mountpoint /run/dit-kiosk/stick | cut -c 1-3", "ro,")

    def test_1_post_reaches_the_stick_which_is_read_only_again(self):
        self.machine.plug_stick("stick", self.disk)
        self.wait_until("findmnt -n -r -o FSTYPE --mountpoint /run/dit-kiosk/stick", "vfat")
        self.post(f"id -un >{OUTBOX}/who; touch /etc/x 2>{OUTBOX}/etc; cp {OUTBOX}/stick/receipt.txt /run/dit-kiosk/stick/ && "
                  f"echo 'The receipt is on the stick.' >{OUTBOX}/written")
        self.wait_until_read_only()
        self.assertEqual(self.machine.run(f"cat {OUTBOX}/who {OUTBOX}/written"), "dit-kiosk\nThe receipt is on the stick.")
        self.assertNotEqual(self.machine.run(f"cat {OUTBOX}/etc"), "")

    def test_2_a_delivery_that_fails_leaves_a_sentence_and_a_stick_that_is_read_only(self):
        self.post("echo half >/run/dit-kiosk/stick/half.txt; exit 1")
        self.wait_until_read_only()
        self.assertIn("Nothing was written to the stick.", self.machine.run(f"cat {OUTBOX}/written"))

    def test_3_the_letter_is_on_the_stick_that_was_pulled(self):
        self.machine.pull_stick("stick")
        said = subprocess.run(["mtype", "-i", self.disk + "@@1M", "::receipt.txt"], capture_output=True, check=True).stdout
        self.assertEqual(said, b"letter\n")

    def test_4_without_a_stick_there_is_a_sentence(self):
        self.wait_until("findmnt -n -r -o FSTYPE --mountpoint /run/dit-kiosk/stick", "")
        self.machine.run("echo true >/run/stand-in")
        self.machine.run(f"{AS_KIOSK} 'cd {OUTBOX} && rm -f written && echo >write'")
        self.wait_until(f"ls {OUTBOX}/write {OUTBOX}/written 2>/dev/null", f"{OUTBOX}/written", 30)
        self.assertIn("Nothing was written to the stick.", self.machine.run(f"cat {OUTBOX}/written"))

    def test_5_the_menu_restarts_the_machine(self):
        self.machine.run(f"{AS_KIOSK} 'echo >{OUTBOX}/restart'")
        self.machine.qmp.wait_for("RESET", patience_s=60 * SLOWER)
        self.glass.wait_for(lambda name: name.startswith("card-"), 60 * SLOWER, "a card")
        self.assert_no_console()

    def test_6_the_menu_switches_the_machine_off(self):
        self.machine.shell.ready(60 * SLOWER)
        self.machine.run(f"{AS_KIOSK} 'echo >{OUTBOX}/power-off'")
        self.machine.qmp.wait_for("SHUTDOWN", lambda data: data.get("guest"), 60 * SLOWER)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""What a bored child plugs in: a keyboard, a mouse. Neither is let in, the staff menu names it, and a
keyboard that the installer admits turns the cards and does nothing else."""

import time
import unittest

from story import MachineStory
from qmp import Refused  # behind story, which says where its own imports lie


NOTE = "cat /run/dit-kiosk/notes/usb 2>/dev/null; true"


class Usb(MachineStory):
    def tearDown(self):
        try:
            self.machine.unplug("guest")
        except Refused:
            pass  # it was pulled already

    def test_1_the_rules_are_in_force(self):
        self.glass.read_a_card()
        self.wait_until("systemctl is-active usbguard.service dit-kiosk-usb-watch.service", "active\nactive")
        self.assertEqual(self.machine.run(NOTE), "")

    def test_2_what_does_not_belong_is_named_and_switched_off(self):
        self.machine.plug("usb-kbd", "guest")
        self.wait_until(NOTE, lambda said: "QEMU USB Keyboard" in said)
        self.assertIn("Please take it out.", self.machine.run(NOTE))
        self.assertEqual(self.machine.run("cat $(dirname $(grep -l Keyboard /sys/bus/usb/devices/*/product))/authorized"), "0")
        self.assertNotIn("QEMU USB Keyboard", self.machine.run("cat /proc/bus/input/devices"))
        self.machine.unplug("guest")
        self.wait_until(NOTE, "")

    def test_3_what_was_there_at_the_start_is_remembered_and_nothing_else(self):
        self.wait_until("cat /etc/dit-kiosk/touch-screens.conf 2>/dev/null | grep -c ^allow", "1")
        self.machine.plug("usb-mouse", "guest")
        self.wait_until(NOTE, lambda said: "QEMU USB Mouse" in said)
        self.machine.unplug("guest")
        self.wait_until(NOTE, "")
        # All this takes longer than anybody reads a card: the screen may have asked, and begun afresh.
        self.glass.read_a_card()
        self.glass.tap("topics")
        self.glass.expect("topics")

    def test_4_a_keyboard_that_is_admitted_turns_the_cards(self):
        self.machine.run("sed -i 's/^keyboard = off/keyboard = on/' /etc/dit-kiosk/device.ini && systemctl restart dit-kiosk-usb.service usbguard.service")
        self.machine.plug("usb-kbd", "guest")
        self.wait_until("cat /proc/bus/input/devices", lambda said: "QEMU USB Keyboard" in said)
        # For a moment, until its rule is found, every new device is switched off.
        self.wait_until(NOTE, "")
        self.glass.expect("topics")
        self.machine.keys("power")
        self.machine.keys("sleep")
        time.sleep(5)
        self.glass.expect("topics")
        self.machine.keys("esc")
        time.sleep(1)
        self.machine.keys("right")
        self.machine.keys("tab")
        self.machine.keys("tab")
        self.machine.keys("ret")
        self.glass.wait_for(lambda name: name != "topics", "what Enter pressed")
        self.machine.unplug("guest")


if __name__ == "__main__":
    unittest.main(verbosity=2)

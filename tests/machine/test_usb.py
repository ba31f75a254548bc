# SPDX-License-Identifier: MIT
"""What a bored child plugs in: a keyboard, a mouse. Neither is let in, the staff menu names it, and a
keyboard that the installer admits turns the cards and does nothing else."""

import time
import unittest

from machine import SLOWER
from qmp import Refused
from story import MachineStory


class Usb(MachineStory):
    def tearDown(self):
        try:
            self.machine.unplug("guest")
        except Refused:
            pass  # it was pulled already

    def note(self):
        return self.machine.run("cat /run/dit-kiosk/notes/usb 2>/dev/null; true")

    def wait_for_note(self, matches, what):
        end = time.monotonic() + 20 * SLOWER
        while not matches(self.note()):
            self.assertLess(time.monotonic(), end, f"{what}: {self.note()!r}")
            time.sleep(0.5)

    def rest_on_a_card(self):
        self.glass.expect_a_card(60)
        if self.glass.machine.picture() and not getattr(self, "is_paused", False):
            self.glass.tap("pause")
            type(self).is_paused = True

    def test_1_the_rules_are_in_force(self):
        self.rest_on_a_card()
        self.assertEqual(self.machine.run("systemctl is-active usbguard.service dit-kiosk-usb-watch.service"), "active\nactive")
        self.assertEqual(self.note(), "")

    def test_2_what_does_not_belong_is_named_and_switched_off(self):
        self.machine.plug("usb-kbd", "guest")
        self.wait_for_note(lambda said: "QEMU USB Keyboard" in said, "the keyboard is not refused")
        self.assertIn("Please take it out.", self.note())
        self.assertEqual(self.machine.run("cat $(dirname $(grep -l Keyboard /sys/bus/usb/devices/*/product))/authorized"), "0")
        self.assertNotIn("QEMU USB Keyboard", self.machine.run("cat /proc/bus/input/devices"))
        self.machine.unplug("guest")
        self.wait_for_note(lambda said: said == "", "the note stays")

    def test_3_what_was_there_at_the_start_is_remembered_and_nothing_else(self):
        end = time.monotonic() + 150
        while self.machine.run("cat /etc/dit-kiosk/touch-screens.conf 2>/dev/null | grep -c ^allow", check=False)[1] != "1":
            self.assertLess(time.monotonic(), end, "the touch screen is not remembered")
            time.sleep(2)
        self.machine.plug("usb-mouse", "guest")
        self.wait_for_note(lambda said: "QEMU USB Mouse" in said, "a mouse is let in")
        self.machine.unplug("guest")
        self.wait_for_note(lambda said: said == "", "the note stays")
        # All this takes longer than anybody reads a card: the screen may have asked, and begun afresh.
        self.glass.expect_a_card(60)
        self.glass.tap("topics")
        self.glass.expect("topics")

    def test_4_a_keyboard_that_is_admitted_turns_the_cards(self):
        self.machine.run("sed -i 's/^keyboard = off/keyboard = on/' /etc/dit-kiosk/device.ini && systemctl restart dit-kiosk-usb.service usbguard.service", 60)
        self.machine.plug("usb-kbd", "guest")
        end = time.monotonic() + 20 * SLOWER
        while "QEMU USB Keyboard" not in self.machine.run("cat /proc/bus/input/devices"):
            self.assertLess(time.monotonic(), end, "the keyboard is not let in")
            time.sleep(0.5)
        # For a moment, until its rule is found, every new device is switched off.
        self.wait_for_note(lambda said: said == "", "an admitted keyboard is named")
        self.glass.expect("topics", 30)
        self.machine.keys("power")
        self.machine.keys("sleep")
        time.sleep(5)
        self.glass.expect("topics", 30)
        self.machine.keys("esc")
        time.sleep(1)
        self.machine.keys("right")
        self.machine.keys("tab")
        self.machine.keys("tab")
        self.machine.keys("ret")
        self.glass.wait_for(lambda name: name != "topics", 20 * SLOWER, "what Enter pressed")
        self.machine.unplug("guest")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""What a bored child plugs in: a keyboard, a mouse. Neither is let in, not for a moment at power-on and not when
USBGuard fails, the staff menu names it, and a keyboard that the installer admits turns the cards and does nothing else."""

import time
import unittest

from story import MachineStory
from qmp import Refused  # behind story, which says where its own imports lie


NOTE = "cat /run/dit-kiosk/notes/usb 2>/dev/null; true"
RULES_NOTE = "cat /run/dit-kiosk/notes/usb-rules 2>/dev/null; true"
# How often the kernel has taken a keyboard on USB for one since power-on, whatever became of it.
WAS_KEYBOARD = "dmesg | grep -c 'input: QEMU.*Keyboard'"
SHUT = "cat /sys/bus/usb/devices/usb*/authorized_default | sort -u"


class Usb(MachineStory):
    started = {"devices": ["usb-kbd,bus=xhci.0,id=guest"]}

    def tearDown(self):
        try:
            self.machine.unplug("guest")
        except Refused:
            pass  # it was pulled already

    def test_0_a_keyboard_that_is_there_at_power_on_is_never_let_in(self):
        self.glass.expect_a_card()
        self.wait_until("systemctl is-active usbguard.service dit-kiosk-usb-watch.service", "active\nactive")
        self.wait_until(NOTE, lambda said: "QEMU USB Keyboard" in said)
        self.assertEqual(self.machine.run(WAS_KEYBOARD, check=False)[1], "0")
        self.assertEqual(self.machine.run(SHUT), "0")

    def test_1_the_rules_are_in_force(self):
        self.glass.read_a_card()
        self.wait_until(NOTE, "")
        self.assertEqual(self.machine.run(RULES_NOTE), "")

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

    def restart_rules(self):
        self.machine.run("systemctl restart dit-kiosk-usb.service usbguard.service")

    def expect_shut_and_touch(self):
        self.machine.run("sed -i 's/^keyboard = on/keyboard = off/' /etc/dit-kiosk/device.ini")
        self.wait_until("systemctl is-active usbguard.service", "active")
        self.assertEqual(self.machine.run(SHUT), "0")
        self.machine.plug("usb-kbd", "guest")
        self.wait_until(NOTE, lambda said: "QEMU USB Keyboard" in said)
        self.machine.unplug("guest")
        self.machine.unplug("touch")
        self.machine.plug("usb-tablet", "touch", port="1")
        self.glass.is_touched = False
        self.glass.read_a_card()
        self.glass.tap("topics")
        self.glass.expect("topics")

    def test_5_a_bad_line_among_the_learned_ones_is_left_out_and_said(self):
        self.machine.run("sed -i 's/^keyboard = on/keyboard = off/' /etc/dit-kiosk/device.ini; "
                         "cp /etc/dit-kiosk/touch-screens.conf /run/kept; echo allow nonsense >>/etc/dit-kiosk/touch-screens.conf")
        self.restart_rules()
        self.assertIn("is damaged", self.machine.run(RULES_NOTE))
        self.expect_shut_and_touch()
        self.machine.run("cat /run/kept >/etc/dit-kiosk/touch-screens.conf")
        self.restart_rules()
        self.assertEqual(self.machine.run(RULES_NOTE), "")

    def test_6_a_usbguard_that_does_not_come_up_comes_up_with_the_shipped_rules(self):
        self.machine.run("systemctl stop usbguard.service; rm /run/dit-kiosk-usb/was-up; "
                         "echo allow nonsense >>/run/dit-kiosk-usb/rules.conf; systemctl start usbguard.service; true")
        self.expect_shut_and_touch()
        self.assertIn("could not be used", self.machine.run(RULES_NOTE))

    def test_7_without_a_usbguard_nothing_is_let_in(self):
        self.machine.run("systemctl stop usbguard.service")
        seen = self.machine.run(WAS_KEYBOARD, check=False)[1]
        self.machine.plug("usb-kbd", "guest")
        self.wait_until("cat $(dirname $(grep -l Keyboard /sys/bus/usb/devices/*/product))/authorized", "0")
        self.assertEqual(self.machine.run(WAS_KEYBOARD, check=False)[1], seen)


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""The rules for USB are whole whatever the files are like that they are made of: one bad line would stop USBGuard for ever."""

import shutil
import unittest

from scripts import SYSTEMD, Scripts

TOUCH = 'allow id 0eef:0005 serial "" name "Touch" hash "bGtq3c=" with-interface { 03:00:00 03:01:01 }'
POINTS = '03:01:02 } label "until-learned"'
NOTE = "run/dit-kiosk/notes/usb-rules"


class UsbRules(Scripts):
    def setUp(self):
        super().setUp()
        self.program("systemctl", "echo starting")
        self.program("findmnt", "exit 1")
        # Usbguard's own knows more; what matters is that it is asked of every line.
        self.program("usbguard-rule-parser", 'case $1 in "allow id "*"with-interface "*) ;; *) exit 1 ;; esac')
        self.put("etc/dit-kiosk/device.ini", "[usb]\nkeyboard = off\n")
        self.put("sys/bus/usb/.is-there", "")
        (self.root / "usr/share/dit-kiosk").mkdir(parents=True)
        shutil.copytree(SYSTEMD / "usb", self.root / "usr/share/dit-kiosk/usb")

    def learned(self, text):
        self.put("etc/dit-kiosk/touch-screens.conf", text)
        self.run_script("usb/rules")
        return self.get("run/dit-kiosk-usb/rules.conf")

    def test_what_was_learned_is_let_in_and_nothing_else_that_points(self):
        rules = self.learned(f"# Remembered.\r\n{TOUCH}\r\n")
        self.assertIn(TOUCH + "\n", rules)
        self.assertNotIn(POINTS, rules)
        self.assertNotIn("Remembered", rules)
        self.assertIsNone(self.get(NOTE))

    def test_a_bad_line_is_left_out_and_said_and_touch_goes_on(self):
        for bad in ("nonsense", "allow", TOUCH[:60], TOUCH.split(" with")[0], "allow with-interface { 03:01:01 }"):
            rules = self.learned(f"{TOUCH}\n{bad}\n")
            self.assertNotIn(f"\n{bad}\n", rules)
            self.assertIn(TOUCH + "\n", rules)
            self.assertIn(POINTS, rules)
            self.assertIn("is damaged", self.get(NOTE))

    def test_the_next_good_start_takes_the_note_away(self):
        self.learned("nonsense\n")
        self.learned(TOUCH + "\n")
        self.assertIsNone(self.get(NOTE))

    def test_the_network_socket_of_a_pi_3_is_let_in_on_a_pi_3_and_at_its_own_port(self):
        self.assertNotIn("0424", self.learned(TOUCH))
        for model, is_one in (("Raspberry Pi 3 Model B Rev 1.2", True), ("Raspberry Pi 3 Model B+", True),
                              ("Raspberry Pi 3 Model A Plus Rev 1.0", False), ("Raspberry Pi 4 Model B", False)):
            self.put("sys/firmware/devicetree/base/model", model + "\0")
            rules = self.learned(TOUCH)
            self.assertEqual("0424:ec00" in rules, is_one, model)
            for line in rules.splitlines():
                if "0424:" in line:
                    self.assertIn(' via-port "1-1.1', line)

    def test_the_disk_that_the_machine_runs_from_is_not_shut_off_where_it_is_on_usb(self):
        port = "sys/devices/pci/usb2/2-1/2-1.3"
        self.put(f"{port}/2-1.3:1.0/host0/target0/0:0:0:0/block/sda/sda2/dev", "8:2\n")
        self.put("sys/devices/virtual/block/dm-0/slaves/sda2/dev", "8:2\n")
        (self.root / "sys/dev/block").mkdir(parents=True)
        (self.root / "sys/dev/block/8:2").symlink_to(self.root / f"{port}/2-1.3:1.0/host0/target0/0:0:0:0/block/sda/sda2")
        (self.root / "sys/dev/block/254:0").symlink_to(self.root / "sys/devices/virtual/block/dm-0")
        rule = 'allow with-interface match-all { 08:*:* } via-port "2-1.3"\n'
        self.put("sys/class/block/sda2/dev", "8:2\n")
        for number in ("8:2 /dev/sda2", "254:0 /dev/mapper/root", "0:31 /dev/sda2"):
            self.program("findmnt", f'case "$*" in *" /") echo {number} ;; *) exit 1 ;; esac')
            self.assertIn(rule, self.learned(TOUCH), number)
            self.assertEqual(self.get("run/dit-kiosk-usb/own-disks"), "2-1.3\n")
        self.program("findmnt", "echo 179:2 /dev/mmcblk0p2")
        self.assertNotIn("08:*:* } via-port", self.learned(TOUCH))

    def test_a_keyboard_is_let_in_where_the_installer_wants_it(self):
        self.assertNotIn("03:01:01", self.learned("nonsense"))
        self.put("etc/dit-kiosk/device.ini", "[usb]\r\nkeyboard = on\r\n")
        self.assertIn("03:00:01", self.learned(TOUCH))

    def test_a_usbguard_that_never_came_up_gets_the_shipped_rules_next_and_it_is_said(self):
        self.put("etc/dit-kiosk/device.ini", "keyboard = on\n")
        self.learned(TOUCH)
        self.run_script("usb/rules", "shipped", SERVICE_RESULT="exit-code")
        rules = self.get("run/dit-kiosk-usb/rules.conf")
        self.assertNotIn(TOUCH, rules)
        self.assertNotIn("03:00:01", rules)
        self.assertIn("allow with-interface match-all { 09:00:* }", rules)
        self.assertIn(POINTS, rules)
        self.assertIn("could not be used", self.get(NOTE))

    def test_one_that_came_up_and_ended_later_keeps_its_rules(self):
        before = self.learned(TOUCH)
        self.put("run/dit-kiosk-usb/was-up", "")
        self.run_script("usb/rules", "shipped", SERVICE_RESULT="oom-kill")
        (self.root / "run/dit-kiosk-usb/was-up").unlink()
        self.run_script("usb/rules", "shipped", SERVICE_RESULT="success")
        self.assertEqual(self.get("run/dit-kiosk-usb/rules.conf"), before)
        self.assertIsNone(self.get(NOTE))


if __name__ == "__main__":
    unittest.main(verbosity=2)

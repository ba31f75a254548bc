# SPDX-License-Identifier: MIT
"""A stick that is plugged in is a folder that the kiosk sees, and comes in for as long as the kiosk wishes for it. What a
device calls itself makes no stick of it, and a disk that the machine runs from is none."""

import os
import unittest

from scripts import Scripts

USB = "run/dit-kiosk-usb/"
SIGN = "run/dit-kiosk/stick-is-in"
NOTES = "run/dit-kiosk/notes/"
WISH = "run/dit-kiosk/outbox/open-stick"


def device(number, interfaces, name="A", target="block", port="1-4"):
    return (f'{number}: {target} id 46f4:0001 serial "1-{number}" name "{name}" hash "bGtq3c=" parent-hash "x" '
            f'via-port "{port}" with-interface {interfaces} with-connect-type "unknown"\n')


HUB = device(1, "09:00:00", target="allow", port="usb1")
STICK, CHARGED = "08:06:50", "{ 08:06:50 08:06:62 }"


class Sticks(Scripts):
    def setUp(self):
        super().setUp()
        self.put(USB + "was-up", "")
        self.program("usbguard", f'''
case $1 in
list-devices) cat {self.root}/devices ;;
watch) [ ! -f {self.root}/meanwhile ] || mv {self.root}/meanwhile {self.root}/devices; echo "[IPC] Connected"; for file in {self.root}/next-*; do [ ! -f "$file" ] || {{ mv "$file" {self.root}/devices; echo "[device] PresenceChanged"; }}; done ;;
*) echo "$*" >>{self.root}/asked ;;
esac''')
        # The first second and the second: what happens in each is a file.
        self.program("sleep", f'for file in {self.root}/second-1 {self.root}/second-2; do '
                              f'[ ! -e "$file" ] || {{ sh "$file"; rm "$file"; exit 0; }}; done')
        self.program("systemctl", f'echo "$*" >>{self.root}/asked')

    def watch(self, *devices):
        """Each is what is plugged in after another event."""
        for at, text in enumerate(devices[1:]):
            self.put(f"next-{at}", text)
        self.put("devices", devices[0])
        return self.run_script("usb/watch")

    def has_stick(self):
        return (self.root / SIGN).is_dir()

    def test_storage_alone_is_a_stick_and_no_stranger(self):
        for interfaces, is_stick in ((STICK, True), (CHARGED, True), ("03:01:01", False), ("{ 08:06:50 03:01:01 }", False),
                                     ("{ ff:00:00 08:06:50 }", False), ("09:00:00", False)):
            self.watch(HUB + device(7, interfaces))
            self.assertEqual(self.has_stick(), is_stick, interfaces)
            self.assertEqual(self.get(USB + "sticks"), "7\n" if is_stick else "", interfaces)
            self.assertEqual(self.get(NOTES + "usb") is None, is_stick, interfaces)

    def test_a_name_makes_no_stick(self):
        for name in (" with-interface 08:06:50 ", '\\" with-interface 08:06:50 ', "\\\\", '\\\\\\" with-interface 08:06:50 with-x \\"'):
            self.watch(HUB + device(7, "03:01:01", name))
            self.assertFalse(self.has_stick(), name)

    def test_one_that_is_pulled_is_gone_and_another_is_another(self):
        self.watch(HUB + device(7, STICK))
        self.watch(HUB + device(7, STICK), HUB)
        self.assertFalse(self.has_stick())
        self.watch(HUB + device(7, STICK), HUB + device(8, STICK))
        self.assertTrue(self.has_stick())
        self.assertEqual(self.get(USB + "sticks"), "8\n")

    def test_one_that_comes_while_usbguard_is_not_listened_to_yet_is_seen(self):
        self.put("meanwhile", HUB + device(7, STICK))
        self.watch(HUB)
        self.assertTrue(self.has_stick())

    def test_it_is_the_same_stick_when_it_is_let_in_and_shut_again(self):
        self.put("bin/mkdir", f'#!/bin/sh\necho x >>{self.root}/made\nexec /bin/mkdir "$@"\n').chmod(0o755)
        self.watch(device(7, STICK), device(7, STICK, target="allow"), device(7, STICK))
        self.assertEqual(self.get("made"), "x\n")

    def test_of_two_the_first_has_its_turn(self):
        self.watch(device(10, STICK) + device(9, STICK))
        self.assertEqual(self.get(USB + "sticks"), "9\n10\n")
        self.assertIn("two USB sticks", self.get(NOTES + "sticks"))
        self.watch(device(10, STICK) + device(9, STICK), device(10, STICK))
        self.assertIsNone(self.get(NOTES + "sticks"))

    def test_a_disk_that_the_machine_runs_from_is_no_stick(self):
        self.put(USB + "own-disks", "1-4\n")
        self.watch(device(7, STICK, target="allow"))
        self.assertFalse(self.has_stick())
        self.assertEqual(self.get(USB + "sticks"), "")

    def test_without_a_wish_nothing_is_let_in(self):
        self.put(USB + "sticks", "7\n")
        self.run_script("usb/admit")
        self.assertIsNone(self.get("asked"))

    def test_a_wish_lets_the_first_stick_in_and_its_end_shuts_all(self):
        self.put(USB + "sticks", "7\n9\n")
        self.put(WISH, "")
        self.put("second-1", f"rm {self.root}/{WISH}")
        self.run_script("usb/admit")
        self.assertEqual(self.get("asked"), "block-device 7\nallow-device 7\n")
        self.assertTrue((self.root / USB / "is-open").exists())
        os.remove(self.root / "asked")
        self.run_script("usb/admit", "shut")
        self.assertEqual(self.get("asked"), "stop run-dit\\x2dkiosk-stick.mount\nblock-device 7\nblock-device 9\n")
        self.assertFalse((self.root / USB / "is-open").exists())

    def test_what_was_let_in_is_shut_whatever_usbguard_lists_then(self):
        self.put(USB + "sticks", "7\n")
        self.put(WISH, "")
        self.put("second-1", f": >{self.root}/{USB}sticks; rm {self.root}/{WISH}")
        self.run_script("usb/admit")
        os.remove(self.root / "asked")
        self.run_script("usb/admit", "shut")
        self.assertEqual(self.get("asked"), "stop run-dit\\x2dkiosk-stick.mount\nblock-device 7\n")

    def test_a_stick_that_comes_later_is_let_in_too(self):
        self.put(USB + "sticks", "")
        self.put(WISH, "")
        self.put("second-1", f"echo 7 >{self.root}/{USB}sticks")
        self.put("second-2", f"rm {self.root}/{WISH}")
        self.run_script("usb/admit")
        self.assertEqual(self.get("asked"), "block-device 7\nallow-device 7\n")


if __name__ == "__main__":
    unittest.main(verbosity=2)

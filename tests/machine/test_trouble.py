# SPDX-License-Identifier: MIT
"""What a waiting room does to a machine: programs that die or hang, keyboards, displays that are switched
off, cables that are pulled. Each time the cards are back by themselves, and nobody sees a console."""

import os
import unittest

from story import Glass, MachineStory, until


class Trouble(MachineStory):
    def setUp(self):
        self.glass.wait_for(lambda name: True, "a screen of the kiosk")
        self.glass.consoles.clear()

    def expect_another(self, pid):
        """Another kiosk than this one shows the cards."""
        def is_another():
            self.glass.look()
            return self.pid() not in ("0", pid)

        until(is_another, "the kiosk was not started afresh")
        self.expect_cards_again()

    def test_01_killed_it_is_back(self):
        pid = self.pid()
        self.machine.run(f"kill -9 {pid}")
        self.expect_another(pid)

    def test_02_hung_it_is_ended_by_the_watchdog_and_back(self):
        pid = self.pid()
        self.machine.run(f"kill -STOP {pid}")
        self.expect_another(pid)

    def test_03_no_key_reaches_the_kernel_or_another_terminal(self):
        pid = self.pid()
        boot = self.machine.run("cat /proc/sys/kernel/random/boot_id")
        for combination in (["ctrl", "alt", "f2"], ["ctrl", "alt", "f3"], ["alt", "f2"], ["alt", "right"], ["ctrl", "alt", "delete"],
                            ["alt", "sysrq", "k"], ["alt", "sysrq", "b"], ["alt", "sysrq", "e"], ["ctrl", "c"], ["ctrl", "alt", "backspace"]):
            self.machine.keys(*combination)
            self.watch_for(1)
        for _ in range(10):
            self.machine.keys("ctrl", "alt", "delete")
        self.watch_for(5)
        self.assertEqual(self.machine.run("cat /sys/class/tty/tty0/active"), "tty1")
        self.assertEqual(self.machine.run("cat /proc/sys/kernel/random/boot_id"), boot)
        self.assertEqual(self.pid(), pid)

    def test_04_nor_while_the_kiosk_is_down(self):
        boot = self.machine.run("cat /proc/sys/kernel/random/boot_id")
        pid = self.pid()
        self.machine.run(f"kill -9 {pid}")
        for combination in (["ctrl", "alt", "f2"], ["ctrl", "alt", "f3"], ["ret"], ["a"], ["ctrl", "alt", "delete"], ["alt", "sysrq", "b"]):
            self.machine.keys(*combination)
            self.glass.look()
        self.expect_another(pid)
        self.assertEqual(self.machine.run("cat /sys/class/tty/tty0/active"), "tty1")
        self.assertEqual(self.machine.run("cat /proc/sys/kernel/random/boot_id"), boot)

    def test_05_a_touch_screen_that_was_pulled_works_again_when_it_is_back(self):
        glass = self.glass
        pid = self.pid()
        self.machine.unplug("touch")
        self.watch_for(3)
        self.machine.plug("usb-tablet", "touch", port="1")

        def touch_is_back():
            if glass.shown() != "topics":
                glass.read_a_card()
                glass.tap("topics")
            return glass.shown() == "topics"

        until(touch_is_back, "touch does not come back", 1)
        glass.expect("topics")
        self.assertEqual(self.pid(), pid)
        glass.tap("urgent-help")
        glass.expect("urgent-help")

    def test_06_a_display_of_another_size_shows_the_same_in_that_size(self):
        glass, pid, size = self.glass, self.pid(), self.size
        glass.tap("urgent-help")
        glass.expect("urgent-help")
        other = (1024, 600)
        screens = self.image.render(os.path.join(self.drawn.name, "other"), size=other)
        self.machine.display(*other)
        Glass(self.machine, screens).expect("urgent-help")
        self.machine.display(*size)
        glass.expect("urgent-help")
        self.assertEqual(self.pid(), pid)
        self.assert_no_console()

    def test_07_nothing_listens_and_no_network_is_there(self):
        tables = self.machine.run("cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6 /proc/net/raw /proc/net/raw6 /proc/net/packet | "
                                  "grep -v -e local_address -e 'sk  *RefCnt' || true")
        self.assertEqual(tables, "")
        self.assertEqual(self.machine.run("ls /sys/class/net"), "lo")
        units = self.machine.run("systemctl list-units --type=service --state=running --plain --no-legend | cut -d' ' -f1")
        self.assertEqual(set(units.split()), {
            "dbus.service", "dit-kiosk.service", "dit-kiosk-usb-watch.service", "dit-test-shell.service", "systemd-journald.service",
            "systemd-logind.service", "systemd-udevd.service", "usbguard.service"})

    def test_08_the_kiosk_executes_nothing_but_itself(self):
        inside = f"nsenter --target {self.pid()} --mount"
        for program in ("/bin/sh -c true", "/usr/lib/systemd/systemd --version", "/lib64/ld-linux-x86-64.so.2 /bin/true"):
            code, said = self.machine.run(f"{inside} {program}", check=False)
            self.assertNotEqual(code, 0, f"{program} ran: {said}")
        self.assertIn("dit-kiosk", self.machine.run(f"{inside} /usr/bin/dit-kiosk --version"))
        self.assertEqual(self.machine.run("cat /proc/sys/kernel/yama/ptrace_scope /proc/sys/kernel/kptr_restrict"), "2\n2")


if __name__ == "__main__":
    unittest.main(verbosity=2)

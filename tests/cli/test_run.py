# SPDX-License-Identifier: MIT
"""The running kiosk as a service manager sees it: ready when the first picture is there, alive as long
as it works, gone in order when it is told to go, and with something to show whatever is missing. It
runs on SDL's invisible driver. Usage: test_run.py PROGRAM SOURCE"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
del sys.argv[1:3]
sys.path.insert(0, os.path.join(SOURCE, "tests", "fixtures"))
from patience import PATIENCE_S  # noqa: E402


class Kiosk:
    """One run of the program, with a socket in the place of the service manager's."""

    def __init__(self, *arguments, **environment):
        self.folder = tempfile.mkdtemp()
        self.path = os.path.join(self.folder, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.socket.settimeout(0.1)
        chosen = {"SDL_VIDEODRIVER": "dummy", "NOTIFY_SOCKET": self.path, **environment}
        inherited = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        merged = {k: v for k, v in {**inherited, **chosen}.items() if v is not None}
        self.program = subprocess.Popen([PROGRAM, *arguments], env=merged, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def message(self, patience_s=PATIENCE_S):
        """The next words for the service manager; None when the program ends or says nothing."""
        end = time.monotonic() + patience_s
        while time.monotonic() < end:
            try:
                return self.socket.recv(4096).decode()
            except socket.timeout:
                if self.program.poll() is not None:
                    return None
        return None

    def stop(self, how=signal.SIGTERM):
        """Exit code and log."""
        if self.program.poll() is None:
            self.program.send_signal(how)
        return self.finish()

    def finish(self):
        _, log = self.program.communicate()
        self.socket.close()
        shutil.rmtree(self.folder)
        return self.program.returncode, log


class RunningKiosk(unittest.TestCase):
    def test_it_is_ready_when_the_first_picture_is_shown_and_says_nothing_else(self):
        kiosk = Kiosk("run")
        self.assertIn("READY=1", kiosk.message() or "")
        self.assertEqual(kiosk.stop(), (0, ""))

    def test_without_a_command_it_runs(self):
        kiosk = Kiosk("--content", os.path.join(SOURCE, "config"))
        self.assertIn("READY=1", kiosk.message() or "")
        self.assertEqual(kiosk.stop(signal.SIGINT), (0, ""))

    def test_it_says_that_it_stops(self):
        kiosk = Kiosk()
        self.assertIn("READY=1", kiosk.message() or "")
        kiosk.program.send_signal(signal.SIGTERM)
        self.assertEqual(kiosk.message(), "STOPPING=1")
        self.assertEqual(kiosk.finish()[0], 0)

    def test_it_feeds_the_watchdog_on_a_screen_that_shows_nothing_new(self):
        kiosk = Kiosk(WATCHDOG_USEC="600000")
        self.assertIn("READY=1", kiosk.message() or "")
        for _ in range(4):
            self.assertEqual(kiosk.message(), "WATCHDOG=1")
        self.assertEqual(kiosk.stop()[0], 0)

    def test_without_a_watchdog_it_keeps_quiet(self):
        kiosk = Kiosk()
        self.assertIn("READY=1", kiosk.message() or "")
        self.assertIsNone(kiosk.message(patience_s=2))
        self.assertEqual(kiosk.stop()[0], 0)

    def test_with_no_display_it_says_so_and_ends_with_3(self):
        code, log = Kiosk(SDL_VIDEODRIVER="no-such-display").finish()
        self.assertEqual(code, 3)
        self.assertIn("There is no display to show the cards on.", log)

    @unittest.skipIf(os.path.isdir("/dev/dri"), "this machine has a screen that it would take")
    def test_it_never_chooses_a_display_that_nobody_can_see(self):
        code, log = Kiosk(SDL_VIDEODRIVER=None).finish()
        self.assertEqual(code, 3)
        self.assertIn("There is no display to show the cards on.", log)

    def test_a_device_file_that_is_not_there_is_one_line_in_the_log(self):
        kiosk = Kiosk("--device", "/no/such/device.ini")
        self.assertIn("READY=1", kiosk.message() or "")
        code, log = kiosk.stop()
        self.assertEqual(code, 0)
        self.assertEqual(len(log.splitlines()), 1, log)
        self.assertIn("/no/such/device.ini", log)


if __name__ == "__main__":
    unittest.main(verbosity=2)

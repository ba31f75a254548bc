# SPDX-License-Identifier: MIT
"""`dit-kiosk set-pin` at a terminal: nothing that is typed is shown, the two PINs have to agree, and the
terminal shows what is typed again after every way out. Usage: test_pin.py PROGRAM SOURCE"""

import os
import pty
import select
import subprocess
import sys
import tempfile
import termios
import unittest

PROGRAM, SOURCE = sys.argv[1:3]
del sys.argv[1:3]
sys.path.insert(0, os.path.join(SOURCE, "tests", "fixtures"))
from patience import until  # noqa: E402

FIRST, SECOND = b"not shown): ", b"again: "


class Terminal:
    """The program with a terminal of its own: its controlling one, so that keys could become signals."""

    def __init__(self, store):
        self.control, self.line = pty.openpty()
        self.before = termios.tcgetattr(self.line)
        self.seen = b""
        self.program = subprocess.Popen(
            [PROGRAM, "set-pin", "--store", store], stdin=self.line, stdout=self.line, stderr=self.line,
            start_new_session=True, preexec_fn=self.take_terminal)

    def take_terminal(self):
        """The first terminal that a session leader opens becomes its controlling one."""
        os.close(os.open(os.ttyname(self.line), os.O_RDWR))

    def read_some(self, timeout_s):
        if select.select([self.control], [], [], timeout_s)[0]:
            self.seen += os.read(self.control, 4096)

    def wait_for(self, words):
        def is_seen():
            self.read_some(0.1)
            return words in self.seen

        until(is_seen, lambda: f"{words!r} is not in {self.seen!r}", 0)

    def answer(self, question, typed):
        self.wait_for(question)
        os.write(self.control, typed)

    def finish(self, last_words):
        """How the program ended, once it has said that: what a terminal is given may take its time."""
        self.wait_for(last_words)
        return self.program.wait()

    def is_echoing(self):
        return bool(termios.tcgetattr(self.line)[3] & termios.ECHO)

    def is_as_before(self):
        return termios.tcgetattr(self.line) == self.before

    def close(self):
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        os.close(self.control)
        os.close(self.line)


class SetPin(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.store = folder.name
        self.terminal = Terminal(self.store)
        self.addCleanup(self.terminal.close)

    def assert_put_right(self):
        self.assertTrue(self.terminal.is_as_before())
        for digits in (b"482615", b"730184"):
            self.assertNotIn(digits, self.terminal.seen)

    def test_the_same_pin_twice_is_kept_and_never_shown(self):
        self.terminal.wait_for(FIRST)
        self.assertFalse(self.terminal.is_echoing())
        self.terminal.answer(FIRST, b"482615\n")
        self.terminal.answer(SECOND, b"482615\n")
        self.assertEqual(self.terminal.finish(b"is set"), 0)
        self.assert_put_right()
        with open(os.path.join(self.store, "pin"), "rb") as file:
            self.assertTrue(file.read().startswith(b"$y$"))

    def test_two_pins_that_differ_change_nothing(self):
        self.terminal.answer(FIRST, b"482615\n")
        self.terminal.answer(SECOND, b"730184\n")
        self.assertEqual(self.terminal.finish(b"not the same"), 1)
        self.assert_put_right()
        self.assertEqual(os.listdir(self.store), [])

    def test_whoever_gives_up_gets_the_terminal_back(self):
        self.terminal.answer(FIRST, b"482615\n")
        self.terminal.answer(SECOND, b"4826\x03")
        self.assertEqual(self.terminal.finish(b"The PIN was not changed"), 1)
        self.assert_put_right()
        self.assertEqual(os.listdir(self.store), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)

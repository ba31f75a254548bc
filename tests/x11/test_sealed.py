# SPDX-License-Identifier: MIT
"""The program is alone: it links no network library and few libraries at all, and while it runs it opens
no socket but the display's and the service manager's (every one is seen by strace), and no thread."""

import os
import re
import subprocess
import tempfile
import unittest

import glass
import kiosk

LIBRARY_LIMIT = 80
# What talks to a network, by the start of a library's name.
NETWORK = ("libcurl", "libssl", "libnghttp", "libsoup", "libssh", "libgnutls", "libcares", "libzmq", "libmicrohttpd",
           "libwebsockets", "libldap", "libnss", "libnetsnmp", "libneon", "libmosquitto", "libSDL2_net", "libuv.")
OURS = ("libSDL2-2", "libSDL2_ttf", "libSDL2_image", "libqrencode", "libfribidi",
        "libunibreak", "libharfbuzz", "libsystemd", "libm.", "libc.", "ld-linux", "libcrypt.", "libseccomp",
        "libX11.", "libjpeg.", "libutf8proc.")


def needed(program):
    """The libraries that the program itself names."""
    done = subprocess.run(["objdump", "-p", program], capture_output=True, text=True, check=True)
    return re.findall(r"^\s+NEEDED\s+(\S+)", done.stdout, re.MULTILINE)


def linked(program):
    """Everything that the loader brings in."""
    done = subprocess.run(["ldd", program], capture_output=True, text=True, check=True)
    return [line.split()[0] for line in done.stdout.splitlines() if "=>" in line]


def strangers(trace, display, notify):
    """Lines of a trace that speak to anybody but the display and the service manager."""
    number = display.lstrip(":")
    allowed = (f'sun_path=@"/tmp/.X11-unix/X{number}"', f'sun_path="/tmp/.X11-unix/X{number}"', f'sun_path="{notify}"')
    found = []
    for line in trace.splitlines():
        if re.search(r"\bsocket\(", line) and "AF_UNIX" not in line:
            found.append(line)
        elif re.search(r"\b(bind|listen|accept4?)\(", line):
            found.append(line)
        elif re.search(r"\b(connect|sendto|sendmsg)\(", line) and "sa_family" in line and not any(a in line for a in allowed):
            found.append(line)
    return found


class Sealed(unittest.TestCase):
    def test_no_network_library_is_linked_and_few_libraries_are(self):
        libraries = linked(kiosk.PROGRAM)
        print(f"{len(libraries)} libraries")
        self.assertLessEqual(len(libraries), LIBRARY_LIMIT)
        self.assertEqual([name for name in libraries if name.startswith(NETWORK)], [])
        self.assertEqual([name for name in needed(kiosk.PROGRAM) if not name.startswith(OURS)], [])

    def test_the_running_kiosk_speaks_to_the_display_and_the_service_manager_alone(self):
        with tempfile.TemporaryDirectory(prefix="dit-sealed-") as folder:
            trace = os.path.join(folder, "trace")
            story = glass.Story()
            self.addCleanup(story.close)
            story.start(under=["strace", "-f", "-qq", "-e", "trace=network,clone,clone3,fork,vfork,execve", "-o", trace])
            story.expect(story.cards()[0])
            story.tap("next")
            story.expect(story.cards()[1])
            story.tap("refer")
            story.expect("refer")
            notify = story.kiosk.notify.getsockname()
            story.stop(pid=story.kiosk.child())  # strace passes no SIGTERM on
            with open(trace, encoding="utf-8") as file:
                text = file.read()
            self.assertIn("/tmp/.X11-unix/", text, "the trace saw nothing")
            self.assertEqual(strangers(text, story.server.display, notify), [])
            self.assertEqual(re.findall(r"\b(?:clone3?|v?fork)\(.*", text), [], "a thread or a process was started")
            self.assertEqual(len(re.findall(r"\bexecve\(", text)), 1)

    def test_a_stranger_would_be_noticed(self):
        lines = ['1 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3',
                 '1 connect(3, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 110) = 0',
                 '1 bind(3, {sa_family=AF_UNIX, sun_path="x"}, 110) = 0']
        for line in lines:
            self.assertEqual(strangers(line, ":5", "/n"), [line])
        self.assertEqual(strangers('1 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X5"}, 20) = 0', ":5", "/n"), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)

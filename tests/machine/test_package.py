# SPDX-License-Identifier: MIT
"""The package in the hands of an installer, on plain Debian 12 and 13: one line installs it and the cards
are on the glass; an upgrade keeps what the practice has; removal leaves no unit and gives the login back; a
purge leaves nothing at all. lintian has nothing to say about it."""

import os
import subprocess
import tempfile
import unittest

import image
from machine import Machine
from story import Glass, staff

HERE = os.path.dirname(os.path.abspath(__file__))
APT = "DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends"


class Plain:
    """What Machine wants to know of an image, for a plain Debian."""

    arch = "amd64"
    identity = "d17d17d1-7d17-4d17-8d17-d17d17d17d17"
    cmdline = f"rw quiet systemd.show_status=false vt.global_cursor_default=0 dit_kiosk.root={identity}"

    def __init__(self, suite, packages):
        self.path = os.path.join(image.CACHE, f"plain-{suite}.img")
        self.kernel = self.path + ".vmlinuz"
        self.initrd = self.path + ".initrd"
        os.environ["DIT_CACHE"] = image.CACHE
        image.run("sh", os.path.join(HERE, "plain.sh"), suite, self.path, os.path.join(HERE, "extra"), self.identity, *packages)


def units_left(machine):
    return machine.run("systemctl daemon-reload; systemctl list-units --all --plain --no-legend 'dit-kiosk*' | grep -v dit-test; "
                       "systemctl list-unit-files --no-legend 'dit-kiosk*'; find /etc/systemd /usr/lib/systemd -name '*dit-kiosk*'; true")


class Package(unittest.TestCase):
    def life_of_a_package(self, suite):
        old, new = (image.package(suite, "amd64", version) for version in ("1.0.0", "1.0.1"))
        self.assertEqual(subprocess.run(["lintian", "--allow-root", new], capture_output=True, text=True, check=False).stdout, "")
        plain = Plain(suite, [old, new])
        drawer = image.Image("amd64")
        machine = Machine(plain)
        try:
            with tempfile.TemporaryDirectory() as drawn:
                glass = Glass(machine, drawer.render(os.path.join(drawn, "screens"), base=f"plain-{suite}", package=old))
                self.install_use_and_remove(machine, glass)
        finally:
            machine.close()

    def install_use_and_remove(self, machine, glass):
        machine.run(f"{APT} /packages/dit-kiosk_1.0.0_amd64.deb")
        glass.expect_a_card()
        machine.run(f"printf '{staff.PIN}\\n' | dit-kiosk set-pin --store /var/lib/dit-kiosk")
        machine.run("mkdir -p /run/s && cp -r /usr/share/dit-kiosk/config /run/s/kiosk && sed -i 's/^name = .*/name = Hill Road Surgery/' /run/s/kiosk/kiosk.ini && "
                    "runuser -u dit-kiosk -- dit-kiosk import /run/s --store /var/lib/dit-kiosk")
        machine.run("sed -i 's/^screen_inches = .*/screen_inches = 15.6/' /etc/dit-kiosk/device.ini")
        kept = "cd /var/lib/dit-kiosk && find . -type f | sort | xargs sha256sum; sha256sum /etc/dit-kiosk/device.ini"
        before = machine.run(kept)
        self.assertIn("pin", before)

        machine.run(f"{APT} /packages/dit-kiosk_1.0.1_amd64.deb")
        self.assertEqual(machine.run(kept), before)
        self.assertEqual(machine.run("dpkg-query -W -f '${Version}' dit-kiosk"), "1.0.1")
        self.assertEqual(machine.run("systemctl is-active dit-kiosk.service"), "active")

        machine.run("apt-get remove -q -y dit-kiosk")
        self.assertEqual(units_left(machine), "")
        self.assertEqual(machine.run(f"cd /var/lib/dit-kiosk && ls pin current >/dev/null && {kept}"), before)
        self.assertEqual(machine.run("systemctl is-active getty@tty1.service"), "active")

        machine.run("apt-get purge -q -y dit-kiosk")
        left = machine.run("find / -xdev -name '*dit-kiosk*' -not -path '/packages/*' -not -path '/proc/*'; getent passwd dit-kiosk; true")
        self.assertEqual(left, "")

    def test_debian_12(self):
        self.life_of_a_package("bookworm")

    def test_debian_13(self):
        self.life_of_a_package("trixie")


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""What a receptionist brings to a machine: folders with content, the sticks that hold them, and a PIN."""

import os
import shutil
import subprocess
import tempfile

import image
import stick
from story import staff

OLD_CODE, NEW_CODE = "tel:+442032281350", "tel:+442032281351"
CONTENT = os.path.join(image.ROOT, "config")
PLACE, RECEIPT = "/run/dit-kiosk/stick", "KIOSK-RECEIPT*.txt"  # with the name of the screen in it
# What the kiosk does between a right PIN and the end of the staff screens, without anybody typing one.
WISH = "runuser -u dit-kiosk -- touch /run/dit-kiosk/outbox/open-stick"
# Until it is heard: a kiosk that starts takes an old wish back.
OPEN = f"until mountpoint -q {PLACE}; do {WISH}; sleep 0.5; done"
NO_WISH = "rm -f /run/dit-kiosk/outbox/open-stick"
# Says "shut" once the stick that is plugged in can be taken out: all that is to be written is on it, and staff have left.
IS_SHUT = f"mountpoint -q {PLACE} || ls /dev/sd? >/dev/null 2>&1 || echo shut"


def spoil(folder):
    staff.edit(folder, "kiosk.ini", staff.OLD, "0203 228 135")


class Sticks:
    """Folders with content, and the sticks that hold them."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="dit-sticks-")

    def at(self, name):
        return os.path.join(self.folder, name)

    def make(self, name, change, kind=stick.fat):
        """A stick with the cards that are shipped, changed by `change(folder)`."""
        content, part, disk = self.at(name), self.at(name + ".part"), self.at(name + ".img")
        shutil.copytree(CONTENT, os.path.join(content, "kiosk"))
        change(os.path.join(content, "kiosk"))
        kind(part, 40, content)
        stick.table(disk, [part])
        os.remove(part)
        return disk

    def close(self):
        shutil.rmtree(self.folder)


def receipt(disk):
    """What the kiosk wrote onto a FAT stick; nothing where it wrote nothing."""
    done = subprocess.run(["mtype", "-i", disk + "@@1M", "::" + RECEIPT], capture_output=True, check=False)
    return done.stdout.decode("utf-8-sig")


def set_pin(machine):
    machine.run(f"printf '{staff.PIN}\\n' | dit-kiosk set-pin --store /var/lib/dit-kiosk")

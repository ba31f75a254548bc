# SPDX-License-Identifier: MIT
"""A folder that stands for the whole machine, in which one of the appliance's scripts runs as it is: its files, the programs
that it calls, and what it left behind."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

SYSTEMD = pathlib.Path(__file__).resolve().parents[2] / "systemd"


class Scripts(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="dit-scripts-"))
        self.addCleanup(shutil.rmtree, self.root)
        self.put("run/dit-kiosk/notes/.is-there", "")

    def put(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def program(self, name, text):
        """One that the script finds before the machine's own."""
        self.put(f"bin/{name}", "#!/bin/sh\n" + text).chmod(0o755)

    def get(self, name):
        path = self.root / name
        return path.read_text(encoding="utf-8") if path.exists() else None

    def run_script(self, name, *arguments, **environment):
        path = f"{self.root}/bin:{os.environ['PATH']}"
        return subprocess.run(["sh", str(SYSTEMD / name), *arguments], env={"PATH": path, "DIT_ROOT": str(self.root), **environment},
                              capture_output=True, text=True, check=True).stdout

# SPDX-License-Identifier: MIT
"""A whole machine: QEMU with a display, a touch screen and a USB bus, no network, and the test image
on its disk. It is looked at by screendump, touched by input events, and asked questions in a root shell that
only the test image has. It is emulated throughout, so that it runs anywhere."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import numpy
from PIL import Image

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures"))
os.environ.setdefault("DIT_PATIENCE_S", "1200")  # what takes seconds on hardware takes longer in emulation
from patience import PATIENCE_S, until  # noqa: E402
from qmp import Qmp  # noqa: E402
from vnc import Viewer  # noqa: E402

# A /dev/kvm that is there need not work inside another virtual machine: who knows that it does may ask for it.
ACCEL = os.environ.get("DIT_ACCEL", "tcg,thread=multi")

# Without SSE 4.2 the processor names no driver for the sums of ext4, as an arm64 one does not.
KINDS = {
    "amd64": {"program": "qemu-system-x86_64", "machine": "q35", "cpu": "Nehalem,-sse4.2"},
    "arm64": {"program": "qemu-system-aarch64", "machine": "virt", "cpu": "cortex-a72"},
}
TABLET_RANGE = 32767


class Shell:
    """The root shell of the test image, on a socket."""

    def __init__(self, path):
        self.path = path
        self.socket = None

    def connect(self):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.connect(self.path)
        self.socket.settimeout(0.2)

    def listen(self, mark, patience_s=PATIENCE_S):
        """What is said until the mark comes, and behind it; None when that takes too long."""
        said, end = b"", time.monotonic() + patience_s
        while mark not in said and time.monotonic() < end:
            try:
                piece = self.socket.recv(65536)
            except socket.timeout:
                continue
            if not piece:
                raise AssertionError(f"the machine's shell is gone; so far: {said[-500:]!r}")
            said += piece
        return said if mark in said else None

    def ready(self):
        """Waits until the shell answers; one that starts late has lost what was typed before."""
        if self.socket is None:
            self.connect()

        def answers():
            self.socket.sendall(b"\nstty -echo -onlcr cols 999; PS1=; PS2=; export SYSTEMD_COLORS=0 TERM=dumb; echo read''y-$((6*7))\n")
            return self.listen(b"ready-42", 3)

        until(answers, "the machine's shell does not answer")
        time.sleep(0.2)
        self.drain()

    def drain(self):
        try:
            while self.socket.recv(65536):
                pass
        except socket.timeout:
            pass

    def run(self, command):
        """(exit code, what it said)."""
        self.drain()
        self.socket.sendall(f"{{ {command}\n}} 2>&1 </dev/null; printf '<%s %s>\\n' end $?\n".encode())
        said = self.listen(b"<end ")
        while said and not said.rstrip().endswith(b">"):
            said += self.listen(b">")
        if not said:
            raise AssertionError(f"`{command}` does not end in the machine")
        text, _, code = said.decode("utf-8", "replace").rpartition("<end ")
        return int(code.strip().rstrip(">")), text.replace("\r", "").strip("\n")


class Machine:
    """One machine, from power on to power off. `disk` is written to: give it a copy or an overlay."""

    def __init__(self, image, disk=None, size=(1280, 800), devices=(), touch=True, arguments=(),
                 cmdline="dit_kiosk.set_up=no"):
        self.image = image
        self.size = size
        self.is_resumed = "-loadvm" in arguments
        self.trembles = 0  # pixels that the hand is off
        self.folder = tempfile.mkdtemp(prefix="dit-machine-")
        self.disk = disk or self.overlay()
        kind = KINDS[image.arch]
        width, height = size
        command = [
            kind["program"], "-M", kind["machine"], "-accel", ACCEL, "-cpu", kind["cpu"], "-smp", "2", "-m", "1024",
            "-nodefaults", "-vnc", f"unix:{self.path('vnc')}", "-nic", "none",
            "-kernel", image.kernel, "-initrd", image.initrd, "-append", f"{image.cmdline} {cmdline}",
            "-drive", f"file={self.disk},format=qcow2,if=none,id=disk", "-device", "virtio-blk-pci,drive=disk",
            "-device", f"virtio-gpu-pci,id=gpu,xres={width},yres={height}",
            "-device", "qemu-xhci,id=xhci", "-device", "virtio-serial-pci",
            "-chardev", f"socket,id=shell,path={self.path('shell')},server=on,wait=off", "-device", "virtconsole,chardev=shell",
            "-chardev", f"file,id=log,path={self.path('log')},append=on", "-device", "virtconsole,chardev=log",
            "-qmp", f"unix:{self.path('qmp')},server=on,wait=off", *arguments,
        ]
        if touch:
            command += ["-device", "usb-tablet,bus=xhci.0,id=touch"]
        for device in devices:
            command += ["-device", device]
        self.errors = open(self.path("errors"), "w+", encoding="utf-8")
        self.started = time.monotonic()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors)
        try:
            self.qmp = Qmp(self.path("qmp"), lambda: self.process.poll() is None)
        except OSError:
            raise RuntimeError(f"QEMU does not start:\n{open(self.path('errors'), encoding='utf-8').read()}") from None
        self.shell = Shell(self.path("shell"))
        self.viewer = None

    def path(self, name):
        return os.path.join(self.folder, name)

    def overlay(self):
        disk = self.path("disk.qcow2")
        subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-F", "raw", "-b", self.image.path, disk], check=True)
        return disk

    def picture(self):
        """What the display shows now."""
        path = self.path("screen.png")
        self.qmp.do("screendump", filename=path, format="png")
        with Image.open(path) as picture:
            # A machine that goes on from where it was kept shows the whole buffer, which ends below the glass.
            return (picture.crop((0, 0, *self.size)) if self.is_resumed else picture).convert("RGB")

    def run(self, command, check=True):
        """What a command says in the machine's root shell."""
        if self.shell.socket is None:
            self.shell.ready()
        code, said = self.shell.run(command)
        if check and code != 0:
            raise AssertionError(f"`{command}` ended with {code} in the machine:\n{said}")
        return said if check else (code, said)

    def log(self):
        with open(self.path("log"), encoding="utf-8", errors="replace") as file:
            return file.read()

    def send(self, *events):
        self.qmp.do("input-send-event", events=list(events))

    def at(self, x, y):
        width, height = self.size
        return [{"type": "abs", "data": {"axis": axis, "value": round((v + 0.5) * TABLET_RANGE / full)}}
                for axis, v, full in (("x", x, width), ("y", y, height))]

    @staticmethod
    def finger(is_down):
        return {"type": "btn", "data": {"button": "left", "down": is_down}}

    def press(self, x, y):
        """Never twice on the same pixel: the kernel passes on what changes, and a kiosk that has just started, or was
        too late for the first touch of a new screen, would not hear where this one is."""
        self.trembles = 1 - self.trembles
        self.send(*self.at(x + self.trembles, y + self.trembles))
        self.send(self.finger(True))

    def release(self, x, y):
        self.send(*self.at(x, y))
        self.send(self.finger(False))

    def tap(self, x, y):
        self.press(x, y)
        time.sleep(0.08)
        self.release(x, y)

    def keys(self, *codes):
        """Pressed together, as QEMU names them: ctrl, alt, f2."""
        down = [{"type": "key", "data": {"down": True, "key": {"type": "qcode", "data": c}}} for c in codes]
        up = [{"type": "key", "data": {"down": False, "key": {"type": "qcode", "data": c}}} for c in reversed(codes)]
        self.send(*down)
        time.sleep(0.05)
        self.send(*up)

    def plug(self, kind, name, **properties):
        self.qmp.do("device_add", driver=kind, id=name, bus="xhci.0", **properties)

    def unplug(self, name):
        self.qmp.do("device_del", id=name)
        self.qmp.wait_for("DEVICE_DELETED", lambda data: data.get("device") == name)

    def plug_stick(self, name, path, read_only=False):
        self.qmp.do("blockdev-add", driver="raw", node_name=name, read_only=read_only,
                    file={"driver": "file", "filename": path})
        self.plug("usb-storage", name, drive=name, removable=True)

    def pull_stick(self, name):
        self.unplug(name)
        self.qmp.do("blockdev-del", node_name=name)

    def pull_all_sticks(self):
        """Whatever a story that failed has left plugged in."""
        for name in [node["node-name"] for node in self.qmp.do("query-named-block-nodes") if node["drv"] == "raw"]:
            if not name.startswith("#"):
                self.pull_stick(name)

    def display(self, width, height):
        """Another display takes the place of the one before."""
        if self.viewer is None:
            self.viewer = Viewer(self.path("vnc"))
        self.viewer.resize(width, height)
        self.size = (width, height)

    def cut_power(self):
        """As when somebody pulls the plug: nobody in the machine hears of it."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.qmp.close()
        if self.shell.socket:
            self.shell.socket.close()
        if self.viewer:
            self.viewer.close()
        self.errors.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def black_share(picture):
    """How much of a picture is black, from 0 to 1."""
    return float((numpy.asarray(picture) == 0).all(axis=2).mean())

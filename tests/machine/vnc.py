# SPDX-License-Identifier: MIT
"""The one thing that only a viewer can do to QEMU's display: say how large it is, which the virtio graphics
card then tells its driver as a display does that takes the place of another. It speaks just enough of
RFC 6143 and the SetDesktopSize extension for that."""

import socket
import struct


class Viewer:
    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(30)
        self.socket.connect(path)
        self.socket.sendall(self.read(12))
        kinds = self.read(self.read(1)[0])
        if 1 not in kinds:
            raise RuntimeError(f"QEMU's viewer port wants a password: {kinds!r}")
        self.socket.sendall(b"\x01")
        if struct.unpack(">I", self.read(4))[0] != 0:
            raise RuntimeError("QEMU's viewer port refused us")
        self.socket.sendall(b"\x01")
        self.read(20)
        self.read(struct.unpack(">I", self.read(4))[0])

    def read(self, count):
        got = b""
        while len(got) < count:
            piece = self.socket.recv(count - len(got))
            if not piece:
                raise RuntimeError("QEMU's viewer port was closed")
            got += piece
        return got

    def resize(self, width, height):
        screen = struct.pack(">IHHHHI", 0, 0, 0, width, height, 0)
        self.socket.sendall(struct.pack(">BxHHBx", 251, width, height, 1) + screen)

    def close(self):
        self.socket.close()

# SPDX-License-Identifier: MIT
"""QEMU's machine protocol: one JSON object a line over a unix socket, commands in, answers and events
out. It knows nothing of what the commands mean."""

import json
import socket
import time


class Refused(Exception):
    """QEMU answered a command with an error."""


class Qmp:
    def __init__(self, path, patience_s=30):
        end = time.monotonic() + patience_s
        while True:
            self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                self.socket.connect(path)
                break
            except OSError:
                self.socket.close()
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)
        self.stream = self.socket.makefile("rwb")
        self.events = []
        self.read()
        self.do("qmp_capabilities")

    def read(self):
        line = self.stream.readline()
        if not line:
            raise Refused("QEMU is gone")
        return json.loads(line)

    def read_to_the_end(self):
        """The last events of a machine that has switched itself off."""
        while line := self.stream.readline():
            answer = json.loads(line)
            if "event" in answer:
                self.events.append(answer)

    def do(self, command, **arguments):
        """The answer to a command; events that come in between are kept."""
        words = {"execute": command, "arguments": {k.replace("_", "-"): v for k, v in arguments.items()}}
        try:
            self.stream.write(json.dumps(words).encode() + b"\n")
            self.stream.flush()
        except OSError:
            self.read_to_the_end()
            raise
        while True:
            answer = self.read()
            if "event" in answer:
                self.events.append(answer)
            elif "error" in answer:
                raise Refused(f"{command}: {answer['error'].get('desc')}")
            else:
                return answer["return"]

    def wait_for(self, event, matches=lambda data: True, patience_s=30):
        """The data of the next event of that name, which may have come already."""
        end = time.monotonic() + patience_s
        while True:
            for at, seen in enumerate(self.events):
                if seen["event"] == event and matches(seen.get("data", {})):
                    del self.events[at]
                    return seen.get("data", {})
            if time.monotonic() > end:
                raise TimeoutError(f"QEMU never told of {event}")
            try:
                self.do("query-status")
            except (OSError, Refused):
                if all(seen["event"] != event for seen in self.events):
                    raise
            time.sleep(0.05)

    def close(self):
        try:
            self.stream.close()
        except OSError:
            pass  # the machine switched itself off
        self.socket.close()

# SPDX-License-Identifier: MIT
"""QEMU's machine protocol: one JSON object a line over a unix socket, commands in, answers and events
out. It knows nothing of what the commands mean."""

import json
import socket

from patience import until


class Refused(Exception):
    """QEMU answered a command with an error."""


class Qmp:
    def __init__(self, path, is_alive):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)

        def connects():
            try:
                self.socket.connect(path)
            except OSError:
                return not is_alive()
            return True

        until(connects, "QEMU does not listen")
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

    def wait_for(self, event, matches=lambda data: True):
        """The data of the next event of that name, which may have come already."""
        def find():
            for at, seen in enumerate(self.events):
                if seen["event"] == event and matches(seen.get("data", {})):
                    return self.events.pop(at)
            try:
                self.do("query-status")
            except (OSError, Refused):
                if all(seen["event"] != event for seen in self.events):
                    raise
            return None

        return until(find, f"QEMU never told of {event}").get("data", {})

    def close(self):
        try:
            self.stream.close()
        except OSError:
            pass  # the machine switched itself off
        self.socket.close()

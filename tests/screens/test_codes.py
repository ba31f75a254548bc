# SPDX-License-Identifier: MIT
"""Every rendered screen with a code is decoded by zbar and by ZXing to exactly the number of kiosk.ini,
whole and as a phone's camera would see it, upright and turned. The same picture of a code is not
decoded twice: most screens share one."""

import hashlib
import sys
import threading
import unittest

from PIL import Image

import codes
import kiosk

PAYLOAD = kiosk.phone_uri(kiosk.setting("phone"))


class Reader:
    def __init__(self):
        self.lock = threading.Lock()
        self.seen = set()
        self.screens = 0

    def is_new(self, picture):
        key = hashlib.sha256(picture.tobytes() + repr(picture.size).encode()).digest()
        with self.lock:
            is_new = key not in self.seen
            self.seen.add(key)
        return is_new

    def look(self, screens):
        found = []
        for screen in screens.values():
            for item in (i for i in screen.above_dim if i.kind == "qr"):
                self.screens += 1
                if item.text != PAYLOAD:
                    found.append(f"{screens.title} · {screen.name}: the code says {item.text}")
                found += self.read(screens, screen, item)
        return found

    def read(self, screens, screen, item):
        picture = Image.open(screen.png).convert("RGB")
        turn = screens.options.get("rotate", "0")
        back = {"90": Image.ROTATE_90, "180": Image.ROTATE_180, "270": Image.ROTATE_270}.get(turn)
        upright = picture.transpose(back) if back is not None else picture
        if upright.size != (screen.frame.w, screen.frame.h):
            return [f"{screens.title} · {screen.name}: {upright.size} is not the scene's size"]
        place = {"x": item.x, "y": item.y, "w": item.w, "h": item.h, "module_px": item.number("module_px")}
        code = codes.crop(upright, place)
        if back is not None:
            code = code.transpose({"90": Image.ROTATE_270, "180": Image.ROTATE_180, "270": Image.ROTATE_90}[turn])
        if not self.is_new(code):
            return []
        found = []
        where = f"{screens.title} · {screen.name}"
        for name, degrade in codes.DEGRADED.items():
            found += codes.misread(degrade(code, place["module_px"]), PAYLOAD, f"{where} · {name}")
        return found


class Codes(unittest.TestCase):
    def test_a_wrong_code_would_be_noticed(self):
        blank = Image.new("L", (300, 300), 255)
        self.assertEqual(len(list(codes.misread(blank, PAYLOAD, "blank"))), 2)

    def test_every_code_is_read_whole_and_degraded_upright_and_turned(self):
        reader = Reader()
        jobs = kiosk.matrix(size=kiosk.SIZES[:-1], text=["normal", "largest"], theme=kiosk.THEMES, rotate=["0", "90"])
        jobs += kiosk.matrix(size=["1280x720", "720x1280"], text=["normal"], theme=["light"], rotate=["180", "270"])
        jobs += kiosk.matrix(size=["3840x2160"], text=["normal"], theme=kiosk.THEMES, rotate=["0"])
        jobs += kiosk.matrix(size=["800x480"], text=kiosk.TEXTS, theme=kiosk.THEMES, rotate=["0"], inches=[7])
        found = [c for complaints in kiosk.render_each(jobs, reader.look) for c in complaints]
        print(f"{reader.screens} codes, {len(reader.seen)} of them different", file=sys.stderr)
        self.assertGreater(reader.screens, 100)
        self.assertEqual(found, [], "\n" + "\n".join(found[:60]))

    def test_a_whole_screenshot_has_exactly_one_code(self):
        def look(screens):
            return [c for s in screens.values() if any(i.kind == "qr" for i in s.above_dim)
                    for c in codes.misread(Image.open(s.png), PAYLOAD, f"{screens.title} · {s.name}")]

        jobs = kiosk.matrix(size=["800x480", "1280x720", "1080x1920"], theme=kiosk.THEMES)
        found = [c for complaints in kiosk.render_each(jobs, look) for c in complaints]
        self.assertEqual(found, [], "\n" + "\n".join(found))


if __name__ == "__main__":
    unittest.main(verbosity=2)

# SPDX-License-Identifier: MIT
"""A key is answered, with findings and card, within 100 ms (the median), and a folder of 40 cards and 10 photos opens
within 2 s. The best of a few rounds counts: another program may have had the machine meanwhile."""

import os
import shutil
import statistics
import tempfile
import time

import numpy
from PIL import Image

from browser import Desk

SOURCE = os.environ["DIT_SOURCE_DIR"]
CARDS, PHOTOS, ROUNDS = 40, 10, 4
KEY_MS, OPEN_S = 100, 2

TYPE = """
    const done = arguments[0], times = [], field = document.getElementById("words");
    const next = () => {
        if (times.length === 25) {
            return done(times);
        }
        const begun = performance.now();
        const seen = new MutationObserver(() => {
            seen.disconnect();
            requestAnimationFrame(() => setTimeout(() => {
                times.push(performance.now() - begun);
                setTimeout(next, 20);
            }));
        });
        seen.observe(document.getElementById("cards"), { childList: true });
        field.value += "a";
        field.dispatchEvent(new Event("input"));
    };
    next();"""


def fill(folder):
    shutil.copytree(os.path.join(SOURCE, "config"), folder)
    os.makedirs(os.path.join(folder, "images"), exist_ok=True)
    noise = numpy.random.default_rng(1).integers(0, 255, (300, 400, 3), dtype=numpy.uint8)
    for number in range(PHOTOS):
        Image.fromarray(noise).resize((4000, 3000)).save(os.path.join(folder, f"images/photo-{number}.jpg"), quality=90)
    for number in range(CARDS - len(os.listdir(os.path.join(folder, "cards/en"))) + 2):
        picture = f"![A photo](photo-{number}.jpg)\n" if number < PHOTOS else ""
        with open(os.path.join(folder, f"cards/en/{100 + number}-card-{number}.txt"), "w", encoding="utf-8") as file:
            file.write(f"# Card {number}\n\nSome words that people read.\n\n- one\n- two\n\n{picture}")


def main():
    opened, typed = [], []
    with tempfile.TemporaryDirectory() as top, Desk() as desk:
        folder = os.path.join(top, "kiosk")
        fill(folder)
        for _ in range(ROUNDS):
            desk.open_page("window.onbeforeunload = null")
            begun = time.monotonic()
            desk.drop(folder)
            desk.wait(lambda: desk.script("return document.getElementById('findings-heading').textContent"), "the folder")
            opened.append(time.monotonic() - begun)
            desk.settle()
            desk.open_card("cards/en/105-card-5.txt")
            typed.append(statistics.median(desk.driver.execute_async_script(TYPE)))
            desk.script("window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")
            print(f"opened in {opened[-1]:.2f} s, a key is answered in {typed[-1]:.0f} ms", flush=True)
            if min(opened) <= OPEN_S and min(typed) <= KEY_MS:
                return
    raise AssertionError(f"at best {min(opened):.2f} s of {OPEN_S} and {min(typed):.0f} ms of {KEY_MS}")


if __name__ == "__main__":
    main()

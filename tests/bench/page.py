# SPDX-License-Identifier: MIT
"""The kiosk's loop as a web page, for the browser in peers.py: the same words in the same fonts, sizes and places,
the same drawings and codes, and the same fade every ten seconds. It is made from display lists, so that the browser
has nothing to lay out but lines; a page that a practice would write costs it more."""

import html
import os

from PIL import Image

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
FILES = {400: "Regular", 600: "SemiBold", 700: "Bold"}
STYLE = """body { margin: 0; overflow: hidden; cursor: none }
section { position: absolute; inset: 0; opacity: 0; transition: opacity 200ms ease-out }
section.shown { opacity: 1 }
section * { position: absolute; box-sizing: border-box; white-space: pre }
"""
# A page fades out over the next one, as in any slide show.
SCRIPT = """const pages = document.querySelectorAll("section");
let shown = 0;
setInterval(() => {
    pages[shown].classList.remove("shown");
    shown = (shown + 1) % pages.length;
    pages[shown].classList.add("shown");
}, EVERY_MS);
"""


def colour(argb):
    return "#" + argb[3:] + argb[1:3]


def place(item):
    return f"left:{item.x}px;top:{item.y}px;width:{item.w}px;height:{item.h}px"


def text(item):
    fields = item.fields
    return (f'<span style="left:{item.x}px;top:{item.y}px;line-height:{item.h}px;color:{fields["ink"]};'
            f'font:{WEIGHTS[fields["weight"]]} {fields["size"]}px/{item.h}px Kiosk">{html.escape(item.text)}</span>')


def box(item):
    fields = item.fields
    return (f'<div style="{place(item)};background:{colour(fields["fill"])};border-radius:{fields["radius"]}px;'
            f'border:{fields["edge_px"]}px solid {colour(fields["edge"])}"></div>')


def image(item, address):
    return f'<img style="{place(item)}" src="{address}">'


class Page:
    """Screens of screens/kiosk.py, in their order, and the folder with the fonts and drawings."""

    def __init__(self, screens, assets, folder):
        self.screens = screens
        self.assets = assets
        self.folder = folder

    def code(self, item, screen):
        """The picture of the code, cut out of the screen's."""
        name = f"{screen.name}.png"
        with Image.open(screen.png) as drawn:
            drawn.crop((item.x, item.y, item.right, item.bottom)).save(os.path.join(self.folder, name))
        return image(item, name)

    def element(self, item, screen):
        if item.kind == "text":
            return text(item)
        if item.kind in ("box", "decoration"):
            return box(item)
        if item.kind == "qr":
            return self.code(item, screen)
        if item.kind in ("drawing", "icon"):
            return image(item, f"file://{self.assets}/{item.kind}s/{item.text}.svg")
        return ""

    def fonts(self):
        return "".join(f'@font-face {{ font-family: Kiosk; font-weight: {weight}; '
                       f'src: url("file://{self.assets}/fonts/AtkinsonHyperlegibleNext-{name}.ttf") }}\n'
                       for weight, name in FILES.items())

    def write(self, every_s):
        """The address of the page."""
        path = os.path.join(self.folder, "page.html")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'<!DOCTYPE html>\n<meta charset="utf-8">\n<style>{self.fonts()}{STYLE}</style>\n')
            for number, screen in enumerate(self.screens):
                inside = "\n".join(filter(None, (self.element(item, screen) for item in screen.items)))
                file.write(f'<section{" class=shown" if number == 0 else ""}>\n{inside}\n</section>\n')
            file.write(f"<script>const EVERY_MS = {every_s * 1000};\n{SCRIPT}</script>\n")
        return "file://" + path

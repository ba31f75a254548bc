# SPDX-License-Identifier: MIT
"""What is beside the program is whole: every language of the interface has every word, every card has its
drawing, every drawing is one that the kiosk's SVG reader draws as a browser does, and every font is
there with its licence. The names come from the C headers, so a new word cannot be forgotten here."""

import glob
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {SVG + name for name in ("svg", "path", "circle", "line", "polyline", "rect")}
KEYS = {
    "config/kiosk.ini": "name strapline content_owner last_checked counts phone service qr link theme text motion "
    "idle_seconds countdown_seconds words_a_minute icon show",
    "config/device.ini": "rotate touch_rotate screen_inches every_day",
}
FAMILIES = "AtkinsonHyperlegibleNext NotoSans NotoSansArabic NotoSansTamil"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def load_ini(path):
    """The pairs of an INI file in order; a key may come again."""
    return re.findall(r"(?m)^(\w+) *= *(.*)$", read(path))


def check_words(root):
    listed = re.findall(r"WORD\((\w+)\)", read(root + "/kiosk/content/words/words.h"))
    names = {name.lower() for name in listed} | {"direction"}
    findings, english = [], dict(load_ini(root + "/assets/words/en.ini"))
    for path in sorted(glob.glob(root + "/assets/words/*.ini")):
        words, file = dict(load_ini(path)), os.path.basename(path)
        findings += [f"{file}: '{name}' is missing" for name in sorted(names - set(words))]
        findings += [f"{file}: '{name}' is no word of the kiosk" for name in sorted(set(words) - names)]
        findings += [f"{file}: '{name}' is empty" for name, text in words.items() if not text]
        for name in sorted(names & set(words)):
            slots = [sorted(re.findall(r"\{\w*\}", part)) for part in (words[name], english[name])]
            if slots[0] != slots[1]:
                findings.append(f"{file}: '{name}' has {slots[0]} where English has {slots[1]}")
    return findings


def check_staff_words(root):
    """Each sentence has its name in the one list, and some screen or receipt that says it."""
    listed = {name.lower() for name in re.findall(r"WORD\((\w+)\)", read(root + "/kiosk/content/words/staff_words.h"))}
    words = dict(load_ini(root + "/assets/staff.ini"))
    findings = [f"staff.ini: '{name}' is missing" for name in sorted(listed - set(words))]
    findings += [f"staff.ini: '{name}' is no word of the staff screens" for name in sorted(set(words) - listed)]
    findings += [f"staff.ini: '{name}' is empty" for name, text in words.items() if not text]
    said = "".join(read(path) for path in glob.glob(root + "/kiosk/**/*.c", recursive=True) if not path.endswith("/staff_words.c"))
    used = {name.lower() for name in re.findall(r"STAFF_(\w+)", said)}
    return findings + [f"staff.ini: nothing says '{name}'" for name in sorted(set(words) - used)]


def check_settings(root):
    findings = []
    for path, keys in KEYS.items():
        before, seen = "", []
        for line in read(f"{root}/{path}").splitlines():
            key = re.match(r"(\w+) *=", line)
            if key and key[1] not in seen and not before.startswith("#"):
                findings.append(f"{path}: '{key[1]}' has no note above it")
            seen += [key[1]] if key else []
            before = line
        findings += [f"{path}: '{key}' is missing" for key in keys.split() if key not in seen]
    return findings


def check_icons(root):
    findings, icons = [], {}
    for path in sorted(glob.glob(root + "/assets/icons/*.svg")):
        file, tree = os.path.basename(path), ElementTree.parse(path).getroot()
        icons[file[:-4]] = tree
        strange = {element.tag for element in tree.iter()} - SHAPES
        findings += [f"{file}: <{tag.replace(SVG, '')}> is not drawn alike" for tag in sorted(strange)]
        if tree.get("viewBox") != "0 0 24 24":
            findings.append(f"{file}: is not drawn on 24 by 24")
    chosen = dict(value.split() for key, value in load_ini(root + "/config/kiosk.ini") if key == "icon")
    for path in sorted(glob.glob(root + "/config/cards/en/[0-9]*.txt")):
        card = os.path.basename(path)[:-4].split("-", 1)[1]
        if chosen.pop(card, None) not in icons:
            findings.append(f"{card}: has no drawing")
    return findings + [f"{card}: has a drawing but is no card" for card in sorted(chosen)]


def check_fonts(root):
    folder = root + "/assets/fonts/"
    named = {value for _, value in load_ini(folder + "fonts.ini")}
    there = {os.path.basename(path) for path in glob.glob(folder + "*.ttf")}
    findings = [f"{file}: is named in fonts.ini and is not there" for file in sorted(named - there)]
    findings += [f"{file}: is there and not named in fonts.ini" for file in sorted(there - named)]
    findings += [f"{family}: no regular letters" for family in FAMILIES.split()
                 if family + "-Regular.ttf" not in there]
    for licence in ("OFL.txt", "OFL-Noto.txt"):
        if "SIL OPEN FONT LICENSE Version 1.1" not in read(folder + licence):
            findings.append(f"{licence}: is not the SIL Open Font License 1.1")
    return findings


CHECKS = [check_words, check_staff_words, check_settings, check_icons, check_fonts]


def check(root):
    return [finding for one in CHECKS for finding in one(root)]


if __name__ == "__main__":
    faults = check(sys.argv[1])
    print("\n".join(faults) or "words, settings, drawings and fonts are whole")
    sys.exit(1 if faults else 0)

# SPDX-License-Identifier: MIT
"""What is beside the program is whole: every language of the interface has every word, every sentence for staff
is said somewhere, and every card has its drawing. The names come from the C headers, so a new word cannot be
forgotten here."""

import glob
import os
import re
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def load_ini(path):
    """The pairs of an INI file in order; a key may come again."""
    return re.findall(r"(?m)^(\w+) *= *(.*)$", read(path))


def words_of(root, header):
    return {name.lower() for name in re.findall(r"WORD\((\w+)\)", read(f"{root}/kiosk/content/words/{header}"))}


def check_whole(path, names):
    """The words of a file, and what is missing, strange or empty among them."""
    words, file = dict(load_ini(path)), os.path.basename(path)
    findings = [f"{file}: '{name}' is missing" for name in sorted(names - set(words))]
    findings += [f"{file}: '{name}' is no word of the kiosk" for name in sorted(set(words) - names)]
    return words, findings + [f"{file}: '{name}' is empty" for name, text in words.items() if not text]


def check_words(root):
    names, english = words_of(root, "words.h") | {"direction"}, dict(load_ini(root + "/assets/words/en.ini"))
    findings = []
    for path in sorted(glob.glob(root + "/assets/words/*.ini")):
        words, wrong = check_whole(path, names)
        findings += wrong
        for name in sorted(names & set(words)):
            slots = [sorted(re.findall(r"\{\w*\}", part)) for part in (words[name], english[name])]
            if slots[0] != slots[1]:
                findings.append(f"{os.path.basename(path)}: '{name}' has {slots[0]} where English has {slots[1]}")
    return findings


def check_staff_words(root):
    """Each sentence is there, and some screen or receipt says it."""
    words, findings = check_whole(root + "/assets/staff.ini", {name for name, _ in load_ini(root + "/assets/staff.ini")})
    said = "".join(read(path) for path in glob.glob(root + "/kiosk/**/*.c", recursive=True))
    used = {name.lower() for name in re.findall(r"STAFF_(\w+)", said)}
    return findings + [f"staff.ini: nothing says '{name}'" for name in sorted(set(words) - used)]


def load_section(path, section):
    """The pairs below one heading."""
    text = read(path).split(f"[{section}]", 1)[-1].split("\n[", 1)[0]
    return dict(re.findall(r"(?m)^([\w-]+) = (.+)$", text))


def check_drawings(root):
    named = set(load_section(root + "/assets/drawings/drawings.ini", "drawings"))
    there = {os.path.basename(path)[:-4] for path in glob.glob(root + "/assets/drawings/*.svg")}
    findings = [f"{name}: no sentence says what it shows" for name in sorted(there - named)]
    findings += [f"{name}: is no drawing" for name in sorted(named - there)]
    chosen = load_section(root + "/config/kiosk.ini", "drawings")
    cards = {os.path.basename(path)[:-4].split("-", 1)[1] for path in glob.glob(root + "/config/cards/en/[0-9]*.txt")}
    findings += [f"{card}: has no drawing" for card in sorted(cards) if chosen.get(card) not in there]
    others = set(chosen) - cards - {"poster", "refer", "urgent-help"}
    return findings + [f"{card}: has a drawing but is no card" for card in sorted(others)]


CHECKS = [check_words, check_staff_words, check_drawings]


def check(root):
    return [finding for one in CHECKS for finding in one(root)]


if __name__ == "__main__":
    faults = check(sys.argv[1])
    print("\n".join(faults) or "words and drawings are whole")
    sys.exit(1 if faults else 0)

# SPDX-License-Identifier: MIT
"""The guide for staff prints on one page from Notepad, and says what the program does: its buttons are
those of the staff screens, its numbers those of the code, its files those that there are. Nobody who
changes one of these can forget the guide."""

import glob
import os
import re
import sys

LINES, COLUMNS = 50, 78  # of a page of A4, in Notepad's letters and margins
NO_BUTTONS = {"kiosk", "Open with", "Notepad", "images", "poster =", "Edit the cards"}  # of Windows, and names


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def find(root, path, pattern):
    found = re.search(pattern, read(f"{root}/kiosk/{path}"))
    return found[1] if found else f"<{pattern} in {path}>"


def check_page(guide):
    lines = guide.splitlines()
    findings = [f"has {len(lines)} lines, more than {LINES}"] if len(lines) > LINES else []
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS:
            findings.append(f"line {number} is wider than {COLUMNS}")
        if re.search(r"[^ -~]", line):
            findings.append(f"line {number} has signs that an old printer has not")
    return findings


def check_buttons(root, guide):
    words = set(re.findall(r"(?m)^\w+ *= *(.*)$", read(root + "/assets/staff.ini")))
    titles = {title for path in glob.glob(root + "/config/cards/en/*.txt")
              for title in re.findall(r"(?m)^# +(.*)$", read(path))}
    named = set(re.findall(r'"([^"]*)"', re.sub(r"\s+", " ", guide)))
    return [f"names “{name}”, which is on no screen" for name in sorted(named - words - titles - NO_BUTTONS)]


def check_numbers(root, guide):
    sentences = [
        "for " + find(root, "app/touch/gesture.c", r"HOLD_MS = (\d+) \* 1000") + " seconds",
        "After " + find(root, "store/pin/pin_lockout.h", r"PIN_LOCKOUT_TRIES = (\d+)") + " wrong tries",
        "waits " + find(root, "store/pin/pin_lockout.c", r"closed_minutes\[\] = {(\d+),") + " minute",
        find(root, "store/stick/receipt.h", r'RECEIPT_FILE "(.*)[.]txt"'),
        'folder "' + find(root, "store/stick/stick.h", r'define STICK_CONTENT "(.*)"') + '"',
    ]
    words = re.sub(r"\s+", " ", guide)
    return [f"does not say “{sentence}”" for sentence in sentences if sentence not in words]


def check_files(root, guide):
    """The names in the list of files, which have the room of a column behind them."""
    names = re.findall(r"(?m)^ +(refer|urgent-help|kiosk) {3}", guide)
    there = {os.path.splitext(os.path.basename(path))[0]
             for path in glob.glob(root + "/config/cards/en/*.txt") + glob.glob(root + "/config/*.ini")}
    wanted = {"refer", "urgent-help", "kiosk"}
    return [f"does not list {name}" for name in sorted(wanted - set(names))] + \
        [f"lists {name}, which is not there" for name in sorted(set(names) - there)]


def check(root):
    guide = read(root + "/config/README.md")
    return check_page(guide) + check_buttons(root, guide) + check_numbers(root, guide) + check_files(root, guide)


if __name__ == "__main__":
    faults = check(sys.argv[1])
    print("\n".join("config/README.md " + fault for fault in faults) or "the guide fits a page and the program")
    sys.exit(1 if faults else 0)

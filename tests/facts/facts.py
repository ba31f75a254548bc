# SPDX-License-Identifier: MIT
"""Every fact of the leaflet is on a card. facts.tsv names the file and the words that carry each fact;
a fact is lost when its words are no longer there. Case, white space, emphasis and the marks of lists and
headings do not count, because they are how a fact looks and not what it says."""

import os
import re
import sys

REQUIRED = ["F%d" % n for n in range(1, 31)] + ["S%d" % n for n in range(1, 6)] + ["P%d" % n for n in range(1, 6)]
TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "facts.tsv")


def plain(text):
    """The words alone: no emphasis, no marks of lists, headings and call-outs, single spaces."""
    text = text.replace("\u2019", "'").replace("\u00a0", " ")
    text = re.sub(r"(?m)^\s*(#+|[-*+>]|\d+[.)])\s+", "", text)
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", text)).strip().lower()


def load_table(path):
    """Rows of (fact, file, words), and findings for lines that are not rows."""
    rows, findings = [], []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#") or not line.strip():
                continue
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 3:
                rows.append(tuple(columns))
            else:
                findings.append(f"line {number} of the table has {len(columns)} columns, not 3")
    return rows, findings


def check_table(rows):
    """What is wrong with the table itself, whatever the cards say."""
    named = {fact for fact, _, _ in rows}
    findings = [f"{fact} is not in the table" for fact in REQUIRED if fact not in named]
    findings += [f"{fact} is no fact of the leaflet" for fact in sorted(named - set(REQUIRED))]
    return findings


def check_cards(rows, config):
    """A finding for every fact whose words its file does not hold."""
    findings, texts = [], {}
    for fact, path, words in rows:
        if path not in texts:
            try:
                with open(os.path.join(config, path), encoding="utf-8-sig") as file:
                    texts[path] = plain(file.read())
            except FileNotFoundError:
                texts[path] = None
        if texts[path] is None:
            findings.append(f"{fact} names {path}, which does not exist")
        elif not holds(texts[path], plain(words)):
            findings.append(f"{fact} is lost: {path} does not say '{words}'")
    return findings


def holds(text, words):
    """Whole words only, so that a longer number is not taken for a shorter one."""
    return re.search(r"(?<!\w)" + re.escape(words) + r"(?!\w)", text) is not None


def check(config, table=TABLE):
    rows, findings = load_table(table)
    return findings + check_table(rows) + check_cards(rows, config)


if __name__ == "__main__":
    faults = check(sys.argv[1])
    print("\n".join(faults) or f"{len(REQUIRED)} facts, each on its card")
    sys.exit(1 if faults else 0)

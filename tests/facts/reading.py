# SPDX-License-Identifier: MIT
"""The bundled cards can be read by a person aged 9 to 11, from a chair. The limits come from the NHS content style
guide. The reading age is Flesch and Kincaid's, and leaves out the terms that the leaflet has to use: they are
explained or named on the cards, not chosen by us."""

import glob
import os
import re
import sys

CARD_WORDS, DECK_WORDS = 62, 360
SENTENCE_WORDS, PARAGRAPH_SENTENCES, LIST_ITEMS, LIST_LEVELS = 20, 3, 6, 2
READING_AGE = 11.0
TERMS = set("""dynamic interpersonal therapy therapist psychodynamic psychoanalytic psychotherapy cognitive
behavioural depression unconscious relationship relationships national institute excellence guidelines
samaritans emotional""".split())
LABELLING = re.compile(r"\byou(?:'re| are)\b|\byour\b|depress|abandon|symptom|\bill\b|disorder", re.I)


class Block:
    """A line of a card: a paragraph, heading or list item, and how deep it stands in a list."""

    def __init__(self, line):
        mark = re.match(r"(\s*)(#+|[-*+>]|\d+[.)])\s+", line)
        self.kind = "heading" if mark and mark[2][0] == "#" else "item" if mark and mark[2] != ">" else "paragraph"
        self.level = 1 + len(mark[1]) // 2 if mark else 0
        self.text = re.sub(r"[*_]", "", line[mark.end() if mark else 0:]).strip()

    def words(self):
        return re.findall(r"[\w'\u2019-]+", self.text)

    def sentences(self):
        return [part for part in re.split(r"(?<=[.?!:])\s+", self.text) if part]


def syllables(word):
    word = re.sub(r"(?:[^laeiouy]es|[^dt]ed|[^l]e)$", lambda m: m[0][0], word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def reading_age(blocks):
    words = [w for b in blocks for w in b.words() if w.isalpha() and w.lower() not in TERMS]
    sentences = sum(len(b.sentences()) for b in blocks)
    load = 11.8 * sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / sentences + load - 15.59 + 5


def card_words(blocks):
    """Title and body, without the label above the title."""
    first = next(i for i, block in enumerate(blocks) if block.kind == "heading")
    return sum(len(block.words()) for block in blocks[first:])


def check_shape(path, blocks):
    findings, run = [], 0
    for block in blocks:
        run = run + 1 if block.kind == "item" else 0
        if run > LIST_ITEMS:
            findings.append(f"{path}: a list has more than {LIST_ITEMS} items")
        if block.kind == "item" and block.level > LIST_LEVELS:
            findings.append(f"{path}: '{block.text}' is deeper than {LIST_LEVELS} levels")
        if len(block.sentences()) > PARAGRAPH_SENTENCES:
            findings.append(f"{path}: '{block.text}' has more than {PARAGRAPH_SENTENCES} sentences")
        for sentence in block.sentences():
            if len(sentence.split()) > SENTENCE_WORDS:
                findings.append(f"{path}: '{sentence}' has more than {SENTENCE_WORDS} words")
    return findings


def check_card(path, blocks):
    findings = check_shape(path, blocks)
    if card_words(blocks) > CARD_WORDS:
        findings.append(f"{path}: {card_words(blocks)} words are more than {CARD_WORDS}")
    if reading_age(blocks) > READING_AGE:
        findings.append(f"{path}: a reading age of {reading_age(blocks):.1f} is over {READING_AGE}")
    title = next(block for block in blocks if block.kind == "heading")
    for block in blocks[: blocks.index(title) + 1]:
        if LABELLING.search(block.text):
            findings.append(f"{path}: '{block.text}' would label the person in front of it")
    return findings


def check_deck(decks):
    total = sum(card_words(blocks) for blocks in decks)
    age = reading_age([block for blocks in decks for block in blocks])
    print(f"{len(decks)} cards, {total} words, reading age {age:.1f}")
    findings = []
    if len(decks) < 6:
        findings.append(f"{len(decks)} cards are fewer than the six topics")
    if total > DECK_WORDS:
        findings.append(f"{total} words are more than {DECK_WORDS}")
    return findings


def check(config):
    findings, decks = [], []
    for path in sorted(glob.glob(os.path.join(config, "cards/en/*.txt"))):
        with open(path, encoding="utf-8-sig") as file:
            blocks = [Block(line) for line in file if line.strip()]
        name = os.path.relpath(path, config)
        if not any(block.kind == "heading" for block in blocks):
            findings.append(f"{name}: has no heading")
        elif os.path.basename(path)[0].isdigit():
            findings += check_card(name, blocks)
            decks.append(blocks)
        else:
            findings += check_shape(name, blocks)
    return findings + (check_deck(decks) if decks else ["there are no cards"])


if __name__ == "__main__":
    faults = check(sys.argv[1])
    print("\n".join(faults) or "easy to read")
    sys.exit(1 if faults else 0)

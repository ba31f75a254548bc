# SPDX-License-Identifier: MIT
"""The bundled cards can be read by a person aged 9 to 11, from a chair, in the time that the loop gives.
The limits come from the NHS content style guide and from the length of the loop. The reading age is
Flesch and Kincaid's, and leaves out the terms that the leaflet has to use: they are explained or named on
the cards, not chosen by us."""

import glob
import os
import re
import sys

CARD_WORDS, DECK_WORDS = 62, 310
SENTENCE_WORDS, PARAGRAPH_SENTENCES, LIST_ITEMS, LIST_LEVELS = 20, 3, 6, 2
READING_AGE, LOOP_S = 11.0, 240
WORDS_A_MINUTE, PAGE_EXTRA_S, PAGE_LEAST_S, PAGE_MOST_S = 130, 4, 8, 40
TERMS = set("""dynamic interpersonal therapy therapist psychodynamic psychoanalytic psychotherapy cognitive
behavioural depression unconscious relationship relationships national institute excellence guidelines
samaritans emotional""".split())
LABELLING = re.compile(r"\byou(?:'re| are)\b|\byour\b|depress|abandon|symptom|\bill\b|disorder", re.I)


class Block:
    """A paragraph, heading or list item of a card, and how deep it stands in a list."""

    def __init__(self, kind, text, level):
        self.kind, self.level = kind, level
        self.text = re.sub(r"\s+", " ", re.sub(r"[*_]", "", text)).strip()

    def words(self):
        return re.findall(r"[\w'\u2019-]+", self.text)

    def sentences(self):
        return [part for part in re.split(r"(?<=[.?!:])\s+", self.text) if part]


def load_blocks(text):
    blocks = []
    for line in text.splitlines():
        heading = re.match(r"(#+)\s+(.*)", line)
        item = re.match(r"(\s*)(?:[-*+]|\d+[.)])\s+(.*)", line)
        words = re.sub(r"^\s*>\s?", "", line)
        if not line.strip():
            blocks.append(None)
        elif heading:
            blocks.append(Block("heading", heading[2], len(heading[1])))
        elif item:
            blocks.append(Block("item", item[2], 1 + len(item[1]) // 2))
        elif blocks and blocks[-1] is not None and blocks[-1].kind != "heading":
            last = blocks[-1]
            blocks[-1] = Block(last.kind, last.text + " " + words, last.level)
        else:
            blocks.append(Block("paragraph", words, 0))
    return [block for block in blocks if block]


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


def page_seconds(words):
    seconds = words * 60 / WORDS_A_MINUTE + PAGE_EXTRA_S
    return min(max(seconds, PAGE_LEAST_S), PAGE_MOST_S)


def check_deck(decks):
    total = sum(card_words(blocks) for blocks in decks)
    loop = sum(page_seconds(card_words(blocks)) for blocks in decks)
    age = reading_age([block for blocks in decks for block in blocks])
    print(f"{len(decks)} cards, {total} words, a loop of {loop:.0f} s, reading age {age:.1f}")
    findings = []
    if len(decks) < 6:
        findings.append(f"{len(decks)} cards are fewer than the six topics")
    if total > DECK_WORDS:
        findings.append(f"{total} words are more than {DECK_WORDS}")
    if loop >= LOOP_S:
        findings.append(f"a loop of {loop:.0f} s is not under {LOOP_S} s")
    return findings


def check(config):
    findings, decks = [], []
    for path in sorted(glob.glob(os.path.join(config, "cards/en/*.txt"))):
        with open(path, encoding="utf-8-sig") as file:
            blocks = load_blocks(file.read())
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

// SPDX-License-Identifier: MIT
// One card: a label and a title, and the blocks below them. Words that stand before the first
// heading are the label, so staff see on the screen what they see in Notepad, in the same order.
#pragma once

#include "content/card/block.h"

struct card {
    const char *id;      // "what-is-dit" of "10-what-is-dit.txt"
    const char *path;    // "cards/en/10-what-is-dit.txt"
    const char *drawing; // file name in assets/drawings without ".svg", or NULL
    long order;          // 10; -1 for refer.txt and urgent-help.txt
    struct str label;    // may be empty
    struct str title;
    int label_line, title_line; // in the file, from 1
    bool is_borrowed;           // English, in a language that lacks it
    struct document body;       // without label and title
};

// One of its texts, with the words that people read or are told.
struct card_text {
    struct str words;          // of a picture, those for it; empty: there is no label
    int line;                  // in the file
    const struct block *block; // NULL: the label or the title
};

// The texts of every card in the order in which they are shown: these two, then those of its body.
enum { CARD_LABEL, CARD_TITLE, CARD_BODY };
int card_text_count(const struct card *card);
struct card_text card_text_at(const struct card *card, int index);

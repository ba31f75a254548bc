// SPDX-License-Identifier: MIT
// What is true of every card that loads, whatever its bytes were: the promises of
// content/card/card.h and content/card/block.h, on which layout relies without looking again.
// Three targets ask for them.
#pragma once

#include "content/card/card_load.h"
#include "content/limits.h"
#include "content/name.h"
#include "content/ports.h"
#include "fuzz.h"

static inline bool fuzz_has_letter(void *self, uint32_t code_point) {
    (void)self;
    return code_point < 0x2E80; // as the fonts on the box: nothing of the far east
}

static const struct letter_port fuzz_letters = {NULL, fuzz_has_letter};
static const struct ports fuzz_ports = {.letters = &fuzz_letters};

// As the deck reads a file.
static inline bool fuzz_load(struct card *card, struct str bytes, const struct ports *ports,
                             struct findings *findings) {
    const struct card_source source = {
        .bytes = bytes, .path = "cards/en/10-card.txt", .ports = ports};
    return card_load(card, &source, findings);
}

static inline bool fuzz_is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

// Stretches follow each other, cover the text, part no letter, and differ from their neighbours.
static inline void fuzz_check_stretches(const struct block *block) {
    size_t at = 0;
    for (int i = 0; i < block->stretch_count; i++) {
        const struct stretch *stretch = &block->stretches[i];
        FUZZ_CHECK(stretch->size <= block->text.size - at);
        FUZZ_CHECK(stretch->emphasis <= EMPHASIS_BOLD);
        FUZZ_CHECK(i == 0 || stretch->emphasis != stretch[-1].emphasis);
        FUZZ_CHECK(stretch->size == 0 || ((unsigned char)block->text.at[at] & 0xC0) != 0x80);
        at += stretch->size;
    }
    FUZZ_CHECK(block->stretch_count == 0 || at == block->text.size);
}

static inline void fuzz_check_block(const struct block *block) {
    bool is_heading = block->kind == BLOCK_HEADING;
    bool is_picture = block->kind == BLOCK_PICTURE;
    FUZZ_CHECK(block->kind <= BLOCK_PICTURE);
    FUZZ_CHECK(is_heading ? block->level >= 1 && block->level <= 2 : block->level == 0);
    FUZZ_CHECK(block->indent <= LIMIT_LIST_LEVELS && (!is_heading || block->indent == 0));
    FUZZ_CHECK(block->kind != BLOCK_ITEM || block->indent > 0);
    FUZZ_CHECK(block->marker.size <= 6 && (block->marker.size == 0 || block->kind == BLOCK_ITEM));
    FUZZ_CHECK(!utf8_is_blank(block->text));
    FUZZ_CHECK(!fuzz_is_blank(block->text.at[0]));
    FUZZ_CHECK(!fuzz_is_blank(block->text.at[block->text.size - 1]));
    FUZZ_CHECK(!is_picture || !memchr(block->text.at, '/', block->text.size));
    FUZZ_CHECK(is_picture || block->alt.size == 0);
    fuzz_check_text(block->text);
    fuzz_check_text(block->alt);
    fuzz_check_stretches(block);
}

static inline void fuzz_check_body(const struct card *card, int lines) {
    int line = card->title_line;
    int pictures = 0;
    FUZZ_CHECK(card->body.count >= 1 && card->body.count < LIMIT_BLOCKS);
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        fuzz_check_block(block);
        FUZZ_CHECK(block->kind != BLOCK_HEADING || block->level > 1);
        FUZZ_CHECK(block->line >= line && block->line <= lines);
        line = block->line;
        pictures += block->kind == BLOCK_PICTURE;
    }
    FUZZ_CHECK(pictures <= 1);
}

static inline void fuzz_check_card(const struct card *card, int lines) {
    FUZZ_CHECK(!utf8_is_blank(card->title));
    FUZZ_CHECK(fuzz_count_letters(card->title) <= LIMIT_TITLE_LETTERS);
    FUZZ_CHECK(fuzz_count_letters(card->label) <= LIMIT_LABEL_LETTERS);
    FUZZ_CHECK(card->title_line >= 1 && card->title_line <= lines);
    fuzz_check_text(card->title);
    fuzz_check_text(card->label);
    fuzz_check_body(card, lines);
}

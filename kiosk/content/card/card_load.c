// SPDX-License-Identifier: MIT
// One card: bytes become text, text becomes blocks, and the blocks part at the first heading into
// label, title and body. A card with any error is not shown at all, so patients never read a half.
#include "content/card/card_load.h"

#include "content/card/document.h"

#include "base/encoding.h"
#include "base/utf8.h"
#include "content/card/card_check.h"
#include "content/card/fault.h"
#include "content/card/heading.h"
#include "content/card/paste.h"
#include "content/limits.h"

#include <string.h>

static int letter_count(struct str text) {
    int count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    }
    return count;
}

static void add(const struct card *card, enum fault fault, int line, struct findings *findings) {
    fault_add(findings, fault, (struct fault_place){card->path, line});
}

static int find_heading(const struct document *document) {
    for (int i = 0; i < document->count; i++) {
        if (document->blocks[i].kind == BLOCK_HEADING) {
            return i;
        }
    }
    return -1;
}

static void take_label(struct card *card, const struct document *document, int heading,
                       struct findings *findings) {
    if (heading == 0) {
        return;
    }
    const struct block *label = &document->blocks[0];
    card->label = label->text;
    if (heading > 1 || label->kind != BLOCK_PARAGRAPH) {
        add(card, FAULT_LABEL_BLOCKS, document->blocks[heading > 1].line, findings);
    } else if (letter_count(label->text) > LIMIT_LABEL_LETTERS) {
        add(card, FAULT_LONG_LABEL, label->line, findings);
    }
}

// A second main heading would stand as large as the title: it is shown one level down.
static void lower_headings(struct card *card, struct findings *findings) {
    struct block *lowered = NULL;
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        if (block->kind != BLOCK_HEADING || block->level != 1) {
            continue;
        }
        if (!lowered) {
            lowered = ARENA_ARRAY(findings->arena, struct block, card->body.count);
            memcpy(lowered, card->body.blocks, sizeof *lowered * (size_t)card->body.count);
            card->body.blocks = lowered;
        }
        lowered[i].level = 2;
        add(card, FAULT_SECOND_TITLE, lowered[i].line, findings);
    }
}

static void take_body(struct card *card, const struct document *document, int heading,
                      struct findings *findings) {
    const struct block *title = &document->blocks[heading];
    card->title = title->text;
    card->title_line = title->line;
    card->body = (struct document){title + 1, document->count - heading - 1};
    if (letter_count(card->title) > LIMIT_TITLE_LETTERS) {
        add(card, FAULT_LONG_TITLE, title->line, findings);
    }
    lower_headings(card, findings);
}

static void check_pasted(const struct card *card, struct str text, struct findings *findings) {
    int table = paste_find_table(text);
    int letters = paste_find_letters(text);
    if (table > 0 && table != letters) { // "a.<tab>" is no column
        add(card, FAULT_PASTED_TABLE, table, findings);
    }
    if (letters > 0) {
        add(card, FAULT_LETTERED_LIST, letters, findings);
    }
}

bool card_load(struct card *card, struct str bytes, const char *path, const struct ports *ports,
               struct findings *findings) {
    int errors_before = findings->error_count;
    struct card loaded = *card;
    const struct encoding_source source = {bytes, path, findings->arena};
    struct str text;
    loaded.path = arena_text(findings->arena, str_from(path));
    if (!encoding_load(&text, &source, findings)) {
        return false;
    }
    if (utf8_is_blank(text)) {
        add(&loaded, FAULT_EMPTY_CARD, 0, findings);
        return false;
    }
    text = paste_read_lists(text, findings->arena);
    check_pasted(&loaded, text, findings);
    struct document document = document_load(text, loaded.path, findings);
    int heading = find_heading(&document);
    bool is_clean = findings->error_count == errors_before;
    if (heading >= 0) {
        take_label(&loaded, &document, heading, findings);
        take_body(&loaded, &document, heading, findings);
    } else if (is_clean) {
        heading_add_missing(text, loaded.path, findings);
    }
    if (heading >= 0 && is_clean && loaded.body.count == 0) {
        add(&loaded, FAULT_NO_WORDS, loaded.title_line, findings);
    }
    card_check_all_letters(&loaded, ports->letters, findings);
    if (findings->error_count > errors_before) {
        return false;
    }
    if (!ports->skips_advice) {
        card_check_words(&loaded, findings);
    }
    *card = loaded;
    return true;
}

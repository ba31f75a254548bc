// SPDX-License-Identifier: MIT
// One pass over the lines. A block is open while its lines follow each other, and each of them
// stays a line in it; a blank line, or a line of another kind, closes it. Bold is found in the
// whole of a block when it closes, since it may go over several lines.
#include "content/card/card_load.h"

#include "base/encoding.h"
#include "base/utf8.h"
#include "content/card/card_check.h"
#include "content/card/card_slip.h"
#include "content/card/typed_line.h"
#include "content/limits.h"

#include <string.h>

enum { COLUMN_BLANKS = 3 };

struct card_reader {
    struct card *card;
    struct findings *findings;
    char *text; // of all blocks, one behind the other; never longer than what was typed
    size_t text_size;
    struct block *blocks; // room for LIMIT_BLOCKS
    int count, line;
    struct block *open;  // the last of `blocks`, while lines may be added to it
    bool is_in_list;     // the last words were an item's, whatever blank lines came since
    int list_columns[3]; // where the marker of each level stood
    int level;           // of the last item
    bool was_blank, was_callout;
    uint16_t callouts;
    bool has_title, has_picture;
};

static void add(const struct card_reader *reader, enum fault fault, int line) {
    fault_add(reader->findings, fault, (struct finding_place){reader->card->path, line});
}

// Whether two stars stand here that may open (-1) or close (+1) bold words: they touch them on that
// side, and are no sign between two figures.
static bool is_mark(struct str text, size_t at, int side) {
    char before = at > 0 ? text.at[at - 1] : '\0', behind = str_at(text, at + 2);
    char inner = side < 0 ? behind : before;
    return str_at(text, at) == '*' && str_at(text, at + 1) == '*' && (unsigned char)inner > ' ' &&
           !(char_is_digit(before) && char_is_digit(behind));
}

// Takes the pairs of double stars out of the open block's text, which gets shorter in its place.
static void find_bold(struct card_reader *reader) {
    struct arena *arena = reader->findings->arena;
    struct block *block = reader->open;
    struct str text = block->text;
    char *out = reader->text + (text.at - reader->text);
    struct stretch *list = NULL;
    size_t size = 0, begun = 0, last = text.size; // of the marks that may close
    bool is_bold = false;
    while (last > 0 && !is_mark(text, last, +1)) {
        const char *star = memrchr(text.at, '*', last);
        last = star ? (size_t)(star - text.at) : 0;
    }
    for (size_t at = 0; at < text.size;) {
        const char *star = memchr(text.at + at, '*', text.size - at);
        size_t plain = star ? (size_t)(star - text.at) - at : text.size - at;
        memmove(out + size, text.at + at, plain);
        size += plain;
        at += plain;
        bool can_turn = is_bold || at + 2 < last; // where nothing closes, nothing opens
        if (can_turn && is_mark(text, at, is_bold ? +1 : -1)) {
            *ARENA_ADD(arena, list, block->stretch_count) =
                (struct stretch){(uint32_t)(size - begun), is_bold};
            begun = size;
            is_bold = !is_bold;
            at += 2;
        } else if (star) {
            out[size++] = '*';
            at++;
        }
    }
    if (list) {
        *ARENA_ADD(arena, list, block->stretch_count) =
            (struct stretch){(uint32_t)(size - begun), EMPHASIS_NONE};
    }
    block->text.size = size;
    block->stretches = list;
}

static void close_block(struct card_reader *reader) {
    if (reader->open && memchr(reader->open->text.at, '*', reader->open->text.size)) {
        find_bold(reader);
    }
    reader->open = NULL;
}

// A tab or two blanks, as in few lines: looked at whole, many letters at a time.
static bool has_gap(struct str words) {
    unsigned char pairs = 0;
    for (size_t i = 1; i < words.size; i++) {
        pairs |= (words.at[i - 1] == ' ') & (words.at[i] == ' ');
    }
    return pairs || memchr(words.at, '\t', words.size);
}

// The words of a line at the end of the text, with one blank for several, and a tab for as many as
// part two columns.
static struct str keep_words(struct card_reader *reader, struct str words) {
    char *out = reader->text + reader->text_size;
    size_t size = 0;
    if (words.size > 0 && !has_gap(words)) {
        memcpy(out, words.at, words.size);
        size = words.size;
    }
    for (size_t at = size, end; at < words.size; at = end) {
        for (; at < words.size && !char_is_blank(words.at[at]); at++) {
            out[size++] = words.at[at];
        }
        for (end = at; end < words.size && char_is_blank(words.at[end]); end++) {
        }
        if (end > at) {
            bool has_tab = memchr(words.at + at, '\t', end - at);
            out[size++] = has_tab || end - at >= COLUMN_BLANKS ? '\t' : ' ';
        }
    }
    reader->text_size += size;
    return (struct str){out, size};
}

static struct block *open_block(struct card_reader *reader, enum block_kind kind,
                                const struct typed_line *line) {
    close_block(reader);
    if (reader->count == LIMIT_BLOCKS) {
        add(reader, FAULT_TOO_MUCH, reader->line);
        return NULL;
    }
    reader->callouts += line->is_callout && !reader->was_callout;
    struct block *block = &reader->blocks[reader->count++];
    *block = (struct block){.kind = (uint8_t)kind,
                            .line = reader->line,
                            .callout = line->is_callout ? reader->callouts : 0,
                            .marker = keep_words(reader, line->marker)};
    block->text = keep_words(reader, line->text);
    reader->open = block;
    return block;
}

// A line that is indented below an item is the item's own.
static void take_text(struct card_reader *reader, const struct typed_line *line) {
    bool is_item = reader->is_in_list && line->indent > reader->list_columns[reader->level] + 1;
    const struct block *open = reader->open;
    bool goes_on = open && !reader->was_blank && line->is_callout == (open->callout > 0) &&
                   (open->kind == BLOCK_PARAGRAPH ? open->indent == 0 || is_item
                                                  : open->kind == BLOCK_ITEM && is_item);
    if (goes_on) {
        reader->text[reader->text_size++] = '\n';
        reader->open->text.size += 1 + keep_words(reader, line->text).size;
        return;
    }
    struct block *block = open_block(reader, BLOCK_PARAGRAPH, line);
    if (block && is_item) {
        block->indent = (uint8_t)reader->level;
    }
    reader->is_in_list = is_item;
}

// The level of an item by where its marker stands below those of the list.
static int find_level(struct card_reader *reader, const struct typed_line *line) {
    const int *columns = reader->list_columns;
    if (!reader->is_in_list) {
        return 1;
    }
    if (line->indent > columns[reader->level] + 1) {
        if (reader->level == LIMIT_LIST_LEVELS) {
            add(reader, FAULT_DEEP_LIST, reader->line);
        }
        return LIMIT_LIST_LEVELS;
    }
    return line->is_inner || (reader->level == 2 && line->indent > columns[1] + 1) ? 2 : 1;
}

static void take_item(struct card_reader *reader, const struct typed_line *line) {
    int level = find_level(reader, line);
    struct block *block = open_block(reader, BLOCK_ITEM, line);
    if (!block) {
        return;
    }
    if (!reader->is_in_list || level != reader->level) {
        reader->list_columns[level] = line->indent;
    }
    reader->is_in_list = true;
    reader->level = level;
    block->indent = (uint8_t)level;
}

static void take_heading(struct card_reader *reader, const struct typed_line *line) {
    struct block *block = open_block(reader, BLOCK_HEADING, line);
    reader->is_in_list = false;
    if (block) {
        bool is_title = line->kind == LINE_TITLE && !reader->has_title;
        block->level = is_title ? 1 : 2;
        reader->has_title |= is_title;
        if (line->kind == LINE_TITLE && !is_title) {
            add(reader, FAULT_SECOND_TITLE, reader->line);
        }
        close_block(reader);
    }
}

static void take_picture(struct card_reader *reader, const struct typed_line *line) {
    struct block *block = open_block(reader, BLOCK_PICTURE, line);
    reader->is_in_list = false;
    if (!block) {
        return;
    }
    if (reader->has_picture) {
        add(reader, FAULT_SECOND_PICTURE, reader->line);
    }
    if (line->alt.size == 0) {
        add(reader, FAULT_NO_ALT, reader->line);
    }
    reader->has_picture = true;
    reader->open = NULL; // its name is no words
    block->alt = keep_words(reader, line->alt);
}

static void take_line(struct card_reader *reader, struct str typed) {
    struct typed_line line = typed_line_read(typed, reader->is_in_list);
    bool is_parting = line.is_callout && reader->was_callout; // a ">" alone
    if (line.kind == LINE_BLANK && line.is_callout && !is_parting) {
        line = (struct typed_line){.kind = LINE_TEXT, .text = str_trim(typed)};
    }
    switch (line.kind) {
    case LINE_BLANK:
        close_block(reader);
        break;
    case LINE_RULE:
        close_block(reader);
        add(reader, FAULT_RULE, reader->line);
        break;
    case LINE_PICTURE:
        take_picture(reader, &line);
        break;
    case LINE_TITLE:
    case LINE_HEADING:
        take_heading(reader, &line);
        break;
    case LINE_ITEM:
        take_item(reader, &line);
        break;
    case LINE_TEXT:
        take_text(reader, &line);
        break;
    }
    if (line.kind >= LINE_TEXT && line.kind <= LINE_ITEM) {
        const struct finding_place place = {reader->card->path, reader->line};
        card_slip_check(line.text, place, reader->findings);
    }
    reader->was_blank = line.kind == LINE_BLANK;
    reader->was_callout = line.is_callout;
}

static void take_lines(struct card_reader *reader, struct str text) {
    for (; text.size > 0; reader->line++) {
        take_line(reader, str_take_line(&text));
    }
    close_block(reader);
}

static void add_no_title(const struct card_reader *reader, const char *known_title) {
    struct arena *arena = reader->findings->arena;
    const char *todo =
        known_title ? arena_format(arena,
                                   "Put # and a space before it, such as # %s (the title that the "
                                   "screen has now).",
                                   finding_quote(known_title, arena))
                    : NULL;
    fault_add_with(reader->findings, FAULT_NO_TITLE, (struct finding_place){reader->card->path, 0},
                   todo);
}

// What stands above the title is one quiet line; each further one is named.
static void take_label(struct card_reader *reader, int title) {
    const struct block *label = &reader->blocks[0];
    struct str first = label->text;
    for (int i = 0; i < title; i++) {
        const struct block *block = &reader->blocks[i];
        int line = block->line;
        for (size_t k = 0; k <= block->text.size; k++) {
            bool is_end = k == block->text.size || block->text.at[k] == '\n';
            if (is_end && (line > label->line || label->kind != BLOCK_PARAGRAPH)) {
                add(reader, FAULT_LABEL_LINES, line);
            }
            line += is_end;
        }
    }
    if (title > 0) {
        reader->card->label = first;
        reader->card->label_line = label->line;
        if (utf8_letter_count(first) > LIMIT_LABEL_LETTERS) {
            add(reader, FAULT_LONG_LABEL, label->line);
        }
    }
}

static void take_parts(struct card_reader *reader, const struct card_source *source) {
    struct card *card = reader->card;
    struct block *blocks = ARENA_ARRAY(reader->findings->arena, struct block, reader->count);
    int title = 0;
    memcpy(blocks, reader->blocks, sizeof *blocks * (size_t)reader->count);
    while (title < reader->count && reader->blocks[title].level != 1) {
        title++;
    }
    if (title == reader->count) {
        card->body = (struct document){blocks, reader->count};
        add_no_title(reader, source->known_title);
        return;
    }
    take_label(reader, title);
    card->title = reader->blocks[title].text;
    card->title_line = reader->blocks[title].line;
    card->body = (struct document){blocks + title + 1, reader->count - title - 1};
    if (utf8_letter_count(card->title) > LIMIT_TITLE_LETTERS) {
        add(reader, FAULT_LONG_TITLE, card->title_line);
    }
    if (card->body.count == 0) {
        add(reader, FAULT_NO_WORDS, card->title_line);
    }
}

bool card_load(struct card *card, const struct card_source *source, struct findings *findings) {
    struct arena *arena = findings->arena;
    int errors_before = findings->error_count;
    struct str text;
    card->path = arena_text(arena, str_from(source->path));
    card->label = card->title = (struct str){"", 0};
    card->body = (struct document){NULL, 0};
    const struct encoding_source encoding = {source->bytes, card->path, arena};
    if (!encoding_load(&text, &encoding, findings)) {
        return false;
    }
    struct block blocks[LIMIT_BLOCKS];
    struct card_reader reader = {.card = card, .findings = findings, .blocks = blocks, .line = 1};
    if (utf8_is_blank(text)) {
        add(&reader, FAULT_EMPTY_CARD, 0);
        return false;
    }
    reader.text = arena_alloc(arena, text.size + 1);
    take_lines(&reader, text);
    take_parts(&reader, source);
    card_check_all_letters(card, source->ports->letters, findings);
    if (!source->ports->skips_advice) {
        card_check_words(card, findings);
    }
    return findings->error_count == errors_before;
}

// SPDX-License-Identifier: MIT
// CommonMark becomes a flat row of blocks, through md4c, which tells no line numbers: they are
// counted up to where its texts point. A fault without a text of its own takes the next one's line.
#include "content/card/document.h"

#include "base/encoding.h"
#include "base/utf8.h"
#include "content/card/blocks.h"
#include "content/card/entity.h"
#include "content/card/fault.h"
#include "content/card/lines.h"
#include "content/name.h"

#include <md4c.h>
#include <string.h>

enum { STOP = 1 };

struct list {
    bool is_ordered;
    int next_number;
};

struct reader {
    struct lines lines;
    const char *path;
    struct findings *findings;
    int fault_line[FAULT_COUNT]; // where each was said last
    enum fault pending;          // FAULT_COUNT: none

    struct list lists[LIMIT_NESTING];
    int list_depth, quote_depth, callout_count;
    bool is_item_new;  // the next paragraph is the first of its list item
    bool is_skipping;  // inside something that was refused
    int picture_depth; // words for a picture may hold pictures again
    bool has_picture;
    int bold, italic;
    struct blocks *blocks; // large, so nothing may zero it needlessly
};

// Once a line: four links side by side are one thing to do.
static void add_fault(struct reader *reader, enum fault fault) {
    int line = reader->lines.line;
    if (reader->fault_line[fault] == line) {
        return;
    }
    reader->fault_line[fault] = line;
    fault_add(reader->findings, fault, (struct fault_place){reader->path, line});
}

static void add_fault_soon(struct reader *reader, enum fault fault) {
    if (reader->pending == FAULT_COUNT) {
        reader->pending = fault;
    }
}

static void add_pending(struct reader *reader) {
    if (reader->pending != FAULT_COUNT) {
        add_fault(reader, reader->pending);
        reader->pending = FAULT_COUNT;
    }
}

static int stop_reading(struct reader *reader, enum fault fault) {
    add_pending(reader);
    add_fault(reader, fault);
    return STOP;
}

static int stop_at_marks(struct reader *reader) {
    lines_step_to_marks(&reader->lines, LIMIT_NESTING);
    return stop_reading(reader, FAULT_DEPTH);
}

static bool has(struct str text, const char *signs) {
    return memchr(text.at, signs[0], text.size) && memmem(text.at, text.size, signs, 2);
}

// What CommonMark took for plain text, and people did not mean as such.
static void close_block(struct reader *reader) {
    struct blocks *blocks = reader->blocks;
    bool is_text = blocks->is_open && blocks->block.kind != BLOCK_PICTURE;
    struct fault_place place = {reader->path, blocks->block.line};
    if (is_text && has(blocks_text(blocks), "](")) {
        fault_add(reader->findings, FAULT_UNFINISHED, place);
    }
    if (is_text && has(blocks_text(blocks), "|-")) {
        fault_add(reader->findings, FAULT_TABLE, place);
    }
    blocks_close(blocks);
}

static void open_block(struct reader *reader, enum block_kind kind, int level) {
    close_block(reader);
    bool is_item = kind == BLOCK_PARAGRAPH && reader->list_depth > 0 && reader->is_item_new;
    const struct list *list = is_item ? &reader->lists[reader->list_depth - 1] : NULL;
    const struct block block = {
        .kind = (uint8_t)(is_item ? BLOCK_ITEM : kind),
        .level = (uint8_t)level,
        .indent = (uint8_t)reader->list_depth,
        .callout = (uint8_t)(reader->quote_depth > 0 ? 1 + reader->callout_count % UINT8_MAX : 0),
        .number = (int16_t)(list && list->is_ordered ? list->next_number : 0),
    };
    reader->is_item_new = reader->is_item_new && !is_item;
    blocks_open(reader->blocks, &block);
}

static int enter_list(struct reader *reader, bool is_ordered, unsigned start) {
    close_block(reader);
    if (reader->list_depth == LIMIT_NESTING) {
        return stop_at_marks(reader);
    }
    int number = start > LIMIT_LIST_NUMBER ? LIMIT_LIST_NUMBER : (int)start;
    reader->lists[reader->list_depth++] = (struct list){is_ordered, number};
    if (reader->list_depth == LIMIT_LIST_LEVELS + 1) {
        add_fault_soon(reader, FAULT_DEEP_LIST);
    }
    return 0;
}

static int enter_quote(struct reader *reader) {
    close_block(reader);
    if (reader->quote_depth == LIMIT_NESTING) {
        return stop_at_marks(reader);
    }
    reader->quote_depth++;
    reader->callout_count += reader->quote_depth == 1;
    if (reader->quote_depth == 2) {
        add_fault_soon(reader, FAULT_DEEP_QUOTE);
    }
    return 0;
}

static void enter_heading(struct reader *reader, const MD_BLOCK_H_DETAIL *detail) {
    open_block(reader, BLOCK_HEADING, (int)detail->level);
    if (reader->list_depth > 0) {
        add_fault_soon(reader, FAULT_LIST_HEADING);
    }
}

static void refuse_block(struct reader *reader, enum fault fault) {
    close_block(reader);
    reader->is_skipping = true;
    add_fault_soon(reader, fault);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *self) {
    struct reader *reader = self;
    if (reader->blocks->is_full) {
        return stop_reading(reader, FAULT_TOO_MUCH);
    }
    switch (type) {
    case MD_BLOCK_UL:
        return enter_list(reader, false, 0);
    case MD_BLOCK_OL:
        return enter_list(reader, true, ((const MD_BLOCK_OL_DETAIL *)detail)->start);
    case MD_BLOCK_QUOTE:
        return enter_quote(reader);
    case MD_BLOCK_LI:
        close_block(reader);
        reader->is_item_new = true;
        break;
    case MD_BLOCK_H:
        enter_heading(reader, detail);
        break;
    case MD_BLOCK_P:
        open_block(reader, BLOCK_PARAGRAPH, 0);
        break;
    case MD_BLOCK_CODE:
        refuse_block(reader, FAULT_CODE);
        break;
    case MD_BLOCK_HTML:
        refuse_block(reader, FAULT_HTML);
        break;
    case MD_BLOCK_TABLE:
        refuse_block(reader, FAULT_TABLE);
        break;
    case MD_BLOCK_HR:
        close_block(reader);
        lines_step_to(&reader->lines, "-*_");
        add_fault(reader, FAULT_RULE);
        break;
    default: // the document itself, and parts of a table that is skipped
        break;
    }
    return 0;
}

static void leave_heading(struct reader *reader) {
    const struct blocks *blocks = reader->blocks;
    bool is_heading = blocks->is_open && blocks->block.kind == BLOCK_HEADING;
    if (is_heading && utf8_is_blank(blocks_text(blocks))) {
        lines_step_to(&reader->lines, "#");
        add_fault(reader, FAULT_EMPTY_HEADING);
    }
    close_block(reader);
}

static void leave_item(struct reader *reader) {
    struct list *list = &reader->lists[reader->list_depth - 1];
    close_block(reader);
    reader->is_item_new = false;
    list->next_number += list->next_number < LIMIT_LIST_NUMBER;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *self) {
    (void)detail;
    struct reader *reader = self;
    switch (type) {
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_P:
        close_block(reader);
        reader->list_depth -= type == MD_BLOCK_UL || type == MD_BLOCK_OL;
        reader->quote_depth -= type == MD_BLOCK_QUOTE;
        break;
    case MD_BLOCK_LI:
        leave_item(reader);
        break;
    case MD_BLOCK_H:
        leave_heading(reader);
        break;
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_TABLE:
        reader->is_skipping = false;
        add_pending(reader); // an empty one has no text
        break;
    default:
        break;
    }
    return 0;
}

// The picture parts the paragraph that it stands in.
static void enter_picture(struct reader *reader, const MD_SPAN_IMG_DETAIL *detail) {
    bool is_heading = reader->blocks->is_open && reader->blocks->block.kind == BLOCK_HEADING;
    if (reader->picture_depth++ > 0) {
        return;
    }
    open_block(reader, BLOCK_PICTURE, 0);
    if (is_heading) {
        add_fault_soon(reader, FAULT_HEADING_PICTURE);
    } else if (reader->has_picture) {
        add_fault_soon(reader, FAULT_SECOND_PICTURE);
    } else if (!name_is_plain((struct str){detail->src.text, detail->src.size})) {
        add_fault_soon(reader, FAULT_PICTURE_PATH);
    }
    reader->has_picture = true;
}

static void leave_picture(struct reader *reader, const MD_SPAN_IMG_DETAIL *detail) {
    struct blocks *blocks = reader->blocks;
    if (--reader->picture_depth > 0) {
        return;
    }
    if (utf8_is_blank(blocks_text(blocks))) {
        lines_step_to(&reader->lines, "!");
        add_fault_soon(reader, FAULT_NO_ALT);
    }
    if (blocks->block.line == 0) {
        blocks->block.line = reader->lines.line;
    }
    add_pending(reader);
    blocks_take_alt(blocks);
    blocks_add(blocks, (struct str){detail->src.text, detail->src.size}, EMPHASIS_NONE);
    open_block(reader, BLOCK_PARAGRAPH, 0);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *self) {
    struct reader *reader = self;
    if (reader->is_skipping) {
        return 0;
    }
    reader->italic += type == MD_SPAN_EM;
    reader->bold += type == MD_SPAN_STRONG;
    if (type == MD_SPAN_A) {
        const MD_SPAN_A_DETAIL *link = detail;
        bool is_picture = name_is_picture((struct str){link->href.text, link->href.size});
        add_fault_soon(reader, is_picture ? FAULT_PICTURE_LINK : FAULT_LINK);
    } else if (type == MD_SPAN_CODE) {
        add_fault_soon(reader, FAULT_CODE);
    } else if (type == MD_SPAN_IMG) {
        enter_picture(reader, detail);
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *self) {
    struct reader *reader = self;
    if (reader->is_skipping) {
        return 0;
    }
    reader->italic -= type == MD_SPAN_EM;
    reader->bold -= type == MD_SPAN_STRONG;
    if (type == MD_SPAN_IMG) {
        leave_picture(reader, detail);
    } else if (type == MD_SPAN_A || type == MD_SPAN_CODE) {
        add_pending(reader);
    }
    return 0;
}

static uint32_t emphasis_of(const struct reader *reader) {
    return (reader->bold > 0 ? EMPHASIS_BOLD : 0u) | (reader->italic > 0 ? EMPHASIS_ITALIC : 0u);
}

static void add_entity(struct reader *reader, struct str code) {
    char bytes[4];
    uint32_t code_point = entity_find(code);
    const struct encoding_refusal *refusal = encoding_find_refusal(code_point);
    if (code_point == 0) {
        add_fault(reader, FAULT_ENTITY);
    } else if (refusal) {
        const struct finding finding = {FINDING_ERROR, reader->path,  reader->lines.line,
                                        refusal->what, refusal->todo, FINDING_SAID};
        finding_add(reader->findings, finding);
    } else {
        size_t size = (size_t)utf8_put(bytes, code_point);
        blocks_add(reader->blocks, (struct str){bytes, size}, emphasis_of(reader));
    }
}

static void add_text(struct reader *reader, MD_TEXTTYPE type, struct str text) {
    uint32_t emphasis = emphasis_of(reader);
    if (!reader->blocks->is_open) {
        open_block(reader, BLOCK_PARAGRAPH, 0); // a list item whose text needs no paragraph
    }
    if (reader->blocks->block.line == 0) {
        reader->blocks->block.line = reader->lines.line;
    }
    if (type == MD_TEXT_ENTITY) {
        add_entity(reader, text);
    } else if (type == MD_TEXT_SOFTBR) {
        blocks_add(reader->blocks, (struct str){" ", 1}, emphasis);
    } else if (type != MD_TEXT_HTML) {
        blocks_add(reader->blocks, text, emphasis);
    }
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
    struct reader *reader = self;
    lines_step(&reader->lines, text); // md4c writes breaks from memory of its own
    if (type == MD_TEXT_HTML && !reader->is_skipping) {
        add_fault_soon(reader, FAULT_HTML);
    }
    if (!reader->is_skipping) {
        add_text(reader, type, (struct str){text, size});
    }
    add_pending(reader);
    return 0;
}

struct document document_load(struct str markdown, const char *path, struct findings *findings) {
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = take_text,
    };
    struct blocks blocks;
    struct reader reader = {.lines = lines_init(lines_build(markdown, findings->arena)),
                            .path = path,
                            .findings = findings,
                            .pending = FAULT_COUNT,
                            .blocks = &blocks};
    blocks_init(&blocks, markdown.size + 1, findings->arena);
    // md4c takes time for every open mark on every line, so it never sees many.
    if (lines_step_to_indent(&reader.lines, LIMIT_INDENT_BYTES)) {
        add_fault(&reader, FAULT_DEPTH);
        return (struct document){0};
    }
    int stopped = md_parse(reader.lines.text.at, (MD_SIZE)reader.lines.text.size, &parser, &reader);
    struct document document = blocks_finish(&blocks, findings->arena);
    if (stopped < 0 || (stopped == 0 && blocks.is_full)) {
        add_fault(&reader, FAULT_TOO_MUCH);
    }
    if (stopped == 0 && lines_step_to_hidden(&reader.lines)) {
        add_fault(&reader, FAULT_HIDDEN);
    }
    return document;
}

int document_word_count(const struct document *document) {
    int count = 0;
    for (int i = 0; i < document->count; i++) {
        struct str text = document->blocks[i].text;
        bool is_inside = document->blocks[i].kind == BLOCK_PICTURE;
        for (size_t k = 0; k < text.size; k++) {
            bool is_blank = text.at[k] == ' ' || text.at[k] == '\n';
            count += !is_blank && !is_inside;
            is_inside = !is_blank;
        }
    }
    return count;
}

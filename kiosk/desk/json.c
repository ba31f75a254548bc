// SPDX-License-Identifier: MIT
// See json.h. The texts are UTF-8 already, so that only quotes, backslashes and control characters
// need another form.
#include "desk/json.h"

void json_text(struct buffer *to, struct str text) {
    buffer_text(to, "\"");
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < ' ') {
            buffer_format(to, "\\u%04x", c);
            continue;
        }
        if (c == '"' || c == '\\') {
            buffer_text(to, "\\");
        }
        buffer_put(to, (struct str){&text.at[i], 1});
    }
    buffer_text(to, "\"");
}

// With the comma behind it; NULL is null.
static void member(struct buffer *to, const char *name, const char *text) {
    buffer_format(to, "\"%s\":", name);
    if (text) {
        json_text(to, str_from(text));
    } else {
        buffer_text(to, "null");
    }
    buffer_text(to, ",");
}

static void member_str(struct buffer *to, const char *name, struct str text) {
    buffer_format(to, "\"%s\":", name);
    json_text(to, text);
    buffer_text(to, ",");
}

// A text as a list of its stretches, each [bold or not, words]; one without bold words has none.
static void put_stretches(struct buffer *to, const struct block *block) {
    struct str rest = block->text;
    for (int i = 0; i < block->stretch_count; i++) {
        const struct stretch *stretch = &block->stretches[i];
        buffer_format(to, "%s[%d,", i > 0 ? "," : "", stretch->emphasis == EMPHASIS_BOLD);
        json_text(to, (struct str){rest.at, stretch->size});
        buffer_text(to, "]");
        rest = str_skip(rest, stretch->size);
    }
    if (block->stretch_count == 0) {
        buffer_text(to, "[0,");
        json_text(to, rest);
        buffer_text(to, "]");
    }
}

static void put_block(struct buffer *to, const struct block *block) {
    static const char *const kinds[] = {[BLOCK_HEADING] = "heading",
                                        [BLOCK_PARAGRAPH] = "paragraph",
                                        [BLOCK_ITEM] = "item",
                                        [BLOCK_PICTURE] = "picture"};
    buffer_format(to, "{\"kind\":\"%s\",\"indent\":%d,\"callout\":%d,\"line\":%d,",
                  kinds[block->kind], block->indent, block->callout, block->line);
    member_str(to, "marker", block->marker);
    member_str(to, "text", block->text);
    member_str(to, "alt", block->alt);
    buffer_text(to, "\"parts\":[");
    put_stretches(to, block);
    buffer_text(to, "]}");
}

void json_card(struct buffer *to, const struct card *card) {
    buffer_text(to, "{");
    member_str(to, "label", card->label);
    member_str(to, "title", card->title);
    buffer_text(to, "\"blocks\":[");
    for (int i = 0; i < card->body.count; i++) {
        buffer_text(to, i > 0 ? "," : "");
        put_block(to, &card->body.blocks[i]);
    }
    buffer_text(to, "]}");
}

void json_deck(struct buffer *to, const struct deck *deck) {
    const struct settings *settings = &deck->settings;
    buffer_text(to, "{");
    member(to, "name", settings->practice_name);
    member(to, "poster", settings->poster);
    member(to, "posterDrawing", deck->poster_drawing);
    member(to, "phone", settings->phone);
    buffer_text(to, "\"languages\":[");
    for (int i = 0; i < deck->language_count; i++) {
        const struct language *language = &deck->languages[i];
        buffer_text(to, i > 0 ? ",{" : "{");
        member(to, "tag", language->words.tag);
        buffer_format(to, "\"isRightToLeft\":%d}", language->words.is_right_to_left);
    }
    buffer_text(to, "],\"drawings\":{");
    for (int i = 0; i < settings->drawings.count; i++) {
        const struct keyed_text *choice = &settings->drawings.list[i];
        member(to, choice->key, choice->has_drawing ? choice->text : NULL);
    }
    buffer_text(to, "\"\":null}}");
}

void json_changes(struct buffer *to, const struct changes *changes,
                  const struct staff_words *words) {
    buffer_text(to, "[");
    for (int i = 0; i < changes->count; i++) {
        struct change_words said = change_words_of(&changes->list[i], words, to->arena);
        buffer_text(to, i > 0 ? ",{" : "{");
        member(to, "label", said.label);
        member(to, "old", said.old);
        member(to, "now", said.now);
        buffer_format(to, "\"isConfirmed\":%d}", said.is_confirmed);
    }
    buffer_text(to, "]");
}

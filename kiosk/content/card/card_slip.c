// SPDX-License-Identifier: MIT
// One pass looks for the few signs that begin a slip, which most lines have not; only a line with
// one is mended, all its slips at once, so that each finding can say the whole line.
#include "content/card/card_slip.h"

#include "base/buffer.h"
#include "base/encoding.h"
#include "base/utf8.h"
#include "content/name.h"

#include <stdlib.h>
#include <string.h>

enum { TYPED_BYTES = 160 }; // of a mended line: nobody types a longer one off a screen

// Bytes up to and with the sign, or 0 where it does not come.
static size_t up_to(struct str text, char sign) {
    const char *found = text.size > 0 ? memchr(text.at, sign, text.size) : NULL;
    return found ? (size_t)(found - text.at) + 1 : 0;
}

// "<b>" and "</b>", or the lone "<" in front of a letter; "<5" is none.
static size_t mend_tag(struct str text, struct buffer *mended) {
    (void)mended;
    char first = str_at(text, str_at(text, 1) == '/' ? 2 : 1);
    size_t end = up_to(text, '>');
    return !char_is_letter(first) ? 0 : end > 0 ? end : 1;
}

static const char *entity_letter(struct str entity, char letter[5]) {
    static const char *const names[][2] = {
        {"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""},
        {"&nbsp;", " "},  {"&pound;", "£"}, {"&euro;", "€"},  {"&ndash;", "–"},
        {"&mdash;", "—"}, {"&rsquo;", "’"}, {"&lsquo;", "‘"}, {"&eacute;", "é"},
    };
    for (int i = 0; i < COUNT_OF(names); i++) {
        if (str_equals_ignoring_case(entity, names[i][0])) {
            return names[i][1];
        }
    }
    bool is_hex = str_at(entity, 2) == 'x' || str_at(entity, 2) == 'X';
    unsigned long code = strtoul(entity.at + (is_hex ? 3 : 2), NULL, is_hex ? 16 : 10);
    bool is_some = entity.at[1] == '#' && code >= ' ' && code < UTF8_BAD &&
                   !encoding_find_refusal((uint32_t)code);
    letter[is_some ? utf8_put(letter, (uint32_t)code) : 0] = '\0';
    return letter;
}

// "&amp;" and "&#163;"; "Q&A; more" has no letters only, and "AT&T" has no end.
static size_t mend_entity(struct str text, struct buffer *mended) {
    char letter[5];
    size_t end = up_to(text, ';');
    size_t first = str_at(text, 1) == '#' ? 2 : 1;
    for (size_t i = first; i + 1 < end; i++) {
        if (!char_is_letter(text.at[i]) && !char_is_digit(text.at[i])) {
            return 0;
        }
    }
    if (end < first + 2) {
        return 0;
    }
    buffer_text(mended, entity_letter((struct str){text.at, end}, letter));
    return end;
}

// "[words](address)"
static size_t mend_link(struct str text, struct buffer *mended) {
    size_t gap = up_to(text, ']');
    size_t end = str_at(text, gap) == '(' && gap > 0 ? up_to(str_skip(text, gap), ')') : 0;
    if (end > 0) {
        buffer_put(mended, (struct str){text.at + 1, gap - 2});
    }
    return end > 0 ? gap + end : 0;
}

static size_t mend_struck(struct str text, struct buffer *mended) {
    (void)mended;
    struct str inside = str_skip(text, 2);
    const char *end = str_at(text, 1) == '~' ? memmem(inside.at, inside.size, "~~", 2) : NULL;
    return end && end > inside.at ? (size_t)(end + 2 - text.at) : 0;
}

static const struct {
    char sign;
    enum fault fault;
    size_t (*mend)(struct str text, struct buffer *mended); // bytes of the slip, or 0
} slips[] = {
    {'<', FAULT_TAG, mend_tag},
    {'&', FAULT_ENTITY, mend_entity},
    {'[', FAULT_LINK, mend_link},
    {'~', FAULT_STRUCK, mend_struck},
};

// "www.nhs.uk" and "https://..."; nobody can touch one here.
static bool is_address(struct str text) {
    return str_starts(text, "http://") || str_starts(text, "https://") ||
           str_starts(text, "www.") || str_starts(text, "Www.");
}

// UTF-8 that was read as Windows-1252 and saved again: "â€™" for ’, "Â£" for £, "Ã©" for é.
static bool is_garbled(struct str text) {
    unsigned char letter = (unsigned char)str_at(text, 1), next = (unsigned char)str_at(text, 2);
    bool is_latin = text.at[0] == '\xC3' && (letter == 0x82 || letter == 0x83) && next == 0xC2;
    return is_latin || str_starts(text, "â€");
}

// A finding with the line as it should be typed, where it is short; NULL: that cannot be said.
static void add(enum fault fault, struct finding_place place, const char *mended,
                struct findings *findings) {
    struct arena *arena = findings->arena;
    bool is_short = mended && strlen(mended) <= TYPED_BYTES;
    const char *todo = !is_short           ? NULL
                       : mended[0] == '\0' ? "Take this line out."
                                           : arena_format(arena, "Type “%s” instead.",
                                                          finding_quote(mended, arena));
    fault_add_with(findings, fault, place, todo);
}

static void check_words(struct str words, struct finding_place place, struct findings *findings) {
    struct buffer mended = {.arena = findings->arena};
    bool has[COUNT_OF(slips)] = {false}, has_address = false, has_garbled = false, is_good = true;
    buffer_text(&mended, "");
    for (size_t at = 0, size; at < words.size; at += size) {
        struct str rest = str_skip(words, at);
        size = 0;
        for (int i = 0; i < COUNT_OF(slips) && size == 0; i++) {
            size = rest.at[0] == slips[i].sign ? slips[i].mend(rest, &mended) : 0;
            has[i] |= size > 0;
        }
        has_garbled |= is_garbled(rest);
        has_address |= is_address(rest) && (at == 0 || !char_is_letter(words.at[at - 1]));
        if (size == 0) {
            buffer_put(&mended, (struct str){rest.at, size = 1});
        }
    }
    for (int i = 0; i < COUNT_OF(slips); i++) {
        if (has[i]) {
            add(slips[i].fault, place, str_trim(buffer_str(&mended)).at, findings);
            is_good = false;
        }
    }
    if (has_address && is_good) {
        fault_add(findings, FAULT_ADDRESS, place);
    }
    if (has_garbled) {
        fault_add(findings, FAULT_GARBLED, place);
    }
}

// "| Monday | 9 to 5 |" is "Monday   9 to 5": three blanks part columns.
static const char *mended_row(struct str row, struct arena *arena) {
    struct buffer out = {.arena = arena};
    size_t ruler = 0;
    buffer_text(&out, "");
    while (ruler < row.size && strchr("|-: ", row.at[ruler])) {
        ruler++;
    }
    for (struct str rest = str_skip(row, 1); ruler < row.size && rest.size > 0;) {
        size_t size = up_to(rest, '|');
        struct str cell = str_trim((struct str){rest.at, size - 1});
        buffer_text(&out, out.size > 0 && cell.size > 0 ? "   " : "");
        buffer_put(&out, cell);
        rest = str_skip(rest, size);
    }
    return out.at;
}

// The part of the line between two signs that is the name of a picture; empty: there is none.
static struct str find_picture(struct str line) {
    for (size_t start = 0, i = 0; i <= line.size; i++) {
        struct str part = str_trim((struct str){line.at + start, i - start});
        if (i < line.size && !strchr("[](){}<>\"/\\!", line.at[i])) {
            continue;
        }
        if (part.size > 0 && name_is_picture(part)) {
            return part;
        }
        start = i + 1;
    }
    return (struct str){line.at, 0};
}

// The words between the first brackets that hold more than the picture's name.
static struct str find_alt(struct str line, struct str name) {
    for (size_t i = 0; i < line.size; i++) {
        char end = line.at[i] == '[' ? ']' : line.at[i] == '(' ? ')' : '\0';
        size_t size = end ? up_to(str_skip(line, i + 1), end) : 0;
        struct str words = str_trim((struct str){line.at + i + 1, size > 0 ? size - 1 : 0});
        if (words.size > 0 && !memmem(words.at, words.size, name.at, name.size)) {
            return words;
        }
    }
    return str_from("What it shows");
}

// A line that was to be a picture's, and is not quite right.
static bool is_picture(struct str line, struct str name) {
    bool has_bracket = memchr(line.at, '(', line.size) || memchr(line.at, '[', line.size);
    return memmem(line.at, line.size, "![", 2) ||
           (name.size > 0 && (has_bracket || name.size == line.size));
}

// Whether there is a sign that any slip has, as in few lines.
static bool has_sign(struct str words) {
    static const bool begins[256] = {['<'] = true, ['&'] = true, ['['] = true, ['~'] = true,
                                     ['|'] = true, ['.'] = true, [':'] = true, [0xC3] = true};
    for (size_t i = 0; i < words.size; i++) {
        if (begins[(unsigned char)words.at[i]]) {
            char next = str_at(words, i + 1);
            bool is_pause = words.at[i] == '.' || words.at[i] == ':'; // of a sentence, unless
            if (!is_pause || char_is_letter(next) || next == '/') {
                return true;
            }
        }
    }
    return false;
}

void card_slip_check(struct str words, struct finding_place place, struct findings *findings) {
    if (!has_sign(words)) {
        return;
    }
    struct arena *arena = findings->arena;
    struct str name = find_picture(words);
    if (is_picture(words, name)) {
        struct str alt = find_alt(words, name);
        const char *line =
            arena_format(arena, "![%.*s](%.*s)", (int)alt.size, alt.at, (int)name.size, name.at);
        add(FAULT_PICTURE_LINE, place, name.size > 0 ? line : NULL, findings);
        return;
    }
    if (words.size > 2 && words.at[0] == '|' && words.at[words.size - 1] == '|') {
        add(FAULT_TABLE, place, mended_row(words, arena), findings);
        return;
    }
    check_words(words, place, findings);
}

// SPDX-License-Identifier: MIT
// Text from Word, line by line. Word and people write a list with signs that CommonMark takes for
// letters, so that all lines of the list would be run into one. A sign that may mean something else
// is read as one where two lines in a row have it. Nothing here changes the number of lines.
#include "content/card/paste.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "content/card/list_marker.h"

#include <string.h>

struct row {
    struct str line; // with its line end
    struct list_marker sign;
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// Takes the next line off *text, with its line end.
static struct str next_line(struct str *text) {
    const char *stop = memchr(text->at, '\n', text->size);
    struct str line = {text->at, stop ? (size_t)(stop + 1 - text->at) : text->size};
    *text = (struct str){text->at + line.size, text->size - line.size};
    return line;
}

static struct row next_row(struct str *text) {
    struct str line = next_line(text);
    bool has_end = line.size > 0 && line.at[line.size - 1] == '\n';
    return (struct row){line, list_marker_find((struct str){line.at, line.size - has_end})};
}

// Whether two lines one below the other are of one list. Two that may begin with a minus are not.
static bool is_pair(const struct list_marker *sign, const struct list_marker *next) {
    bool are_numbers =
        (sign->is_minus && (next->is_minus || next->is_mark)) || (next->is_minus && sign->is_mark);
    return list_marker_goes_on(sign, next) && !are_numbers;
}

// Three lines, and whether the first of them is one of a list.
struct walk {
    struct row before, now, next;
    bool was_list;
};

static bool is_list(const struct walk *walk) {
    const struct list_marker *sign = &walk->now.sign;
    bool goes_on = walk->was_list && list_marker_goes_on(&walk->before.sign, sign) &&
                   !(sign->is_minus && walk->before.sign.is_mark);
    return sign->is_mark || sign->is_sure ||
           (sign->kind != LIST_LETTER && (goes_on || is_pair(sign, &walk->next.sign)));
}

static bool is_wide(uint32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

// What is not drawn in front of a sign keeps its width, so that an inner list stays one.
static void put_lead(struct buffer *out, struct str lead) {
    const char *at = lead.at;
    while (at < lead.at + lead.size) {
        const char *start = at;
        uint32_t c = utf8_next(&at, lead.at + lead.size);
        buffer_put(out, is_blank(*start) ? start : " ", is_blank(*start) || is_wide(c) ? 1 : 0);
    }
}

static void put_row(struct buffer *out, const struct row *row) {
    const struct list_marker *sign = &row->sign;
    size_t size = sign->is_mark ? 0 : sign->size + sign->behind;
    struct str rest = {row->line.at + sign->lead + size, row->line.size - sign->lead - size};
    put_lead(out, (struct str){row->line.at, sign->lead});
    if (!sign->is_mark && sign->kind == LIST_NUMBER) {
        buffer_put(out, row->line.at + sign->lead, sign->size);
        buffer_text(out, " ");
    } else if (!sign->is_mark) {
        buffer_text(out, "- ");
    }
    buffer_put(out, rest.at, rest.size);
}

static bool has_blanks_only(struct str text) {
    size_t count = 0;
    while (count < text.size && is_blank(text.at[count])) {
        count++;
    }
    return count == text.size;
}

// Whether there is any sign that CommonMark would not know as it stands.
static bool has_sign(struct str text) {
    while (text.size > 0) {
        struct row row = next_row(&text);
        struct str lead = {row.line.at, row.sign.lead};
        if (row.sign.kind != LIST_NONE && (!row.sign.is_mark || !has_blanks_only(lead))) {
            return true;
        }
    }
    return false;
}

struct str paste_read_lists(struct str text, struct arena *arena) {
    if (!has_sign(text)) {
        return text;
    }
    struct buffer out = {.arena = arena};
    struct walk walk = {.next = next_row(&text)};
    while (walk.next.line.size > 0) {
        walk.now = walk.next;
        walk.next = next_row(&text);
        walk.was_list = is_list(&walk);
        if (walk.was_list) {
            put_row(&out, &walk.now);
        } else {
            buffer_put(&out, walk.now.line.at, walk.now.line.size);
        }
        walk.before = walk.now;
    }
    return buffer_str(&out);
}

// Whether the line below stays one of its own, as two spaces or a \ at the end make it.
static bool is_broken(struct str line) {
    const char *end = line.at + line.size;
    return line.size > 2 && (memcmp(end - 3, "  \n", 3) == 0 || end[-2] == '\\');
}

// Whether such a sign stands behind a single letter or a number, which few texts have.
static bool has_single(struct str text, char sign) {
    const char *end = text.at + text.size;
    const char *at = text.size > 0 ? memchr(text.at, sign, text.size) : NULL;
    while (at) {
        char before = at - text.at < 2 ? ' ' : (char)(at[-2] | 0x20);
        if (before < 'a' || before > 'z') {
            return true;
        }
        at = memchr(at + 1, sign, (size_t)(end - at - 1));
    }
    return false;
}

int paste_find_letters(struct str text) {
    struct row row = {0};
    if (!has_single(text, ')') && !has_single(text, '.')) {
        return 0;
    }
    for (int number = 0; text.size > 0; number++) {
        struct row next = next_row(&text);
        if (row.sign.kind == LIST_LETTER && list_marker_goes_on(&row.sign, &next.sign) &&
            !is_broken(row.line)) {
            return number;
        }
        row = next;
    }
    return 0;
}

// Whether a tab stands between two words of the line, which is no item of a list.
static bool is_row(struct str line) {
    line = str_trim(line);
    while (line.size > 0 && (line.at[0] == '#' || line.at[0] == '>')) {
        line = str_trim((struct str){line.at + 1, line.size - 1});
    }
    return line.size > 0 && memchr(line.at, '\t', line.size) && !list_marker_find(line).is_mark;
}

int paste_find_table(struct str text) {
    bool was_row = false;
    for (int number = 1; text.size > 0; number++) {
        bool is_now = is_row(next_line(&text));
        if (is_now && was_row) {
            return number - 1;
        }
        was_row = is_now;
    }
    return 0;
}

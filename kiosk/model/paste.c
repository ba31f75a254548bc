// SPDX-License-Identifier: MIT
// Text from Word, line by line. Word writes a list with signs that CommonMark takes for letters, so
// that all lines of the list would be run into one. Nothing here changes the number of lines.
#include "model/paste.h"

#include <string.h>

static const struct {
    const char *sign;
    bool needs_tab; // with a space behind it, people mean the sign itself
} signs[] = {
    {"\xE2\x80\xA2", false}, // • bullet
    {"\xC2\xB7", false},     // · middle dot
    {"\xE2\x80\xA3", false}, // ‣ triangular bullet
    {"\xE2\x96\xAA", false}, // ▪ small square
    {"\xEF\x82\xB7", false}, // U+F0B7, the bullet of the font Symbol
    {"\xE2\x80\x93", true},  // – en dash
};

static bool starts_with(struct str text, const char *start) {
    size_t size = strlen(start);
    return text.size >= size && memcmp(text.at, start, size) == 0;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static size_t blanks_at(struct str line) {
    size_t count = 0;
    while (count < line.size && is_blank(line.at[count])) {
        count++;
    }
    return count;
}

static size_t digits_at(struct str line) {
    size_t count = 0;
    while (count < line.size && line.at[count] >= '0' && line.at[count] <= '9') {
        count++;
    }
    return count;
}

// Bytes of a sign and the blanks behind it, 0 where there is no sign. Word likes no-break spaces.
static size_t sign_bytes(struct str line) {
    for (int i = 0; i < COUNT_OF(signs); i++) {
        size_t size = strlen(signs[i].sign);
        struct str behind = {line.at + size, line.size - size};
        if (!starts_with(line, signs[i].sign)) {
            continue;
        }
        if (starts_with(behind, "\xC2\xA0") && !signs[i].needs_tab) {
            size += 2;
            behind = (struct str){behind.at + 2, behind.size - 2};
        } else if (behind.size == 0 || !is_blank(behind.at[0]) ||
                   (signs[i].needs_tab && behind.at[0] != '\t')) {
            return 0;
        }
        return size + blanks_at(behind);
    }
    return 0;
}

// Takes the next line off *text, with its line end.
static struct str next_line(struct str *text) {
    const char *stop = memchr(text->at, '\n', text->size);
    struct str line = {text->at, stop ? (size_t)(stop + 1 - text->at) : text->size};
    *text = (struct str){text->at + line.size, text->size - line.size};
    return line;
}

static bool has_sign(struct str text) {
    while (text.size > 0) {
        struct str line = next_line(&text);
        size_t indent = blanks_at(line);
        if (sign_bytes((struct str){line.at + indent, line.size - indent}) > 0) {
            return true;
        }
    }
    return false;
}

struct str paste_read_lists(struct str text, struct arena *arena) {
    if (!has_sign(text)) {
        return text;
    }
    char *out = arena_alloc(arena, text.size + 1); // "- " is never longer than what it stands for
    size_t size = 0;
    while (text.size > 0) {
        struct str line = next_line(&text);
        size_t indent = blanks_at(line);
        size_t sign = sign_bytes((struct str){line.at + indent, line.size - indent});
        memcpy(out + size, line.at, indent);
        size += indent;
        if (sign > 0) {
            out[size++] = '-';
            out[size++] = ' ';
        }
        memcpy(out + size, line.at + indent + sign, line.size - indent - sign);
        size += line.size - indent - sign;
    }
    return (struct str){out, size};
}

// Whether the line is one of a list as CommonMark has it, behind whose mark a tab does no harm.
static bool is_item(struct str line) {
    size_t digits = digits_at(line);
    const char *marks = digits > 0 ? ".)" : "-*+";
    return digits + 1 < line.size && line.at[digits] && strchr(marks, line.at[digits]) &&
           is_blank(line.at[digits + 1]);
}

// Whether a tab stands between two words of the line, which is no item of a list.
static bool is_row(struct str line) {
    line = str_trim(line);
    while (line.size > 0 && (line.at[0] == '#' || line.at[0] == '>')) {
        line = str_trim((struct str){line.at + 1, line.size - 1});
    }
    return line.size > 0 && !is_item(line) && memchr(line.at, '\t', line.size);
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

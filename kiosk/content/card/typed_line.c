// SPDX-License-Identifier: MIT
// A sign in front of a line is a mark only where nobody can have meant the sign itself: none that
// stands beside a digit is one, but for a bullet and the number of an item.
#include "content/card/typed_line.h"

#include "base/utf8.h"

#include <string.h>

enum { TAB_COLUMNS = 4, RULE_SIGNS = 3, NUMBER_DIGITS = 4, ROMAN_LETTERS = 5, HEADING_MARKS = 6 };

static bool is_wide(char c) {
    return (unsigned char)c >= 0x80; // a part of a letter or sign beyond ASCII
}

static bool is_word(char c) {
    return char_is_letter(c) || is_wide(c);
}

// Takes blanks of every kind off the start of *text; returns how many columns they were.
static int take_blanks(struct str *text) {
    char first = str_at(*text, 0);
    size_t blank = char_is_blank(first) || is_wide(first) ? utf8_blank_bytes(*text) : 0;
    int columns = 0;
    for (size_t i = 0; i < blank; i++) {
        bool is_inside = ((unsigned char)text->at[i] & 0xC0) == 0x80;
        columns += text->at[i] == '\t' ? TAB_COLUMNS - columns % TAB_COLUMNS : !is_inside;
    }
    *text = str_skip(*text, blank);
    return columns;
}

// "> text" and ">text", but not ">65"; a ">" alone parts the paragraphs of a call-out.
static bool take_callout(struct str *text) {
    char next = str_at(*text, 1);
    bool is_mark = str_at(*text, 0) == '>' && (char_is_blank(next) || is_word(next) ||
                                               next == '*' || next == '"' || next == '\0');
    *text = str_skip(*text, is_mark);
    return is_mark;
}

static bool is_rule(struct str text) {
    char sign = str_at(text, 0);
    int count = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.at[i] != sign && !char_is_blank(text.at[i])) {
            return false;
        }
        count += text.at[i] == sign;
    }
    return count >= RULE_SIGNS && strchr("-_=*~", sign);
}

// How many # signs the text begins with, where a blank follows.
static size_t heading_marks(struct str text) {
    size_t count = 0;
    while (str_at(text, count) == '#') {
        count++;
    }
    return count <= HEADING_MARKS && char_is_blank(str_at(text, count)) ? count : 0;
}

// Nobody writes one of these for itself; the last two are of the fonts Symbol and Wingdings.
static bool is_bullet(uint32_t c) {
    static const uint16_t bullets[] = {0x2022, 0xB7,   0x2043, 0x2023, 0x25AA, 0x25AB, 0x25A0,
                                       0x25A1, 0x25CF, 0x25CB, 0x25E6, 0xF0B7, 0xF0A7};
    for (int i = 0; i < COUNT_OF(bullets); i++) {
        if (bullets[i] == c) {
            return true;
        }
    }
    return false;
}

// Hyphens and dashes, the figure dash, the horizontal bar and the minus sign.
static bool is_dash(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

// "*Closed today*" and "**bold**" are words.
static bool take_bullet(struct typed_line *line, bool is_in_list) {
    struct str text = line->text;
    const char *at = text.at;
    uint32_t sign = utf8_next(&at, text.at + text.size);
    char next = str_at(text, (size_t)(at - text.at));
    bool is_starred = str_at(text, 1) == '*' || text.at[text.size - 1] == '*';
    bool is_mark = is_bullet(sign) ||
                   (is_dash(sign) && (char_is_blank(next) || is_word(next) ||
                                      (is_in_list && char_is_digit(next)))) ||
                   (sign == '*' && (char_is_blank(next) || is_word(next)) && !is_starred);
    line->is_inner = sign == 'o' && next == '\t'; // Word's second level, in the font Courier
    if (is_mark || line->is_inner) {
        line->text = str_skip(text, (size_t)(at - text.at));
    }
    return is_mark || line->is_inner;
}

// Bytes of "25", "a", "iv" or "B", or 0; the sign behind them has to be a bracket for a capital.
static size_t numeral_bytes(struct str text) {
    size_t digits = 0;
    while (char_is_digit(str_at(text, digits))) {
        digits++;
    }
    if (digits > 0) {
        return digits <= NUMBER_DIGITS ? digits : 0;
    }
    size_t roman = 0;
    while (str_at(text, roman) && strchr("ivx", str_at(text, roman))) {
        roman++;
    }
    char first = str_at(text, 0);
    bool is_lettered =
        (first >= 'a' && first <= 'z') || (char_is_letter(first) && str_at(text, 1) == ')');
    return roman > 1 && roman <= ROMAN_LETTERS ? roman : is_lettered;
}

// A dot or a bracket, and a blank: "2.5 ml" is none, and neither is "J. Smith".
static bool take_number(struct typed_line *line) {
    size_t size = numeral_bytes(line->text);
    char sign = str_at(line->text, size);
    if (size == 0 || (sign != '.' && sign != ')') || !char_is_blank(str_at(line->text, size + 1))) {
        return false;
    }
    line->marker = (struct str){line->text.at, size + 1};
    line->text = str_skip(line->text, size + 1);
    return true;
}

// In the folder images, and nowhere that leads out of it; Windows allows none of these signs.
static bool is_file_name(struct str name) {
    for (size_t i = 0; i < name.size; i++) {
        if (strchr("/\\:<>\"|?*", name.at[i])) {
            return false;
        }
    }
    return name.size > 0 && name.at[0] != '.';
}

// "![Our team](team.jpg)" and nothing else; the name may have blanks and brackets in it.
static bool take_picture(struct typed_line *line) {
    struct str text = line->text;
    const char *gap = str_starts(text, "![") ? memmem(text.at, text.size, "](", 2) : NULL;
    if (!gap || text.at[text.size - 1] != ')') {
        return false;
    }
    struct str alt = {text.at + 2, (size_t)(gap - text.at) - 2};
    struct str name = str_skip(text, alt.size + 4);
    name = str_trim((struct str){name.at, name.size - 1});
    if (!is_file_name(name) || memchr(alt.at, '[', alt.size)) {
        return false;
    }
    line->alt = str_trim(alt);
    line->text = name;
    return true;
}

static enum line_kind take_marks(struct typed_line *line, bool is_in_list) {
    if (line->text.size == 0) {
        return LINE_BLANK;
    }
    if (char_is_letter(line->text.at[0]) && char_is_letter(str_at(line->text, 1))) {
        return take_number(line) ? LINE_ITEM : LINE_TEXT; // nearly always
    }
    if (is_rule(line->text)) {
        return LINE_RULE;
    }
    size_t marks = heading_marks(line->text);
    if (marks > 0) {
        line->text = str_skip(line->text, marks);
        return marks == 1 ? LINE_TITLE : LINE_HEADING;
    }
    if (take_picture(line)) {
        return LINE_PICTURE;
    }
    return take_bullet(line, is_in_list) || take_number(line) ? LINE_ITEM : LINE_TEXT;
}

struct typed_line typed_line_read(struct str typed, bool is_in_list) {
    struct typed_line line = {.text = typed};
    while (line.text.size > 0 && char_is_blank(line.text.at[line.text.size - 1])) {
        line.text.size--;
    }
    line.indent = take_blanks(&line.text);
    struct str words = line.text;
    line.is_callout = take_callout(&line.text);
    line.indent = line.is_callout ? take_blanks(&line.text) : line.indent;
    line.kind = take_marks(&line, is_in_list);
    if (line.kind != LINE_TEXT) {
        take_blanks(&line.text);
    }
    if (line.kind != LINE_BLANK && line.text.size == 0) { // a mark without words is words itself
        line = (struct typed_line){.kind = LINE_TEXT, .text = words};
    }
    return line;
}

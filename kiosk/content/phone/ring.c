// SPDX-License-Identifier: MIT
// What stands on either side is laid out from the digits outwards, so that both sides are read by
// the same few lines. A word that says that somebody rings makes a number of them whatever follows,
// but for a word of time; else they are one if nothing beside them makes them a count or a measure.
#include "content/phone/ring.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

enum { REACH = 24 }; // code points that are looked at on a side

struct side {
    uint32_t list[REACH + 1]; // from the digits outwards; 0 where the text ends
};

static const char *const calls[] = {"call", "calls", "dial",      "dials", "nhs", "phone",
                                    "ring", "tel",   "telephone", "text",  NULL};
static const char *const no_calls[] = {
    "about", "after", "age",    "aged", "at",    "before", "bus",  "between", "by",    "from",
    "floor", "in",    "nearly", "of",   "over",  "page",   "part", "room",    "route", "since",
    "step",  "than",  "till",   "to",   "under", "unit",   "ward", "zone",    "until", NULL};
static const char *const times[] = {"a", "am", "day", "days",  "hour", "hours", "minute", "minutes",
                                    "o", "p",  "pm",  "times", "week", "weeks", NULL};

static struct side side_behind(struct str text, size_t at) {
    struct side side = {{0}};
    const char *c = text.at + at, *end = text.at + text.size;
    for (int i = 0; i < REACH && c < end; i++) {
        side.list[i] = utf8_next(&c, end);
    }
    return side;
}

static struct side side_before(struct str text, size_t at) {
    struct side side = {{0}};
    for (int i = 0; i < REACH && at > 0; i++) {
        const char *end = text.at + at;
        do {
            at--;
        } while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
        const char *c = text.at + at;
        side.list[i] = utf8_next(&c, end);
    }
    return side;
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F;
}

static bool is_dash(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

// Of any script that the fonts have; the rest is spaces, signs and the end of the text.
static bool is_letter(uint32_t c) {
    bool is_sign = c < 0xC0 || (c >= 0x2000 && c <= 0x206F) || c == 0x60C || c == 0x61B ||
                   c == 0x61F || c == 0x6D4 || c == 0x964 || (c >= 0x3000 && c <= 0x303F) ||
                   (c >= 0xFF00 && c <= 0xFF0F);
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || !is_sign;
}

static bool is_quote(uint32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == ':' || (c >= 0x2018 && c <= 0x201F);
}

static int skip_spaces(const struct side *side, int at) {
    while (is_space(side->list[at])) {
        at++;
    }
    return at;
}

// The word of ASCII letters that begins at `at`, read outwards; "" where there is none.
static void read_word(char word[REACH + 1], const struct side *side, int at) {
    int size = 0;
    while (is_letter(side->list[at + size])) {
        uint32_t c = side->list[at + size];
        word[size++] = (char)(c < 0x80 ? c : '?');
    }
    word[size] = '\0';
}

static bool is_one_of(const char *word, const char *const *words) {
    while (*words && strcasecmp(word, *words) != 0) {
        words++;
    }
    return *words != NULL;
}

// "Call (99)", "Tel: 99"
static bool follows(const struct side *before, const char *const *words) {
    char word[REACH + 1];
    int at = 0;
    while (is_space(before->list[at]) || is_quote(before->list[at])) {
        at++;
    }
    read_word(word, before, at);
    for (char *left = word, *right = word + strlen(word); left < --right; left++) {
        char letter = *left;
        *left = *right;
        *right = letter;
    }
    return is_one_of(word, words);
}

static bool leads_to(const struct side *behind, const char *const *words) {
    char word[REACH + 1];
    read_word(word, behind, skip_spaces(behind, 0));
    return is_one_of(word, words);
}

// "9 - 11": a dash, and another number on its far side.
static bool is_range(const struct side *side) {
    int at = skip_spaces(side, 0);
    return is_dash(side->list[at]) && is_digit(side->list[skip_spaces(side, at + 1)]);
}

// "£99", "#99", "-99", "99%", "99+", "99°", "99-year-old"
static bool is_measure(uint32_t before, uint32_t behind) {
    return before == 0xA3 || before == 0x20AC || before == '$' || before == '#' || before == '+' ||
           is_dash(before) || behind == '%' || behind == '+' || behind == 0xB0 || is_dash(behind);
}

static bool is_beside(const struct side *side) {
    uint32_t next = side->list[skip_spaces(side, 0)];
    return is_letter(next) || is_digit(next) || next == '%';
}

bool ring_is_meant(struct str text, struct str digits) {
    size_t start = (size_t)(digits.at - text.at);
    struct side before = side_before(text, start);
    struct side behind = side_behind(text, start + digits.size);
    if (is_range(&before) || is_range(&behind) || is_measure(before.list[0], behind.list[0]) ||
        leads_to(&behind, times)) {
        return false;
    }
    return follows(&before, calls) || (!is_beside(&behind) && !follows(&before, no_calls));
}

// SPDX-License-Identifier: MIT
// A number is groups of digits and of letters that look like them, with spaces or a hyphen between
// two groups. A group without a digit, or with another letter behind it, is a word.
#include "content/phone/lookalike.h"

#include "content/phone/phone.h"
#include "content/phone/phone_find.h"
#include "content/phone/services.h"

#include <string.h>

enum { FEWEST_DIGITS = 9, MOST_DIGITS = 15 }; // of a number of the United Kingdom, of ITU-T E.164

static const struct {
    char letter, digit;
    const char *clause;
} letters[] = {
    {'O', '0', "has the letter O where a nought (0) belongs."},
    {'o', '0', "has the letter o where a nought (0) belongs."},
    {'l', '1', "has the letter l where a one (1) belongs."},
    {'I', '1', "has the letter I where a one (1) belongs."},
};

// The letter's place in the table, or -1.
static int find_letter(char c) {
    for (int i = 0; i < COUNT_OF(letters); i++) {
        if (letters[i].letter == c) {
            return i;
        }
    }
    return -1;
}

static char digit_for(char c) {
    int letter = find_letter(c);
    return letter >= 0 ? letters[letter].digit : c;
}

struct run {
    char digits[MOST_DIGITS + 1]; // as they were meant
    int count;
    int letter; // the first one, or -1
    size_t end;
};

static size_t group_bytes(struct str text, size_t at) {
    size_t size = 0;
    bool has_digit = false;
    while (at + size < text.size && phone_is_digit(digit_for(text.at[at + size]))) {
        has_digit |= phone_is_digit(text.at[at + size]);
        size++;
    }
    bool is_word = at + size < text.size && phone_is_letter(text.at[at + size]);
    return has_digit && !is_word ? size : 0;
}

static void add_group(struct run *run, struct str group) {
    for (size_t i = 0; i < group.size; i++) {
        if (run->count < MOST_DIGITS) {
            run->digits[run->count] = digit_for(group.at[i]);
        }
        run->count++;
        run->letter = run->letter < 0 ? find_letter(group.at[i]) : run->letter;
    }
}

static struct run match_run(struct str text, size_t at) {
    struct run run = {.letter = -1, .end = at};
    size_t size, gap;
    do {
        size = group_bytes(text, at);
        add_group(&run, (struct str){text.at + at, size});
        run.end = size > 0 ? at + size : run.end;
        gap = phone_gap_bytes(text, at + size);
        at += size + gap;
    } while (size > 0 && gap > 0);
    return run;
}

static bool is_urgent(const struct run *run) {
    for (int i = 0; i < URGENT_NUMBER_COUNT; i++) {
        if (strcmp(run->digits, urgent_numbers[i].digits) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_number(const struct run *run) {
    bool is_long = run->count >= FEWEST_DIGITS && run->count <= MOST_DIGITS;
    return run->letter >= 0 && (is_urgent(run) || (is_long && run->digits[0] == '0'));
}

bool lookalike_find(struct str text, size_t from, struct lookalike *found) {
    for (size_t at = from; at < text.size; at++) {
        bool is_inside =
            at > 0 && (phone_is_digit(text.at[at - 1]) || phone_is_letter(text.at[at - 1]));
        if (is_inside || !phone_is_digit(digit_for(text.at[at]))) {
            continue;
        }
        struct run run = match_run(text, at);
        if (is_number(&run)) {
            *found = (struct lookalike){at, run.end - at, letters[run.letter].clause};
            return true;
        }
        at = run.end > at ? run.end - 1 : at; // no group of it is looked at twice
    }
    return false;
}

const char *lookalike_mended(struct str number, struct arena *arena) {
    char *mended = arena_text(arena, number);
    for (char *c = mended; *c; c++) {
        *c = digit_for(*c);
    }
    return mended;
}

// SPDX-License-Identifier: MIT
// Looks for each number in every text of the card: digit by digit, with the spaces that people put
// between them, and not as a part of a longer number.
#include "model/urgent.h"

#include "model/phone.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_joint(char c) {
    return c == ' ' || c == '-' || c == '\xC2' || c == '\xA0'; // the last two: a no-break space
}

static bool starts_with_number(struct str text, const char *number) {
    size_t at = 0;
    for (const char *digit = number; *digit; digit++) {
        while (digit > number && at < text.size && is_joint(text.at[at])) {
            at++;
        }
        if (at == text.size || text.at[at] != *digit) {
            return false;
        }
        at++;
    }
    return at == text.size || !is_digit(text.at[at]);
}

// Bytes of a longer number that begins here, such as "0203 999 1350", or 0.
static size_t long_number_bytes(struct str text) {
    enum { REACH = 40, SHORT_DIGITS = 6 };
    struct str near = {text.at, text.size < REACH ? text.size : REACH};
    size_t start, size;
    int digits = 0;
    if (!phone_find(near, 0, &start, &size) || start > 0) {
        return 0;
    }
    for (size_t i = 0; i < size; i++) {
        digits += is_digit(near.at[i]);
    }
    return digits > SHORT_DIGITS ? size : 0;
}

static bool says(struct str text, const char *number) {
    for (size_t at = 0; at < text.size; at++) {
        if (!is_digit(text.at[at]) || (at > 0 && is_digit(text.at[at - 1]))) {
            continue;
        }
        struct str rest = {text.at + at, text.size - at};
        size_t skipped = long_number_bytes(rest);
        if (skipped == 0 && starts_with_number(rest, number)) {
            return true;
        }
        at += skipped > 0 ? skipped - 1 : 0;
    }
    return false;
}

static bool card_says(const struct card *card, const char *number) {
    if (says(card->label, number) || says(card->title, number)) {
        return true;
    }
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        if (block->kind != BLOCK_PICTURE && says(block->text, number)) {
            return true;
        }
    }
    return false;
}

void urgent_check(const struct card *card, struct findings *findings) {
    static const struct {
        const char *number, *what, *todo;
    } numbers[] = {
        {"999", "Urgent help does not say 999.", "Write there: Call 999, when a life is at risk."},
        {"111", "Urgent help does not say 111.",
         "Write there: Call 111 and choose option 2, for urgent help."},
        {"116123", "Urgent help does not say 116 123.",
         "Write there: Call Samaritans on 116 123, to talk to somebody."},
    };
    for (int i = 0; i < COUNT_OF(numbers); i++) {
        if (!card_says(card, numbers[i].number)) {
            finding_add(findings, (struct finding){.path = card->path,
                                                   .what = numbers[i].what,
                                                   .todo = numbers[i].todo});
        }
    }
}

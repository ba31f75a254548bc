// SPDX-License-Identifier: MIT
// Looks for each number in every text of the card: digit by digit, with the spaces that people put
// between them, and not as a part of a longer number.
#include "content/deck/urgent.h"

#include "base/edit_distance.h"
#include "content/phone/numbers.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"
#include "content/phone/ring.h"

#include <assert.h>
#include <string.h>

enum {
    REACH = 64,         // bytes that a telephone number may take
    LONGEST_DIGITS = 6, // of the numbers in the table
    SHORT_DIGITS = 4,   // of what may stand in the place of a number of three digits
};

static bool starts_with_number(struct str text, const char *number) {
    size_t at = 0;
    for (const char *digit = number; *digit; digit++) {
        size_t joint;
        while (digit > number && (joint = phone_joint_bytes(text, at)) > 0) {
            at += joint;
        }
        if (at == text.size || text.at[at] != *digit) {
            return false;
        }
        at++;
    }
    return at == text.size || !phone_is_digit(text.at[at]);
}

// Bytes of a number of more than `most` digits that begins here, such as "0203 999 1350", or 0.
static size_t longer_number_bytes(struct str text, int most) {
    struct str near = {text.at, text.size < REACH ? text.size : REACH};
    size_t start, size;
    if (!phone_find(near, 0, &start, &size) || start > 0) {
        return 0;
    }
    return phone_digits_in((struct str){near.at, size}) > most ? size : 0;
}

// Where the next digits begin that are no part of a number of more than `most`; false: nowhere.
static bool find_digits(struct str text, size_t *from, int most) {
    for (size_t at = *from; at < text.size; at++) {
        if (!phone_is_digit(text.at[at]) || (at > 0 && phone_is_digit(text.at[at - 1]))) {
            continue;
        }
        size_t skipped = longer_number_bytes((struct str){text.at + at, text.size - at}, most);
        if (skipped == 0) {
            *from = at;
            return true;
        }
        at += skipped - 1;
    }
    return false;
}

static bool says(struct str text, const char *number) {
    for (size_t at = 0; find_digits(text, &at, LONGEST_DIGITS); at++) {
        if (starts_with_number((struct str){text.at + at, text.size - at}, number)) {
            return true;
        }
    }
    return false;
}

// The line above the title comes first, which no screen of urgent help shows.
enum { FIRST_TEXT, FIRST_SHOWN_TEXT };

// The words of a card, text by text, in digits from 0 to 9.
struct texts {
    const struct card *card;
    struct arena arena;
    int next;
    int line;       // of the text that was given last
    bool is_unseen; // it is that of a picture
};

static bool next_text(struct texts *texts, struct str *text) {
    const struct card *card = texts->card;
    int at = texts->next++ - 2;
    if (at >= card->body.count) {
        return false;
    }
    const struct block *block = at >= 0 ? &card->body.blocks[at] : NULL;
    texts->line = block ? block->line : at == -1 ? card->title_line : 1;
    texts->is_unseen = block && block->kind == BLOCK_PICTURE;
    struct str words = texts->is_unseen ? block->alt
                       : block          ? block->text
                       : at == -1       ? card->title
                                        : card->label;
    arena_reset(&texts->arena);
    *text = numbers_plain(words, &texts->arena);
    return true;
}

bool urgent_has(const struct card *card, const struct urgent_number *number) {
    struct texts texts = {.card = card, .next = FIRST_SHOWN_TEXT};
    struct str text;
    bool is_said = false;
    while (!is_said && next_text(&texts, &text)) {
        is_said = !texts.is_unseen && says(text, number->digits);
    }
    arena_finish(&texts.arena);
    return is_said;
}

// Europe's numbers for help all begin with 116; these belong to others, so they are no slips.
static bool is_of_others(const char *digits) {
    static const char *const others[] = {"116000", "116006", "116111", "116117"};
    for (int i = 0; i < COUNT_OF(others); i++) {
        if (strcmp(digits, others[i]) == 0) {
            return true;
        }
    }
    return false;
}

bool urgent_is_slip(struct str written, const struct urgent_number *number) {
    char digits[LONGEST_DIGITS + 3] = "";
    size_t count = 0;
    for (size_t i = 0; i < written.size; i++) {
        if (phone_is_digit(written.at[i]) && count < sizeof digits - 1) {
            digits[count++] = written.at[i];
        }
    }
    bool is_long = count == LONGEST_DIGITS && strlen(number->digits) == LONGEST_DIGITS;
    bool is_kin = is_long && memcmp(digits, number->digits, 3) == 0;
    bool is_same = strcmp(digits, number->digits) == 0;
    int distance = edit_distance(digits, number->digits);
    return !is_same && !is_of_others(digits) && (distance == 1 || is_kin);
}

void urgent_add_slip(struct findings *findings, struct finding place, struct str written,
                     const struct urgent_number *number) {
    struct arena *arena = findings->arena;
    place.what =
        arena_format(arena, "“%s” looks like %s.", arena_text(arena, written), number->owner);
    place.todo = place.level == FINDING_ERROR ? arena_format(arena, "Write %s.", number->shown)
                                              : "Check every digit.";
    finding_add(findings, place);
}

// Of other services and of abroad, and the start of 116 123: only people know what was to stand
// there.
static bool is_service(struct str digits) {
    static const char *const services[] = {"101", "105", "112", "116", "119", "911"};
    for (int i = 0; i < COUNT_OF(services); i++) {
        if (str_equals(digits, services[i])) {
            return true;
        }
    }
    return false;
}

static bool is_year(struct str digits) {
    return digits.size == 4 && (memcmp(digits.at, "19", 2) == 0 || memcmp(digits.at, "20", 2) == 0);
}

struct slip {
    struct str written; // empty: there is none
    bool is_certain;    // it can be nothing else
};

static bool is_certain(struct str text, struct str digits) {
    return !is_service(digits) && !is_year(digits) && ring_is_meant(text, digits);
}

// The first digits of the text that are a slip from a short number, certain ones before others.
static struct slip find_short_slip(struct str text, const struct urgent_number *number) {
    struct slip slip = {0};
    for (size_t at = 0; find_digits(text, &at, SHORT_DIGITS) && !slip.is_certain;) {
        struct str digits = {text.at + at, 0};
        while (at + digits.size < text.size && phone_is_digit(digits.at[digits.size])) {
            digits.size++;
        }
        bool is_slip = urgent_is_slip(digits, number) && !phone_is_part(text, at, digits.size);
        if (is_slip && (slip.written.size == 0 || is_certain(text, digits))) {
            slip = (struct slip){digits, is_certain(text, digits)};
        }
        at += digits.size;
    }
    return slip;
}

// From 116 123: no other numbers look like it.
static struct slip find_long_slip(struct str text, const struct urgent_number *number) {
    size_t start, size;
    for (size_t from = 0; phone_find(text, from, &start, &size); from = start + size) {
        const struct str digits = {text.at + start, size};
        if (urgent_is_slip(digits, number)) {
            return (struct slip){digits, true};
        }
    }
    return (struct slip){0};
}

static struct slip find_slip(struct str text, const struct urgent_number *number) {
    bool is_short = strlen(number->digits) < SHORT_DIGITS;
    return is_short ? find_short_slip(text, number) : find_long_slip(text, number);
}

// Only where the number is nowhere on the card: else these digits are something of their own.
static void check_slips(const struct card *card, const struct urgent_number *number,
                        struct findings *findings) {
    struct texts texts = {.card = card};
    struct str text;
    while (next_text(&texts, &text)) {
        struct slip slip = find_slip(text, number);
        if (slip.written.size > 0) {
            const struct finding place = {.level =
                                              slip.is_certain ? FINDING_ERROR : FINDING_WARNING,
                                          .path = card->path,
                                          .line = texts.line};
            urgent_add_slip(findings, place, slip.written, number);
        }
    }
    arena_finish(&texts.arena);
}

// Where a slip was refused, its finding says what to write: that it is missing is no second one.
static void check_missing(const struct card *card, const struct urgent_number *number,
                          struct findings *findings) {
    int errors = findings->error_count;
    check_slips(card, number, findings);
    if (findings->error_count > errors) {
        return;
    }
    finding_add(findings, (struct finding){.path = card->path,
                                           .what = arena_format(findings->arena,
                                                                "Urgent help does not say %s.",
                                                                number->shown),
                                           .todo = number->todo});
}

void urgent_check(const struct card *card, struct findings *findings) {
    for (int i = 0; i < URGENT_NUMBER_COUNT; i++) {
        if (!urgent_has(card, &urgent_numbers[i])) {
            check_missing(card, &urgent_numbers[i], findings);
        }
    }
}

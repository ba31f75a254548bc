// SPDX-License-Identifier: MIT
// The texts of a card one by one, in digits from 0 to 9, each from number to number. A number with
// a letter in it parts a text in two, so that its digits are not looked at a second time.
#include "content/deck/card_numbers.h"

#include "content/card/fault.h"
#include "content/deck/urgent.h"
#include "content/phone/lookalike.h"
#include "content/phone/numbers.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

#include <string.h>

enum { SHORT_DIGITS = 4, DIALLED_DIGITS = 7 };

struct call {
    struct findings *findings;
    struct arena plain; // holds the text that is looked at
    struct fault_place place;
    const char *phone;
    const struct card *urgent; // the card that says whom to ring in a crisis; NULL: another
};

static void add(const struct call *call, const char *what, const char *todo) {
    finding_add(call->findings, (struct finding){.path = call->place.path,
                                                 .line = call->place.line,
                                                 .what = what,
                                                 .todo = todo});
}

// Something that a person would ring: it starts like a number.
static bool is_dialled(struct str number) {
    char first = number.at[0];
    return (first == '0' || first == '+' || first == '(') &&
           phone_digits_in(number) >= DIALLED_DIGITS;
}

static bool is_known(const struct call *call, struct str number) {
    for (int i = 0; i < URGENT_NUMBER_COUNT; i++) {
        if (phone_is_same(number, str_from(urgent_numbers[i].digits))) {
            return true;
        }
    }
    return phone_is_same(number, str_from(call->phone));
}

// Of the short ones nobody knows what they were to be: urgent.c looks at them, on its own card.
static const struct urgent_number *find_meant(struct str number) {
    for (int i = 0; i < URGENT_NUMBER_COUNT && phone_digits_in(number) > SHORT_DIGITS; i++) {
        if (urgent_is_slip(number, &urgent_numbers[i])) {
            return &urgent_numbers[i];
        }
    }
    return NULL;
}

static void check_number(const struct call *call, struct str number) {
    struct arena *arena = call->findings->arena;
    if (is_known(call, number)) {
        return;
    }
    const struct urgent_number *meant = find_meant(number);
    if (meant) {
        const struct finding place = {.path = call->place.path, .line = call->place.line};
        if (call->urgent && !urgent_has(call->urgent, meant)) {
            return; // urgent.c refuses it
        }
        urgent_add_slip(call->findings, place, number, meant);
        return;
    }
    if (!call->phone[0] || !is_dialled(number)) {
        return;
    }
    add(call,
        arena_format(arena, "“%s” is not the number in kiosk.ini.", arena_text(arena, number)),
        call->urgent ? "Check every digit: people in danger ring it."
                     : arena_format(arena, "Check every digit; kiosk.ini says %s.", call->phone));
}

static void check_part(const struct call *call, struct str text) {
    size_t start, size;
    for (size_t from = 0; phone_find(text, from, &start, &size); from = start + size) {
        check_number(call, (struct str){text.at + start, size});
    }
}

static void check_text(struct call *call, struct str written, int line) {
    if (!numbers_has_digit(written)) {
        return; // as most texts: nothing in it is rung
    }
    struct arena *arena = call->findings->arena;
    arena_reset(&call->plain);
    struct str text = numbers_plain(written, &call->plain);
    struct lookalike found;
    size_t from = 0;
    call->place.line = line;
    for (; lookalike_find(text, from, &found); from = found.start + found.size) {
        struct str number = {text.at + found.start, found.size};
        check_part(call, (struct str){text.at + from, found.start - from});
        add(call, arena_format(arena, "“%s” %s", arena_text(arena, number), found.clause),
            arena_format(arena, "Write %s.", lookalike_mended(number, arena)));
    }
    if (from < text.size) {
        check_part(call, (struct str){text.at + from, text.size - from});
    }
}

void card_numbers_check(const struct card *card, const char *phone, struct findings *findings) {
    bool is_urgent = card->order < 0 && card->id && strcmp(card->id, "urgent-help") == 0;
    struct call call = {.findings = findings,
                        .place = {card->path, 0},
                        .phone = phone,
                        .urgent = is_urgent ? card : NULL};
    check_text(&call, card->label, 1);
    check_text(&call, card->title, card->title_line);
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        bool is_picture = block->kind == BLOCK_PICTURE;
        check_text(&call, is_picture ? block->alt : block->text, block->line);
    }
    arena_finish(&call.plain);
}

// SPDX-License-Identifier: MIT
// The texts of a card one by one, in digits from 0 to 9, each from number to number.
#include "content/deck/card_numbers.h"

#include "base/edit_distance.h"
#include "content/phone/numbers.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

#include <string.h>

enum { SHORT_DIGITS = 4, DIALLED_DIGITS = 7, SAMARITANS_DIGITS = 6 };

struct number_check {
    struct findings *findings;
    struct finding place;
    const char *phone;
    struct dialled dialled; // by it
    bool is_urgent;         // the card says whom to ring in a crisis
};

// But for one slip of the keyboard, or its last digits: nobody else begins with 116. Of the short
// ones nobody knows what they were to be.
static bool is_nearly_samaritans(const char *digits) {
    size_t count = strlen(digits);
    bool is_alike = count == SAMARITANS_DIGITS && memcmp(digits, "116", 3) == 0;
    return is_alike || (count > SHORT_DIGITS && edit_distance(digits, "116123") == 1);
}

static void check_number(const struct number_check *check, struct str number) {
    struct arena *arena = check->findings->arena;
    struct finding finding = check->place;
    struct dialled dialled = phone_dial(number);
    bool starts_like_one = strchr("0+(", number.at[0]) && dialled.count >= DIALLED_DIGITS;
    const char *text = arena_text(arena, number);
    if (phone_find_service(dialled.digits) || strcmp(dialled.digits, check->dialled.digits) == 0) {
        return;
    }
    if (is_nearly_samaritans(dialled.digits)) {
        finding.what = arena_format(arena, "“%s” looks like Samaritans, who are on 116 123.", text);
        finding.todo = "Check every digit.";
    } else if (check->phone[0] && starts_like_one) {
        finding.what = arena_format(arena, "“%s” is not the number in kiosk.ini.", text);
        finding.todo =
            check->is_urgent
                ? "Check every digit: people in danger ring it."
                : arena_format(arena, "Check every digit; kiosk.ini says %s.", check->phone);
    } else {
        return;
    }
    finding_add(check->findings, finding);
}

void card_numbers_check(const struct card *card, const char *phone, struct findings *findings) {
    struct number_check check = {
        .findings = findings, .place = {.path = card->path}, .phone = phone};
    struct arena scratch = {0};
    check.dialled = phone_dial(str_from(phone));
    check.is_urgent = card->order < 0 && card->id && strcmp(card->id, "urgent-help") == 0;
    for (int i = 0; i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        if (!numbers_has_digit(text.words)) {
            continue; // as most texts: nothing in it is rung
        }
        struct str plain = numbers_plain(text.words, &scratch);
        for (check.place.line = text.line; plain.size > 0; check.place.line++) {
            struct str line = str_take_line(&plain), number = {line.at, 0};
            while (phone_find(line, (size_t)(number.at - line.at) + number.size, &number)) {
                check_number(&check, number);
            }
        }
        arena_reset(&scratch);
    }
    arena_finish(&scratch);
}

// "NHS111" and "999/111,116 123" name them too.
static struct str part_words(struct str words, struct arena *arena) {
    char *parted = arena_text(arena, words);
    for (size_t i = 0; i + 1 < words.size; i++) {
        bool parts = char_is_letter(parted[i]) || (parted[i] && strchr(".,:/", parted[i]));
        if (parts && char_is_digit(parted[i + 1])) {
            parted[i] = '\n';
        }
    }
    return (struct str){parted, words.size};
}

static void note_services(bool is_said[PHONE_SERVICE_COUNT], struct str words,
                          struct arena *arena) {
    struct numbers numbers = {.arena = arena};
    numbers_add(&numbers, part_words(words, arena));
    for (int i = 0; i < numbers.count; i++) {
        const struct phone_service *service = phone_find_service(numbers.list[i].dialled);
        if (service) {
            is_said[service - phone_services] = true;
        }
    }
}

bool card_numbers_check_urgent(const struct card *card, bool is_stored, struct findings *findings) {
    bool is_said[PHONE_SERVICE_COUNT] = {false}, is_good = true;
    struct arena scratch = {0};
    for (int i = CARD_TITLE; i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        if (!text.block || text.block->kind != BLOCK_PICTURE) {
            note_services(is_said, text.words, &scratch);
        }
    }
    arena_finish(&scratch);
    for (int i = 0; i < PHONE_SERVICE_COUNT; i++) {
        const struct phone_service *service = &phone_services[i];
        bool is_required = service->todo && !(is_stored && service->is_since_1_1);
        if (is_required && !is_said[i]) {
            is_good = false;
            finding_error(
                findings, (struct finding_place){card->path, 0},
                arena_format(findings->arena, "Urgent help does not say %s.", service->shown),
                service->todo);
        }
    }
    return is_good;
}

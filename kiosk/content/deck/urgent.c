// SPDX-License-Identifier: MIT
// Notes which services the card names, text by text, and looks at what is missing then.
#include "content/deck/urgent.h"

#include "content/phone/numbers.h"
#include "content/phone/phone.h"
#include "content/phone/services.h"

#include <string.h>

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

static void note_services(bool is_said[SERVICE_COUNT], struct str words, struct arena *arena) {
    struct numbers numbers = {.arena = arena};
    numbers_add(&numbers, part_words(words, arena));
    for (int i = 0; i < numbers.count; i++) {
        const struct phone_service *service = services_find(str_from(numbers.list[i].dialled));
        if (service) {
            is_said[service - phone_services] = true;
        }
    }
}

bool urgent_check(const struct card *card, bool is_stored, struct findings *findings) {
    bool is_said[SERVICE_COUNT] = {false}, is_good = true;
    struct arena scratch = {0};
    for (int i = CARD_TITLE; i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        if (!text.block || text.block->kind != BLOCK_PICTURE) {
            note_services(is_said, text.words, &scratch);
        }
    }
    arena_finish(&scratch);
    for (int i = 0; i < SERVICE_COUNT; i++) {
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

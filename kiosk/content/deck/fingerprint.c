// SPDX-License-Identifier: MIT
// A sum over every text in the order in which it is shown, with a mark between two of them.
#include "content/deck/fingerprint.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/hash.h"

static uint64_t add_block(uint64_t sum, const struct block *block) {
    const char shape[] = {(char)block->kind, (char)block->level, (char)block->indent,
                          (char)block->callout};
    sum = hash_add_text(hash_add(sum, (struct str){shape, sizeof shape}), block->marker);
    return hash_add_text(hash_add_text(sum, block->text), block->alt);
}

static uint64_t add_card(uint64_t sum, const struct card *card) {
    sum = hash_add_text(sum, str_from(card->id));
    for (int i = 0; i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        sum = text.block ? add_block(sum, text.block) : hash_add_text(sum, text.words);
    }
    return sum;
}

static uint64_t add_language(uint64_t sum, const struct language *language) {
    sum = hash_add_text(sum, str_from(language->words.tag));
    for (int i = 0; i < language->card_count; i++) {
        sum = add_card(sum, &language->cards[i]);
    }
    return add_card(add_card(sum, &language->refer), &language->urgent);
}

void fingerprint_make(char text[FINGERPRINT_BYTES], const struct deck *deck) {
    struct arena arena = {0};
    uint64_t sum = hash_add_text(HASH_START, str_from(deck->settings.practice_name));
    sum = hash_add_text(sum, str_from(deck->settings.phone));
    sum = hash_add_text(sum, str_from(settings_qr_payload(&deck->settings, &arena)));
    for (int i = 0; i < deck->language_count; i++) {
        sum = add_language(sum, &deck->languages[i]);
    }
    arena_finish(&arena);
    snprintf(text, FINGERPRINT_BYTES, "%08" PRIx32, (uint32_t)(sum ^ sum >> 32));
}

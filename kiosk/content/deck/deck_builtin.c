// SPDX-License-Identifier: MIT
// The deck of last resort, from the files that are compiled into the program. It looks at no
// folder, and its faults would be ours: they end the program.
#include "content/card/card_load.h"
#include "content/deck/deck.h"

#include <assert.h>

static struct card read_builtin_card(struct str bytes, const char *id, struct findings *findings) {
    static const struct ports no_ports = {0};
    const struct card_source source = {.bytes = bytes, .path = id, .ports = &no_ports};
    struct card card = {.id = id, .order = -1};
    bool is_good = card_load(&card, &source, findings);
    assert(is_good);
    (void)is_good;
    return card;
}

void deck_load_builtin(struct deck *deck, const struct deck_builtin *files, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct language *language = ARENA_NEW(arena, struct language);
    struct card *card = ARENA_NEW(arena, struct card);
    *deck = (struct deck){.content_dir = "", .assets_dir = "", .language_count = 1};
    settings_load(&deck->settings, files->kiosk_ini, "kiosk.ini", &findings);
    language->words.tag = "en";
    words_load(&language->words, files->words_ini, "en.ini", NULL, &findings);
    language->refer = read_builtin_card(files->refer_md, "refer", &findings);
    language->urgent = read_builtin_card(files->urgent_md, "urgent-help", &findings);
    *card = language->refer; // the loop needs a card to stand on
    card->order = 0;
    language->cards = card;
    language->card_count = 1;
    deck->languages = language;
    assert(findings.error_count == 0);
}

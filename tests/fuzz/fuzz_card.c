// SPDX-License-Identifier: MIT
// Any bytes as a card, read as the deck reads a file, with every check that a language's folder
// makes of it. A card that loads keeps the promises of fuzz_card.h; one that does not has an error
// and leaves what was there.
#include "fuzz_card.h"

#include "content/card/card_load.h"
#include "content/deck/card_numbers.h"
#include "content/deck/urgent.h"
#include "content/ports.h"

static const char path[] = "cards/en/10-card.md";

static int lines_of(struct str bytes, struct findings *findings) {
    struct str text;
    const struct encoding_source source = {bytes, path, findings->arena};
    struct findings again = {.arena = findings->arena};
    return encoding_load(&text, &source, &again) ? fuzz_count_lines(text) : (int)bytes.size + 1;
}

static bool load(struct card *card, struct str bytes, struct findings *findings) {
    const struct card before = *card;
    bool is_shown = card_load(card, bytes, path, &fuzz_ports, findings);
    FUZZ_CHECK(is_shown == (findings->error_count == 0));
    FUZZ_CHECK(is_shown || memcmp(card, &before, sizeof before) == 0);
    FUZZ_CHECK(card->id == before.id && card->icon == before.icon && card->order == before.order);
    return is_shown;
}

// A start reads without advice; what is shown must not depend on that.
static void check_without_advice(struct str bytes, bool is_shown, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct card card = {0};
    struct ports quiet = fuzz_ports;
    quiet.skips_advice = true;
    FUZZ_CHECK(card_load(&card, bytes, path, &quiet, &findings) == is_shown);
}

// What lies behind the bytes is not the card's. md4c is no code of ours, so the sanitizers do not
// see where it looks.
static void check_neighbours(struct str bytes, bool is_shown, struct arena *arena) {
    static const char neighbours[] = ")]>*`\";\n a";
    for (int i = 0; neighbours[i]; i++) {
        struct findings findings = {.arena = arena};
        struct card card = {0};
        char *room = arena_alloc(arena, bytes.size + 1);
        memcpy(room, bytes.at, bytes.size);
        room[bytes.size] = neighbours[i];
        struct str same = {room, bytes.size};
        FUZZ_CHECK(card_load(&card, same, path, &fuzz_ports, &findings) == is_shown);
    }
}

void fuzz_one(struct str bytes, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct card card = {.id = "card", .order = 10};
    int lines = lines_of(bytes, &findings);
    bool is_shown = load(&card, bytes, &findings);
    if (is_shown) {
        fuzz_check_card(&card, lines);
        card_numbers_check(&card, "0203 228 1350", &findings);
        FUZZ_CHECK(findings.error_count == 0);
        card.id = "urgent-help";
        card.order = -1;
        card_numbers_check(&card, "0203 228 1350", &findings);
        FUZZ_CHECK(findings.error_count == 0);
        urgent_check(&card, &findings);
    }
    fuzz_check_findings(&findings, lines);
    check_without_advice(bytes, is_shown, arena);
    check_neighbours(bytes, is_shown, arena);
}

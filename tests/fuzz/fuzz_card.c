// SPDX-License-Identifier: MIT
// Any bytes as a card, read as the deck reads a file, with every check that a language's folder
// makes of it. A card that loads keeps the promises of fuzz_card.h, and any card keeps the law:
// every visible character is drawn in its line, or a finding names that line.
#include "fuzz_card.h"

#include "card_law.h"
#include "content/deck/card_numbers.h"

static struct card_law law;

// The text of the bytes, empty where they are none.
static struct str text_of(struct str bytes, struct arena *arena) {
    struct str text = {"", 0};
    struct findings unread = {.arena = arena};
    const struct encoding_source source = {bytes, "a.txt", arena};
    return encoding_load(&text, &source, &unread) ? text : (struct str){"", 0};
}

// A start reads without advice; what is shown must not depend on that, nor on what lies behind the
// bytes.
static void check_again(struct str bytes, bool is_shown, struct arena *arena) {
    static const char neighbours[] = ")]>*`\";\n a";
    struct ports quiet = fuzz_ports;
    quiet.skips_advice = true;
    for (int i = 0; neighbours[i]; i++) {
        struct findings findings = {.arena = arena};
        struct card card = {0};
        char *room = arena_alloc(arena, bytes.size + 1);
        memcpy(room, bytes.at, bytes.size);
        room[bytes.size] = neighbours[i];
        struct str same = {room, bytes.size};
        FUZZ_CHECK(fuzz_load(&card, same, i % 2 ? &quiet : &fuzz_ports, &findings) == is_shown);
    }
}

void fuzz_one(struct str bytes, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct str text = text_of(bytes, arena);
    struct card card = {.id = "card", .order = 10};
    int lines = fuzz_count_lines(text);
    bool is_shown = fuzz_load(&card, bytes, &fuzz_ports, &findings);
    FUZZ_CHECK(is_shown == (findings.error_count == 0));
    law.card = &card;
    law.findings = &findings;
    FUZZ_CHECK(bytes.size >= LAW_LINE_BYTES || law_find_break(&law, text) == 0);
    if (is_shown) {
        fuzz_check_card(&card, lines);
    }
    card_numbers_check(&card, "0203 228 1350", &findings);
    card.id = "urgent-help";
    card.order = -1;
    card_numbers_check(&card, "0203 228 1350", &findings);
    card_numbers_check_urgent(&card, false, &findings);
    fuzz_check_findings(&findings, text.size > 0 ? lines : (int)bytes.size + 1);
    check_again(bytes, is_shown, arena);
}

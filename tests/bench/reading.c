// SPDX-License-Identifier: MIT
// Reads the card of a file as often as it is told, as `check` does but for the letters of a font.
// One call is a function of its own, so that callgrind can count the reader alone.
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "content/card/card_load.h"

enum { BYTES_MOST = 64 * 1024 };

__attribute__((noinline)) bool reading_card(const struct card_source *source);

bool reading_card(const struct card_source *source) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    struct card card = {.id = "card"};
    bool is_good = card_load(&card, source, &findings);
    arena_finish(&arena);
    return is_good;
}

int main(int count, char **arguments) {
    static const struct ports ports = {0};
    struct arena arena = {0};
    struct card_source source = {.path = "card.txt", .ports = &ports};
    const struct file_source file = {FILE_FROM_HERE, count == 3 ? arguments[1] : "", BYTES_MOST};
    if (count != 3 || file_load(&source.bytes, &file, &arena) != FILE_OK) {
        fprintf(stderr, "usage: reading CARD TIMES\n");
        return 2;
    }
    bool is_good = true;
    for (long i = strtol(arguments[2], NULL, 10); i > 0; i--) {
        is_good = reading_card(&source) && is_good;
    }
    arena_finish(&arena);
    return is_good ? 0 : 1;
}

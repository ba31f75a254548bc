// SPDX-License-Identifier: MIT
// The law of a card, for mixtures of every mark that there is. That it holds for whole cards and
// for any bytes is fuzz_card's.
#include "base/encoding.h"
#include "card_law.h"
#include "content/card/card_load.h"
#include "unit_test.h"

#include <stdio.h>
#include <string.h>

static struct card_law law;
static char marks[200][40]; // of fuzz/card.dict
static int mark_count;

// Fails with the text and the line that breaks the law.
static void check(struct str typed) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena}, unread = {.arena = &arena};
    const struct encoding_source encoding = {typed, "mixture", &arena};
    struct str text = {"", 0};
    static const struct ports ports = {0};
    const struct card_source source = {.bytes = typed, .path = "mixture", .ports = &ports};
    struct card card = {0};
    bool is_shown = card_load(&card, &source, &findings);
    assert_int_equal(is_shown, findings.error_count == 0);
    if (!encoding_load(&text, &encoding, &unread)) {
        text.size = 0; // its line is named, or none
    }
    law.card = &card;
    law.findings = &findings;
    int line = law_find_break(&law, text);
    if (line > 0) {
        fail_msg("line %d breaks the law: drawn «%s», left «%s» of:\n%.*s", line, law.drawn,
                 law.left, (int)text.size, text.at);
    }
    arena_finish(&arena);
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

// What stands between the quotes of each line, as libFuzzer takes it: with \\, \" and \xAB.
static int load_marks(void **state) {
    char line[200];
    FILE *file = fopen(DIT_SOURCE_DIR "/tests/fuzz/card.dict", "r");
    (void)state;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        char *out = marks[mark_count];
        mark_count += line[0] == '"';
        for (const char *at = line + 1; line[0] == '"' && *at != '"'; out++) {
            unsigned code;
            bool is_coded = sscanf(at, "\\x%2x", &code) == 1;
            at += *at == '\\' && !is_coded;
            *out = is_coded ? (char)code : *at;
            at += is_coded ? 4 : 1;
        }
    }
    fclose(file);
    return mark_count == 0;
}

UNIT_TEST(any_mixture_of_marks_keeps_the_law) {
    uint32_t seed = 20261130;
    for (int round = 0; round < 100000; round++) {
        char text[1024] = "# T\n";
        size_t size = round % 2 ? strlen(text) : 0;
        for (int count = (int)(next_random(&seed) % 24); count >= 0; count--) {
            const char *mark = marks[next_random(&seed) % (uint32_t)mark_count];
            memcpy(text + size, mark, strlen(mark));
            size += strlen(mark);
        }
        text[size] = '\0';
        check((struct str){text, size});
    }
}

UNIT_TESTS_SHARE(load_marks, NULL)

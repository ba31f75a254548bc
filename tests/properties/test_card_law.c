// SPDX-License-Identifier: MIT
// The law of a card, for mixtures of every mark that there is. That it holds for whole cards and
// for any bytes is fuzz_card's.
#include "card_law.h"
#include "content/card/card_load.h"
#include "unit_test.h"

#include <string.h>

static struct card_law law;

// Fails with the text and the line that breaks the law.
static void check(struct str text) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    static const struct ports ports = {0};
    const struct card_source source = {.bytes = text, .path = "mixture", .ports = &ports};
    struct card card = {0};
    bool is_shown = card_load(&card, &source, &findings);
    assert_int_equal(is_shown, findings.error_count == 0);
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

// Every mark that there is, and what stands beside them.
static const char *const parts[] = {
    "#",
    "##",
    "# ",
    "-",
    "- ",
    "*",
    "**",
    "***",
    "> ",
    ">",
    "1.",
    "1. ",
    "25) ",
    "a) ",
    "iv. ",
    "\n",
    "\n\n",
    "\n",
    " ",
    "  ",
    "    ",
    "\t",
    "•",
    "–",
    "— ",
    "o\t",
    "~~",
    "|",
    "`",
    "```",
    "---",
    "===",
    "\\",
    "_",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "<",
    "<b>",
    "</b>",
    "&amp;",
    "&",
    ";",
    "word",
    "Word",
    "5",
    "10",
    "500mg",
    "é",
    "ת",
    "’",
    "team.jpg",
    "www.",
    "http://",
    "{width=5}",
    "images/",
    "!",
    ":",
    "![a](b.png)",
    "**bold**",
    "\xC2\xA0",
    "\xE2\x80\x8B",
    "0203 228 1350",
    "â€™",
    "+",
    "1*4",
    "\"",
    "'",
};

static void any_mixture_of_marks_keeps_the_law(void **state) {
    uint32_t seed = 20261130;
    (void)state;
    for (int round = 0; round < 60000; round++) {
        char text[512] = "# T\n";
        size_t size = round % 2 ? strlen(text) : 0;
        for (int count = (int)(next_random(&seed) % 24); count >= 0; count--) {
            const char *part = parts[next_random(&seed) % COUNT_OF(parts)];
            memcpy(text + size, part, strlen(part));
            size += strlen(part);
        }
        text[size] = '\0';
        check((struct str){text, size});
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_mixture_of_marks_keeps_the_law),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

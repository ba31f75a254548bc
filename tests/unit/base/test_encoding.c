// SPDX-License-Identifier: MIT
// Bytes that become text: what Notepad, Word and Macs write, and what is refused rather than
// guessed.
#include "base/encoding.h"
#include "unit_test.h"
#include "valid_utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BYTES(text)                                                                                \
    { text, sizeof text - 1 }

// NULL where the bytes are refused; `line` is then the finding's.
static const char *decode(struct str bytes, struct arena *arena, int *line) {
    struct findings findings = {.arena = arena};
    struct str text = {NULL, 0};
    char *copy = malloc(bytes.size + (bytes.size == 0)); // the sanitizer watches its end
    assert_non_null(copy);
    memcpy(copy, bytes.at, bytes.size);
    const struct encoding_source source = {{copy, bytes.size}, "a.md", arena};
    bool is_good = encoding_load(&text, &source, &findings);
    assert_int_equal(findings.error_count, is_good ? 0 : 1);
    *line = is_good ? 0 : findings.list[0].line;
    const char *result = is_good ? arena_text(arena, text) : NULL;
    free(copy);
    return result;
}

UNIT_TEST(texts_of_windows_and_macs_become_the_same_text) {
    static const struct {
        struct str bytes;
        const char *text;
    } cases[] = {
        {BYTES(""), ""},
        {BYTES("a\nb\n"), "a\nb\n"},
        {BYTES("a\r\nb\r\n"), "a\nb\n"},
        {BYTES("a\rb"), "a\nb"},
        {BYTES("a\r\n\rb\n"), "a\n\nb\n"},
        {BYTES("a\u2028b\u2029c"), "a\nb\nc"},
        {BYTES("\uFEFFa"), "a"},
        {BYTES("\xEF\xBB\xBF"), ""},
        {BYTES("\xFF\xFE"
               "a\0\r\0\n\0\xE9\0"),
         "a\n\xC3\xA9"},
        {BYTES("\xFE\xFF"
               "\0a\0\n\x20\x19"),
         "a\n\xE2\x80\x99"},
        {BYTES("\xFF\xFE"
               "\x3D\xD8\x00\xDE"),
         "\xF0\x9F\x98\x80"},
        {BYTES("\xFF\xFE"), ""},
        {BYTES("tab\there"), "tab\there"},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        int line;
        const char *text = decode(cases[i].bytes, &arena, &line);
        assert_non_null(text);
        assert_string_equal(text, cases[i].text);
    }
    arena_finish(&arena);
}

UNIT_TEST(what_would_have_to_be_guessed_is_refused_with_its_line) {
    static const struct {
        struct str bytes;
        int line;
    } cases[] = {
        {BYTES("a\nb\x92s"), 2},
        {BYTES("a\r\n\r\nb\xE9"), 3},
        {BYTES("a\r\r\xC3"), 3},
        {BYTES("\xC0\x80"), 1},
        {BYTES("\xED\xA0\x80"), 1},
        {BYTES("\xF5\x80\x80\x80"), 1},
        {BYTES("a\0b"), 1},
        {BYTES("a\n\x1B[2J"), 2},
        {BYTES("\xC2\x85"), 1},
        {BYTES("\x7F"), 1},
        {BYTES("a\n\n\xE2\x80\xAE"), 3},
        {BYTES("\xE2\x81\xA6"), 1},
        {BYTES("\xEF\xBF\xBD"), 1},
        {BYTES("a\nb \xEF\xBF\xBC"), 2},
        {BYTES("\xFF\xFE\0\xD8"), 1},
        {BYTES("\xFF\xFE"
               "a\0b"),
         1},
        {BYTES("PK\3\4"), 0},
        {BYTES("%PDF-1.7"), 0},
        {BYTES("{\\rtf1"), 0},
        {BYTES("\xD0\xCF\x11\xE0"), 0},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        int line = -1;
        if (decode(cases[i].bytes, &arena, &line) || line != cases[i].line) {
            fail_msg("case %d: line %d", i, line);
        }
    }
    arena_finish(&arena);
}

UNIT_TEST(joiners_and_marks_of_direction_that_scripts_need_are_allowed) {
    assert_null(encoding_find_refusal(0x200C));
    assert_null(encoding_find_refusal(0x200D));
    assert_null(encoding_find_refusal(0x200E));
    assert_null(encoding_find_refusal(0x200F));
    assert_null(encoding_find_refusal('\t'));
    assert_non_null(encoding_find_refusal(0x202A));
    assert_non_null(encoding_find_refusal(0x2069));
}

// A hundred thousand random files: refused, or text that is UTF-8 through and through.
UNIT_TEST(random_bytes_are_text_or_refused) {
    static const unsigned char starts[] = {0xEF, 0xBB, 0xBF, 0xFF, 0xFE, '\r', '\n', 0xC3};
    uint32_t random = 1;
    struct arena arena = {0};
    for (int i = 0; i < 100000; i++) {
        char bytes[12];
        size_t size = 0;
        for (; size < (size_t)(i % 12); size++) {
            random = random * 1664525u + 1013904223u;
            bytes[size] = random >> 31 ? (char)(random >> 16) : (char)starts[random >> 16 & 7];
        }
        int line;
        const char *text = decode((struct str){bytes, size}, &arena, &line);
        assert_true(!text || (is_valid_utf8(str_from(text)) && !strchr(text, '\r')));
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

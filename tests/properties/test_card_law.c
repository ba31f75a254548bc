// SPDX-License-Identifier: MIT
// The law of a card, for mixtures of every mark that there is and for every text in this project.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"
#include "base/file.h"
#include "card_law.h"
#include "content/card/card_load.h"

static struct card_law law;

// Fails with the text and the line that breaks the law.
static void check(struct str typed, const char *name) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    struct findings unread = {.arena = &arena};
    static const struct ports ports = {0};
    const struct card_source source = {.bytes = typed, .path = name, .ports = &ports};
    const struct encoding_source encoding = {typed, name, &arena};
    struct card card = {0};
    struct str text;
    bool is_shown = card_load(&card, &source, &findings);
    assert_int_equal(is_shown, findings.error_count == 0);
    if (encoding_load(&text, &encoding, &unread)) {
        law.card = &card;
        law.findings = &findings;
        int line = law_find_break(&law, text);
        if (line > 0) {
            fail_msg("%s: line %d breaks the law: drawn «%s», left «%s» of:\n%.*s", name, line,
                     law.drawn, law.left, (int)text.size, text.at);
        }
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
        check((struct str){text, size}, "mixture");
    }
}

static void check_file(const char *path) {
    struct arena arena = {0};
    struct str bytes;
    const struct file_source source = {FILE_FROM_HERE, path, 64 * 1024};
    if (file_load(&bytes, &source, &arena) == FILE_OK) {
        check(bytes, path);
    }
    arena_finish(&arena);
}

static void check_folder(const char *path) {
    DIR *folder = opendir(path);
    assert_non_null(folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        char inner[1024];
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        if (entry->d_type == DT_DIR && entry->d_name[0] != '.') {
            check_folder(inner);
        } else if (entry->d_type == DT_REG) {
            check_file(inner);
        }
    }
    closedir(folder);
}

static void every_text_of_the_project_keeps_the_law(void **state) {
    (void)state;
    check_folder(DIT_SOURCE_DIR "/config");
    check_folder(DIT_SOURCE_DIR "/tests");
}

static void every_encoding_keeps_the_law(void **state) {
    static const struct str files[] = {
        {"\xEF\xBB\xBF# Eins\r\n\r\n- zwei\r\n", 21},
        {"\xFF\xFE#\0 \0E\0\r\0\n\0\r\0\n\0-\0 \0z\0", 24},
        {"\xFE\xFF\0#\0 \0E\0\r\0*\0*\0b\0*\0*", 22},
        {"# One\r- two\r> three", 19},
    };
    (void)state;
    for (int i = 0; i < COUNT_OF(files); i++) {
        check(files[i], "encoding");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_mixture_of_marks_keeps_the_law),
        cmocka_unit_test(every_text_of_the_project_keeps_the_law),
        cmocka_unit_test(every_encoding_keeps_the_law),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

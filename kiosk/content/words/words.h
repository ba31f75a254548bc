// SPDX-License-Identifier: MIT
// The words of the interface in one language, from assets/words/<tag>.ini, and those of the staff
// screens, from assets/staff.ini. The English files have all of them, and their names are made from
// these when the kiosk is built; a language that lacks a word borrows the English one and says so.
#pragma once

#include "base/finding.h"
#include "content/words/word_names.h"

// The line `back` of the file is WORD_BACK here. The name of a language is in the language itself;
// `light` is for the contrast theme. `call_or_scan` stands above the number, `or_gp` below it.
#define WORD_ENUM(name) WORD_##name,
enum word { WORDS(WORD_ENUM) WORD_COUNT };

struct words {
    const char *tag;       // BCP 47: "en"
    bool is_right_to_left; // `direction` is rtl
    const char *text[WORD_COUNT];
};

// Reads the text of a words file (UTF-8). What is unknown, twice, or without a part in { } that
// `fallback` has, is an error on `path`. Missing keys take `fallback`'s word (NULL: the key's own
// name, in brackets) and give a warning; `words->tag` stays. Texts live in findings->arena.
void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings);

// The line `pin_ok` of the file is STAFF_PIN_OK here. They are in English alone: the people who run
// the desk share that language, and a wrong translation of "put on screen" does harm.
#define STAFF_WORD_ENUM(name) STAFF_##name,
enum staff_word { STAFF_WORDS(STAFF_WORD_ENUM) STAFF_WORD_COUNT };

struct staff_words {
    const char *text[STAFF_WORD_COUNT];
};

// As words_load, without a fallback.
void staff_words_load(struct staff_words *words, struct str ini, const char *path,
                      struct findings *findings);

// What a language is called in English, by its BCP 47 tag: who reads a finding knows no short
// names. Of one that is not in the table, “xx” in quotes.
const char *words_language_name(const char *tag, struct arena *arena);

// The sentence with what stands in braces, such as "{seconds}", filled in; lives in `arena`.
const char *word_fill(const char *words, const char *name, const char *text, struct arena *arena);

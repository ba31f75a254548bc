// SPDX-License-Identifier: MIT
// The words of the interface in one language, from assets/words/<tag>.ini. The list here is the
// whole list; a language that lacks a word borrows the English one and says so.
#pragma once

#include "base/finding.h"

// One list of names: BACK is WORD_BACK here and `back` in the file, where its sentence is. The name
// of a language is in the language itself; LIGHT is for the contrast theme. CALL_OR_SCAN stands
// above the number, OR_GP below it.
// READING_COUNTDOWN has a part {seconds}, PAGE_OF {page} and {pages}, LAST_CHECKED {date}.
// clang-format off
#define WORDS(WORD) \
    WORD(DIRECTION) WORD(LANGUAGE_NAME) WORD(URGENT_HELP) WORD(TOPICS) WORD(TOPICS_SHORT) \
    WORD(BACK) WORD(NEXT) WORD(TEXT_SIZE) WORD(CONTRAST) WORD(LIGHT) WORD(FINISH) \
    WORD(TOUCH_TO_READ) WORD(CALL_OR_SCAN) WORD(OR_GP) WORD(TOPICS_HEADING) WORD(REFER) \
    WORD(REFER_SHORT) WORD(REFER_CALL) WORD(READING_HEADING) WORD(READING_COUNTDOWN) \
    WORD(READING_FINISH) WORD(READING_KEEP) WORD(PAGE_OF) WORD(LANGUAGES_HEADING) \
    WORD(SHOWING_NOW) WORD(LAST_CHECKED)
// clang-format on

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

// What a language is called in English, by its BCP 47 tag: who reads a finding knows no short
// names. Of one that is not in the table, “xx” in quotes.
const char *words_language_name(const char *tag, struct arena *arena);

// The sentence with what stands in braces, such as "{seconds}", filled in; lives in `arena`.
const char *word_fill(const char *words, const char *name, const char *text, struct arena *arena);

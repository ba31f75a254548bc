// SPDX-License-Identifier: MIT
// The words of the interface in one language, from assets/words/<tag>.ini. The list here is the
// whole list; a language that lacks a word borrows the English one and says so.
#pragma once

#include "base/finding.h"

// One list of names: BACK is WORD_BACK here and `back` in the file, where its sentence is. The name
// of a language is in the language itself; PAUSE and RESUME are said by the dump and by a reader,
// and drawn as a sign; NORMAL_TEXT is for text at its largest, LIGHT for the contrast theme.
// READING_COUNTDOWN has a part {seconds}, PAGE_OF {page} and {pages}, LAST_CHECKED {date}.
// clang-format off
#define WORDS(WORD) \
    WORD(DIRECTION) WORD(LANGUAGE_NAME) WORD(URGENT_HELP) WORD(URGENT_HELP_SHORT) WORD(TOPICS) WORD(TOPICS_SHORT) \
    WORD(BACK) WORD(NEXT) WORD(PAUSE) WORD(RESUME) WORD(LARGER_TEXT) WORD(NORMAL_TEXT) \
    WORD(CONTRAST) WORD(LIGHT) WORD(PANEL_HEADING) WORD(PANEL_SCAN) WORD(PANEL_SCAN_SHORT) \
    WORD(PANEL_GP) WORD(TOPICS_HEADING) WORD(REFER) WORD(REFER_SHORT) WORD(REFER_RING) \
    WORD(READING_HEADING) WORD(READING_COUNTDOWN) WORD(READING_FINISH) WORD(READING_KEEP) \
    WORD(PAGE_OF) WORD(LANGUAGES_HEADING) WORD(LAST_CHECKED)
// clang-format on

#define WORD_ENUM(name) WORD_##name,
enum word { WORDS(WORD_ENUM) WORD_COUNT };

struct words {
    const char *tag;       // BCP 47: "en"
    bool is_right_to_left; // `direction` is rtl
    const char *text[WORD_COUNT];
};

// Reads the text of a words file (UTF-8). Missing keys take `fallback`'s word (NULL: the key's own
// name, in brackets) and give a warning on `path`; `words->tag` stays. Texts live in
// findings->arena.
void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings);

// What a language is called in English, by its BCP 47 tag: who reads a finding knows no short
// names. Of one that is not in the table, “xx” in quotes.
const char *words_language_name(const char *tag, struct arena *arena);

// SPDX-License-Identifier: MIT
// The words of the staff screens, from assets/staff.ini. They are in English alone: the people who
// run the desk share that language, and a wrong translation of "put on screen" does harm.
#pragma once

#include "base/finding.h"
#include "content/words/staff_word_names.h"

// pin_ok in the file is STAFF_PIN_OK here; the list of names is made of the file by CMakeLists.txt.
#define STAFF_WORD_ENUM(name) STAFF_##name,
enum staff_word { STAFF_WORDS(STAFF_WORD_ENUM) STAFF_WORD_COUNT };

struct staff_words {
    const char *text[STAFF_WORD_COUNT];
};

// Reads the text of the words file (UTF-8). Texts live in findings->arena.
void staff_words_load(struct staff_words *words, struct str ini, const char *path,
                      struct findings *findings);

// SPDX-License-Identifier: MIT
// Sentences of the interface from an INI file: a list of names says which there are, and the file
// fills an array with one text for each. It serves the words for patients, in many languages, and
// those for staff.
#pragma once

#include "base/finding.h"

struct word_list {
    const char *const *names; // in capital letters: BACK has the key `back`
    int count;
    const char **texts;          // to be filled, `count` of them, NULL before
    const char *const *fallback; // English, for a missing word; NULL: its key in brackets
};

// Reads UTF-8 text. What is unknown, twice, or without a part in { } that English has, is an error
// on `path`, a missing word a warning. Texts live in findings->arena.
void word_list_load(const struct word_list *list, struct str text, const char *path,
                    struct findings *findings);

// The sentence with what stands in braces, such as "{seconds}", filled in; lives in `arena`.
const char *word_fill(const char *words, const char *name, const char *text, struct arena *arena);

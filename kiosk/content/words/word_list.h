// SPDX-License-Identifier: MIT
// Sentences of the interface from an INI file: a table of keys says which there are, and the file
// fills an array with one text for each. It serves the words for patients, in many languages, and
// those for staff.
#ifndef DIT_WORD_LIST_H
#define DIT_WORD_LIST_H

#include "base/ini.h"

// What a word has to contain for the screen to fill in.
struct word_mark {
    int word;
    const char *mark; // such as "{seconds}"
};

struct word_list {
    const char *const *keys;
    int count;
    const struct word_mark *marks;
    int mark_count;
    const char **texts;          // to be filled, `count` of them, NULL before
    const char *const *fallback; // for a missing word; NULL: its key in brackets
    void *self;
    bool (*take_other)(void *self,
                       const struct ini_pair *pair); // true: it was no word; may be NULL

    const char *path; // the rest is the loader's own
    struct findings *findings;
};

// Reads UTF-8 text. What is unknown, twice or incomplete is an error on `path`, a missing word a
// warning. Texts live in findings->arena.
void word_list_load(struct word_list *list, struct str ini, const char *path,
                    struct findings *findings);

// The sentence with what stands in braces, such as "{seconds}", filled in; lives in `arena`.
const char *word_fill(const char *words, const char *name, const char *text, struct arena *arena);

#endif

// SPDX-License-Identifier: MIT
// See staff_words.h.
#include "content/words/staff_words.h"

#include "content/words/word_list.h"

#define STAFF_WORD_NAME(name) #name,
static const char *const names[] = {STAFF_WORDS(STAFF_WORD_NAME)};

void staff_words_load(struct staff_words *words, struct str ini, const char *path,
                      struct findings *findings) {
    *words = (struct staff_words){{NULL}};
    const struct word_list list = {names, STAFF_WORD_COUNT, words->text, NULL};
    word_list_load(&list, ini, path, findings);
}

// SPDX-License-Identifier: MIT
// See words.h. The word `direction` is shown nowhere: it says how the others are read.
#include "content/words/words.h"

#include "content/words/word_list.h"

#include <strings.h>

#define WORD_NAME(name) #name,
static const char *const names[] = {WORDS(WORD_NAME)};

void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings) {
    *words = (struct words){.tag = words->tag};
    const struct word_list list = {names, WORD_COUNT, words->text,
                                   fallback ? fallback->text : NULL};
    word_list_load(&list, ini, path, findings);
    const char *direction = words->text[WORD_DIRECTION];
    words->is_right_to_left = strcasecmp(direction, "rtl") == 0;
    if (!words->is_right_to_left && strcasecmp(direction, "ltr") != 0) {
        finding_error(
            findings, (struct finding_place){path, 0},
            arena_format(findings->arena, "“direction = %s” is not a direction.", direction),
            "Write ltr (left to right) or rtl (right to left).");
    }
}

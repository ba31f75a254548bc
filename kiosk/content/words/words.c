// SPDX-License-Identifier: MIT
// See words.h. Besides its words, a language says in which direction it is read.
#include "content/words/words.h"

#include "content/words/word_list.h"

#include <strings.h>

#define WORD_NAME(name) #name,
static const char *const names[] = {WORDS(WORD_NAME)};

// Whether it is right to left.
static bool read_direction(const struct word_list *list) {
    const struct ini_pair *pair = &list->direction;
    bool is_right = pair->value && strcasecmp(pair->value, "rtl") == 0;
    struct finding fault = {.level = FINDING_ERROR, .path = list->path, .line = pair->line};
    if (!pair->value) {
        fault.what = "The line “direction = …” is missing.";
        fault.todo = "Write direction = ltr (left to right) or rtl (right to left).";
        finding_add(list->findings, fault);
    } else if (!is_right && strcasecmp(pair->value, "ltr") != 0) {
        fault.what = arena_format(list->findings->arena, "“direction = %s” is not a direction.",
                                  pair->value);
        fault.todo = "Write ltr (left to right) or rtl (right to left).";
        finding_add(list->findings, fault);
    }
    return is_right;
}

void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings) {
    *words = (struct words){.tag = words->tag};
    struct word_list list = {.names = names,
                             .count = WORD_COUNT,
                             .texts = words->text,
                             .fallback = fallback ? fallback->text : NULL};
    word_list_load(&list, ini, path, findings);
    words->is_right_to_left = read_direction(&list);
}

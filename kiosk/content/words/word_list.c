// SPDX-License-Identifier: MIT
// See word_list.h. No text of a table is ever shown as it stands unless a word is missing and has
// no fallback.
#include "content/words/word_list.h"

#include "base/edit_distance.h"

#include <string.h>

static void add(const struct word_list *list, int line, enum finding_level level,
                const struct finding *words) {
    finding_add(list->findings, (struct finding){.level = level,
                                                 .path = list->path,
                                                 .line = line,
                                                 .what = words->what,
                                                 .todo = words->todo});
}

static bool has_marks(const struct word_list *list, int word, const char *text) {
    for (int i = 0; i < list->mark_count; i++) {
        if (list->marks[i].word == word && !strstr(text, list->marks[i].mark)) {
            return false;
        }
    }
    return true;
}

static void take_word(struct word_list *list, int word, const struct ini_pair *pair) {
    struct arena *arena = list->findings->arena;
    if (list->texts[word]) {
        add(list, pair->line, FINDING_ERROR,
            &(struct finding){.what = arena_format(arena, "“%s” is here a second time.", pair->key),
                              .todo = "Keep one of the two lines."});
    } else if (!has_marks(list, word, pair->value)) {
        add(list, pair->line, FINDING_ERROR,
            &(struct finding){.what = arena_format(arena, "“%s” lacks a part in { }.", pair->key),
                              .todo =
                                  "Keep every { } of the English line: the screen fills it in."});
    } else if (pair->value[0]) {
        list->texts[word] = arena_text(arena, str_from(pair->value));
    }
}

static void take_unknown(const struct word_list *list, const struct ini_pair *pair) {
    struct arena *arena = list->findings->arena;
    const char *near = edit_distance_nearest(pair->key, list->keys, list->count);
    add(list, pair->line, FINDING_ERROR,
        &(struct finding){.what = arena_format(arena, "There is no word “%s”.", pair->key),
                          .todo = near ? arena_format(arena, "Did you mean “%s”?", near)
                                       : "Take the line out."});
}

// Files keep the order of the table, so the word after the last one is tried first.
static int find_word(const struct word_list *list, const char *key) {
    int expected = 0;
    while (expected < list->count - 1 && list->texts[expected]) {
        expected++;
    }
    for (int i = 0; i < list->count; i++) {
        int word = (expected + i) % list->count;
        if (strcmp(key, list->keys[word]) == 0) {
            return word;
        }
    }
    return -1;
}

static void take_pair(void *self, const struct ini_pair *pair) {
    struct word_list *list = self;
    if (list->take_other && list->take_other(list->self, pair)) {
        return;
    }
    int word = find_word(list, pair->key);
    if (word >= 0) {
        take_word(list, word, pair);
    } else {
        take_unknown(list, pair);
    }
}

static void fill_gaps(const struct word_list *list) {
    struct arena *arena = list->findings->arena;
    for (int i = 0; i < list->count; i++) {
        if (list->texts[i]) {
            continue;
        }
        list->texts[i] =
            list->fallback ? list->fallback[i] : arena_format(arena, "[%s]", list->keys[i]);
        add(list, 0, FINDING_WARNING,
            &(struct finding){
                .what = arena_format(arena, "The word “%s” is missing.", list->keys[i]),
                .todo =
                    list->fallback ? "Add it; until then the English word is shown." : "Add it."});
    }
}

void word_list_load(struct word_list *list, struct str ini, const char *path,
                    struct findings *findings) {
    const struct ini_taker taker = {list, take_pair, NULL};
    list->path = path;
    list->findings = findings;
    ini_load(ini, path, &taker, findings);
    fill_gaps(list);
}

const char *word_fill(const char *words, const char *name, const char *text, struct arena *arena) {
    const char *at = strstr(words, name);
    if (!at) {
        return words;
    }
    return arena_format(arena, "%.*s%s%s", (int)(at - words), words, text, at + strlen(name));
}

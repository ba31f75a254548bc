// SPDX-License-Identifier: MIT
// See word_list.h. No text of a table is ever shown as it stands unless a word is missing and has
// no fallback.
#include "content/words/word_list.h"

#include "base/edit_distance.h"

#include <string.h>

static void add_error(const struct word_list *list, int line, const char *what, const char *todo) {
    finding_add(
        list->findings,
        (struct finding){
            .level = FINDING_ERROR, .path = list->path, .line = line, .what = what, .todo = todo});
}

// Whether it has every part in { } that the English sentence has.
static bool has_parts(const char *text, const char *english) {
    for (const char *at = strchr(english, '{'); at; at = strchr(at + 1, '{')) {
        if (!memmem(text, strlen(text), at, strcspn(at, "}") + 1)) {
            return false;
        }
    }
    return true;
}

static void take_word(const struct word_list *list, int word, const struct ini_pair *pair) {
    struct arena *arena = list->findings->arena;
    if (list->texts[word]) {
        add_error(list, pair->line, arena_format(arena, "“%s” is here a second time.", pair->key),
                  "Keep one of the two lines.");
    } else if (list->fallback && !has_parts(pair->value, list->fallback[word])) {
        add_error(list, pair->line, arena_format(arena, "“%s” lacks a part in { }.", pair->key),
                  "Keep every { } of the English line: the screen fills it in.");
    } else if (pair->value[0]) {
        list->texts[word] = pair->value;
    }
}

static void take_unknown(const struct word_list *list, const struct ini_pair *pair) {
    struct arena *arena = list->findings->arena;
    const char *near = edit_distance_nearest(pair->key, list->keys, list->count);
    add_error(list, pair->line, arena_format(arena, "There is no word “%s”.", pair->key),
              near ? arena_format(arena, "Did you mean “%s”?", near) : "Take the line out.");
}

// Files keep the order of the list, so the word after the last one is tried first.
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
    int word = find_word(list, pair->key);
    if (word >= 0) {
        take_word(list, word, pair);
    } else if (strcmp(pair->key, "direction") == 0) {
        list->direction = *pair;
    } else {
        take_unknown(list, pair);
    }
}

static void fill_gap(const struct word_list *list, int word) {
    struct arena *arena = list->findings->arena;
    const char *key = list->keys[word];
    list->texts[word] = list->fallback ? list->fallback[word] : arena_format(arena, "[%s]", key);
    finding_add(list->findings,
                (struct finding){.path = list->path,
                                 .what = arena_format(arena, "The word “%s” is missing.", key),
                                 .todo = list->fallback
                                             ? "Add it; until then the English word is shown."
                                             : "Add it."});
}

void word_list_load(struct word_list *list, struct str ini, const char *path,
                    struct findings *findings) {
    const struct ini_taker taker = {list, take_pair, NULL};
    list->path = path;
    list->findings = findings;
    list->keys = ARENA_ARRAY(findings->arena, const char *, list->count);
    for (int i = 0; i < list->count; i++) {
        list->keys[i] = arena_lower(findings->arena, str_from(list->names[i]));
    }
    ini_load(ini, path, &taker, findings);
    for (int i = 0; i < list->count; i++) {
        if (!list->texts[i]) {
            fill_gap(list, i);
        }
    }
}

const char *word_fill(const char *words, const char *name, const char *text, struct arena *arena) {
    const char *at = strstr(words, name);
    if (!at) {
        return words;
    }
    return arena_format(arena, "%.*s%s%s", (int)(at - words), words, text, at + strlen(name));
}

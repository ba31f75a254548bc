// SPDX-License-Identifier: MIT
// See word_list.h. No text of a table is ever shown as it stands unless a word is missing and has
// no fallback.
#include "content/words/word_list.h"

#include "base/edit_distance.h"
#include "base/ini.h"

#include <string.h>
#include <strings.h>

static bool has_parts(const char *text, const char *english) {
    for (const char *at = strchr(english, '{'); at; at = strchr(at + 1, '{')) {
        if (!memmem(text, strlen(text), at, strcspn(at, "}") + 1)) {
            return false;
        }
    }
    return true;
}

static void take_pair(const struct word_list *list, const struct ini *ini,
                      const struct ini_pair *pair) {
    struct arena *arena = ini->findings->arena;
    int word = list->count - 1;
    while (word >= 0 && strcasecmp(pair->key, list->names[word]) != 0) {
        word--;
    }
    if (word < 0) {
        const char *near = edit_distance_nearest(pair->key, list->names, list->count);
        near = near ? arena_lower(arena, str_from(near)) : NULL;
        finding_error(
            ini->findings, ini->place, arena_format(arena, "There is no word “%s”.", pair->key),
            near ? arena_format(arena, "Did you mean “%s”?", near) : "Take the line out.");
    } else if (list->texts[word]) {
        finding_error(ini->findings, ini->place,
                      arena_format(arena, "“%s” is here a second time.", pair->key),
                      "Keep one of the two lines.");
    } else if (list->fallback && !has_parts(pair->value, list->fallback[word])) {
        finding_error(ini->findings, ini->place,
                      arena_format(arena, "“%s” lacks a part in { }.", pair->key),
                      "Keep every { } of the English line: the screen fills it in.");
    } else if (pair->value[0]) {
        list->texts[word] = pair->value;
    }
}

void word_list_load(const struct word_list *list, struct str text, const char *path,
                    struct findings *findings) {
    struct ini ini = {.text = text, .place.path = path, .findings = findings};
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        if (!pair.is_refused) {
            take_pair(list, &ini, &pair);
        }
    }
    for (int i = 0; i < list->count; i++) {
        if (!list->texts[i]) {
            const char *key = arena_lower(findings->arena, str_from(list->names[i]));
            list->texts[i] =
                list->fallback ? list->fallback[i] : arena_format(findings->arena, "[%s]", key);
            finding_warning(findings, (struct finding_place){path, 0},
                            arena_format(findings->arena, "The word “%s” is missing.", key),
                            list->fallback ? "Add it; until then the English word is shown."
                                           : "Add it.");
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

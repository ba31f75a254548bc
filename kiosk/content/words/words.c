// SPDX-License-Identifier: MIT
// A list of names says which words there are, and a file of sentences fills an array with one text
// for each: those for patients, in many languages, and those for staff. The word `direction` is
// shown nowhere: it says how the others are read.
#include "content/words/words.h"

#include "base/edit_distance.h"
#include "base/ini.h"

#include <string.h>
#include <strings.h>

#define WORD_NAME(name) #name,
static const char *const names[] = {WORDS(WORD_NAME)};
static const char *const staff_names[] = {STAFF_WORDS(WORD_NAME)};

struct word_list {
    const char *const *names; // in capital letters: BACK has the key `back`
    int count;
    const char **texts;          // to be filled, `count` of them, NULL before
    const char *const *fallback; // English, for a missing word; NULL: its key in brackets
};

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

static void load(const struct word_list *list, struct str text, const char *path,
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

void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings) {
    *words = (struct words){.tag = words->tag};
    const struct word_list list = {names, WORD_COUNT, words->text,
                                   fallback ? fallback->text : NULL};
    load(&list, ini, path, findings);
    const char *direction = words->text[WORD_DIRECTION];
    words->is_right_to_left = strcasecmp(direction, "rtl") == 0;
    if (!words->is_right_to_left && strcasecmp(direction, "ltr") != 0) {
        finding_error(
            findings, (struct finding_place){path, 0},
            arena_format(findings->arena, "“direction = %s” is not a direction.", direction),
            "Write ltr (left to right) or rtl (right to left).");
    }
}

void staff_words_load(struct staff_words *words, struct str ini, const char *path,
                      struct findings *findings) {
    *words = (struct staff_words){{NULL}};
    const struct word_list list = {staff_names, STAFF_WORD_COUNT, words->text, NULL};
    load(&list, ini, path, findings);
}

const char *word_fill(const char *words, const char *name, const char *text, struct arena *arena) {
    const char *at = strstr(words, name);
    if (!at) {
        return words;
    }
    return arena_format(arena, "%.*s%s%s", (int)(at - words), words, text, at + strlen(name));
}

#define LANGUAGE(tag, name) {#tag, name},
static const char *const languages[][2] = {LANGUAGES(LANGUAGE)};

const char *words_language_name(const char *tag, struct arena *arena) {
    size_t size = strcspn(tag, "-"); // pt-br is Portuguese
    for (int i = 0; i < COUNT_OF(languages); i++) {
        if (size == 2 && strncasecmp(tag, languages[i][0], size) == 0) {
            return languages[i][1];
        }
    }
    return arena_format(arena, "“%s”", finding_quote(tag, arena));
}

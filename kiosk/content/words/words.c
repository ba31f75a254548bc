// SPDX-License-Identifier: MIT
// See words.h. The word `direction` is shown nowhere: it says how the others are read.
#include "content/words/words.h"

#include "content/words/word_list.h"

#include <string.h>
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

// The languages that waiting rooms in the United Kingdom have leaflets in.
static const char *const languages[][2] = {
    {"am", "Amharic"},    {"ar", "Arabic"},     {"bg", "Bulgarian"}, {"bn", "Bengali"},
    {"cs", "Czech"},      {"cy", "Welsh"},      {"de", "German"},    {"el", "Greek"},
    {"en", "English"},    {"es", "Spanish"},    {"fa", "Farsi"},     {"fr", "French"},
    {"gu", "Gujarati"},   {"hi", "Hindi"},      {"hu", "Hungarian"}, {"it", "Italian"},
    {"ku", "Kurdish"},    {"lt", "Lithuanian"}, {"lv", "Latvian"},   {"ne", "Nepali"},
    {"nl", "Dutch"},      {"pa", "Punjabi"},    {"pl", "Polish"},    {"ps", "Pashto"},
    {"pt", "Portuguese"}, {"ro", "Romanian"},   {"ru", "Russian"},   {"sk", "Slovak"},
    {"so", "Somali"},     {"sq", "Albanian"},   {"ta", "Tamil"},     {"ti", "Tigrinya"},
    {"tr", "Turkish"},    {"uk", "Ukrainian"},  {"ur", "Urdu"},      {"vi", "Vietnamese"},
    {"zh", "Chinese"},
};

const char *words_language_name(const char *tag, struct arena *arena) {
    size_t size = strcspn(tag, "-"); // pt-br is Portuguese
    for (int i = 0; i < COUNT_OF(languages); i++) {
        if (size == 2 && strncasecmp(tag, languages[i][0], size) == 0) {
            return languages[i][1];
        }
    }
    return arena_format(arena, "“%s”", finding_quote(tag, arena));
}

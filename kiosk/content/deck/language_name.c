// SPDX-License-Identifier: MIT
// The languages that waiting rooms in the United Kingdom have leaflets in, by their BCP 47 tags.
#include "content/deck/language_name.h"

#include "base/bidi_quote.h"

#include <string.h>
#include <strings.h>

static const char *const names[][2] = {
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

const char *language_name_of(const char *tag, struct arena *arena) {
    size_t size = strcspn(tag, "-"); // pt-br is Portuguese
    for (int i = 0; i < COUNT_OF(names); i++) {
        if (size == 2 && strncasecmp(tag, names[i][0], size) == 0) {
            return names[i][1];
        }
    }
    return arena_format(arena, "“%s”", bidi_quote(tag, arena));
}

// SPDX-License-Identifier: MIT
// See ini_value.h. Word makes curly quotes of the straight ones.
#include "content/settings/ini_value.h"

#include <string.h>

static bool begins_note(const char *text) {
    size_t blanks = strspn(text, " \t");
    return text[blanks] == '#' && (text[blanks + 1] == ' ' || text[blanks + 1] == '\t');
}

bool ini_value_has_note(const char *value) {
    const char *at = value;
    while (*at && !begins_note(at)) {
        at += strcspn(at + 1, " \t") + 1;
    }
    return *at;
}

const char *ini_value_plain(const char *value, struct arena *arena) {
    static const char *const quotes[][2] = {{"\"", "\""}, {"“", "”"}, {"'", "'"}, {"‘", "’"}};
    for (int i = 0; i < COUNT_OF(quotes); i++) {
        size_t size = strlen(quotes[i][0]);
        bool is_open = strncmp(value, quotes[i][0], size) == 0;
        const char *end = is_open ? strstr(value + size, quotes[i][1]) : NULL;
        const char *rest = end ? end + size : "x";
        if (!*rest || begins_note(rest)) {
            return arena_text(arena, (struct str){value + size, (size_t)(end - value) - size});
        }
    }
    return value;
}

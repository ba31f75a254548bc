// SPDX-License-Identifier: MIT
// See phone_parse.h.
#include "content/phone/phone_parse.h"

#include <string.h>

#include "content/phone/phone_find.h"

// What stands between two groups becomes one plain space, or one hyphen if there is one in it.
static const char *tidy(struct str text, struct arena *arena) {
    char *shown = arena_text(arena, text);
    char *out = shown;
    char waiting = '\0';
    for (size_t at = 0; at < text.size;) {
        size_t joint = phone_joint_bytes(text, at);
        if (joint > 0) {
            waiting = phone_is_dash(text, at) || waiting == '-' ? '-' : ' ';
            at += joint;
            continue;
        }
        if (waiting && out > shown) {
            *out++ = waiting;
        }
        waiting = '\0';
        *out++ = text.at[at++];
    }
    *out = '\0';
    return shown;
}

// Layout has to find it again, or it would break it, or turn it round beside Arabic.
static bool is_found_whole(const char *shown) {
    size_t start, size;
    return phone_find(str_from(shown), 0, &start, &size) && start == 0 && size == strlen(shown);
}

enum phone_fault phone_parse(struct str text, struct arena *arena, struct phone *phone) {
    enum phone_fault fault = phone_find_fault(text);
    if (fault != PHONE_OK) {
        return fault;
    }
    const char *shown = tidy(str_trim(text), arena);
    if (!is_found_whole(shown)) {
        return PHONE_HAS_LETTERS; // brackets that nobody closes
    }
    phone->shown = shown;
    phone->uri = arena_format(arena, "tel:+44%s", phone_dialled(text, arena).at + 1);
    return PHONE_OK;
}

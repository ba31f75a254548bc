// SPDX-License-Identifier: MIT
// Lines as in kiosk.ini, whose names say what they are to whoever opens it.
#include "store/stick/copied_from.h"

#include "base/encoding.h"
#include "base/ini.h"
#include "content/limits.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static bool is_key(const char *text) {
    return strlen(text) == RECORD_KEY_DIGITS && !text[strspn(text, "0123456789abcdef")];
}

bool copied_from_set(struct copied_from *found, const char *content, const char *copy) {
    if (!is_key(content) || !is_key(copy)) {
        return false;
    }
    snprintf(found->content, sizeof found->content, "%s", content);
    snprintf(found->copy, sizeof found->copy, "%s", copy);
    return true;
}

bool copied_from_load(struct copied_from *found, int folder, struct arena *arena) {
    struct str bytes;
    struct findings unsaid = {.arena = arena};
    const char *content = "", *copy = "";
    const struct file_source source = {folder, COPIED_FROM, LIMIT_TEXT_BYTES};
    struct ini ini = {.place.path = COPIED_FROM, .findings = &unsaid};
    if (file_load(&bytes, &source, arena) != FILE_OK) {
        return false;
    }
    const struct encoding_source encoded = {bytes, COPIED_FROM, arena};
    if (!encoding_load(&ini.text, &encoded, &unsaid)) {
        return false;
    }
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        content = strcasecmp(pair.key, "content") == 0 ? pair.value : content;
        copy = strcasecmp(pair.key, "copy") == 0 ? pair.value : copy;
    }
    return copied_from_set(found, content, copy);
}

struct str copied_from_text(const struct copied_from_facts *facts, struct arena *arena) {
    const char *text =
        arena_format(arena, "kiosk = %s\ndate = %s\ncontent = %s\ncopy = %s\n", facts->kiosk_name,
                     facts->when ? facts->when : "", facts->content, facts->copy);
    return encoding_for_windows(str_from(text), arena);
}

// SPDX-License-Identifier: MIT
// The names of what controls do, as display lists and logs spell them.
#include "scene/action.h"

#include <assert.h>

static const char *const names[] = {
    [ACTION_NONE] = "none",
    [ACTION_NEXT] = "next",
    [ACTION_BACK] = "back",
    [ACTION_TOPICS] = "topics",
    [ACTION_OPEN_CARD] = "open-card",
    [ACTION_REFER] = "refer",
    [ACTION_URGENT_HELP] = "urgent-help",
    [ACTION_CLOSE] = "close",
    [ACTION_PAGE_NEXT] = "page-next",
    [ACTION_PAGE_BACK] = "page-back",
    [ACTION_LANGUAGES] = "languages",
    [ACTION_SET_LANGUAGE] = "set-language",
    [ACTION_TEXT_SIZE] = "text-size",
    [ACTION_CONTRAST] = "contrast",
    [ACTION_PAUSE] = "pause",
    [ACTION_RESUME] = "resume",
    [ACTION_KEEP_READING] = "keep-reading",
    [ACTION_FINISH] = "finish",
};
static_assert(COUNT_OF(names) == ACTION_COUNT, "an action has no name");

bool action_equals(struct action a, struct action b) {
    return a.kind == b.kind && a.argument == b.argument;
}

const char *action_name(enum action_kind kind) {
    return names[kind];
}

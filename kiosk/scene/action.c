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
    [ACTION_READ] = "read",
    [ACTION_SETTINGS] = "settings",
    [ACTION_KEEP_READING] = "keep-reading",
    [ACTION_FINISH] = "finish",
    [ACTION_PIN_DIGIT] = "pin-digit",
    [ACTION_PIN_DELETE] = "pin-delete",
    [ACTION_PIN_OK] = "pin-ok",
    [ACTION_STAFF_CLOSE] = "staff-close",
    [ACTION_TRY_AGAIN] = "try-again",
    [ACTION_CONFIRM] = "confirm",
    [ACTION_SEE_CARDS] = "see-cards",
    [ACTION_PREVIEW_END] = "preview-end",
    [ACTION_PUT_ON_SCREEN] = "put-on-screen",
    [ACTION_MENU] = "menu",
    [ACTION_MENU_ITEM] = "menu-item",
    [ACTION_AGREE] = "agree",
    [ACTION_SET_UP_TOUCH] = "set-up-touch",
    [ACTION_STAY] = "stay",
    [ACTION_ADVICE] = "advice",
    [ACTION_ARROW] = "arrow",
};
static_assert(COUNT_OF(names) == ACTION_COUNT, "an action has no name");

bool action_has_argument(enum action_kind kind) {
    return kind == ACTION_OPEN_CARD || kind == ACTION_SET_LANGUAGE || kind == ACTION_PIN_DIGIT ||
           kind == ACTION_CONFIRM || kind == ACTION_MENU_ITEM || kind == ACTION_ARROW;
}

bool action_equals(struct action a, struct action b) {
    return a.kind == b.kind && a.argument == b.argument;
}

const char *action_name(enum action_kind kind) {
    return names[kind];
}

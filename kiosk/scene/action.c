// SPDX-License-Identifier: MIT
// The names of what controls do, as display lists and logs spell them.
#include "scene/action.h"

#define ACTION_NAME(name, text) text,
static const char *const names[] = {ACTIONS(ACTION_NAME)};

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

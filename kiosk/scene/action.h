// SPDX-License-Identifier: MIT
// What a touch target does. The list is closed: no text of a card can name, add or change one.
#ifndef DIT_ACTION_H
#define DIT_ACTION_H

#include "base/base.h"

enum action_kind {
    ACTION_NONE,
    ACTION_NEXT, // next page or card
    ACTION_BACK, // previous page or card; on other screens, back to the cards
    ACTION_TOPICS,
    ACTION_OPEN_CARD, // `argument`: index of the card
    ACTION_REFER,
    ACTION_URGENT_HELP,
    ACTION_CLOSE,     // back to where this screen was opened from
    ACTION_PAGE_NEXT, // of a screen with several pages of its own
    ACTION_PAGE_BACK,
    ACTION_LANGUAGES,
    ACTION_SET_LANGUAGE, // `argument`: index of the language
    ACTION_TEXT_SIZE,    // the next of three
    ACTION_CONTRAST,     // the other theme
    ACTION_PAUSE,
    ACTION_RESUME,
    ACTION_KEEP_READING,
    ACTION_FINISH,
    ACTION_COUNT,
};

struct action {
    enum action_kind kind;
    int argument;
};

bool action_equals(struct action a, struct action b);

// The name in a display list: "next", "open-card 3", "urgent-help".
const char *action_name(enum action_kind kind);

#endif

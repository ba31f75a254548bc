// SPDX-License-Identifier: MIT
// What a touch target does. The list is closed: no text of a card can name, add or change one.
#pragma once

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
    ACTION_READ,         // what the loop shows, in peace
    ACTION_SETTINGS,     // size of text, contrast, language
    ACTION_KEEP_READING,
    ACTION_FINISH,
    // Of the staff screens
    ACTION_PIN_DIGIT, // `argument`: 0 to 9
    ACTION_PIN_DELETE,
    ACTION_PIN_OK,
    ACTION_STAFF_CLOSE, // gives up what is at hand; at the end of it, back to the cards
    ACTION_TRY_AGAIN,   // reads the stick once more
    ACTION_CONFIRM,     // `argument`: index of the change
    ACTION_SEE_CARDS,   // the new cards, before they are on screen
    ACTION_PREVIEW_END,
    ACTION_PUT_ON_SCREEN,
    ACTION_MENU,
    ACTION_MENU_ITEM, // `argument`: enum menu_item
    ACTION_AGREE,     // yes, to what a notice asks
    ACTION_SET_UP_TOUCH,
    ACTION_STAY,   // the staff screen, for another while
    ACTION_ADVICE, // what the check advises, in words
    ACTION_ARROW,  // `argument`: quarter turns, clockwise, to where it points
    ACTION_COUNT,
};

struct action {
    enum action_kind kind;
    int argument;
};

bool action_has_argument(enum action_kind kind);
bool action_equals(struct action a, struct action b);

// The name in a display list: "next", "open-card 3", "urgent-help".
const char *action_name(enum action_kind kind);

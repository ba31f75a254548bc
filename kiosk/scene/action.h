// SPDX-License-Identifier: MIT
// What a touch target does. The list is closed: no text of a card can name, add or change one.
#pragma once

#include "base/base.h"

// One list of names: OPEN_CARD is ACTION_OPEN_CARD here and "open-card" in a display list.
// clang-format off
#define ACTIONS(ACTION) \
    ACTION(NONE, "none") \
    ACTION(NEXT, "next") /* next page or card */ \
    ACTION(BACK, "back") /* previous page or card; on other screens, back to the cards */ \
    ACTION(TOPICS, "topics") \
    ACTION(OPEN_CARD, "open-card") /* `argument`: index of the card */ \
    ACTION(REFER, "refer") \
    ACTION(URGENT_HELP, "urgent-help") \
    ACTION(CLOSE, "close") /* back to where this screen was opened from */ \
    ACTION(PAGE_NEXT, "page-next") /* of a screen with several pages of its own */ \
    ACTION(PAGE_BACK, "page-back") \
    ACTION(LANGUAGES, "languages") \
    ACTION(SET_LANGUAGE, "set-language") /* `argument`: index of the language */ \
    ACTION(TEXT_SIZE, "text-size") /* the next of three */ \
    ACTION(CONTRAST, "contrast") /* the other theme */ \
    ACTION(READ, "read") /* what the loop shows, in peace */ \
    ACTION(SETTINGS, "settings") /* size of text, contrast, language */ \
    ACTION(KEEP_READING, "keep-reading") \
    ACTION(FINISH, "finish") \
    /* Of the staff screens */ \
    ACTION(PIN_DIGIT, "pin-digit") /* `argument`: 0 to 9 */ \
    ACTION(PIN_DELETE, "pin-delete") \
    ACTION(PIN_OK, "pin-ok") \
    ACTION(STAFF_CLOSE, "staff-close") /* gives up what is at hand, and at its end the screens */ \
    ACTION(TRY_AGAIN, "try-again") /* reads the stick once more */ \
    ACTION(CONFIRM, "confirm") /* `argument`: index of the change */ \
    ACTION(OPEN_CHANGE, "open-change") /* `argument`: its index */ \
    ACTION(CHOOSE, "choose") /* what is contested: `argument` 0 the screen's, 1 the stick's */ \
    ACTION(SEE_CARDS, "see-cards") /* the new cards, before they are on screen */ \
    ACTION(PREVIEW_END, "preview-end") \
    ACTION(PUT_ON_SCREEN, "put-on-screen") \
    ACTION(MENU, "menu") \
    ACTION(MENU_ITEM, "menu-item") /* `argument`: enum menu_item */ \
    ACTION(AGREE, "agree") /* yes, to what a notice asks */ \
    ACTION(SET_UP_TOUCH, "set-up-touch") \
    ACTION(STAY, "stay") /* the staff screen, for another while */ \
    ACTION(ADVICE, "advice") /* what the check advises, in words */ \
    ACTION(PICK, "pick") /* `argument`: index of the choice */ \
    ACTION(ARROW, "arrow") /* `argument`: quarter turns, clockwise, to where it points */
// clang-format on

#define ACTION_ENUM(name, text) ACTION_##name,
enum action_kind { ACTIONS(ACTION_ENUM) ACTION_COUNT };

struct action {
    enum action_kind kind;
    int argument;
};

static inline bool action_equals(struct action a, struct action b) {
    return a.kind == b.kind && a.argument == b.argument;
}

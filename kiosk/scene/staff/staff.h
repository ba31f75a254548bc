// SPDX-License-Identifier: MIT
// What the staff screens show besides the view, as values that app/ writes and scene/ reads: what
// was found on a stick, what it would change, what came of it, and facts about the machine.
#pragma once

#include "content/diff/changes.h"
#include "content/words/words.h"

enum staff_pin {
    STAFF_PIN_ASKED,
    STAFF_PIN_WAS_WRONG, // tries_left
    STAFF_PIN_IS_CLOSED, // wait_s
    STAFF_PIN_IS_UNSET,
    STAFF_PIN_IS_UNASKED, // the next start asks for one
    STAFF_PIN_FAILS,      // the store cannot be read or written
    STAFF_PIN_NEW,        // the first is chosen
    STAFF_PIN_AGAIN,
    STAFF_PIN_REFUSED, // `detail` says why
    STAFF_PIN_DIFFERS, // from the one before
    STAFF_PIN_COUNT,
};

// What the staff PIN is asked for.
enum staff_errand { ERRAND_STICK, ERRAND_MENU, ERRAND_NEW_PIN, ERRAND_COUNT };

enum staff_work { WORK_READING, WORK_CHECKING, WORK_COPYING, WORK_COUNT };

// Results and questions; each is a heading, a text and its buttons.
enum notice {
    NOTICE_SAME,  // it was on screen already
    NOTICE_EMPTY, // the stick has no content
    NOTICE_PULLED,
    NOTICE_COPY_PULLED, // while it was written
    NOTICE_FAILED,      // `detail` says why
    NOTICE_REFUSED,     // new content was taken back, because it could not be shown
    NOTICE_COPY_OVER,   // asks; `detail` is the name under which the old folder is kept
    NOTICE_COPIED,
    NOTICE_COPY_FAILED, // `detail` says why
    NOTICE_RESTART,     // asks
    NOTICE_POWER,       // asks
    NOTICE_KEEP_TOUCH,  // asks, for wait_s
    NOTICE_PIN_SET,
    NOTICE_UNFIT,                    // four touches that make no sense
    NOTICE_LOOK_COUNT,               // the rest stand below the cards themselves
    NOTICE_DONE = NOTICE_LOOK_COUNT, // the new content is on screen
    NOTICE_EARLIER,                  // the content from before is
    NOTICE_COUNT,
};

enum receipt { RECEIPT_NONE, RECEIPT_WAITED_FOR, RECEIPT_WRITTEN, RECEIPT_FAILED };

enum menu_item {
    MENU_EARLIER,
    MENU_STICK,
    MENU_COPY,
    MENU_WIPE,
    MENU_TOUCH,
    MENU_ABOUT,
    MENU_PIN,
    MENU_RESTART,
    MENU_POWER,
    MENU_TILE_COUNT,
    MENU_NAME = MENU_TILE_COUNT, // a row of "about this screen"
    MENU_ITEM_COUNT,
};

// One line of "about this screen"; STAFF_FACT_TODO is said on the menu too.
struct staff_fact {
    enum staff_word what;
    const char *text;
};

struct staff_facts {
    const struct staff_fact *list;
    int count;
};

// A page of tiles, of which one is chosen.
struct staff_choices {
    enum staff_word heading;
    const char *const *labels;
    int count;
    int here; // the one in force; -1: none of them
};

struct staff_scene {
    const struct staff_words *words;
    enum staff_errand errand;
    enum staff_pin pin;
    int tries_left;
    int leaves_s; // what is up goes then, unless somebody stays; 0: not soon
    int wait_s;   // until the PIN may be tried, touch comes back, or the touch set-up goes back
    enum staff_work work;
    int done_count, total_count;
    const struct findings *findings; // sorted
    const struct changes *changes;
    bool *confirmed; // one for each change
    int confirmed_count;
    bool *seen;     // one for each change: staff have opened it, or looked at its card
    int opened;     // the change that is looked at
    int wanted_row; // of the changes, whose page is to be seen, or of one just opened; -1: none
    bool is_back;   // the changes lead to what the store still has from before
    bool is_newer;  // which is newer than what is on screen
    enum notice notice;
    const char *detail;
    enum receipt receipt;
    bool items[MENU_ITEM_COUNT]; // those that can be done now
    struct staff_facts facts;
    struct staff_choices choices;
    int cross;                // which of the four corners; see staff_cross
    bool can_be_wrong_way_up; // an arrow was touched just now; leaves_s counts
};

// Where the cross of the corner `index` (0 to 3, clockwise from the top left) has its middle; its
// w and h are how large it is drawn.
struct rect staff_cross(int width_px, int height_px, int index);

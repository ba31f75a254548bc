// SPDX-License-Identifier: MIT
// What the state machine remembers, and the two ways in which it begins afresh: for the program and
// for the next person. What changes it stands in the rooms beside this one.
#pragma once

#include "app/state/staff_session.h"
#include "app/touch/gesture.h"

enum input_kind {
    INPUT_TOUCH,
    INPUT_KEY,
    INPUT_TIME,  // nothing but that time has passed
    INPUT_SHOWN, // `scene`, built from app->view, is on the glass: its pages and words set the pace
    INPUT_STAFF, // `staff`: the shell has found something out for staff
    INPUT_HOURS, // `is_open`: the practice opens, or closes
};

enum key { KEY_NEXT, KEY_BACK, KEY_ENTER, KEY_ESCAPE, KEY_TAB, KEY_TAB_BACK, KEY_OTHER, KEY_COUNT };

struct input {
    enum input_kind kind;
    struct touch touch;
    enum key key; // KEY_NEXT is the arrow that points forwards in the language on screen
    const struct staff_event *staff;
    bool is_open;
};

// How the new picture replaces the old one; always TRANSITION_NONE with `motion = off`.
enum transition {
    TRANSITION_NONE,
    TRANSITION_FADE,
    TRANSITION_SLIDE_NEXT, // in the language's direction
    TRANSITION_SLIDE_BACK,
};

enum { APP_OPENED_BYTES = LIMIT_CARD_ID_BYTES + 8 };

struct app {
    uint64_t now_ms;      // of the input at hand
    struct action action; // of the control at hand
    const struct deck *deck;
    const struct metrics *metrics;
    struct gesture gesture;
    struct staff_session session;
    struct view view;
    enum transition transition; // of the last app_apply
    bool is_dragging;           // the card follows a finger,
    int drag_px;                // by this much; right is positive
    enum screen opened_from;    // where ACTION_CLOSE goes back to,
    int opened_page;            // and its page
    int card_page;              // of the card, while another screen is open
    int page_count;             // of the picture on the glass; 0 until it is shown
    int word_count, first_word;
    uint64_t touched_ms;   // last touch or key
    uint64_t page_ms;      // when the page came up; in the loop, when it was shown
    uint64_t answer_by_ms; // until when the question waits
    bool is_closed;        // by the opening hours; not until the shell says so
    bool is_touched;       // somebody has used the kiosk since the last return to the loop
    char card_opened[APP_OPENED_BYTES]; // the last card that this person opened
    char opened[APP_OPENED_BYTES];      // by the last app_apply, for the counts; "" for nothing
};

// At the poster, in the loop, with everything as the deck's settings say.
void state_init(struct app *app, const struct deck *deck, const struct metrics *metrics,
                uint64_t now_ms);

// The next person meets everything as at boot; what staff are at stays.
void state_restart(struct app *app);

// No finger presses or drags anything.
void state_release(struct app *app);

// Somebody is there: what the loop shows is opened to be read, with its words where they are.
void state_stop_loop(struct app *app);

// Where readers begin: at the cards, or at the number itself where a deck has no card.
enum screen state_home(const struct deck *deck, int language);

bool state_is_staff(const struct app *app); // the keypad or a screen behind it is up

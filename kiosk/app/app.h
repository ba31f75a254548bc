// SPDX-License-Identifier: MIT
// What happens next: one state machine that takes inputs and the time, and changes the view. It
// never draws and never asks a clock, so a month of waiting room runs in a second.
#ifndef DIT_APP_H
#define DIT_APP_H

#include "app/state/desk.h"

enum input_kind {
    INPUT_TOUCH,
    INPUT_KEY,
    INPUT_TIME,  // nothing but that time has passed
    INPUT_SHOWN, // `scene`, built from app->view, is on the glass: its pages and words set the pace
    INPUT_DESK,  // `desk`: the shell has found something out for staff
    INPUT_HOURS, // `is_open`: the practice opens, or closes
    INPUT_KIND_COUNT,
};

enum key { KEY_NEXT, KEY_BACK, KEY_ENTER, KEY_ESCAPE, KEY_TAB, KEY_TAB_BACK, KEY_OTHER, KEY_COUNT };

struct input {
    enum input_kind kind;
    struct touch touch;
    enum key key; // KEY_NEXT is the arrow that points forwards in the language on screen
    const struct desk_news *desk;
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
    const struct deck *deck;
    const struct metrics *metrics;
    struct gesture gesture;
    struct desk desk; // of staff
    struct view view;
    enum transition transition; // of the last app_apply
    bool is_dragging;           // the card follows a finger,
    int drag_px;                // by this much; right is positive
    enum screen opened_from;    // where ACTION_CLOSE goes back to,
    int opened_page;            // and its page
    int card_page;              // of the card, while another screen is open
    int page_count;             // of the picture on the glass; 0 until it is shown
    int word_count;
    uint64_t touched_ms; // last touch or key
    uint64_t page_ms;    // when the page came up
    uint64_t asked_ms;   // when the question came up
    bool is_page_new;    // page_ms is set once more when the page is shown
    bool is_closed;      // by the opening hours; not until the shell says so
    bool is_touched;     // somebody has used the kiosk since the last return to the loop
    char opened[APP_OPENED_BYTES], counted[APP_OPENED_BYTES]; // see opened.h
};

// At the first card, cycling, with everything as the deck's settings say.
void app_init(struct app *app, const struct deck *deck, const struct metrics *metrics,
              uint64_t now_ms);

// There is a store behind this kiosk: staff may do things here. `words` outlives the app.
void app_open_desk(struct app *app, const struct staff_words *words);

// What the shell is to do for staff now; JOB_NONE the next time.
enum desk_job app_take_job(struct app *app);

// The next person meets everything as at boot; what staff are at stays.
void app_restart(struct app *app, uint64_t now_ms);

// `scene` is the picture on the glass that the person reacted to. After an input that changes the
// view, build its scene and send INPUT_SHOWN before the next.
void app_apply(struct app *app, const struct input *input, const struct scene *scene,
               uint64_t now_ms);

// When something is due, so that the loop can sleep until then; UINT64_MAX: nothing is. `scene` is
// the picture on the glass.
uint64_t app_deadline_ms(const struct app *app, const struct scene *scene);

// The view that lies one page before (-1) or after (+1), for a drag to show.
struct view app_neighbour(const struct app *app, int step);

// Whether "forwards" points to the left now; staff screens are in English.
bool app_is_right_to_left(const struct app *app);

// Which of the two a drag by that much uncovers: -1 or +1, in the language's direction.
int app_drag_step(const struct app *app, int drag_px);

// How long the loop shows a page of that many words: 8 to 40 s.
uint64_t app_reading_ms(const struct settings *settings, int word_count);

#endif

// SPDX-License-Identifier: MIT
// What happens next: one state machine that takes inputs and the time, and changes the view. It
// never draws and never asks a clock, so a month of waiting room runs in a second.
#ifndef DIT_APP_H
#define DIT_APP_H

#include "app/gesture.h"

enum input_kind {
    INPUT_TOUCH,
    INPUT_KEY,
    INPUT_TIME,  // nothing but that time has passed
    INPUT_SHOWN, // `scene` was presented: its pages and words set the pace
};

enum key { KEY_NEXT, KEY_BACK, KEY_ENTER, KEY_ESCAPE, KEY_TAB, KEY_TAB_BACK, KEY_OTHER };

struct input {
    enum input_kind kind;
    struct touch touch;
    enum key key; // KEY_NEXT is the arrow that points forwards in the language on screen
};

// How the new picture replaces the old one.
enum transition {
    TRANSITION_NONE,
    TRANSITION_FADE,
    TRANSITION_SLIDE_NEXT, // in the language's direction
    TRANSITION_SLIDE_BACK,
};

struct app {
    const struct deck *deck;
    const struct metrics *metrics;
    struct gesture gesture;
    struct view view;
    enum transition transition; // of the last change of view; read it after app_apply
    int drag_px;      // the card follows a finger: right is positive; 0 when it does not
    bool is_dragging;
    enum screen opened_from; // where ACTION_CLOSE goes back to
    int page_count, word_count; // of the page on the glass
    uint64_t touched_ms;  // last touch or key
    uint64_t page_ms;     // when the page came up, moved on by what was paused
    uint64_t asked_ms;    // when the question came up
    bool is_touched;      // somebody has used the kiosk since the last return to the loop
};

// At the first card, cycling, with everything as the deck's settings say.
void app_init(struct app *app, const struct deck *deck, const struct metrics *metrics,
              uint64_t now_ms);

// `scene` is the picture on the glass that the person reacted to.
void app_apply(struct app *app, const struct input *input, const struct scene *scene,
               uint64_t now_ms);

// When something is due, so that the loop can sleep until then; UINT64_MAX: nothing is.
uint64_t app_deadline_ms(const struct app *app, const struct scene *scene);

// The view that lies one page before (-1) or after (+1), for a drag to show.
struct view app_neighbour(const struct app *app, int step);

// How long a page of that many words is read: 8 to 40 s.
uint64_t app_reading_ms(const struct settings *settings, int word_count);

#endif

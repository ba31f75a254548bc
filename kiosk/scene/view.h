// SPDX-License-Identifier: MIT
// What is to be seen, as a value: the state machine in app/ writes it, the screens in scene/ read
// it, and two equal views give two equal pictures.
#pragma once

#include "content/settings/settings.h"
#include "scene/action.h"

// One list of names: CARD is SCREEN_CARD here, and screen_card_build builds it.
// clang-format off
#define SCREENS(SCREEN) \
    SCREEN(CARD, card) \
    SCREEN(TOPICS, topics) \
    SCREEN(REFER, refer) \
    SCREEN(URGENT, urgent) \
    SCREEN(LANGUAGES, languages) \
    SCREEN(POSTER, poster) /* with which the loop begins */ \
    SCREEN(SETTINGS, settings) /* where the header has no room for them */ \
    /* For staff, behind their PIN; what these show besides the view is in struct staff_scene */ \
    SCREEN(WORKING, working) /* reading, checking or writing a stick */ \
    SCREEN(FINDINGS, findings) \
    SCREEN(ADVICE, advice) \
    SCREEN(CHANGES, changes) \
    SCREEN(CHANGE, change) /* one of them, old beside new */ \
    SCREEN(NOTICE, notice) /* what came of it, and questions */ \
    SCREEN(MENU, menu) \
    SCREEN(ABOUT, about) \
    SCREEN(CHOICES, choices) \
    SCREEN(WIPE, wipe) /* touch is off: for the cleaner */ \
    SCREEN(CROSS, cross) /* a cross to be touched, one after the other */ \
    SCREEN(ARROWS, arrows) /* one of which points up */
// clang-format on

#define SCREEN_ENUM(NAME, name) SCREEN_##NAME,
enum screen { SCREENS(SCREEN_ENUM) SCREEN_COUNT };

bool screen_is_for_staff(enum screen screen);

enum { VIEW_AT_WORD = -1, VIEW_PROGRESS_FULL = 1000 };

struct view {
    enum screen screen;
    int language; // index in the deck
    int card;     // index in the language
    int page;     // from 0, of the card or screen; or VIEW_AT_WORD - n: where the card's word n is
    enum theme_choice theme;
    enum text_size text_size;
    bool is_cycling;       // the loop: nobody touches it, and it moves on by itself
    int progress;          // of the page's reading time that is gone, 0 to VIEW_PROGRESS_FULL
    bool is_asking;        // "Are you still reading?" lies over the screen
    int countdown_s;       // what that question shows
    bool is_admitting;     // the staff PIN is asked for, over the screen
    bool is_preview;       // new content before it is put on screen
    bool is_blank;         // outside the opening hours: nothing of all this is to be seen
    int digit_count;       // typed at the keypad; never which
    int staff_revision;    // of struct staff_scene: another one may give another picture
    struct action pressed; // ACTION_NONE, or the control under a finger
    struct action focused; // ACTION_NONE, or the control that Enter would press
};

// Whether both give the same picture, but for the progress, which is no part of it.
bool view_is_same_picture(const struct view *a, const struct view *b);

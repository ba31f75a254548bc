// SPDX-License-Identifier: MIT
// What is to be seen, as a value: the state machine in app/ writes it, the screens in scene/ read
// it, and two equal views give two equal pictures.
#ifndef DIT_VIEW_H
#define DIT_VIEW_H

#include "model/settings.h"
#include "scene/action.h"

enum screen {
    SCREEN_CARD,
    SCREEN_TOPICS,
    SCREEN_REFER,
    SCREEN_URGENT,
    SCREEN_LANGUAGES,
    SCREEN_COUNT,
};

struct view {
    enum screen screen;
    int language; // index in the deck
    int card;     // index in the language
    int page;     // from 0, of the card or screen
    enum theme_choice theme;
    enum text_size text_size;
    bool is_cycling;       // the loop moves on by itself; the button offers "pause"
    int progress;          // of the page's reading time that is gone, 0 to 1000
    bool is_asking;        // "Are you still reading?" lies over the screen
    int countdown_s;       // what that question shows
    struct action pressed; // ACTION_NONE, or the control under a finger
    struct action focused; // ACTION_NONE, or the control that Enter would press
};

#endif

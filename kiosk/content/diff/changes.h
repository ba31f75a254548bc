// SPDX-License-Identifier: MIT
// What is different between the content on screen and new content, for the eyes of staff, in the
// order that matters: first telephone numbers and links, because a wrong one sends people to a
// stranger, and each of them is to be confirmed by itself; then cards, languages and settings.
#pragma once

#include "content/deck/deck.h"

enum change_kind {
    // To be confirmed one by one
    CHANGE_PHONE,  // the number for self-referral
    CHANGE_CODE,   // what the square code says, for another reason than the number
    CHANGE_NUMBER, // a number in the words of the card `where`, or of several
    // To be looked at
    CHANGE_CARD_ADDED,
    CHANGE_CARD_CHANGED, // in `line_count` lines
    CHANGE_CARD_REMOVED,
    CHANGE_PICTURE,   // the picture `where` was drawn anew under its old name
    CHANGE_CONTESTED, // the file or setting `where` was changed on the screen too: `id` chooses
    CHANGE_KEPT,      // the file `where` stays as it is on screen: see store/stick/merge.h
    CHANGE_ORDER,     // of the cards
    CHANGE_LANGUAGE_ADDED,
    CHANGE_LANGUAGE_REMOVED,
    CHANGE_START,   // the language that the screen starts in
    CHANGE_SETTING, // `where` is its plain name
    CHANGE_KIND_COUNT,
};

struct change {
    enum change_kind kind;
    const char *where; // the title of a card, the name of a language, a setting, a picture; or NULL
    const char *language;  // of cards, where there are several languages: its name; or NULL
    const char *old, *now; // numbers, codes and settings; NULL: there was or is none
    const struct card *old_card, *now_card; // of cards; NULL: there was or is none
    const char *id;                         // of what is contested: see store/stick/merge.h
    bool is_taken;                          // the stick's is, of what is contested
    int line_count;
    int card_count;         // of numbers: on how many cards these two change; `where` is the first
    const char *last_where; // changes.c's own
};

struct changes {
    struct arena *arena;
    struct change *list; // those to be confirmed come first
    int count;
    int confirm_count;
    int same_count;     // cards without a change
    int dropped_count;  // cards with a change that are not in `list`, which has enough of them
    bool is_over_limit; // there are more to be confirmed: nobody could look at all of them
};

// A zeroed struct with `arena` set is ready; texts live there or in the decks, which outlive it.
void changes_find(struct changes *changes, const struct deck *old, const struct deck *now);

// One more, found by whoever compared the files: CHANGE_PICTURE, CHANGE_CONTESTED or CHANGE_KEPT.
void changes_add(struct changes *changes, struct change change);

// SPDX-License-Identifier: MIT
// The font and the content of last resort, compiled into the program: what the screen shows on the
// day when its files are gone. They are the very files of assets/ and config/, never a copy.
#pragma once

#include "content/deck/deck.h"
#include "content/words/words.h"
#include "layout/text/fonts.h"

// The bytes of a TrueType font; weights other than regular and bold take the nearer of the two.
struct str builtin_font(enum weight weight);

// Those of the staff screens, assets/staff.ini; they live in `arena`.
void builtin_load_staff_words(struct staff_words *words, struct arena *arena);

// For deck_load_builtin.
void builtin_deck(struct deck_builtin *files);

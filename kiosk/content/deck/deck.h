// SPDX-License-Identifier: MIT
// Everything that one kiosk shows: the settings and, for each language, its words and its cards. A
// deck is loaded whole from one folder and lives in one arena; an update swaps decks, never edits.
// It knows nothing of pixels and time.
#pragma once

#include "content/deck/language.h"
#include "content/ports.h"

struct deck {
    struct settings settings;
    const char *poster_drawing; // file name in assets/drawings without ".svg", or NULL
    const char *content_dir; // pictures are read from its images/ folder; "" for the built-in deck
    const char *assets_dir;  // icons, drawings; "" for the built-in deck
    const struct language *languages; // at least one; the first is the default
    int language_count;
};

// Content in a lifetime of its own: one for what is on screen, and one for what comes next.
struct deck_slot {
    struct arena arena;
    struct deck deck;
};

struct deck_source {
    const char *content_dir;
    const char *assets_dir;
    struct ports ports;
    const struct deck *shown; // on the screen now: findings may name its titles; may be NULL
};

// The files that are compiled into the program for the day when there are no others.
struct deck_builtin {
    struct str kiosk_ini, words_ini, refer_md, urgent_md;
};

// Reads and checks a content folder. Every fault is a finding; a faulty card is left out, a faulty
// setting keeps its default. True when what is left can be shown (a phone number without a fault,
// and at least one language with urgent help, refer and one card); the deck is untouched otherwise.
// Everything lives in findings->arena.
MUST_USE bool deck_load(struct deck *deck, const struct deck_source *source,
                        struct findings *findings);

// The same in steps that read one card each, for whoever has something to show meanwhile: to be
// called while the result is true, and closed in any case. `findings` stay where they are until
// then, as do the paths of `source` and the deck on the screen.
struct deck_loader *deck_load_open(const struct deck_source *source, struct findings *findings);
bool deck_load_step(struct deck_loader *loader);
MUST_USE bool deck_load_close(struct deck_loader *loader, struct deck *deck);

// Warnings for cards and pictures that lie beside kiosk.ini, where nobody looks for them:
// somebody's work that is on no screen. Each says the folder that it belongs in.
void deck_check_strays(const struct folder *content, struct findings *findings);

// The settings alone, of a folder whose cards cannot be shown; false without a faultless number.
MUST_USE bool deck_load_settings(struct settings *settings, const struct deck_source *source,
                                 struct findings *findings);

// The deck of last resort: the number and urgent help. Its faults would be ours.
void deck_load_builtin(struct deck *deck, const struct deck_builtin *files, struct arena *arena);

// NULL: it has none of that tag, or there is no deck.
const struct language *deck_find_language(const struct deck *deck, const char *tag);

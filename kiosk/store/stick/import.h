// SPDX-License-Identifier: MIT
// New content from a stick, step by step: list its `kiosk` folder, copy what is content into the
// store's staging folder, check that copy (never the stick, which may change under our hands), and,
// when it was accepted, make it current. Until the last step the old content stays as it was,
// whatever happens. The steps between opening and IMPORT_READY need nothing but the stick, the
// staging folder and what the checks read, so that a sealed child can take them (see take.h).
#ifndef DIT_IMPORT_H
#define DIT_IMPORT_H

#include "content/deck/deck.h"
#include "store/stick/copy.h"
#include "store/store.h"

struct import_source {
    const char *stick_dir, *store_dir;
    const char *shown_dir;     // the content on screen; NULL: the store's current generation
    const char *assets_dir;    // as deck_source
    const struct ports *ports; // as deck_source
};

enum import_state {
    IMPORT_OPENING,
    IMPORT_LISTING,
    IMPORT_COPYING,
    IMPORT_CHECKING,
    IMPORT_COMMITTING,
    // The ends, of which IMPORT_READY is one until import_accept
    IMPORT_READY,     // staged and checked, and not what is on screen already
    IMPORT_DONE,      // the new content is current
    IMPORT_UNCHANGED, // it is what is on screen already
    IMPORT_REFUSED,   // the findings have an error
    IMPORT_FAILED,    // the disk or the stick failed: see trouble
    IMPORT_STATE_COUNT,
};

// Pictures of a name that is on screen too, with other bytes: nothing in the cards tells of it.
struct import_redrawn {
    const char **paths; // such as "images/team.jpg"
    int count;
};

struct import {
    const struct import_source *source;
    struct findings *findings; // warnings too; its arena owns all texts
    enum import_state state;
    const char *trouble;        // of IMPORT_FAILED: a sentence
    int done_count, file_count; // files copied, and files in all once they are listed
    struct import_redrawn redrawn;

    struct store store;
    int staging; // the open staging folder; -1: not made
    const char *staging_path, *shown_path;
    struct folder stick;
    struct tree fresh, shown; // the stick's content, and that on screen
    struct findings unsaid;   // about the content on screen
    struct copy copy;
    bool is_stick_open, is_same;
};

// `import` stays where it is until import_close.
void import_open(struct import *import, const struct import_source *source,
                 struct findings *findings);
bool import_step(struct import *import);   // true while there is more to do
void import_accept(struct import *import); // IMPORT_READY: import_step may commit now
void import_close(struct import *import);  // at any time; what was staged is removed

#endif

// SPDX-License-Identifier: MIT
// New content from a stick, step by step: list its `kiosk` folder, copy what is content into the
// store's staging folder, decode the pictures of that copy (never of the stick, which may change
// under our hands), load its texts, and, when it was accepted, make it current. Until the last step
// the old content stays as it was, whatever happens. The steps up to IMPORT_CHECKING need nothing
// but the stick, the staging folder and a decoder, so that a sealed child can take them (see
// pack.h). The texts are checked once, by whoever will show them: that reads what is in staging,
// which is bounded (see tree.h), and believes nothing of what a child says of it.
#pragma once

#include "content/deck/deck.h"
#include "store/stick/tree.h"
#include "store/store.h"

struct import_source {
    const char *stick_dir, *store_dir;
    const char *shown_dir;    // the content on screen; NULL: the store's current generation
    const struct deck *shown; // as deck_source
    const char *assets_dir;   // as deck_source
    struct ports ports;       // as deck_source; `pictures` decodes in the steps before the check
    struct deck_slot *slot;   // the new content is loaded here; its arena is that of the findings
};

enum import_state {
    IMPORT_LISTING,
    IMPORT_COPYING,
    IMPORT_DECODING,
    IMPORT_CHECKING,
    // The ends, of which IMPORT_READY is one until import_commit
    IMPORT_READY,     // staged and checked, and not what is on screen already
    IMPORT_DONE,      // the new content is current, and the slot has it
    IMPORT_UNCHANGED, // it is what is on screen already
    IMPORT_REFUSED,   // the findings have an error
    IMPORT_FAILED,    // the disk or the stick failed: see trouble
    IMPORT_STATE_COUNT,
};

// Names of pictures, such as "team.jpg".
struct import_names {
    const char **list;
    int count;
};

struct import {
    const struct import_source *source;
    struct findings *findings; // warnings too; its arena owns all texts
    enum import_state state;
    const char *trouble;            // of IMPORT_FAILED: a sentence
    int done_count, file_count;     // files copied, and files in all once they are listed
    struct import_names undrawable; // the decoder refused them
    struct import_names redrawn;    // on screen too, with other bytes: no card tells of it
    bool is_same;                   // so far, as what is on screen

    struct store store;
    const char *shown_path; // the content on screen; NULL: there is none in a folder
    struct folder stick;
    struct tree fresh, shown; // the stick's content, and that on screen
    struct findings unsaid;   // about the content on screen
    struct arena bytes;       // of one file
    int decoded_count;
};

// Opens the store; `import` stays where it is until import_close.
void import_open(struct import *import, const struct import_source *source,
                 struct findings *findings);
bool import_step(struct import *import);   // true while there is more to do
void import_commit(struct import *import); // from IMPORT_READY to IMPORT_DONE or IMPORT_FAILED
void import_close(struct import *import);  // at any time; what was staged is removed

void import_add_name(struct import *import, struct import_names *names, const char *name);

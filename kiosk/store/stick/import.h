// SPDX-License-Identifier: MIT
// New content from a stick, step by step: what a reader says of the stick (see reader.h and pack.h)
// is written into the store's staging folder, a picture upright and no larger than a screen, that
// copy is merged with what is on screen, its cards are loaded and their pictures decoded (never
// those of the stick, which may change under our hands), and, when it was accepted, it is made
// current. Until the last step the old content stays as it was, whatever happens. Nothing is
// believed of the reader: a name is one part of a path, and what is in staging is listed and
// checked afresh.
#pragma once

#include "content/deck/deck.h"
#include "content/limits.h"
#include "content/ports.h"
#include "store/stick/merge.h"

struct import_source {
    const char *store_dir;
    const struct deck *shown; // as deck_source; NULL: the store's current generation is, or, while
    const char *shipped_dir;  // it has none, what is in here; NULL: not known
    const char *assets_dir;   // as deck_source
    struct ports ports;       // as deck_source
    const char *when;         // the date and time; NULL: no clock is set
    struct deck_slot *slot;   // the new content is loaded here; its arena is that of the findings
    struct merge_choice choice; // among the items that an earlier import has offered
};

enum import_state {
    IMPORT_LISTING, // these two by what the reader says (pack.h),
    IMPORT_COPYING,
    IMPORT_MERGING, // and these by import_step
    IMPORT_CHECKING,
    IMPORT_COMMITTING,
    // The ends, of which IMPORT_READY is one until import_commit
    IMPORT_READY,     // staged and checked, and not what is on screen already
    IMPORT_DONE,      // the new content is current, and the slot has it
    IMPORT_UNCHANGED, // it is what is on screen already
    IMPORT_REFUSED,   // the findings have an error
    IMPORT_FAILED,    // the disk or the stick failed: see trouble
    IMPORT_STATE_COUNT,
};

struct import {
    struct import_source source;
    struct findings *findings; // warnings too; its arena owns all texts
    enum import_state state;
    const char *trouble;        // of IMPORT_FAILED: a sentence
    int done_count, file_count; // files copied, and files in all once they are listed
    const char **redrawn;       // "team.jpg": on screen too, with other bytes: no card tells of it
    int redrawn_count;
    bool is_same; // as what is on screen, if that is known for certain

    struct store store;
    const char *shown_path;             // the content on screen; NULL: there is none in a folder
    int folders[LIMIT_CONTENT_FOLDERS]; // open ones of the copy; the first is the staging folder
    int folder_count;
    uint64_t copied_bytes;
    struct merge merge;         // what is contested is for whoever asks
    struct findings unsaid;     // about either tree
    struct deck_loader *loader; // NULL: nothing is being loaded
};

// Opens the store. What `source` names is borrowed until import_close, and `import` stays where it
// is.
void import_open(struct import *import, const struct import_source *source,
                 struct findings *findings);

// For whoever listens to the reader: true, or what the disk said is the import's end.
MUST_USE bool import_is_stored(struct import *import, enum file_fault fault);

bool import_step(struct import *import);   // from IMPORT_MERGING on; true while there is more
void import_commit(struct import *import); // from IMPORT_READY to IMPORT_COMMITTING
// At any time; what was staged is removed. A commit that has begun goes to its end before.
void import_close(struct import *import);

// SPDX-License-Identifier: MIT
// The content of the kiosk on its own disk. Each update is a whole generation in a folder gen-<n>
// that is never written again; `current` and `previous` are links to two of them, and change places
// in one rename. What is not yet complete lies in `staging`, which nothing names. So a power cut
// leaves the old content or the new, and what it left lying is cleared away by the next store_open.
// When a generation came stands beside it, in when-<n>. It knows nothing of what is in one.
#pragma once

#include "base/disk.h"

#define STORE_STAGING "staging"
enum { STORE_EARLIER = 8 }; // generations that are kept besides the current one

#define STORE_TRIAL "trial" // the mark of a generation that was never shown: see trial.h

struct store {
    struct arena *arena;
    const char *dir;
    const char *when;      // the next generation came, for store_list; NULL: no clock is set
    int descriptor;        // of the folder, locked: one update at a time
    int staging;           // the open folder of the next generation; -1: not made
    int current, previous; // numbers of generations; 0: none
    int *numbers, count;   // of all generations, the newest first, once the next one is staged
    int newest;            // the highest of them
    int commit_step;       // how many were taken
    bool is_committed;
};

// Makes the folder of a store where there is nothing yet.
MUST_USE enum file_fault store_make(const char *dir);

// Opens a store for a change: locks it, clears away what an update that was cut off has left.
// store_close belongs behind a failure too, and removes what is staged and not committed.
MUST_USE enum file_fault store_open(struct store *store, const char *dir, struct arena *arena);
void store_close(struct store *store);

// Makes the folder `staging`.
MUST_USE enum file_fault store_stage(struct store *store);
// Where the disk is full: removes the generations that neither pointer names.
MUST_USE enum file_fault store_make_room(const struct store *store);
const char *store_staging_path(const struct store *store);

// Makes the staged folder, whose own files and folders are synced, the current generation, on
// trial until it was shown, and removes the oldest one, in a few steps that each wait for the disk:
// to be called again while the result is FILE_OK and `is_committed` is not set. Then other content
// is the current one from now on, as it is after FILE_OK of store_roll_back; after any other result
// it is as before.
MUST_USE enum file_fault store_commit_step(struct store *store);

// Makes a generation that is kept the current one again, in a store that nobody has open; 0:
// `current` goes, and what came with the program is shown. What was the current one is the previous
// one then. FILE_MISSING where it is not kept, or is what is shown. What comes back is on trial
// too: it may be what was taken back because it could not be shown.
MUST_USE enum file_fault store_roll_back(const char *dir, int number);

const char *store_generation_path(const char *dir, int number, struct arena *arena);

// The number of the current generation, read without a lock, and its path; 0 and NULL: none.
int store_current(const char *dir);
const char *store_current_path(const char *dir, struct arena *arena);

// What was shown before the current one, for store_roll_back: a second time that leads back again.
// -1: there is nothing to go back to.
int store_earlier(const char *dir);

// When that generation came, as it was said then; "": no clock was set. `folder` is the store's.
const char *store_when(int folder, int number, struct arena *arena);

struct store_entry {
    int number;       // of a generation; 0: what came with the program
    const char *when; // as store_when
};

// All that store_roll_back takes, the newest first, read without a lock; how many there are. The
// list lives in `arena`.
int store_list(struct store_entry **list, const char *dir, struct arena *arena);

// Whether a path leads into the store.
bool store_has_path(const char *dir, const char *path);

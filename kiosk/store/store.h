// SPDX-License-Identifier: MIT
// The content of the kiosk on its own disk. Each update is a whole generation in a folder gen-<n>
// that is never written again; `current` and `previous` are links to two of them, and change places
// in one rename. What is not yet complete lies in `staging`, which nothing names. So a power cut
// leaves the old content or the new, and what it left lying is cleared away by the next store_open.
// It knows nothing of what is in a generation.
#pragma once

#include "base/disk.h"

#define STORE_STAGING "staging"
#define STORE_TRIAL "trial" // the mark of a generation that was never shown: see trial.h

struct store {
    struct arena *arena;
    const char *dir;
    int descriptor;        // of the folder, locked: one update at a time
    int staging;           // the open folder of the next generation; -1: not made
    int current, previous; // numbers of generations; 0: none
    int newest;            // the highest number in use, once the next generation is staged
    int commit_step;       // how many were taken
    bool is_committed;
};

// Makes the folder of a store where there is nothing yet.
MUST_USE enum file_fault store_make(const char *dir);

// Opens a store for a change: locks it, clears away what an update that was cut off has left.
// store_close belongs behind a failure too, and removes what is staged and not committed.
MUST_USE enum file_fault store_open(struct store *store, const char *dir, struct arena *arena);
void store_close(struct store *store);

// Makes the folder `staging`, and removes the generations that neither pointer names.
MUST_USE enum file_fault store_stage(struct store *store);
const char *store_staging_path(const struct store *store);

// Makes the staged folder, whose own files and folders are synced, the current generation, on
// trial until it was shown, in a few steps that each wait for the disk: to be called again while
// the result is FILE_OK and `is_committed` is not set. Then other content is the current one from
// now on, as it is after FILE_OK of store_roll_back; after any other result it is as before.
MUST_USE enum file_fault store_commit_step(struct store *store);

// The two pointers of a store that nobody has open change places. Where there is one generation
// alone, the earlier content is that which came with the program: `current` goes, or comes back.
// FILE_MISSING where there is neither. What comes back is on trial too: it may be what was taken
// back because it could not be shown.
MUST_USE enum file_fault store_roll_back(const char *dir);

const char *store_generation_path(const char *dir, int number, struct arena *arena);

// The number of the current generation, read without a lock, and its path; 0 and NULL: none.
int store_current(const char *dir);
const char *store_current_path(const char *dir, struct arena *arena);

// What store_roll_back would show: the number of a generation; 0: what came with the program; -1:
// there is nothing to go back to.
int store_earlier(const char *dir);

// Whether a path leads into the store.
bool store_has_path(const char *dir, const char *path);

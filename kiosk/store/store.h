// SPDX-License-Identifier: MIT
// The content of the kiosk on its own disk. Each update is a whole generation in a folder gen-<n>
// that is never written again; `current` and `previous` are links to two of them, and each of them
// changes by one rename. What is not yet complete lies in `staging`, which nothing names. So a
// power cut leaves the old content or the new, and what it left lying is cleared away by the next
// store_open. It knows nothing of what is in a generation.
#pragma once

#include "base/disk.h"

struct store {
    struct arena *arena;
    const char *dir;
    int descriptor;        // of the folder, locked: one update at a time
    int current, previous; // numbers of generations; 0: none
    int newest;            // the highest number in use
    bool is_unconfirmed;   // done, but the disk did not say that it has it: a power cut may undo it
};

// Makes the folder of a store where there is nothing yet.
MUST_USE enum file_fault store_make(const char *dir);

// Opens a store for a change: locks it, clears away what an update that was cut off has left.
// store_close belongs behind a failure too.
MUST_USE enum file_fault store_open(struct store *store, const char *dir, struct arena *arena);
void store_close(struct store *store);

// Removes the generations that neither pointer names.
MUST_USE enum file_fault store_prune(struct store *store);

// Where the next generation is put together (nothing is there yet), and the same as a path.
struct disk_place store_staging(const struct store *store);
const char *store_staging_path(const struct store *store);

// Makes the staging folder, whose own files and folders are synced, the current generation, on
// trial (see trial.h) until it was shown. Here and in store_roll_back FILE_OK means that the
// content is the current one for whoever looks from now on, and any other result that the earlier
// one is.
MUST_USE enum file_fault store_commit(struct store *store);

// Removes the staging folder; what cannot be removed now waits for the next store_open.
void store_drop(const struct store *store);

// The two pointers change places. Where there is one generation alone, the earlier content is that
// which came with the program: `current` goes, or comes back. FILE_MISSING where there is neither.
// What comes back is on trial too: it may be what was taken back because it could not be shown.
MUST_USE enum file_fault store_roll_back(struct store *store);

// The path of a generation; and of the current one, read without a lock. NULL where there is none.
const char *store_generation_path(const char *dir, int number, struct arena *arena);
int store_current(const char *dir); // its number; 0: none

// What store_roll_back would show: the number of a generation; 0: what came with the program; -1:
// there is nothing to go back to.
int store_earlier(const char *dir);
const char *store_current_path(const char *dir, struct arena *arena);

// Whether a path that these made, or another, leads into the store.
bool store_has_path(const char *dir, const char *path);

// SPDX-License-Identifier: MIT
// What a content consists of, file by file, in a few bytes each: so the store knows of the last
// fifty contents what was in them, long after they are gone. A record is asked for by its key: of a
// content, a sum over its files; of what a stick brought, the name of the copy that came back on
// it. Sums tell words apart, and defend against nobody.
#pragma once

#include "store/stick/tree.h"

enum { RECORD_KEY_DIGITS = 16 };

#define RECORD_SETTINGS "kiosk.ini" // the id of the settings

struct record_file {
    const char *path;
    const char *id; // the path without what moves a card: its number, its ending, capitals
    long order;     // the number; the same for all that are no cards
    uint64_t sum;   // of its text, whatever its encoding and line ends; of a picture, of its bytes
};

// A zeroed struct with `arena` set is ready.
struct record {
    struct arena *arena;
    struct record_file *files;
    int count;
    struct str settings; // the text of kiosk.ini
};

// One more file, whose path lives as long. `plain`: as tree_plain gives it.
void record_add(struct record *record, const struct tree_file *file, struct str plain);

// NULL: there is none.
const struct record_file *record_find(const struct record *record, const char *id);

// Equal for two records of the same cards: see record_file.
const char *record_key(const struct record *record);

// The records of contents, and of what sticks brought: a file SERIES-NUMBER each in the store.
#define RECORD_CONTENT "content"
#define RECORD_STICK "stick"

struct record_place {
    int store; // its open folder
    const char *series;
    int number; // that of the generation
};

// On the disk after FILE_OK; the one that is fifty older goes.
MUST_USE enum file_fault record_store(const struct record *record, const struct record_place *place,
                                      const char *key);

MUST_USE enum file_fault record_remove(const struct record_place *place);

// The newest with that key, up to place->number. Not FILE_OK: the record is as it was, because
// there is none (FILE_MISSING), or because one could not be read that may be it.
MUST_USE enum file_fault record_load(struct record *record, const struct record_place *place,
                                     const char *key);

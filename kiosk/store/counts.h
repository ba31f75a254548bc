// SPDX-License-Identifier: MIT
// How often each card, the refer screen and urgent help were opened by a person, a number a day and
// nothing more: no time, no order, nothing about a person. A count waits in memory and joins the
// file COUNTS_FILE of the store on an hour of the kiosk's own, at most once in each, so that not
// even the time of the file tells when somebody was here. The file is a CSV (RFC 4180) of period,
// what and opened, sorted and summed up: the same counts are the same bytes, in whatever order they
// came. It has no clock: the caller hands in the day and the milliseconds of a clock that only
// grows.
#pragma once

#include "content/words/words.h"

#define COUNTS_FILE "kiosk-counts.csv"

struct counts_row;

struct counts_table {
    struct arena *arena;
    struct counts_row *rows;
    int count;
};

struct counts {
    struct arena arena;          // of what is pending
    struct counts_table pending; // what has no day is under "start 1" until this run has a number
    int folder;                  // the open folder of the store, which outlives the counts
    int start;       // the number of this run among those without a clock; 0: it has none yet
    uint64_t due_ms; // nothing is written before
};

// Where there is no store, `folder` is -1, and nothing is counted. counts_finish gives the memory
// back and writes nothing: less than an hour may lie behind the last write.
void counts_init(struct counts *counts, int folder, uint64_t now_ms);
void counts_finish(struct counts *counts);

// One more for "card:what-is-dit", "refer" or "urgent-help" on the day `period`, "2026-11-25"; NULL
// or "" where no clock can be trusted. No file is touched. Another form, or one name too many, is
// not counted: nothing that a spreadsheet could take for a formula comes into the file.
void counts_add(struct counts *counts, const char *period, const char *what, uint64_t now_ms);

// Writes what is pending if it is time. False where it cannot be written, and stays pending for
// another hour. Nobody says that it was written: a log has the time.
MUST_USE bool counts_step(struct counts *counts, uint64_t now_ms);
uint64_t counts_deadline_ms(const struct counts *counts); // UINT64_MAX: nothing is pending

// The file, in `arena`: without what is pending or damaged; a header alone where there is no file.
// False where it cannot be read.
MUST_USE bool counts_csv(struct str *csv, int folder, struct arena *arena);

// The same as it goes onto a stick: below lines that say what it is, which stand in its first
// column, for whoever opens it at a desk. In `arena`.
struct str counts_explained(struct str csv, const struct staff_words *words, struct arena *arena);

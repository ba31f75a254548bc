// SPDX-License-Identifier: MIT
// Slips in the names of settings and headings: each is one finding, with the name that was probably
// meant, and what follows from it is not held against the file a second time.
#ifndef DIT_OPTION_TYPO_H
#define DIT_OPTION_TYPO_H

#include "base/ini.h"
#include "content/settings/option.h"

// For one file; zeroed but for the first three.
struct option_typo {
    const struct option_table *table;
    const char *path;
    struct findings *findings;
    const char *section;          // the last strange heading that was reported
    const char *lost;             // a heading without its brackets
    const char *moved_to;         // where the line before this one has to go
    bool is_meant[OPTIONS_LIMIT]; // a line with a slip was to set this option
};

// The option that a line sets, or -1 with a finding. Below a misspelt heading a line is read as
// below the heading that was meant.
int option_typo_find(struct option_typo *slips, const struct ini_pair *pair);

// Looks whether a line that is no pair was to set an option: "phone 0203 228 1350".
void option_typo_take_refused(struct option_typo *slips, struct str line);

#endif

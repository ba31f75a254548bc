// SPDX-License-Identifier: MIT
// `dit-kiosk import`, `export` and `rollback`: what the update with a stick does, without a screen.
// Findings go to standard output; progress goes to standard error where that is a terminal.
#ifndef DIT_COMMAND_STORE_H
#define DIT_COMMAND_STORE_H

#include "base/base.h"

struct store_options {
    const char *store_dir;
    const char *folder;      // the stick, or the folder to export to
    const char *assets_dir;  // NULL: there is none
    const char *shipped_dir; // what is in force while the store is empty; NULL: there is none
};

// The exit code: 0 done (or nothing to do), 1 refused and nothing changed, 3 the system failed.
MUST_USE int command_import(const struct store_options *options);
MUST_USE int command_export(const struct store_options *options);
MUST_USE int command_rollback(const struct store_options *options);

#endif

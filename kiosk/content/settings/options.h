// SPDX-License-Identifier: MIT
// One mechanism for every settings file: a table of options says what may stand there, and from
// that table the file is read, its findings are made and its reference is printed. A setting that
// is in no table does not exist.
#pragma once

#include "content/settings/option.h"

enum { OPTIONS_LIMIT = 32, OPTION_MEANT = -1 };

struct option_table {
    const struct option *options;
    int count; // at most OPTIONS_LIMIT
};

struct option_file {
    struct str ini; // UTF-8 with LF
    const char *path;
    int line_of[OPTIONS_LIMIT]; // filled: where each option stands; 0: nowhere; OPTION_MEANT: a
                                // line with a slip was to set it
};

// Fills the target with every option's default.
void options_init(void *target, const struct option_table *table, struct arena *arena);

// A fault is a finding on file->path and leaves the option as it was. Texts live in
// findings->arena.
void options_load(void *target, const struct option_table *table, struct option_file *file,
                  struct findings *findings);

const char *options_reference(const struct option_table *table, struct arena *arena);

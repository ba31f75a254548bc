// SPDX-License-Identifier: MIT
// The lines of an INI file, one pair at a time, with their line numbers. What other programs allow
// but a receptionist would not mean, such as a note behind a value that would take half of it away,
// is a finding here and is not passed on.
#pragma once

#include "base/finding.h"

// The texts live in findings->arena. `section` is "" before the first heading.
struct ini_pair {
    const char *section, *key, *value;
    int line;
};

struct ini_taker {
    void *self;
    void (*take)(void *self, const struct ini_pair *pair);
    void (*refuse)(void *self, const char *line); // may be NULL; the line is a finding already
};

// `text` is UTF-8 with LF; a line may be as long as the file. A heading with a bracket too few is a
// finding and a heading. Every good pair is passed on in order, repeated ones too.
void ini_load(struct str text, const char *path, const struct ini_taker *taker,
              struct findings *findings);

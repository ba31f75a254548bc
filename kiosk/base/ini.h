// SPDX-License-Identifier: MIT
// The lines of an INI file, one pair at a time, with their line numbers. What other programs allow
// but a receptionist would not mean, such as a note behind a value that would take half of it away,
// is a finding here and no pair.
#pragma once

#include "base/finding.h"

// Begin with the text (UTF-8 with LF), the path and the findings; the rest is the reader's own.
struct ini {
    struct str text; // what is left of it
    struct finding_place place;
    struct findings *findings;
    const char *section;
};

// The texts live in findings->arena. `section` is "" before the first heading.
struct ini_pair {
    const char *section, *key, *value;
    int line;
    bool is_refused; // `key` is a whole line that is no pair, and a finding already
};

// The next pair, repeated ones too; false: there is none. A line may be as long as the file. A
// heading with a bracket too few is a finding and a heading.
bool ini_next(struct ini *ini, struct ini_pair *pair);

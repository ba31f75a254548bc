// SPDX-License-Identifier: MIT
// The lines of an INI file, one pair at a time, with their line numbers. What the format allows but
// a receptionist would not mean (a line that is too long and would be cut, a note behind a value
// that would take half of it away) is a finding here and is not passed on.
#ifndef DIT_INI_H
#define DIT_INI_H

#include "base/finding.h"

enum {
    INI_LINE_BYTES = 190, // inih as Debian builds it cuts lines at 199 bytes without a word
    INI_NAME_BYTES = 48,  // and names at 49
};

// The texts are valid during the call only. `section` is "" before the first section.
struct ini_pair {
    const char *section, *key, *value;
    int line;
};

struct ini_taker {
    void *self;
    void (*take)(void *self, const struct ini_pair *pair);
    void (*refuse)(void *self, struct str line); // may be NULL; the line is a finding already
};

// `text` is UTF-8 with LF. A heading with a bracket too few is a finding and a heading. Every good
// pair is passed on in order, repeated ones too.
void ini_load(struct str text, const char *path, const struct ini_taker *taker,
              struct findings *findings);

#endif

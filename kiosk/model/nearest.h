// SPDX-License-Identifier: MIT
// The name that somebody probably meant when they misspelt one, so that a finding can offer it.
#ifndef DIT_NEAREST_H
#define DIT_NEAREST_H

// The name with the fewest letters to change, or NULL where none is near enough to be a guess.
const char *nearest_find(const char *written, const char *const *names, int count);

#endif

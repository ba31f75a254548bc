// SPDX-License-Identifier: MIT
// The name that somebody probably meant when they misspelt one, so that a finding can offer it.
#pragma once

// The name with the fewest letters to change, or NULL where none is near enough to be a guess.
const char *edit_distance_nearest(const char *written, const char *const *names, int count);

// How many letters were forgotten, added, exchanged for another or with their neighbour (Damerau
// and Levenshtein), ignoring case. INT_MAX where either has more than 40 bytes.
int edit_distance(const char *a, const char *b);

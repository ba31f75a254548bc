// SPDX-License-Identifier: MIT
// Which telephone numbers stand in both of two rows of them. What stands between two of these in
// one row belongs to what stands there in the other.
#ifndef DIT_ALIGN_H
#define DIT_ALIGN_H

#include "content/phone/numbers.h"

// The places of the numbers that both rows have, in the order of each: the one at old[i] came to
// now[i], or, where these two differ, changed places with another. In two rows that have hundreds
// of other numbers in the middle, nothing is looked for there.
struct alignment {
    int *old, *now;
    int count;
};

// Lives in `arena`.
struct alignment align_numbers(const struct numbers *old, const struct numbers *now,
                               struct arena *arena);

#endif

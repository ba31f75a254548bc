// SPDX-License-Identifier: MIT
// Telephone numbers of the United Kingdom: written as people read them, dialled as RFC 3966 says.
#ifndef DIT_PHONE_H
#define DIT_PHONE_H

#include "base/arena.h"

enum phone_fault {
    PHONE_OK,
    PHONE_EMPTY,
    PHONE_HAS_LETTERS, // anything but digits, spaces, +, -, ( and )
    PHONE_TOO_SHORT,
    PHONE_TOO_LONG,
    PHONE_NOT_UK,    // neither 0... nor +44...
    PHONE_EMERGENCY, // 999, 111, 112 or 116 123: a code that dials these by accident does harm
    PHONE_PREMIUM,   // 09 or 0871 to 0873 (Ofcom): patients would pay for every minute
    PHONE_FAULT_COUNT,
};

// PHONE_OK, or why patients may not be sent to what is written there.
enum phone_fault phone_find_fault(struct str text);

// How many digits a number has and should have, counted as dialled at home: "+44 20" is "020".
struct phone_length {
    const char *kind; // what the length is the rule of: "A London number"
    int digits, fewest, most;
};
struct phone_length phone_measure(struct str text);

// Whether it is in so many small groups that people lose their place: "0 2 0 3 2 2 8 1 3 5 0".
bool phone_is_scattered(struct str text);

// The digits as they are dialled at home, of up to 24: "+44 20 3228 1350" is "02032281350". Lives
// in `arena`.
struct str phone_dialled(struct str text, struct arena *arena);

// Whether two writings dial the same digits: "0203 228 1350" and "+44 20 3228 1350".
bool phone_is_same(struct str a, struct str b);

// Whether a number ends here by the plan, so that a figure behind it is none of its digits: 999,
// 111, 116 123, and those of the United Kingdom that have all their digits.
bool phone_is_whole(struct str text);

// Bytes of the space or hyphen at `at` that may stand between two groups of digits, or 0.
size_t phone_joint_bytes(struct str text, size_t at);
bool phone_is_dash(struct str text, size_t at); // the joint that stands there

// What else looks at numbers reads them with the same eyes.
bool phone_is_digit(char c);
bool phone_is_letter(char c); // beside digits it makes them a part of something else
int phone_digits_in(struct str text);

#endif

// SPDX-License-Identifier: MIT
// Telephone numbers of the United Kingdom: written as people read them, dialled as RFC 3966 says,
// and as long as the national numbering plan (Ofcom) says.
#pragma once

#include "base/arena.h"

enum { PHONE_DIGITS_MOST = 24 };

// What a writing dials: "0203 228 1350" and "+44 20 3228 1350" are the same.
struct dialled {
    char digits[PHONE_DIGITS_MOST + 1]; // at home: "+44 20" is "020"; cut where there are more
    int count;                          // of all digits, also of those that were cut off
    bool is_foreign;                    // a + and another country's number, or none's
    bool has_strange;                   // anything but digits, spaces, +, -, ( and )
};
struct dialled phone_dial(struct str written);

// As RFC 3966 writes a number of the United Kingdom: "tel:+442032281350"; "" without a digit.
const char *phone_uri(struct str written, struct arena *arena);

// How many digits the numbers have that begin with `prefix`.
struct phone_range {
    const char *prefix; // "": no number of the United Kingdom begins so
    const char *kind;   // what the length is the rule of: "A London number"
    int fewest, most;
    bool is_premium; // patients would pay for every minute (Ofcom)
};
const struct phone_range *phone_find_range(const struct dialled *dialled);

// Whether a number ends here by the plan, so that a figure behind it is none of its digits: those
// of phone_services, and those of the United Kingdom that have all their digits.
bool phone_is_whole(const struct dialled *dialled);

// Numbers that are the same for everybody in the United Kingdom: emergencies and national lines for
// help. Each is a whole number however short it is, is never the practice's own, and needs no
// second look on a card.
struct phone_service {
    const char *digits; // as dialled
    // Of those that urgent help has to say; else NULL
    const char *shown; // as people read it: "116 123"
    const char *todo;  // the line to type where it is missing
    bool is_since_1_1; // version 1.0 let content into its store that does not say it
};

enum { PHONE_SERVICE_COUNT = 13 };
extern const struct phone_service phone_services[PHONE_SERVICE_COUNT];

// NULL: the digits are nobody's of these.
const struct phone_service *phone_find_service(const char *digits);

// Bytes of the space or hyphen at `at` that may stand between two groups of digits, or 0.
size_t phone_joint_bytes(struct str text, size_t at);
bool phone_is_dash(struct str text, size_t at); // the joint that stands there

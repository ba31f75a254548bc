// SPDX-License-Identifier: MIT
// The numbers that urgent help has to say in every language, with their names and sentences in one
// table. A slip of the keyboard there does more harm than anywhere else.
#ifndef DIT_SERVICES_H
#define DIT_SERVICES_H

struct urgent_number {
    const char *digits; // as dialled
    const char *shown;  // as people read it: "116 123"
    const char *name;   // for staff: "Samaritans (116 123)"
    const char *owner;  // behind "looks like": "Samaritans, who are on 116 123"
    const char *todo;   // where it is missing
};

enum { URGENT_NUMBER_COUNT = 3 };
extern const struct urgent_number urgent_numbers[URGENT_NUMBER_COUNT];

#endif

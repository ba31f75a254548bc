// SPDX-License-Identifier: MIT
// What may stand in a QR code besides a telephone number: a web address, and a contact that a
// phone can save. It knows the rules for both, not who asks.
#ifndef DIT_CODE_H
#define DIT_CODE_H

#include "base/arena.h"

struct code_fault {
    const char *what, *todo; // "does not start with https://.", and a sentence
};

// NULL where it is a web address that a code can hold (RFC 3986, https alone), or empty.
const struct code_fault *code_find_link_fault(const char *link);

// A MECARD with a name and a number; the form that phones of every make understand.
const char *code_contact(const char *name, const char *number, struct arena *arena);

#endif

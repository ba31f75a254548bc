// SPDX-License-Identifier: MIT
// What may stand in a QR code besides a telephone number: a web address, and a contact that a
// phone can save. It knows the rules for both, not who asks.
#pragma once

#include "base/arena.h"

struct qr_payload_fault {
    const char *what, *todo; // "does not start with https://.", and a sentence
};

// NULL where it is a web address that a code can hold (RFC 3986, https alone), or empty.
const struct qr_payload_fault *qr_payload_find_link_fault(const char *link);

// A MECARD with a name and a number; the form that phones of every make understand.
const char *qr_payload_contact(const char *name, const char *number, struct arena *arena);

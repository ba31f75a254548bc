// SPDX-License-Identifier: MIT
// What may stand in a QR code besides a telephone number: a web address, and a contact that a
// phone can save. It knows the rules for both, not who asks.
#pragma once

#include "content/settings/option.h"

// The reader of an option that is a web address which a code can hold (RFC 3986, https alone), or
// empty.
void qr_payload_read_link(const struct option_line *line);

// A MECARD with a name and a number; the form that phones of every make understand.
const char *qr_payload_contact(const char *name, const char *number, struct arena *arena);

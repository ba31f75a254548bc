// SPDX-License-Identifier: MIT
// A number that staff typed, as it is shown and as it is dialled.
#ifndef DIT_PHONE_PARSE_H
#define DIT_PHONE_PARSE_H

#include "content/phone/phone.h"

struct phone {
    const char *shown; // single spaces, as staff group it; a +44 number keeps its form
    const char *uri;   // "tel:+442032281350"
};

// The texts of `phone` live in `arena`; `phone` is untouched unless the result is PHONE_OK.
MUST_USE enum phone_fault phone_parse(struct str text, struct arena *arena, struct phone *phone);

#endif

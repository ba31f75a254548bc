// SPDX-License-Identifier: MIT
// The line "phone =" of kiosk.ini: the number for self-referral, or a sentence about what is wrong
// with it. A wrong one sends patients to a stranger, so each slip has its own.
#pragma once

#include "content/settings/options.h"

// A number that staff typed, as it is shown and as it is dialled.
struct phone {
    const char *shown; // single spaces, as staff group it; a +44 number keeps its form
    const char *uri;   // "tel:+442032281350"
};

// False, with an error, where it is no number that patients may be sent to; `phone` is untouched
// then. Its texts live with the findings.
MUST_USE bool phone_line_read(struct phone *phone, const struct option_line *line);

// SPDX-License-Identifier: MIT
// The line "phone =" of kiosk.ini: the number for self-referral, or a sentence about what is wrong
// with it. A wrong one sends patients to a stranger, so each slip has its own.
#pragma once

#include "content/settings/options.h"

// Sets the number with single spaces, as staff group it; a +44 number keeps its form. What is no
// number that patients may be sent to is an error, and nothing is set.
void phone_line_read(const struct option_line *line);

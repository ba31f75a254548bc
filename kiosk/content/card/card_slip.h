// SPDX-License-Identifier: MIT
// What the screen cannot show of a typed line (tags, links, tables, a picture's line that is not
// quite right), and what most likely is not meant. Each is a finding with the line as it should be
// typed. It knows one line at a time.
#pragma once

#include "content/card/fault.h"

// Adds what is wrong with the words of a line: an error where patients must not see it as it is.
void card_slip_check(struct str words, struct finding_place place, struct findings *findings);

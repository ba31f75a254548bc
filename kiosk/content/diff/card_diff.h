// SPDX-License-Identifier: MIT
// Two versions of one card: how many of its lines are others. It compares what patients see, not
// how a file was typed.
#pragma once

#include "content/card/card.h"

// A line is what staff type as one: the label, the title, a paragraph, an item, a picture.
int card_diff_lines(const struct card *old, const struct card *now);

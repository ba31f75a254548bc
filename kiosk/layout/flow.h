// SPDX-License-Identifier: MIT
// A card's blocks become pages of placed pieces: the fewest pages; of these the way that tears
// least apart; of these the evenest, so that the last is no leftover. A heading never ends a page
// and no telephone number is parted. It does not know colours or what surrounds the column.
#pragma once

#include "layout/page.h"

// Lives in `arena`. Line pitch is 1.42 em of the body, 1.25 em of headings; x is already mirrored
// for right-to-left columns. Only a row taller than a page is higher than its page; where the first
// page has no room for the first row, that page is empty and the text begins on the next.
struct flow flow_build(const struct document *document, const struct flow_style *style,
                       const struct fonts *fonts, struct arena *arena);

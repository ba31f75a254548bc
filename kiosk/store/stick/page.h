// SPDX-License-Identifier: MIT
// The page for staff as one copy has it: with the texts of that copy behind it, so that it can say
// later what is different from them.
#pragma once

#include "base/arena.h"

// The page, then a data block for each text of the content: its path, a line end, its words. What
// cannot be read is left out. Lives in `arena`.
struct str page_for_copy(struct str page, const char *content_dir, struct arena *arena);

// SPDX-License-Identifier: MIT
// Opening hours in words for staff, days that are alike together.
#pragma once

#include "base/arena.h"
#include "content/settings/hours.h"
#include "content/words/staff_words.h"

// "Monday to Friday 08:00-18:30, Saturday to Sunday closed"; lives in `arena`.
const char *hours_text(const struct hours *hours, const struct staff_words *words,
                       struct arena *arena);

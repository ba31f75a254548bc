// SPDX-License-Identifier: MIT
// See services.h.
#include "content/phone/services.h"

#include "base/base.h"

#include <assert.h>

const struct urgent_number urgent_numbers[] = {
    {"999", "999", "999", "999", "Write there: Call 999, when a life is at risk."},
    {"111", "111", "NHS 111", "NHS 111",
     "Write there: Call 111 and choose option 2, for urgent help."},
    {"116123", "116 123", "Samaritans (116 123)", "Samaritans, who are on 116 123",
     "Write there: Call Samaritans on 116 123, to talk to somebody."},
};
static_assert(COUNT_OF(urgent_numbers) == URGENT_NUMBER_COUNT,
              "services.h says how many there are");

// SPDX-License-Identifier: MIT
// Numbers that are the same for everybody in the United Kingdom: emergencies and national lines for
// help. What is in this table is a whole number however short it is, is never the practice's own,
// and needs no second look on a card. Knows nothing of how numbers are written.
#pragma once

#include "base/finding.h"

struct phone_service {
    const char *digits; // as dialled
    // Of those that urgent help has to say; else NULL
    const char *shown; // as people read it: "116 123"
    const char *todo;  // the line to type where it is missing
    bool is_since_1_1; // version 1.0 let content into its store that does not say it
};

enum { SERVICE_COUNT = 13 };
extern const struct phone_service phone_services[SERVICE_COUNT];

// NULL: the digits are nobody's of these.
const struct phone_service *services_find(struct str digits);

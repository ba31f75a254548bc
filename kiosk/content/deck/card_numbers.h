// SPDX-License-Identifier: MIT
// The telephone numbers on a card: patients ring what they read. Whatever is not the practice's own
// or one of services.h is looked at twice, and nobody is told to write one of these in the other's
// place.
#pragma once

#include "base/finding.h"
#include "content/card/card.h"

// Warnings for numbers other than `phone` (which may be empty) and those of services, and for slips
// from 116 123.
void card_numbers_check(const struct card *card, const char *phone, struct findings *findings);

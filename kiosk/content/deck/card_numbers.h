// SPDX-License-Identifier: MIT
// The telephone numbers on a card: patients ring what they read. Whatever is not the practice's own
// or one of phone_services is looked at twice, and nobody is told to write one of these in the
// other's place.
#pragma once

#include "base/finding.h"
#include "content/card/card.h"

// Warnings for numbers other than `phone` (which may be empty) and those of services, and for slips
// from 116 123.
void card_numbers_check(const struct card *card, const char *phone, struct findings *findings);

// Urgent help says numbers that it has to say in every language; phone_services lists them. An
// error for each that the words of the card do not say, with the line to type, and false then. The
// line above the title and the words for a picture are not shown there, so they say nothing.
// Content that `is_stored` came past the checks of its day: help with a number too few is better
// than none.
bool card_numbers_check_urgent(const struct card *card, bool is_stored, struct findings *findings);

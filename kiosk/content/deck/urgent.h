// SPDX-License-Identifier: MIT
// Whether urgent help says the numbers that it has to say in every language: 999, 111, 116 123.
#ifndef DIT_URGENT_H
#define DIT_URGENT_H

#include "base/finding.h"
#include "content/card/card.h"
#include "content/phone/services.h"

// Whether the words of the card that are shown say it, with whatever spaces and in whatever digits.
// The line above the title and the words for a picture are not shown there.
bool urgent_has(const struct card *card, const struct urgent_number *number);

// Whether it is that number but for one slip: a digit too many, too few or another, or two that
// changed places; of 116 123, also any other number of its kind that nobody has. `written` may have
// spaces.
bool urgent_is_slip(struct str written, const struct urgent_number *number);

// “116 132” looks like Samaritans, who are on 116 123. As an error, at the level of `place`, it
// says what to write.
void urgent_add_slip(struct findings *findings, struct finding place, struct str written,
                     const struct urgent_number *number);

// For each number that the words of the card do not say: an error for what stands there in its
// place to be rung, which the card must not be shown with; else a warning that it is missing, and
// one for digits that may have been meant.
void urgent_check(const struct card *card, struct findings *findings);

#endif

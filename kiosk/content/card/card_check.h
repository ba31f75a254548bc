// SPDX-License-Identifier: MIT
// What is looked at on a card that can be read: letters that no font has, and words that are hard
// going. Only a missing letter keeps a card off the screen.
#pragma once

#include "content/card/card.h"
#include "content/card/fault.h"
#include "content/ports.h"

// An error for every letter of `text` that `letters` lacks.
void card_check_letters(struct str text, struct finding_place place,
                        const struct letter_port *letters, struct findings *findings);

// The same for a whole card, each letter once, on the line where it stands first. `letters` may be
// NULL.
void card_check_all_letters(const struct card *card, const struct letter_port *letters,
                            struct findings *findings);

// Warnings for long sentences, paragraphs and lists (NHS content style guide), for a card of many
// pages, for ** that make nothing bold and for lines that a mail program cut.
void card_check_words(const struct card *card, struct findings *findings);

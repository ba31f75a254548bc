// SPDX-License-Identifier: MIT
// Cards, settings and changes as JSON (RFC 8259), for the page to show. It says what is there and
// nothing of how it looks.
#pragma once

#include "base/buffer.h"
#include "content/diff/change_words.h"

void json_text(struct buffer *to, struct str text); // in quotes
void json_card(struct buffer *to, const struct card *card);
void json_deck(struct buffer *to, const struct deck *deck);
void json_changes(struct buffer *to, const struct changes *changes,
                  const struct staff_words *words);

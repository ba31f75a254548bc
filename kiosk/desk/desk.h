// SPDX-License-Identifier: MIT
// What the page for staff asks of the kiosk: the findings of a folder, a card as it is read, what
// is different, a text as it is written. Every question is about files that the page holds
// (page.h), and its answer is a text, good until the next question.
#pragma once

#include "base/buffer.h"
#include "desk/page.h"

struct desk;

FOR_PAGE(desk_open) struct desk *desk_open(void);

FOR_PAGE(desk_answer) const char *desk_answer(const struct desk *desk);
FOR_PAGE(desk_answer_size) size_t desk_answer_size(const struct desk *desk);
// Empty, for an answer that comes from elsewhere.
FOR_PAGE(desk_begin) struct buffer *desk_begin(struct desk *desk);

// The findings of the folder "content", and what it would show.
FOR_PAGE(desk_check) void desk_check(struct desk *desk);

// What is different in the folder "content" from the folder "before"; null where one of them cannot
// be shown.
FOR_PAGE(desk_changes) void desk_changes(struct desk *desk);

// The file "typed" read as a card, whatever is wrong with it.
FOR_PAGE(desk_card) void desk_card(struct desk *desk);

// Its text, of whatever encoding: {"text":...}, or {} where it cannot be read with certainty.
FOR_PAGE(desk_text) void desk_text(struct desk *desk);

// Its bytes as the kiosk's own copies have them: the only answer that is no JSON.
FOR_PAGE(desk_for_windows) void desk_for_windows(struct desk *desk);

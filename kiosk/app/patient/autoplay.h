// SPDX-License-Identifier: MIT
// The untouched loop: a page stays as long as it takes to read, while its segment fills, and the
// next one follows. It wakes four times a second.
#pragma once

#include "app/state/state.h"

void autoplay_step(struct app *app);
uint64_t autoplay_deadline_ms(const struct app *app); // UINT64_MAX: none

// How long that many words take to read, and how long the loop shows them: 8 to 40 s.
uint64_t autoplay_reading_ms(const struct settings *settings, int word_count);
uint64_t autoplay_page_ms(const struct settings *settings, int word_count);

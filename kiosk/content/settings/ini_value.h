// SPDX-License-Identifier: MIT
// What people write around the value of a setting, as other programs want it: quotes, and a note
// behind them.
#pragma once

#include "base/arena.h"

// Without the quotes that stand around all of it, and without a note behind them.
const char *ini_value_plain(const char *value, struct arena *arena);

// Whether there is a note, such as “ # since May”; “We are #1” has none. Where no quotes end the
// value, nobody can be sure what was meant to be shown.
bool ini_value_has_note(const char *value);

// SPDX-License-Identifier: MIT
// What languages are called in English: who reads a finding knows no short names.
#pragma once

#include "base/arena.h"

// "Tamil" for "ta"; of one that is not in the table, “xx” in quotes.
const char *language_name_of(const char *tag, struct arena *arena);

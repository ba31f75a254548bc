// SPDX-License-Identifier: MIT
// What HarfBuzz knows of a code point: its script (UAX #24), and whether it hangs on the letter
// before it. No other file asks HarfBuzz.
#pragma once

#include "base/base.h"

// A script is ISO 15924's four letters in one number, so that two of them compare at once.
enum { SCRIPT_COMMON = 0, SCRIPT_LATIN = 0x4C61746E };

// SCRIPT_COMMON for digits, spaces, punctuation and marks, which take their neighbour's script.
uint32_t script_find(uint32_t code_point);

// Whether nothing may come between the two: UAX #29, as far as one code point on either side tells,
// and without emoji, which no font on board has.
bool script_joins(uint32_t before, uint32_t code_point);

void script_name(uint32_t tag, char name[5]); // "Latn"

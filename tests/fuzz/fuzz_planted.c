// SPDX-License-Identifier: MIT
// A target that is wrong on purpose, to prove that a wrong target is found: behind six bytes of the
// input, where only a fuzzer that sees which way the program takes comes to it, a write past what
// an arena gave, which only a sanitizer that knows of arenas sees.
#include "fuzz.h"

void fuzz_one(struct str bytes, struct arena *arena) {
    const char *at = bytes.at;
    if (bytes.size >= 6 && at[0] == 'H' && at[1] == 'i' && at[2] == 'd' && at[3] == 'd' &&
        at[4] == 'e' && at[5] == 'n') {
        char *volatile text = arena_alloc(arena, 5);
        text[5] = 'x';
    }
}

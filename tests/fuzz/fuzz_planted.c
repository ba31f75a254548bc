// SPDX-License-Identifier: MIT
// A target that is wrong on purpose, to prove that a wrong target is found: behind six bytes of the
// input, where only a fuzzer that sees which way the program takes comes to it, a write past what
// an arena gave, which only a sanitizer that knows of arenas sees.
#include "fuzz.h"

void fuzz_one(struct str bytes, struct arena *arena) {
    static const char hidden[] = "Hidden";
    size_t same = 0;
    while (same < strlen(hidden) && same < bytes.size && bytes.at[same] == hidden[same]) {
        same++;
    }
    if (same == strlen(hidden)) {
        char *volatile text = arena_alloc(arena, 5);
        text[5] = 'x';
    }
}

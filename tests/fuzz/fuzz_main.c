// SPDX-License-Identifier: MIT
// What libFuzzer calls, the same for every target: an arena for what the target makes of the bytes,
// which goes when it has looked at it.
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct arena arena = {0};
    fuzz_one((struct str){(const char *)bytes, size}, &arena);
    arena_finish(&arena);
    return 0;
}

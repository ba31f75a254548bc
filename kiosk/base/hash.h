// SPDX-License-Identifier: MIT
// FNV-1a, 64 bits (draft-eastlake-fnv): tells texts apart, finds a bit that fell over, and is no
// defence against anybody.
#pragma once

#include "base/base.h"

#define HASH_START UINT64_C(0xcbf29ce484222325)

// Over more bytes; begin with HASH_START.
static inline uint64_t hash_add(uint64_t hash, struct str bytes) {
    for (size_t i = 0; i < bytes.size; i++) {
        hash = (hash ^ (unsigned char)bytes.at[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

// The same with a mark behind it, so that two texts are not one.
static inline uint64_t hash_add_text(uint64_t hash, struct str text) {
    return hash_add(hash_add(hash, text), (struct str){"\0", 1});
}

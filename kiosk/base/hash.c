// SPDX-License-Identifier: MIT
// See hash.h.
#include "base/hash.h"

uint64_t hash_add(uint64_t hash, struct str bytes) {
    for (size_t i = 0; i < bytes.size; i++) {
        hash = (hash ^ (unsigned char)bytes.at[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

// SPDX-License-Identifier: MIT
// FNV-1a, 64 bits (draft-eastlake-fnv): tells texts apart, finds a bit that fell over, and is no
// defence against anybody.
#pragma once

#include "base/base.h"

#define HASH_START UINT64_C(0xcbf29ce484222325)

// Over more bytes; begin with HASH_START.
uint64_t hash_add(uint64_t hash, struct str bytes);

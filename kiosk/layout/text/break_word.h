// SPDX-License-Identifier: MIT
// What happens to a word that is wider than its line: it is cut between clusters, and nowhere
// inside a telephone number.
#pragma once

#include "layout/text/shape.h"

// The words of `shape`, those wider than `width_units` in parts that are not; only a number or a
// single cluster may still be wider. Returns `shape` itself where nothing is too wide. Lives in
// `arena`.
struct shape break_words(const struct shape *shape, int64_t width_units, const struct fonts *fonts,
                         struct arena *arena);

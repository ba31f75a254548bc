// SPDX-License-Identifier: MIT
// Reads the words of a card into blocks. It knows CommonMark, and neither titles nor fonts.
#pragma once

#include "base/finding.h"
#include "content/card/block.h"

// Reads CommonMark. What a card cannot show (tables, HTML, code, web links, deeper lists, pictures
// named by path) becomes a finding on `path`. Everything lives in findings->arena.
struct document document_load(struct str markdown, const char *path, struct findings *findings);

int document_word_count(const struct document *document);

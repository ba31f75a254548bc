// SPDX-License-Identifier: MIT
// The page for staff as one copy has it: with the texts of that copy behind it, so that it can say
// later what is different from them.
#pragma once

#include "base/disk.h"

#define PAGE_NAME "Edit the cards.html"

// Writes the page, then a data block for each text of the content: its path, a line end, its words.
// What cannot be read is left out; a page that cannot be read, or whose path is NULL, is no reason
// to keep the cards back. What is in its place goes.
MUST_USE enum file_fault page_write(struct disk_place place, const char *page_path,
                                    const char *content_dir, struct arena *arena);

// SPDX-License-Identifier: MIT
// What this room asks of the page around it, which is JavaScript: it holds the files, and it knows
// the fonts and pictures of the browser. Each function is one question; nothing is kept here
// between two of them.
#pragma once

#include "base/base.h"

#ifdef __wasm__
#define FROM_PAGE(name) __attribute__((import_module("page"), import_name(#name)))
#define FOR_PAGE(name) __attribute__((export_name(#name)))
#else
#define FROM_PAGE(name)
#define FOR_PAGE(name)
#endif

// Below zero where there is nothing of that name; `folder` is one of these, or FILE_FROM_HERE.
FROM_PAGE(find) int page_find(int folder, const char *name);
FROM_PAGE(is_folder) bool page_is_folder(int entry);
FROM_PAGE(size) double page_size(int file);        // in bytes: a film is larger than any int here
FROM_PAGE(bytes) const char *page_bytes(int file); // until the file changes; NULL: unread

// The entries of a folder, which are numbered from 0, and the name of one of them, cut to `room`.
FROM_PAGE(count) int page_count(int folder);
FROM_PAGE(entry) int page_entry(int folder, int index, char *name, int room);

FROM_PAGE(same_name) bool page_same_name(const char *a, const char *b);
FROM_PAGE(has_letter) bool page_has_letter(uint32_t code_point);
FROM_PAGE(decodes) bool page_decodes(const char *bytes); // that it gave

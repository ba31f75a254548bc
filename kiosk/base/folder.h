// SPDX-License-Identifier: MIT
// The names in one folder, sorted, with what each of them is. A folder stays open while its files
// are read through its descriptor, so that a path can never lead anywhere else. Links are listed as
// links and never followed.
#pragma once

#include "base/file.h"

enum folder_entry_kind { ENTRY_FILE, ENTRY_FOLDER, ENTRY_LINK, ENTRY_OTHER };

struct folder_entry {
    const char *name;
    enum folder_entry_kind kind;
};

struct folder {
    int descriptor;
    struct folder_entry *entries; // without "." and ".."; ignoring case, then by bytes
    int count;
    bool is_over_limit; // there were more than `limit` entries: none are listed
    void *stream;
};

struct folder_source {
    int folder; // a descriptor, or FILE_FROM_HERE: that path may pass through links
    const char *name;
    int limit;
};

// Names live in `arena`. The folder is untouched unless the result is FILE_OK; FILE_IS_SPECIAL
// where the name is not a folder's.
MUST_USE enum file_fault folder_open(struct folder *folder, const struct folder_source *source,
                                     struct arena *arena);
void folder_close(struct folder *folder); // takes a zeroed struct too

// Puts the entries of a folder that was listed in another way into their order.
void folder_sort(struct folder *folder);

// The same of a folder of content: the names live in findings->arena, and false is an error on
// `path`, also where there are more than `limit` entries.
MUST_USE bool folder_open_content(struct folder *folder, const struct folder_source *source,
                                  const char *path, struct findings *findings);

// Adds the finding for a fault, in plain words.
void folder_add_finding(struct findings *findings, enum file_fault fault, const char *path);

// Whether two names are the same text (Unicode 15, canonical equivalence), ignoring the case of
// letters: Macs write é as an e and an accent behind it, and keyboards type one character. A name
// that is not UTF-8 is only the same as itself.
bool folder_is_same_name(const char *a, const char *b);

// The entry with that name, or NULL. One that only looks the same will do.
const struct folder_entry *folder_find(const struct folder *folder, const char *name);

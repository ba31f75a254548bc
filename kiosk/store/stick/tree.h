// SPDX-License-Identifier: MIT
// What of a folder is content: kiosk.ini, cards/ with a folder for each language, images/, as a
// list of files in one fixed order. Every folder is opened once and stays open until the files in
// it were read, so no name can be led elsewhere meanwhile. Links, pipes, names that cannot be shown
// and whatever is over a limit are findings; what is not content is not looked into. The limits of
// the texts are for whoever reads all of them without a pause.
#pragma once

#include "base/disk.h"
#include "base/folder.h"

struct tree_folder {
    struct folder folder; // open, unless it could not be
    const char *name;     // in the parent
    const char *path;     // inside the content; "" for the content itself
    int parent;           // its index; -1 for the first, which is the content itself
};

struct tree_file {
    int folder; // the index of its folder
    const char *name;
    const char *path; // inside the content, such as "cards/en/refer.txt"
    bool is_picture;  // it lies in images/; else it is a text
};

struct tree {
    struct findings *findings; // its arena owns the texts
    struct disk_place root;
    struct tree_folder *folders;
    int folder_count;
    struct tree_file *files;
    int file_count;
    int text_count;
    bool is_over_limit;
    uint64_t total_bytes, text_bytes; // as the folders say
};

void tree_list(struct tree *tree, struct disk_place root, struct findings *findings);
void tree_close(struct tree *tree); // takes a zeroed struct too

// The bytes of a file, as file_load.
MUST_USE enum file_fault tree_load(struct str *bytes, const struct tree *tree,
                                   const struct tree_file *file, struct arena *arena);
// The same in one encoding with one kind of line ends, where it is a text that can be read.
struct str tree_plain(const struct tree_file *file, struct str bytes, struct arena *arena);
// The finding for a file that it could not give.
void tree_add_unread(const struct tree *tree, const struct tree_file *file, enum file_fault fault);

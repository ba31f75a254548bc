// SPDX-License-Identifier: MIT
// Copies a listed tree into a new, empty folder, file by file. Each file is read once; its bytes
// may be looked at when they have gone. What cannot be read is a finding, what cannot be written
// ends the copy. A copy counts only after copy_sync: then every file and every name in it is on the
// disk.
#pragma once

#include "store/stick/tree.h"

struct copy {
    const struct tree *tree; // listed whole and without an error
    int *descriptors;        // of the new folders, in the tree's order
    int folder_count;
    struct arena bytes;
};

// Makes all folders of the tree in the empty open folder `root`, which copy_close closes; that
// belongs behind a failure too.
MUST_USE enum file_fault copy_open(struct copy *copy, const struct tree *tree, int root);

// Copies one of the tree's files. Its bytes are good until the next; at NULL where it cannot be
// read.
MUST_USE enum file_fault copy_file(struct copy *copy, const struct tree_file *file,
                                   struct str *bytes);

MUST_USE enum file_fault copy_sync(const struct copy *copy);
void copy_close(struct copy *copy);

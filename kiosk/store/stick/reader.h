// SPDX-License-Identifier: MIT
// Reads the content folder of a stick and says what it has, in the messages of pack.h: how many
// files there are, each folder, each file with its bytes, what was found wrong, and that this was
// all. It writes nothing and decodes nothing, so that it can run where nothing else is allowed.
#pragma once

#include "store/stick/tree.h"

struct reader {
    const char *stick_dir;
    void *self; // of `say`, which is false when nobody listens any more
    bool (*say)(void *self, struct str bytes);

    struct arena arena, bytes; // of everything, and of one file
    struct findings findings;
    struct folder stick;
    struct tree tree;
    int said_count; // of files
};

// Of a struct with its first three members set: says the list, or one file, or how it ended. True
// while there is more to say. Behind its last word its process ends, and all of this with it.
bool reader_step(struct reader *reader);

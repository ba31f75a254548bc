// SPDX-License-Identifier: MIT
// An import as it really happens: the stick is read and copied and its pictures are decoded by a
// child in a sandbox, while this process shows how far it is; then this process loads the texts,
// and when all is well it commits. The command line and the staff screens both come through here.
#pragma once

#include "platform/draw/pictures.h"
#include "platform/system/child.h"
#include "store/stick/pack.h"

struct update {
    struct import import; // as it would be without a child; only import_commit is for others
    struct import_source source;
    struct findings findings; // they live in the slot
    struct picture_book *pictures;
    struct child child;
    struct pack pack;
    uint64_t started_ms;
};

// Begins. `source` is copied, what it names is borrowed until update_close; its slot is emptied and
// keeps what is loaded. `pictures` is the book behind its ports. `update` stays where it is.
void update_open(struct update *update, const struct import_source *source,
                 struct picture_book *pictures);

// Takes what the child has said by now; never waits. True while there is more to come. Ends as an
// import does, IMPORT_READY included.
bool update_step(struct update *update, uint64_t now_ms);

// When it gives up waiting, and the descriptor to sleep on meanwhile; UINT64_MAX and -1 when it
// waits for nothing.
uint64_t update_deadline_ms(const struct update *update);
int update_waker(const struct update *update);

void update_close(struct update *update); // at any time; takes a zeroed struct too

// SPDX-License-Identifier: MIT
// An import as it really happens: the stick is read by a child in a sandbox, while this process
// stores what comes and shows how far it is; then it has the pictures decoded and loads the texts,
// and when all is well it commits. The command line and the staff screens both come through here.
#pragma once

#include "platform/system/child.h"
#include "store/stick/pack.h"

struct update {
    struct import import;     // only import_commit is for others
    struct findings findings; // they live in the slot
    struct child child;
    struct pack pack;
    uint64_t started_ms;
};

// Begins. `source` is copied, what it names is borrowed until update_close; its slot is emptied and
// keeps what is loaded. `update` stays where it is.
void update_open(struct update *update, const struct import_source *source, const char *stick_dir);

// Takes what the child has said by now, or one step more; waits for the disk and for the decoder of
// one picture. True while there is more to come. Ends as an import does, IMPORT_READY included.
bool update_step(struct update *update, uint64_t now_ms);

// When it is to be stepped again at the latest, and the descriptor to sleep on meanwhile;
// UINT64_MAX and -1 when it is over.
uint64_t update_deadline_ms(const struct update *update);
int update_waker(const struct update *update);

void update_close(struct update *update); // at any time; takes a zeroed struct too

// What the child does, with the folder of the stick; its exit code.
#define UPDATE_CHILD "child-read"
int update_in_child(const char *stick_dir);

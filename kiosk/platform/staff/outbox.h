// SPDX-License-Identifier: MIT
// The kiosk's way onto a stick, which it must not hold up the screen for: an order is put into the
// outbox, and either the appliance's helper carries it out, which makes the stick writable for that
// moment only, or a child of ours does, where the stick can be written. Both run outbox_deliver
// and answer in the outbox.
#pragma once

#include "platform/system/child.h"
#include "store/stick/deliver.h"

// The appliance's outbox; without it the store has one of its own.
#define OUTBOX_DIR "/run/dit-kiosk/outbox"

struct outbox_order {
    const char *stick_dir, *store_dir;
    struct str receipt;      // empty: none
    struct str counts;       // empty: none
    const char *content_dir; // NULL: nothing is copied
    const char *guide_path;  // NULL: none
    const char *kiosk;       // the name of this screen, one line; NULL: it has none
    bool keeps_old;
};

struct outbox {
    const char *shared_dir; // OUTBOX_DIR; NULL: there is no helper
    struct arena arena;
    struct child child;
    int folder;        // of the outbox; open while an answer is waited for, -1 otherwise
    int watch;         // wakes when the helper has answered
    char number[17];   // of the last order: only its own answer counts
    uint64_t until_ms; // an answer is waited for
    bool is_news;      // it has come to an end of which nobody was told:
    struct deliver_result result;
};

// `shared_dir` outlives it: the outbox that a helper looks into, where it is there.
void outbox_init(struct outbox *outbox, const char *shared_dir);

// Begins; what was going on before is given up, as by outbox_close.
void outbox_send(struct outbox *outbox, const struct outbox_order *order, uint64_t now_ms);

// True once when it has come to an end, which it may have at once; `result` says which.
MUST_USE bool outbox_step(struct outbox *outbox, uint64_t now_ms);
bool outbox_is_busy(const struct outbox *outbox);
int outbox_waker(const struct outbox *outbox);            // -1: nothing is waited for
uint64_t outbox_deadline_ms(const struct outbox *outbox); // UINT64_MAX: the same

// Gives up what is going on: the stick keeps its folder `kiosk`, and whoever writes stops with the
// next file. Waits for a child to do so, a second at most.
void outbox_close(struct outbox *outbox);

// Takes the order in an outbox, carries it out and leaves the answer there: what the helper runs.
// The exit code: 0 done, 1 the stick has a folder of that name, 3 the stick or the outbox failed,
// or the order was given up.
MUST_USE int outbox_deliver(const char *outbox_dir, const char *stick_dir);

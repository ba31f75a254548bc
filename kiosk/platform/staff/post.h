// SPDX-License-Identifier: MIT
// The kiosk's way onto a stick, which it must not hold up the screen for: an order is put into the
// outbox, and either a child of ours carries it out, where the stick can be written, or the
// appliance's helper does, which makes the stick writable for that moment only.
#ifndef DIT_POST_H
#define DIT_POST_H

#include "platform/system/child.h"
#include "store/deliver.h"

// The appliance's outbox; without it the store has one of its own.
#define POST_OUTBOX "/run/dit-kiosk/outbox"

struct post_order {
    const char *stick_dir, *store_dir;
    struct str receipt;      // empty: none
    struct str counts;       // empty: none
    const char *content_dir; // NULL: nothing is copied
    const char *guide_path;  // NULL: none
    bool keeps_old;
};

enum post_state { POST_IDLE, POST_BUSY, POST_DONE, POST_EXISTS, POST_FAILED };

struct post {
    struct log *log;
    const char *shared_dir; // POST_OUTBOX; NULL: there is no helper
    struct arena arena;
    struct delivery delivery;
    struct child child;
    int outbox; // open while the helper is waited for, -1 otherwise
    int watch;  // wakes when the helper has answered
    enum post_state state;
    bool is_news;     // it has come to an end of which nobody was told
    const char *text; // as deliver_result
    char number[17];  // of the last order: only its own answer counts
    char answer[256];
    size_t answer_size;
    uint64_t until_ms;
};

// `shared_dir` outlives it: the outbox that a helper looks into, where it is there.
void post_init(struct post *post, const char *shared_dir, struct log *log);

// Begins; what was going on before is given up, as by post_close.
void post_send(struct post *post, const struct post_order *order, uint64_t now_ms);

// True once when it has come to an end, which it may have at once.
MUST_USE bool post_step(struct post *post, uint64_t now_ms);
int post_waker(const struct post *post);            // -1: nothing is waited for
uint64_t post_deadline_ms(const struct post *post); // UINT64_MAX: the same

// Gives up what is going on: the stick keeps its folder `kiosk`, and whoever writes stops with the
// next file. Waits for a child to do so, a second at most.
void post_close(struct post *post);

// Takes the order in an outbox, carries it out and leaves the answer there: what the helper runs.
// The exit code: 0 done, 1 the stick has a folder of that name, 3 the stick or the outbox failed,
// or the order was given up.
MUST_USE int command_deliver(const char *outbox_dir, const char *stick_dir);

#endif

// SPDX-License-Identifier: MIT
// See showing.h. Without a store, or where it cannot be written, nothing is on trial and nothing is
// taken back: the screen comes first.
#include "platform/showing.h"

#include "platform/boot.h"
#include "store/store.h"
#include "store/trial.h"

enum { FIRST_FRAME_MS = 10 * 1000, RETRY_MS = 60 * 1000 };

static void take_back(struct showing *showing, struct log *log) {
    struct arena arena = {0};
    struct store store;
    enum disk_fault fault = store_open(&store, showing->store_dir, &arena);
    int refused = store.current;
    if (fault == DISK_OK) {
        fault = store_roll_back(&store);
    }
    if (fault == DISK_OK) {
        log_line(log, "The content gen-%d never came to the screen: the earlier content is back.",
                 refused);
        showing->was_refused = true;
        fault = trial_pass(store.descriptor);
    }
    if (fault != DISK_OK) {
        log_line(log, "Content that could not be shown cannot be taken back: %s.",
                 disk_fault_text(fault));
    }
    store_close(&store);
    arena_finish(&arena);
}

void showing_begin(struct showing *showing, const char *store_dir, uint64_t now_ms,
                   struct log *log) {
    char boot[BOOT_ID_BYTES + 1];
    int folder = -1;
    *showing = (struct showing){.store_dir = store_dir, .was_refused = showing->was_refused};
    if (!store_dir ||
        disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, store_dir}) != DISK_OK) {
        return;
    }
    boot_load_id(boot);
    enum trial_verdict verdict = trial_try(folder, store_current(store_dir), boot);
    disk_close(folder);
    showing->is_on_trial = verdict == TRIAL_RUNNING;
    showing->until_ms = now_ms + FIRST_FRAME_MS;
    if (verdict == TRIAL_FAILED) {
        take_back(showing, log);
    }
}

// A mark that stayed would take good content back at the next start, so this is tried until it
// works.
void showing_pass(struct showing *showing, uint64_t now_ms) {
    int folder = -1;
    if (!showing->is_on_trial || now_ms < showing->retry_ms) {
        return;
    }
    enum disk_fault fault =
        disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, showing->store_dir});
    if (fault == DISK_OK) {
        fault = trial_pass(folder);
    }
    disk_close(folder);
    showing->is_on_trial = fault != DISK_OK;
    showing->until_ms = UINT64_MAX;
    showing->retry_ms = now_ms + RETRY_MS;
}

bool showing_is_late(const struct showing *showing, uint64_t now_ms) {
    return showing->is_on_trial && now_ms >= showing->until_ms;
}

uint64_t showing_deadline_ms(const struct showing *showing) {
    return showing->is_on_trial ? showing->until_ms : UINT64_MAX;
}

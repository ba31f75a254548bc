// SPDX-License-Identifier: MIT
// See showing.h. Without a store, or where it cannot be written, nothing is on trial and nothing is
// taken back: the screen comes first.
#include "platform/staff/showing.h"

#include <string.h>

#include "platform/system/boot.h"
#include "store/trial.h"

enum { FIRST_FRAME_MS = 10 * 1000, RETRY_MS = 60 * 1000 };

void showing_log_store(const struct store *store, struct log *log) {
    if (store->is_unconfirmed) {
        log_line(log, "The disk does not confirm that it has gen-%d: a power cut may undo it.",
                 store->current);
    }
}

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
        showing_log_store(&store, log);
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
    showing->generation = store_current(store_dir);
    enum trial_verdict verdict = trial_try(folder, showing->generation, boot);
    disk_close(folder);
    showing->is_on_trial = verdict == TRIAL_RUNNING;
    showing->until_ms = now_ms + FIRST_FRAME_MS;
    if (verdict == TRIAL_FAILED) {
        take_back(showing, log);
    }
}

static bool is_it(const struct showing *showing, const char *shown_dir) {
    struct arena arena = {0};
    const char *path = store_generation_path(showing->store_dir, showing->generation, &arena);
    bool is_it = strcmp(path, shown_dir) == 0;
    arena_finish(&arena);
    return is_it;
}

static enum disk_fault change_mark(const struct showing *showing,
                                   enum disk_fault (*change)(int folder)) {
    int folder = -1;
    enum disk_fault fault =
        disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, showing->store_dir});
    if (fault == DISK_OK) {
        fault = change(folder);
    }
    disk_close(folder);
    return fault;
}

// A mark that stayed would take good content back at the next start, so this is tried until it
// works.
void showing_pass(struct showing *showing, const char *shown_dir, uint64_t now_ms) {
    if (!showing->is_on_trial || now_ms < showing->retry_ms || !is_it(showing, shown_dir)) {
        return;
    }
    showing->is_on_trial = change_mark(showing, trial_pass) != DISK_OK;
    showing->until_ms = UINT64_MAX;
    showing->retry_ms = now_ms + RETRY_MS;
}

void showing_wait(struct showing *showing, uint64_t now_ms) {
    if (showing->until_ms != UINT64_MAX) {
        showing->until_ms = now_ms + FIRST_FRAME_MS;
    }
}

void showing_excuse(struct showing *showing) {
    if (showing->is_on_trial) { // without the write the attempt stays counted
        showing->is_on_trial = change_mark(showing, trial_excuse) != DISK_OK;
    }
}

bool showing_is_late(const struct showing *showing, uint64_t now_ms) {
    return showing->is_on_trial && now_ms >= showing->until_ms;
}

uint64_t showing_deadline_ms(const struct showing *showing) {
    return showing->is_on_trial ? showing->until_ms : UINT64_MAX;
}

// SPDX-License-Identifier: MIT
// See content_trial.h. Without a store, or where it cannot be written, nothing is on trial and
// nothing is taken back: the screen comes first.
#include "platform/staff/content_trial.h"

#include <string.h>

#include "platform/system/clock.h"
#include "store/trial.h"

enum { FIRST_FRAME_MS = 10 * 1000, RETRY_MS = 60 * 1000 };

void content_trial_log_store(const struct store *store) {
    if (store->is_unconfirmed) {
        log_line("The disk does not confirm that it has gen-%d: a power cut may undo it.",
                 store->current);
    }
}

enum file_fault content_trial_roll_back(const char *store_dir, bool *has_earlier) {
    struct arena arena = {0};
    struct store store;
    enum file_fault fault = store_open(&store, store_dir, &arena);
    *has_earlier = fault != FILE_OK || store.previous > 0 || store.current > 0;
    if (fault == FILE_OK) {
        fault = store_roll_back(&store);
        content_trial_log_store(&store);
    }
    store_close(&store);
    arena_finish(&arena);
    return fault;
}

static enum file_fault change_mark(const struct content_trial *trial,
                                   enum file_fault (*change)(int folder)) {
    int folder = -1;
    enum file_fault fault =
        disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, trial->store_dir});
    if (fault == FILE_OK) {
        fault = change(folder);
    }
    disk_close(folder);
    return fault;
}

// What comes back was seen before, and needs no second trial.
static void take_back(struct content_trial *trial) {
    bool has_earlier;
    enum file_fault fault = content_trial_roll_back(trial->store_dir, &has_earlier);
    if (fault == FILE_OK) {
        log_line("The content gen-%d never came to the screen: the earlier content is back.",
                 trial->generation);
        trial->was_refused = true;
        fault = change_mark(trial, trial_pass);
    }
    if (fault != FILE_OK) {
        log_line("Content that could not be shown cannot be taken back: %s.",
                 file_fault_text(fault));
    }
}

void content_trial_begin(struct content_trial *trial, const char *store_dir, uint64_t now_ms) {
    char boot[CLOCK_BOOT_ID_BYTES + 1];
    int folder = -1;
    *trial = (struct content_trial){.store_dir = store_dir, .was_refused = trial->was_refused};
    if (!store_dir ||
        disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, store_dir}) != FILE_OK) {
        return;
    }
    clock_boot_id(boot);
    trial->generation = store_current(store_dir);
    enum trial_verdict verdict = trial_try(folder, trial->generation, boot);
    disk_close(folder);
    trial->is_on_trial = verdict == TRIAL_RUNNING;
    trial->until_ms = now_ms + FIRST_FRAME_MS;
    if (verdict == TRIAL_FAILED) {
        take_back(trial);
    }
}

static bool is_it(const struct content_trial *trial, const char *shown_dir) {
    struct arena arena = {0};
    const char *path = store_generation_path(trial->store_dir, trial->generation, &arena);
    bool is_it = strcmp(path, shown_dir) == 0;
    arena_finish(&arena);
    return is_it;
}

// A mark that stayed would take good content back at the next start, so this is tried until it
// works.
void content_trial_pass(struct content_trial *trial, const char *shown_dir, uint64_t now_ms) {
    if (!trial->is_on_trial || now_ms < trial->retry_ms || !is_it(trial, shown_dir)) {
        return;
    }
    trial->is_on_trial = change_mark(trial, trial_pass) != FILE_OK;
    trial->until_ms = UINT64_MAX;
    trial->retry_ms = now_ms + RETRY_MS;
}

void content_trial_wait(struct content_trial *trial, uint64_t now_ms) {
    if (trial->until_ms != UINT64_MAX) {
        trial->until_ms = now_ms + FIRST_FRAME_MS;
    }
}

void content_trial_excuse(struct content_trial *trial) {
    if (trial->is_on_trial) { // without the write the attempt stays counted
        trial->is_on_trial = change_mark(trial, trial_excuse) != FILE_OK;
    }
}

bool content_trial_is_late(const struct content_trial *trial, uint64_t now_ms) {
    return trial->is_on_trial && now_ms >= trial->until_ms;
}

uint64_t content_trial_deadline_ms(const struct content_trial *trial) {
    return trial->is_on_trial ? trial->until_ms : UINT64_MAX;
}

// SPDX-License-Identifier: MIT
// The mark has the generation, the attempts and the start of the last one. What is no mark, or is
// about another generation, says nothing: nothing that works is ever taken off the screen because
// of a damaged file.
#include "store/trial.h"

#include <stdio.h>
#include <string.h>

enum { FIRST_FRAME_MS = 120 * 1000, ATTEMPT_LIMIT = 2 };

// NULL: there is no mark any more.
static bool save(const struct trial *trial, const struct kept_mark *mark) {
    int folder = -1;
    const struct disk_place store = {FILE_FROM_HERE, trial->store_dir};
    bool is_saved = disk_open_folder(&folder, store) == FILE_OK;
    const struct disk_place place = {folder, STORE_TRIAL};
    if (is_saved && mark) {
        is_saved = kept_store_mark(place, mark) == FILE_OK;
    } else if (is_saved) {
        is_saved = disk_remove(place) == FILE_OK && disk_sync_folder(folder) == FILE_OK;
    }
    disk_close(folder);
    return is_saved;
}

static bool has_mark(struct trial *trial) {
    struct arena arena = {0};
    const char *path = arena_format(&arena, "%s/" STORE_TRIAL, trial->store_dir);
    enum file_fault fault = kept_load_mark(&trial->mark, (struct disk_place){FILE_FROM_HERE, path});
    arena_finish(&arena);
    return fault == FILE_OK && trial->mark.numbers[0] == (uint64_t)trial->generation;
}

void trial_begin(struct trial *trial, const char *store_dir, const char *boot, uint64_t now_ms) {
    *trial = (struct trial){.store_dir = store_dir, .until_ms = now_ms + FIRST_FRAME_MS};
    trial->generation = store_dir ? store_current(store_dir) : 0;
    if (!store_dir || !has_mark(trial)) {
        return;
    }
    bool is_other_start = boot[0] && strcmp(trial->mark.boot, boot) != 0;
    uint64_t attempts = trial->mark.numbers[1];
    if (attempts >= ATTEMPT_LIMIT || (attempts > 0 && !is_other_start)) {
        trial->state = store_roll_back(store_dir, store_earlier(store_dir)) == FILE_OK
                           ? TRIAL_REFUSED
                           : TRIAL_STUCK;
    } else {
        trial->state = TRIAL_RUNNING;
        trial->mark.numbers[1]++;
        snprintf(trial->mark.boot, sizeof trial->mark.boot, "%s", boot);
    }
    // What comes back was seen before, and needs no trial. Without the write this one is not
    // counted, or that one is on trial once more.
    bool is_saved = trial->state == TRIAL_STUCK ||
                    save(trial, trial->state == TRIAL_RUNNING ? &trial->mark : NULL);
    (void)is_saved;
}

static bool is_it(const struct trial *trial, const char *shown_dir) {
    struct arena arena = {0};
    const char *path = store_generation_path(trial->store_dir, trial->generation, &arena);
    bool is_it = strcmp(path, shown_dir) == 0;
    arena_finish(&arena);
    return is_it;
}

// A mark that stayed would take good content back at the next start, so each later frame tries
// again.
void trial_pass(struct trial *trial, const char *shown_dir) {
    if (trial->state == TRIAL_RUNNING && is_it(trial, shown_dir)) {
        trial->state = save(trial, NULL) ? TRIAL_NONE : TRIAL_RUNNING;
        trial->until_ms = UINT64_MAX;
    }
}

void trial_wait(struct trial *trial, uint64_t now_ms) {
    if (trial->until_ms != UINT64_MAX) {
        trial->until_ms = now_ms + FIRST_FRAME_MS;
    }
}

void trial_excuse(struct trial *trial) {
    if (trial->state == TRIAL_RUNNING) {
        trial->mark.numbers[1]--;
        trial->mark.boot[0] = '\0';
        trial->state = save(trial, &trial->mark) ? TRIAL_NONE : TRIAL_RUNNING;
    }
}

uint64_t trial_deadline_ms(const struct trial *trial) {
    return trial->state == TRIAL_RUNNING ? trial->until_ms : UINT64_MAX;
}

// SPDX-License-Identifier: MIT
// The mark is one line, "GENERATION ATTEMPTS BOOT". What is not exactly such a line, or is about
// another generation, is no mark: nothing that works is ever taken off the screen because of a
// damaged file.
#include "store/trial.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 96, ATTEMPT_LIMIT = 2 };

static const char file_name[] = "trial";
static const char no_boot[] = "-";

struct mark {
    int generation, attempts;
    char boot[TRIAL_BOOT_BYTES + 1];
};

static void format(char line[LINE_BYTES], const struct mark *mark) {
    snprintf(line, LINE_BYTES, "%d %d %s\n", mark->generation, mark->attempts, mark->boot);
}

// Reads loosely, then demands that writing it again gives the very same line.
static bool parse(struct mark *mark, const char *line) {
    char again[LINE_BYTES];
    char *end;
    mark->generation = (int)strtol(line, &end, 10);
    mark->attempts = (int)strtol(end, &end, 10);
    size_t size = *end == ' ' ? strcspn(end + 1, "\n") : TRIAL_BOOT_BYTES + 1;
    if (size > TRIAL_BOOT_BYTES) {
        return false;
    }
    memcpy(mark->boot, end + 1, size);
    mark->boot[size] = '\0';
    format(again, mark);
    return strcmp(again, line) == 0;
}

static bool load(struct mark *mark, int folder) {
    struct arena arena = {0};
    struct str line;
    const struct file_source source = {folder, file_name, LINE_BYTES - 1};
    bool is_there = file_load(&line, &source, &arena) == FILE_OK && strlen(line.at) == line.size &&
                    parse(mark, line.at);
    arena_finish(&arena);
    return is_there;
}

static enum file_fault save(int folder, const struct mark *mark) {
    char line[LINE_BYTES];
    format(line, mark);
    return disk_replace_file((struct disk_place){folder, file_name}, str_from(line));
}

enum file_fault trial_begin(int folder, int generation) {
    const struct mark mark = {.generation = generation, .boot = "-"};
    return save(folder, &mark);
}

enum trial_verdict trial_try(int folder, int generation, const char *boot) {
    struct mark mark = {0};
    if (!load(&mark, folder) || mark.generation != generation || mark.attempts < 0) {
        return TRIAL_NONE;
    }
    bool is_known = boot && boot[0];
    bool is_same_start = is_known && strcmp(mark.boot, boot) == 0;
    if (mark.attempts >= ATTEMPT_LIMIT || (mark.attempts > 0 && (is_same_start || !is_known))) {
        return TRIAL_FAILED;
    }
    mark.attempts++;
    snprintf(mark.boot, sizeof mark.boot, "%s", is_known ? boot : no_boot);
    // Without the write this attempt is not counted, and the content gets one more.
    bool is_saved = save(folder, &mark) == FILE_OK;
    (void)is_saved;
    return TRIAL_RUNNING;
}

enum file_fault trial_pass(int folder) {
    enum file_fault fault = disk_remove((struct disk_place){folder, file_name});
    return fault == FILE_OK ? disk_sync_folder(folder) : fault;
}

enum file_fault trial_excuse(int folder) {
    struct mark mark = {0};
    if (!load(&mark, folder) || mark.attempts < 1) {
        return FILE_OK;
    }
    mark.attempts--;
    snprintf(mark.boot, sizeof mark.boot, "%s", no_boot);
    return save(folder, &mark);
}

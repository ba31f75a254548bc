// SPDX-License-Identifier: MIT
// Two small files of one word each; what is not exactly such a word is as good as none.
#include "store/pin/setup.h"

#include <string.h>

#include "base/disk.h"

enum { LINE_BYTES = 16 };

static const char step_name[] = "set-up";
static const char rotation_name[] = "rotation";

static const char *const steps[] = {
    [SETUP_OVER] = NULL,
    [SETUP_ROTATION] = "rotation\n",
    [SETUP_TOUCH] = "touch\n",
    [SETUP_PIN] = "pin\n",
};

static const char *const rotations[] = {"0\n", "90\n", "180\n", "270\n"};

// The entry of `words` that the file is, or -1; *is_there: whether there is a file at all.
static int load_word(struct disk_place place, const char *const *words, int count, bool *is_there) {
    struct arena arena = {0};
    struct str line;
    const struct file_source source = {place.folder, place.name, LINE_BYTES};
    enum file_fault fault = file_load(&line, &source, &arena);
    int found = -1;
    for (int i = 0; fault == FILE_OK && i < count; i++) {
        found = words[i] && str_equals(line, words[i]) ? i : found;
    }
    *is_there = fault != FILE_MISSING;
    arena_finish(&arena);
    return found;
}

enum setup setup_load(int folder) {
    bool is_there;
    int step = load_word((struct disk_place){folder, step_name}, steps, COUNT_OF(steps), &is_there);
    return !is_there ? SETUP_OVER : step < 0 ? SETUP_ROTATION : (enum setup)step;
}

bool setup_store(int folder, enum setup next) {
    const struct disk_place place = {folder, step_name};
    if (next == SETUP_OVER) {
        return disk_remove(place) == FILE_OK && disk_sync_folder(folder) == FILE_OK;
    }
    return disk_replace_file(place, str_from(steps[next])) == FILE_OK;
}

int setup_load_rotation(int folder) {
    bool is_there;
    int quarter = load_word((struct disk_place){folder, rotation_name}, rotations,
                            COUNT_OF(rotations), &is_there);
    return quarter > 0 ? quarter * 90 : 0;
}

bool setup_store_rotation(int folder, int degrees) {
    const struct disk_place place = {folder, rotation_name};
    return disk_replace_file(place, str_from(rotations[degrees / 90 % COUNT_OF(rotations)])) ==
           FILE_OK;
}

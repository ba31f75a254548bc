// SPDX-License-Identifier: MIT
// Two small files of one word each; what is not exactly such a word is as good as none.
#include "store/pin/setup.h"

#include <string.h>

#include "store/kept.h"

enum { LINE_BYTES = 16 };

static const char step_name[] = "set-up";
static const char rotation_name[] = "rotation";
static const char *const steps[] = {
    [SETUP_OVER] = "",
    [SETUP_ROTATION] = "rotation",
    [SETUP_TOUCH] = "touch",
    [SETUP_PIN] = "pin",
};
static const char *const rotations[] = {"0", "90", "180", "270"};

// The entry of `words` that the file is, or 0.
static int find_word(const char *line, const char *const *words, int count) {
    for (int i = 1; i < count; i++) {
        if (strcmp(words[i], line) == 0) {
            return i;
        }
    }
    return 0;
}

enum setup setup_load(int folder) {
    char line[LINE_BYTES] = "";
    enum file_fault fault = kept_load(line, sizeof line, (struct disk_place){folder, step_name});
    int step = fault == FILE_OK ? find_word(line, steps, COUNT_OF(steps)) : 0;
    return fault == FILE_MISSING ? SETUP_OVER : step == 0 ? SETUP_ROTATION : (enum setup)step;
}

bool setup_store(int folder, enum setup next) {
    const struct disk_place place = {folder, step_name};
    if (next == SETUP_OVER) {
        return disk_remove(place) == FILE_OK && disk_sync_folder(folder) == FILE_OK;
    }
    return kept_store(place, steps[next]) == FILE_OK;
}

int setup_load_rotation(const char *store_dir) {
    char line[LINE_BYTES] = "";
    int folder = -1;
    bool is_read =
        store_dir &&
        disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, store_dir}) == FILE_OK &&
        kept_load(line, sizeof line, (struct disk_place){folder, rotation_name}) == FILE_OK;
    disk_close(folder);
    return is_read ? find_word(line, rotations, COUNT_OF(rotations)) * 90 : 0;
}

bool setup_store_rotation(int folder, int degrees) {
    const struct disk_place place = {folder, rotation_name};
    return kept_store(place, rotations[degrees / 90 % COUNT_OF(rotations)]) == FILE_OK;
}

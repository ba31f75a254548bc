// SPDX-License-Identifier: MIT
// Places in order, each of which counts only when the folder is there. A build folder has links to
// them (kiosk/CMakeLists.txt), so that no path of whoever built the program stands in an installed
// one.
#include "platform/system/data_dir.h"

#include <libgen.h>
#include <limits.h>
#include <unistd.h>

const char *data_dir_find(const char *folder, struct arena *arena) {
    char program[PATH_MAX] = "";
    bool is_known = readlink("/proc/self/exe", program, sizeof program - 1) > 0;
    const char *beside = is_known ? dirname(program) : DIT_DATA_DIR;
    const char *const places[] = {
        arena_format(arena, "%s/%s", beside, folder),
        arena_format(arena, "%s/%s", DIT_DATA_DIR, folder),
    };
    for (int i = 0; i < COUNT_OF(places); i++) {
        if (access(places[i], R_OK | X_OK) == 0) {
            return places[i];
        }
    }
    return NULL;
}

// SPDX-License-Identifier: MIT
// Places in order, each of which counts only when the folder is there. A build folder in the source
// tree has them one folder up, and any other has links to them (kiosk/CMakeLists.txt), so that no
// path of whoever built the program stands in an installed one.
#include "platform/system/data_dir.h"

#include <libgen.h>
#include <limits.h>
#include <unistd.h>

static const char *if_there(const char *path) {
    return access(path, R_OK | X_OK) == 0 ? path : NULL;
}

static const char *find_beside(const char *folder, struct arena *arena) {
    char program[PATH_MAX] = "";
    if (readlink("/proc/self/exe", program, sizeof program - 1) < 0) {
        return NULL;
    }
    const char *dir = dirname(program);
    const char *found = if_there(arena_format(arena, "%s/../%s", dir, folder));
    return found ? found : if_there(arena_format(arena, "%s/%s", dir, folder));
}

const char *data_dir_find(const char *folder, struct arena *arena) {
    const char *found = find_beside(folder, arena);
    return found ? found : if_there(arena_format(arena, "%s/%s", DIT_DATA_DIR, folder));
}

// SPDX-License-Identifier: MIT
// Places in order, each of which counts only when the folder is there. A build folder in the source
// tree has them one folder up, and any other has links to them (kiosk/CMakeLists.txt), so that no
// path of whoever built the program stands in an installed one.
#include "platform/system/data_dir.h"

#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 4096 };

static const char *if_there(const char *path) {
    return access(path, R_OK | X_OK) == 0 ? path : NULL;
}

static const char *find_beside(const char *folder, struct arena *arena) {
    char program[PATH_BYTES];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program - 1);
    if (size <= 0) {
        return NULL;
    }
    program[size] = '\0';
    char *slash = strrchr(program, '/');
    if (!slash) {
        return NULL;
    }
    *slash = '\0';
    const char *found = if_there(arena_format(arena, "%s/../%s", program, folder));
    return found ? found : if_there(arena_format(arena, "%s/%s", program, folder));
}

const char *data_dir_find(const char *folder, struct arena *arena) {
    const char *found = find_beside(folder, arena);
    return found ? found : if_there(arena_format(arena, "%s/%s", DIT_DATA_DIR, folder));
}

// SPDX-License-Identifier: MIT
// See installed.h. The places of a folder are tried in order. A build folder has links to them
// (kiosk/CMakeLists.txt), so that no path of whoever built the program stands in an installed one.
#include "platform/system/installed.h"

#include <libgen.h>
#include <limits.h>
#include <unistd.h>

#include "base/encoding.h"
#include "base/file.h"
#include "content/limits.h"

const char *installed_find_folder(const char *folder, struct arena *arena) {
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

void installed_load_device(struct device *device, const char *path, struct findings *findings) {
    const char *name = path ? path : "/etc/dit-kiosk/device.ini";
    struct file_source file = {FILE_FROM_HERE, name, LIMIT_TEXT_BYTES};
    struct encoding_source source = {.path = name, .arena = findings->arena};
    struct str text;
    device_init(device, findings->arena);
    enum file_fault fault = file_load(&source.bytes, &file, findings->arena);
    if (fault == FILE_OK) {
        if (encoding_load(&text, &source, findings)) {
            device_load(device, text, name, findings);
        }
    } else if (fault != FILE_MISSING) {
        file_add_finding(findings, fault, name);
    } else if (path) {
        finding_error(findings, (struct finding_place){path, 0},
                      arena_format(findings->arena, "There is no file %s.", path),
                      "Check the name.");
    }
}

// SPDX-License-Identifier: MIT
// Opening, decoding and reading in a row; the first that fails leaves its finding and the defaults.
#include "platform/system/device_file.h"

#include "base/encoding.h"
#include "base/file.h"
#include "content/limits.h"

void device_file_load(struct device *device, const char *path, struct findings *findings) {
    const char *name = path ? path : DEVICE_INSTALLED_PATH;
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

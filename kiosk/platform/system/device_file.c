// SPDX-License-Identifier: MIT
// Opening, decoding and reading in a row; the first that fails leaves its finding and the defaults.
#include "platform/system/device_file.h"

#include "base/encoding.h"
#include "base/file.h"
#include "content/limits.h"

void device_file_load(struct device *device, const char *path, struct findings *findings) {
    bool is_asked = path != NULL;
    path = is_asked ? path : DEVICE_INSTALLED_PATH;
    device_init(device);
    struct file_source file = {FILE_FROM_HERE, path, LIMIT_TEXT_BYTES};
    struct str bytes;
    enum file_fault fault = file_load(&bytes, &file, findings->arena);
    if (fault == FILE_MISSING && !is_asked) {
        return;
    }
    if (fault == FILE_MISSING) {
        finding_error(findings, (struct finding_place){path, 0},
                      arena_format(findings->arena, "There is no file %s.", path),
                      "Check the name.");
    } else if (fault != FILE_OK) {
        file_add_finding(findings, fault, path);
    }
    if (fault != FILE_OK) {
        return;
    }
    struct encoding_source source = {bytes, path, findings->arena};
    struct str text;
    if (encoding_load(&text, &source, findings)) {
        device_load(device, text, path, findings);
    }
}

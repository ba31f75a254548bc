// SPDX-License-Identifier: MIT
// See boot_id.h. random(4) says where the name is: a UUID in 36 letters.
#include "platform/system/boot_id.h"

#include <string.h>

#include "platform/system/sysfs.h"

void boot_id_load(char id[BOOT_ID_BYTES + 1]) {
    char line[SYSFS_LINE_BYTES];
    sysfs_read(line, SYSFS_FROM_HERE, "/proc/sys/kernel/random/boot_id");
    bool is_name = strlen(line) == BOOT_ID_BYTES && !line[strspn(line, "0123456789abcdef-")];
    id[0] = '\0';
    if (is_name) {
        memcpy(id, line, BOOT_ID_BYTES + 1);
    }
}

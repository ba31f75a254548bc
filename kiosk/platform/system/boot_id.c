// SPDX-License-Identifier: MIT
// See boot_id.h. random(4) says where the name is: a UUID in 36 letters and a new line. A kernel
// file has no size beforehand, so it is read here and not as content is.
#include "platform/system/boot_id.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

void boot_id_load(char id[BOOT_ID_BYTES + 1]) {
    char text[BOOT_ID_BYTES + 1] = {0};
    id[0] = '\0';
    int file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    ssize_t size = read(file, text, BOOT_ID_BYTES);
    close(file);
    if (size == BOOT_ID_BYTES && strspn(text, "0123456789abcdef-") == BOOT_ID_BYTES) {
        memcpy(id, text, sizeof text);
    }
}

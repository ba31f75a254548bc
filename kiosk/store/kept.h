// SPDX-License-Identifier: MIT
// The small files that the store keeps: one line each, which is replaced whole. A mark is such a
// line of two numbers and the name of a start of the machine. What is not exactly a line that the
// kiosk would have written is damage; what follows from that is for whoever keeps the file.
#pragma once

#include "base/disk.h"

// The number in a name such as "gen-7", whose prefix is "gen-"; 0 where it is no such name.
int kept_number(const char *name, const char *prefix);

enum { KEPT_BOOT_BYTES = 36 };

struct kept_mark {
    uint64_t numbers[2];
    char boot[KEPT_BOOT_BYTES + 1];
};

// The line without its end. FILE_FAILED where the file is anything but one line that has room.
MUST_USE enum file_fault kept_load(char *line, size_t room_bytes, struct disk_place place);
MUST_USE enum file_fault kept_store(struct disk_place place, const char *line);

// The mark is untouched unless the result is FILE_OK.
MUST_USE enum file_fault kept_load_mark(struct kept_mark *mark, struct disk_place place);
MUST_USE enum file_fault kept_store_mark(struct disk_place place, const struct kept_mark *mark);

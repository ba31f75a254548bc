// SPDX-License-Identifier: MIT
// The small text files through which the kernel tells of itself, below /sys and /proc. They have no
// size beforehand and a line each, so they are read as they come; a name that is not there is not
// created.
#pragma once

#include "base/base.h"

enum { SYSFS_LINE_BYTES = 400, SYSFS_FROM_HERE = -100 }; // AT_FDCWD: for whole paths

// The first line, without its end, of `path` in an open folder or SYSFS_FROM_HERE. False, with ""
// there, where nothing can be read.
bool sysfs_read(char line[SYSFS_LINE_BYTES], int folder, const char *path);
bool sysfs_write(const char *path, const char *word);

// SPDX-License-Identifier: MIT
// Where the program's own files are: beside it in the source tree that it was built in, or where it
// was installed. A program in its build folder shows the words of its own tree, even where an older
// kiosk is installed.
#pragma once

#include "base/arena.h"

// The path of a folder ("assets", "config") that is there, or NULL. Lives in `arena`.
const char *data_dir_find(const char *folder, struct arena *arena);

// SPDX-License-Identifier: MIT
// What goes wrong in the world (disk, display, fonts) is one plain sentence on standard error. A
// fault that repeats with every frame fills no journal: the service's LogRateLimitBurst= bounds it.
#pragma once

#include "base/base.h"

// Always one line: control characters become '?', and what is too long is cut.
void log_line(const char *format, ...) PRINTF_LIKE(1, 2);

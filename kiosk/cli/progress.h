// SPDX-License-Identifier: MIT
// What a long command is at, on one line of a terminal that the next takes the place of. Where
// standard error is no terminal nothing is said.
#pragma once

#include "base/base.h"

void progress_show(const char *format, ...) PRINTF_LIKE(1, 2);
void progress_end(void); // the line is empty again

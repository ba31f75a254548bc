// SPDX-License-Identifier: MIT
// A file in a language's folder whose name is no card's: what staff are told, with a name that
// would be right.
#pragma once

#include "content/name.h"

// "refer.txt" or "urgent-help.txt" where the file was to be that, or NULL.
const char *bad_name_find_meant(const char *file, enum name_kind kind, struct arena *arena);

// Without its path.
struct finding bad_name_finding(const char *file, enum name_kind kind, struct arena *arena);

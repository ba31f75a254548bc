// SPDX-License-Identifier: MIT
// A file in a language's folder whose name is no card's: what staff are told, with a name that
// would be right.
#pragma once

#include "content/name.h"

// Adds the finding for "cards/en/FILE". Gives NAME_REFER or NAME_URGENT where it was to be that
// card, or its own kind.
enum name_kind bad_name_add(struct findings *findings, const char *path, enum name_kind kind);

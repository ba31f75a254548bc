// SPDX-License-Identifier: MIT
// The bytes of Notepad, Word and Macs become UTF-8 with LF. Text whose letters would have to be
// guessed is refused with a finding instead: a wrong letter in a telephone number or a name is
// worse than a card that waits for its author. Characters that could hide or reorder text are
// refused too.
#pragma once

#include "base/finding.h"

struct encoding_source {
    struct str bytes;
    const char *path;
    struct arena *arena; // for the text, where it is not simply the bytes
};

// UTF-8 with or without BOM, UTF-16 with BOM; LF, CRLF or CR. The text may be a part of the bytes
// or live in the arena. False, with an error that names the line, where it cannot be read with
// certainty.
MUST_USE bool encoding_load(struct str *text, const struct encoding_source *source,
                            struct findings *findings);

// The other way: with a byte order mark and CRLF, as every Notepad reads it. Lives in `arena`.
struct str encoding_for_windows(struct str text, struct arena *arena);

// NULL, or what is wrong with having that character in a text: a whole sentence, and what to do.
struct encoding_refusal {
    const char *what, *todo;
};
const struct encoding_refusal *encoding_find_refusal(uint32_t code_point);

// SPDX-License-Identifier: MIT
// What the name of a file says: which card it is and where it comes in the order. Windows and Macs
// change names behind people's backs (kiosk.ini.txt, 10-WHAT.MD), and leave files of their own.
#pragma once

#include "base/folder.h"

enum name_kind {
    NAME_CARD,      // a number, a hyphen, an id
    NAME_REFER,     // refer.md
    NAME_URGENT,    // urgent-help.md
    NAME_JUNK,      // left by a computer, not by a person; never a finding
    NAME_NO_NUMBER, // ends in .md and is neither of the above
    NAME_STRANGE,   // signs in the id that other programs stumble over
    NAME_TEXT,      // plain text without .md behind its name
    NAME_DOCUMENT,  // a text in a format that we do not read
    NAME_PICTURE,
    NAME_OTHER,
    NAME_KIND_COUNT,
};

struct name {
    enum name_kind kind;
    long order;     // of NAME_CARD
    const char *id; // small letters; of NAME_CARD, NAME_REFER and NAME_URGENT
};

// The id lives in `arena`.
struct name name_read(const char *file_name, struct arena *arena);

// "refer.md" or "urgent-help.md" where that is what a misspelt name is near to, or NULL.
const char *name_find_meant(const char *file_name, struct arena *arena);

// The name without what stands behind its last dot, and with .md.
const char *name_with_md(const char *file_name, struct arena *arena);

// Whether it ends as the files of pictures do, and is no web address.
bool name_is_picture(struct str name);

bool name_is_junk(const char *file_name);
// In the folder images: there a folder.jpg may be a card's picture.
bool name_is_junk_in_images(const char *file_name);

// Whether `file_name` is `wanted`, in any case and with a .txt that Windows put behind it.
bool name_is(const char *file_name, const char *wanted);

// Whether it is a file name alone, with nothing that could lead out of its folder.
bool name_is_plain(struct str name);

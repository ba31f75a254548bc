// SPDX-License-Identifier: MIT
// What the name of a file says: which card it is and where it comes in the order, and what staff
// are told of one that is no card's. A card ends in .txt or .md. Windows and Macs change names
// behind people's backs (kiosk.ini.txt, 10-what.md.txt), and leave files of their own.
#pragma once

#include "base/folder.h"

enum name_kind {
    NAME_CARD,      // a number, a hyphen, an id
    NAME_REFER,     // refer.txt
    NAME_URGENT,    // urgent-help.txt
    NAME_JUNK,      // left by a computer, not by a person; never a finding
    NAME_NO_NUMBER, // ends as a card and is none of the above
    NAME_STRANGE,   // signs in the id that other programs stumble over
    NAME_TEXT,      // plain text with another ending
    NAME_DOCUMENT,  // a text in a format that we do not read
    NAME_ARCHIVE,   // a zip: the files are inside it
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

// "refer.txt" or "urgent-help.txt" where that is what a misspelt name is near to, or NULL.
const char *name_find_meant(const char *file_name, struct arena *arena);

// A name that is a card's, as near as can be to one that is not: "70-opening-times.txt".
const char *name_propose(const char *file_name, struct arena *arena);

// Adds the finding for "cards/en/FILE" whose name is no card's. Gives NAME_REFER or NAME_URGENT
// where it was to be that card, or its own kind.
enum name_kind name_add_finding(struct findings *findings, const char *path, enum name_kind kind);

// As the kiosk writes that file: a card ends in .txt alone.
const char *name_to_write(const char *file_name, struct arena *arena);

// Whether it ends as the files of pictures do, and is no web address.
bool name_is_picture(struct str name);

bool name_is_junk(const char *file_name);

// Whether `file_name` is `wanted`, in any case and with a .txt that Windows put behind it.
bool name_is(const char *file_name, const char *wanted);

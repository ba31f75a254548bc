// SPDX-License-Identifier: MIT
// What is wrong with somebody's content, in words for a receptionist: where, what, and what to do.
// One type serves `check`, the staff screen and the journal.
#pragma once

#include "base/arena.h"

enum finding_level {
    FINDING_WARNING, // shown, but stops nothing
    FINDING_ERROR,   // this piece of content cannot be used
};

// What the program decides by: it never reads its own sentences. Most findings are only said.
enum finding_code {
    FINDING_SAID,
    FINDING_UNREAD,     // a file or folder that is missing or cannot be read
    FINDING_NO_CONTENT, // of a stick: nothing of the kiosk's is on it
    // Why words may not be on screen though nothing is wrong with them
    FINDING_COPY_BESIDE, // of a stick: a folder that looks like the one that is read, and is not
    FINDING_UNSHOWN,     // somebody's card or picture, where no screen shows it
    FINDING_CONTESTED,   // of a merge: two people have changed the same
    FINDING_KEPT,        // of a merge: the screen alone was changed
    FINDING_CODE_COUNT,
};

struct finding {
    enum finding_level level;
    const char *path; // inside the content folder, such as "cards/en/10-what-is-dit.txt"
    int line;         // from 1; 0 for the file as a whole
    const char *what; // one sentence, ending in a full stop
    const char *todo; // one sentence, ending in a full stop or asking “Did you mean …?”
    enum finding_code code;
};

// More are counted, not kept: advice leaves room for what stops an update.
enum { FINDINGS_LIMIT = 500, ADVICE_LIMIT = 300 };

// A zeroed struct with `arena` set is ready for use; the arena owns the texts.
struct findings {
    struct arena *arena;
    struct finding *list;
    int count;         // kept in `list`
    int error_count;   // of all that were added, kept or not
    int dropped_count; // added but not kept
};

// Copies `finding` and its texts; control characters in them become '?', so that a file name can
// neither forge a second finding nor move the terminal's cursor.
void finding_add(struct findings *findings, struct finding finding);

// The two that most findings are; line 0 for the file as a whole.
struct finding_place {
    const char *path;
    int line;
};
void finding_error(struct findings *findings, struct finding_place place, const char *what,
                   const char *todo);
void finding_warning(struct findings *findings, struct finding_place place, const char *what,
                     const char *todo);

// A copy of a text from elsewhere that can neither move a cursor nor turn letters around: what
// could is a '?' in it.
const char *finding_harmless(struct arena *arena, const char *text);

// Somebody's words in the middle of an English sentence, where they may run the other way: between
// two left-to-right marks (U+200E) where any of them runs right to left, and cut off behind 100
// letters. Marks, not the isolates of UAX #9: the layout obeys marks and drops isolates, with which
// a card could turn a number round. Lives in `arena`, or is `text` itself.
const char *finding_quote(const char *text, struct arena *arena);

// Whether one of those that are kept has this code.
bool findings_have(const struct findings *findings, enum finding_code code);

// Sorts by path, then line: the order in which staff work through their files.
void findings_sort(struct findings *findings);

// "PATH:LINE: error|warning: WHAT. WHAT TO DO." (line 1 stands for a whole file); arena-owned.
const char *finding_text(const struct finding *finding, struct arena *arena);

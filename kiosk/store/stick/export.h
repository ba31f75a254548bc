// SPDX-License-Identifier: MIT
// The content in force as a new folder, ready to be edited: its files, the guide for staff, and a
// folder for pictures even where there is none yet. An existing folder is never touched, and a
// folder that could not be filled is taken away again.
#ifndef DIT_EXPORT_H
#define DIT_EXPORT_H

#include "store/stick/copy.h"

struct export_source {
    const char *content_dir; // a content folder
    const char *dest_dir;    // nothing may be there yet
    const char *guide_path;  // for whoever edits it, written as EXPORT_GUIDE; NULL: none
};

#define EXPORT_GUIDE "README.txt"

enum export_state {
    EXPORT_LISTING,
    EXPORT_COPYING,
    // The ends
    EXPORT_DONE,
    EXPORT_REFUSED, // the findings have an error
    EXPORT_FAILED,  // the disk failed: see trouble
};

struct export {
    const struct export_source *source;
    struct findings *findings; // its arena owns all texts
    enum export_state state;
    const char *trouble;   // of EXPORT_FAILED: a sentence, for whoever named the folder
    enum file_fault fault; // of EXPORT_FAILED
    int done_count, file_count;

    struct tree tree;
    struct copy copy;
};

// `export` stays where it is until export_close.
void export_open(struct export *export, const struct export_source *source,
                 struct findings *findings);
bool export_step(struct export *export);  // true while there is more to do
void export_close(struct export *export); // at any time
#endif

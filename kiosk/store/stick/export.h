// SPDX-License-Identifier: MIT
// The content in force as a new folder, ready to be edited: its files, the guide for staff, and a
// folder for pictures even where there is none yet. An existing folder is never touched, and a
// folder that could not be filled is taken away again.
#pragma once

#include "base/disk.h"

struct export_source {
    const char *content_dir; // a content folder
    const char *dest_dir;    // nothing may be there yet
    const char *guide_path;  // for whoever edits it, written as EXPORT_GUIDE; NULL: none
    void *self;
    // Asked before each file, and when all are written; may be NULL.
    bool (*goes_on)(void *self, int done_count, int file_count);
};

#define EXPORT_GUIDE "README.txt"

enum export_end {
    EXPORT_DONE,
    EXPORT_REFUSED, // the findings have an error
    EXPORT_FAILED,  // the disk failed: see the fault
    EXPORT_GIVEN_UP,
};

struct export_result {
    enum export_end end;
    enum file_fault fault;
};

// Takes as long as the disk does.
MUST_USE struct export_result export_write(const struct export_source *source,
                                           struct findings *findings);

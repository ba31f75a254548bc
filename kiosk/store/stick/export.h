// SPDX-License-Identifier: MIT
// The content in force as a new folder, ready to be edited: its files, the guide for staff, which
// content it is a copy of, and a folder for pictures even where there is none yet. An existing
// folder is never touched, and a folder that could not be filled is taken away again.
#pragma once

#include "base/disk.h"

#define EXPORT_GUIDE "README.txt"

struct export_source {
    const char *content_dir; // a content folder
    const char *dest_dir;    // nothing may be there yet
    const char *guide_path;  // for whoever edits it, written as EXPORT_GUIDE; NULL: none
    const char *kiosk;       // the name of this screen; NULL: not known
    const char *when;        // NULL: no clock can be trusted
    const char *copy;        // its key, which no other copy has; NULL: no copied-from.txt
    struct disk_place order; // a file: FILE_MISSING as soon as it is; its name NULL: there is none
};

// FILE_OK while somebody waits for it.
MUST_USE enum file_fault export_find_order(const struct disk_place *order);

// Takes as long as the disk does. What cannot be read of the content is an error in the findings,
// which have none where it is done.
MUST_USE enum file_fault export_write(const struct export_source *source,
                                      struct findings *findings);

// SPDX-License-Identifier: MIT
// Writes to the kiosk's own disk in steps that a power cut may fall between: whole new files, whole
// new folders, small files and names that change in one step. Links are never followed, and every
// failure is a result that the caller has to look at.
#pragma once

#include "base/file.h"

// A name in an open folder; `folder` may be FILE_FROM_HERE.
struct disk_place {
    int folder;
    const char *name;
};

// Opens a folder; the path of FILE_FROM_HERE may pass through links. -1 stays in *descriptor on
// failure. disk_close takes -1 too.
MUST_USE enum file_fault disk_open_folder(int *descriptor, struct disk_place place);
void disk_close(int descriptor);

// Holds the open folder until it is closed or the program ends; FILE_BUSY where another does.
MUST_USE enum file_fault disk_lock(int descriptor);

// Writes all of it to whatever is open: a file, a pipe.
MUST_USE enum file_fault disk_write(int descriptor, struct str bytes);

// Creates a file with these bytes and waits until they are on the disk. A file that could not be
// written whole is left for the caller to remove. What root makes in an open folder, files and
// folders, is given to the folder's owner.
MUST_USE enum file_fault disk_write_file(struct disk_place place, struct str bytes);

// Gives a small file of the kiosk's own these bytes, in one step: the old file stays whole or the
// new one is, and after FILE_OK it is on the disk. `NAME.new` is written on the way. It is readable
// by the folder's owner alone.
MUST_USE enum file_fault disk_replace_file(struct disk_place place, struct str bytes);

MUST_USE enum file_fault disk_make_folder(struct disk_place place);
// The same, and opens it; where that fails the folder is gone again.
MUST_USE enum file_fault disk_make_open_folder(int *descriptor, struct disk_place place);

// Waits until the names in the open folder are on the disk.
MUST_USE enum file_fault disk_sync_folder(int descriptor);

// Waits until everything is on the disk, or stick, that the open folder is on.
MUST_USE enum file_fault disk_sync_all(int descriptor);

// As disk_sync_folder, for the name of the open folder itself.
MUST_USE enum file_fault disk_sync_name(int descriptor);

// Names within one folder: `from` takes the place of `to`; the two change places.
MUST_USE enum file_fault disk_rename(int folder, const char *from, const char *to);
MUST_USE enum file_fault disk_exchange(int folder, const char *one, const char *other);

// A pointer is a link that is only ever read, not followed.
MUST_USE enum file_fault disk_make_pointer(struct disk_place place, const char *target);
MUST_USE enum file_fault disk_read_pointer(const char **target, struct disk_place place,
                                           struct arena *arena);

// Removes a file, a link or a folder with everything in it. Nothing there is no failure.
MUST_USE enum file_fault disk_remove(struct disk_place place);

MUST_USE enum file_fault disk_free_bytes(uint64_t *bytes, int folder);
MUST_USE enum file_fault disk_file_bytes(uint64_t *bytes, struct disk_place place);

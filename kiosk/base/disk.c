// SPDX-License-Identifier: MIT
// Each function is one thing that the kernel does in one step, or a loop of such steps that may
// stop anywhere.
#include "base/disk.h"

#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { FILE_MODE = 0644, FOLDER_MODE = 0755, PRIVATE_MODE = 0600 };
enum { NAME_BYTES = 256 }; // the names of our own files, and those that pointers lead to
enum { REMOVE_ENTRIES = 100000 };

static enum file_fault fault_of_result(int result) {
    return result == 0 ? FILE_OK : file_fault_of(errno);
}

enum file_fault disk_open_folder(int *descriptor, struct disk_place place) {
    int follow = place.folder == FILE_FROM_HERE ? 0 : O_NOFOLLOW;
    *descriptor = openat(place.folder, place.name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | follow);
    return *descriptor < 0 ? file_fault_of(errno) : FILE_OK;
}

void disk_close(int descriptor) {
    if (descriptor >= 0) {
        close(descriptor);
    }
}

enum file_fault disk_lock(int descriptor) {
    return fault_of_result(flock(descriptor, LOCK_EX | LOCK_NB));
}

enum file_fault disk_write(int descriptor, struct str bytes) {
    while (bytes.size > 0) {
        ssize_t written = TEMP_FAILURE_RETRY(write(descriptor, bytes.at, bytes.size));
        if (written < 0) {
            return file_fault_of(errno);
        }
        bytes = str_skip(bytes, (size_t)written);
    }
    return FILE_OK;
}

// What root makes belongs to whoever owns the folder around it, who has to remove it one day. Disks
// without owners give it to them by themselves.
static bool give_to_owner_of(int folder, int made) {
    struct stat outer, inner;
    if (geteuid() != 0 || folder == FILE_FROM_HERE) {
        return true;
    }
    if (fstat(folder, &outer) != 0 || fstat(made, &inner) != 0) {
        return false;
    }
    bool is_theirs = outer.st_uid == inner.st_uid && outer.st_gid == inner.st_gid;
    return is_theirs || fchown(made, outer.st_uid, outer.st_gid) == 0;
}

static enum file_fault write_new(struct disk_place place, struct str bytes, mode_t mode) {
    int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int file = openat(place.folder, place.name, flags, mode);
    if (file < 0) {
        return file_fault_of(errno);
    }
    bool is_given = give_to_owner_of(place.folder, file);
    enum file_fault fault = is_given ? disk_write(file, bytes) : FILE_IS_LOCKED;
    fault = fault == FILE_OK ? fault_of_result(fsync(file)) : fault;
    enum file_fault close_fault = fault_of_result(close(file));
    return fault != FILE_OK ? fault : close_fault;
}

enum file_fault disk_write_file(struct disk_place place, struct str bytes) {
    return write_new(place, bytes, FILE_MODE);
}

// What a cut short write left under the other name goes first, whoever owned it.
enum file_fault disk_replace_file(struct disk_place place, struct str bytes) {
    char fresh[NAME_BYTES];
    const struct disk_place beside = {place.folder, fresh};
    snprintf(fresh, sizeof fresh, "%s.new", place.name);
    enum file_fault fault = disk_remove(beside);
    if (fault == FILE_OK) {
        fault = write_new(beside, bytes, PRIVATE_MODE);
    }
    if (fault == FILE_OK) {
        fault = disk_rename(place.folder, fresh, place.name);
    }
    if (fault != FILE_OK) {
        unlinkat(place.folder, fresh, 0);
        return fault;
    }
    return disk_sync_folder(place.folder);
}

enum file_fault disk_make_folder(struct disk_place place) {
    return fault_of_result(mkdirat(place.folder, place.name, FOLDER_MODE));
}

enum file_fault disk_make_open_folder(int *descriptor, struct disk_place place) {
    *descriptor = -1;
    enum file_fault fault = disk_make_folder(place);
    if (fault != FILE_OK) {
        return fault;
    }
    fault = disk_open_folder(descriptor, place);
    if (fault == FILE_OK && !give_to_owner_of(place.folder, *descriptor)) {
        fault = FILE_IS_LOCKED;
    }
    if (fault != FILE_OK) {
        disk_close(*descriptor);
        *descriptor = -1;
        unlinkat(place.folder, place.name, AT_REMOVEDIR);
    }
    return fault;
}

enum file_fault disk_sync_folder(int descriptor) {
    return fault_of_result(fsync(descriptor));
}

enum file_fault disk_sync_all(int descriptor) {
    return fault_of_result(syncfs(descriptor));
}

enum file_fault disk_sync_name(int descriptor) {
    int outer = -1;
    enum file_fault fault = disk_open_folder(&outer, (struct disk_place){descriptor, ".."});
    if (fault == FILE_OK) {
        fault = disk_sync_folder(outer);
    }
    disk_close(outer);
    return fault;
}

enum file_fault disk_rename(int folder, const char *from, const char *to) {
    return fault_of_result(renameat(folder, from, folder, to));
}

enum file_fault disk_exchange(int folder, const char *one, const char *other) {
    return fault_of_result(renameat2(folder, one, folder, other, RENAME_EXCHANGE));
}

enum file_fault disk_make_pointer(struct disk_place place, const char *target) {
    return fault_of_result(symlinkat(target, place.folder, place.name));
}

enum file_fault disk_read_pointer(const char **target, struct disk_place place,
                                  struct arena *arena) {
    char text[NAME_BYTES];
    ssize_t size = readlinkat(place.folder, place.name, text, sizeof text);
    if (size < 0) {
        return file_fault_of(errno);
    }
    if (size == (ssize_t)sizeof text) {
        return FILE_FAILED;
    }
    *target = arena_text(arena, (struct str){text, (size_t)size});
    return FILE_OK;
}

static enum file_fault remove_folder(struct disk_place place) {
    struct arena arena = {0};
    struct folder folder;
    const struct folder_source source = {place.folder, place.name, REMOVE_ENTRIES};
    enum file_fault fault = folder_open(&folder, &source, &arena);
    if (fault == FILE_OK) {
        for (int i = 0; i < folder.count && fault == FILE_OK; i++) {
            fault = disk_remove((struct disk_place){folder.descriptor, folder.entries[i].name});
        }
        folder_close(&folder);
    }
    arena_finish(&arena);
    return fault != FILE_OK ? fault
                            : fault_of_result(unlinkat(place.folder, place.name, AT_REMOVEDIR));
}

// The kernel says EISDIR for a folder, and never follows a link here.
enum file_fault disk_remove(struct disk_place place) {
    if (unlinkat(place.folder, place.name, 0) == 0 || errno == ENOENT) {
        return FILE_OK;
    }
    return errno == EISDIR ? remove_folder(place) : file_fault_of(errno);
}

enum file_fault disk_free_bytes(uint64_t *bytes, int folder) {
    struct statvfs about;
    if (fstatvfs(folder, &about) != 0) {
        return file_fault_of(errno);
    }
    *bytes = (uint64_t)about.f_bavail * about.f_frsize;
    return FILE_OK;
}

enum file_fault disk_file_bytes(uint64_t *bytes, struct disk_place place) {
    struct stat about;
    if (fstatat(place.folder, place.name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        return file_fault_of(errno);
    }
    *bytes = about.st_size < 0 ? 0 : (uint64_t)about.st_size;
    return FILE_OK;
}

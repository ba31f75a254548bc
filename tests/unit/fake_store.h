// SPDX-License-Identifier: MIT
// A store folder for tests: an empty folder that is made before a test and removed after it, with
// its files, and a disk that is full when the test says so.
#ifndef DIT_FAKE_STORE_H
#define DIT_FAKE_STORE_H

#include "base/folder.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define STORE_PATH P_tmpdir "/test-store-XXXXXX"

static char store_path[] = STORE_PATH;
static int store; // descriptor of that folder

static int make_store(void **state) {
    (void)state;
    strcpy(store_path, STORE_PATH);
    assert_non_null(mkdtemp(store_path));
    store = open(store_path, O_RDONLY | O_DIRECTORY);
    return store < 0;
}

static int remove_store(void **state) {
    (void)state;
    struct arena arena = {0};
    struct folder folder;
    const struct folder_source source = {FILE_FROM_HERE, store_path, 100};
    if (folder_open(&folder, &source, &arena) != FILE_OK) {
        return 1;
    }
    for (int i = 0; i < folder.count; i++) {
        bool is_folder = folder.entries[i].kind == ENTRY_FOLDER;
        unlinkat(store, folder.entries[i].name, is_folder ? AT_REMOVEDIR : 0);
    }
    folder_close(&folder);
    arena_finish(&arena);
    close(store);
    return rmdir(store_path);
}

static inline void write_kept(const char *name, struct str bytes) {
    int file = openat(store, name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes.at, bytes.size), (ssize_t)bytes.size);
    close(file);
}

// Returns the size; `text` gets a NUL behind the bytes.
static inline size_t read_kept(const char *name, char *text, size_t room) {
    int file = openat(store, name, O_RDONLY);
    assert_true(file >= 0);
    ssize_t size = read(file, text, room - 1);
    assert_true(size >= 0);
    close(file);
    text[size] = '\0';
    return (size_t)size;
}

static inline bool has_kept(const char *name) {
    return faccessat(store, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

// A disk with room for a few bytes more: a write is cut short, and the next one fails.
static inline void set_disk_room(rlim_t bytes) {
    struct rlimit limit;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

#endif

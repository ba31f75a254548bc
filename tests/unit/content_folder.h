// SPDX-License-Identifier: MIT
// A content folder for tests: a good one, in a folder of its own, that a test then
// spoils. Included by one test program at a time, so its functions are static.
#ifndef DIT_CONTENT_FOLDER_H
#define DIT_CONTENT_FOLDER_H

#include "content/deck/deck.h"

#include <assert.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct content_folder {
    char path[64];
};

static const char good_settings[] = "[practice]\n"
                                    "name = Example Surgery\n"
                                    "[referral]\n"
                                    "phone = 0203 228 1350\n";
static const char good_card[] = "The basics\n\n# What is DIT?\n\nIt is a talking therapy.\n";
static const char good_refer[] = "# Refer yourself\n\n1. Ring the number\n";
static const char good_urgent[] = "# Urgent help\n\n## Call 999\n\nIf a life is at risk.\n\n"
                                  "## Call 111\n\n## Call Samaritans on 116 123\n";

static inline const char *content_path(const struct content_folder *folder, const char *name) {
    static char path[400];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    return path;
}

// Makes the folders in front of the file too.
static inline void content_put(const struct content_folder *folder, const char *name,
                               struct str bytes) {
    char path[400];
    snprintf(path, sizeof path, "%s", content_path(folder, name));
    for (char *slash = path + strlen(folder->path) + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        mkdir(path, 0755);
        *slash = '/';
    }
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    assert(file >= 0);
    ssize_t written = write(file, bytes.at, bytes.size);
    assert(written == (ssize_t)bytes.size);
    (void)written;
    close(file);
}

static inline void content_put_text(const struct content_folder *folder, const char *name,
                                    const char *text) {
    content_put(folder, name, str_from(text));
}

static inline struct content_folder content_make(void) {
    struct content_folder folder = {P_tmpdir "/dit-kiosk-test-XXXXXX"};
    const char *made = mkdtemp(folder.path);
    assert(made);
    (void)made;
    chmod(folder.path, 0755);
    content_put_text(&folder, "kiosk.ini", good_settings);
    content_put_text(&folder, "cards/en/10-what.md", good_card);
    content_put_text(&folder, "cards/en/refer.md", good_refer);
    content_put_text(&folder, "cards/en/urgent-help.md", good_urgent);
    return folder;
}

static inline int content_remove_one(const char *path, const struct stat *about, int kind,
                                     struct FTW *walk) {
    (void)about;
    (void)kind;
    (void)walk;
    return remove(path);
}

static inline void content_remove(const struct content_folder *folder) {
    nftw(folder->path, content_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#endif

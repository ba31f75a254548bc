// SPDX-License-Identifier: MIT
// What follows once a file or a folder was found, or was not, whoever looked for it: the kernel
// (file.c, folder.c), or the page for staff (desk/room.c). So both say the same.
#include "base/folder.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int entry_order(const void *left, const void *right) {
    const struct folder_entry *a = left;
    const struct folder_entry *b = right;
    int order = strcasecmp(a->name, b->name);
    return order != 0 ? order : strcmp(a->name, b->name);
}

void folder_sort(struct folder *folder) {
    if (folder->count > 1) {
        qsort(folder->entries, (size_t)folder->count, sizeof *folder->entries, entry_order);
    }
}

const struct folder_entry *folder_find(const struct folder *folder, const char *name) {
    for (int i = 0; i < folder->count; i++) {
        if (strcasecmp(folder->entries[i].name, name) == 0) {
            return &folder->entries[i];
        }
    }
    for (int i = 0; i < folder->count; i++) {
        if (folder_is_same_name(folder->entries[i].name, name)) {
            return &folder->entries[i];
        }
    }
    return NULL;
}

void folder_add_finding(struct findings *findings, enum file_fault fault, const char *path) {
    static const struct {
        const char *what, *todo;
    } words[FILE_FAULT_COUNT] = {
        [FILE_MISSING] = {"This folder is missing.",
                          "Copy the cards onto an empty stick and take it from there."},
        [FILE_IS_LINK] = {"This is only a shortcut to a folder.", "Copy the folder itself here."},
        [FILE_IS_SPECIAL] = {"This is not a folder.", "Take it away, and copy the folder here."},
        [FILE_IS_LOCKED] = {"The kiosk is not allowed to open this folder.",
                            "Copy the folder afresh, or ask whoever looks after the computers."},
        [FILE_TOO_BIG] = {"There are far too many files in this folder.",
                          "Keep only what the kiosk shows."},
        [FILE_FAILED] = {"This folder cannot be read.",
                         "Copy it again, onto another stick if need be."},
    };
    fault = words[fault].what ? fault : FILE_FAILED;
    finding_error(findings, (struct finding_place){path, 0}, words[fault].what, words[fault].todo);
}

bool folder_open_content(struct folder *folder, const struct folder_source *source,
                         const char *path, struct findings *findings) {
    struct folder opened = {.descriptor = -1};
    enum file_fault fault = folder_open(&opened, source, findings->arena);
    if (fault == FILE_OK && opened.is_over_limit) {
        folder_close(&opened);
        fault = FILE_TOO_BIG;
    }
    if (fault != FILE_OK) {
        folder_add_finding(findings, fault, path);
        return false;
    }
    *folder = opened;
    return true;
}

const char *file_fault_text(enum file_fault fault) {
    static const char *const texts[FILE_FAULT_COUNT] = {
        [FILE_OK] = "nothing is wrong",
        [FILE_MISSING] = "something that was there is missing",
        [FILE_EXISTS] = "there is something of that name already",
        [FILE_NO_SPACE] = "the disk is full",
        [FILE_IS_LOCKED] = "writing is not allowed there",
        [FILE_BUSY] = "another update is at work",
    };
    return texts[fault] ? texts[fault] : "the disk failed";
}

static const struct {
    const char *what, *todo;
} fault_words[FILE_FAULT_COUNT] = {
    [FILE_MISSING] = {"This file is missing.", "Put it back, or copy the cards onto an empty stick "
                                               "and take it from there."},
    [FILE_IS_LINK] = {"This is only a shortcut to a file.", "Copy the file itself here."},
    [FILE_IS_FOLDER] = {"This is a folder, not a file.", "Take the folder away or rename it."},
    [FILE_IS_SPECIAL] = {"This is not an ordinary file.", "Take it away."},
    [FILE_IS_LOCKED] = {"The kiosk is not allowed to read this file.",
                        "Copy the file afresh, or ask whoever looks after the computers."},
    [FILE_TOO_BIG] = {"This file is much too big.", "Make it smaller, or take it away."},
    [FILE_FAILED] = {"This file cannot be read.", "Copy it again, onto another stick if need be."},
};

void file_add_finding(struct findings *findings, enum file_fault fault, const char *path) {
    fault = fault_words[fault].what ? fault : FILE_FAILED;
    finding_error(findings, (struct finding_place){path, 0}, fault_words[fault].what,
                  fault_words[fault].todo);
}

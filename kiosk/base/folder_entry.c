// SPDX-License-Identifier: MIT
// What is done with a folder once it is listed, whoever listed it: the kernel (folder.c), or the
// page for staff (desk/room.c).
#include "base/folder.h"

#include "base/compose.h"

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
        if (compose_is_same(folder->entries[i].name, name)) {
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

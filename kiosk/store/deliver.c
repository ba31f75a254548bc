// SPDX-License-Identifier: MIT
// The content goes first: it is what may fail, and the receipt must not say otherwise. When it
// fails, the folder that was moved out of its way gets its name back.
#include "store/deliver.h"

#include "model/limits.h"

#include <stdio.h>
#include <strings.h>

#include "store/receipt.h"

#define CONTENT "kiosk"

enum { OLD_NAMES = 99, NAME_BYTES = 24 };

static const char *const small_files[] = {RECEIPT_FILE, DELIVER_COUNTS};

struct work {
    const struct delivery *delivery;
    struct arena *arena;
    struct folder stick;
    const char *shown;    // the name of the folder `kiosk` that is there, or NULL
    char old[NAME_BYTES]; // that it gets; "": there is none left
};

static struct deliver_result failed(const struct work *work, const char *why) {
    return (struct deliver_result){
        DELIVER_FAILED, arena_format(work->arena, "The stick cannot be written: %s.", why)};
}

// In the words of somebody who holds the stick in their hand.
static struct deliver_result failed_by(const struct work *work, enum disk_fault fault) {
    static const char *const texts[DISK_FAULT_COUNT] = {
        [DISK_FULL] = "The stick is full. Take what you do not need off it, or use another one.",
        [DISK_LOCKED] = "The stick is locked against writing. Move the little switch on its side, "
                        "or use another one.",
        [DISK_FAILED] = "The stick cannot be written: it may be broken. Use another one.",
    };
    return texts[fault] ? (struct deliver_result){DELIVER_FAILED, texts[fault]}
                        : failed(work, disk_fault_text(fault));
}

static void find_old_name(struct work *work) {
    for (int i = 1; i <= OLD_NAMES; i++) {
        snprintf(work->old, sizeof work->old, i == 1 ? CONTENT "-old" : CONTENT "-old-%d", i);
        if (!folder_find(&work->stick, work->old)) {
            return;
        }
    }
    work->old[0] = '\0';
}

static bool look(struct work *work) {
    const struct folder_source source = {FILE_FROM_HERE, work->delivery->stick_dir,
                                         LIMIT_FOLDER_ENTRIES};
    if (folder_open(&work->stick, &source, work->arena) != FILE_OK) {
        return false;
    }
    const struct folder_entry *entry = folder_find(&work->stick, CONTENT);
    work->shown = entry ? entry->name : NULL;
    find_old_name(work);
    return true;
}

static struct deliver_result export_content(const struct work *work) {
    struct findings findings = {.arena = work->arena};
    struct export export;
    const struct export_source source = {
        .content_dir = work->delivery->content_dir,
        .dest_dir = arena_format(work->arena, "%s/" CONTENT, work->delivery->stick_dir),
        .guide_path = work->delivery->guide_path,
    };
    export_open(&export, &source, &findings);
    while (export_step(&export)) {
    }
    struct deliver_result result = {DELIVER_DONE, ""};
    if (export.state == EXPORT_FAILED) {
        result = failed_by(work, export.fault);
    } else if (export.state != EXPORT_DONE) {
        result = failed(work, "the cards of this screen cannot be read");
    }
    export_close(&export);
    return result;
}

static struct deliver_result copy_content(const struct work *work) {
    int stick = work->stick.descriptor;
    bool is_moved = false;
    if (work->shown && !work->delivery->keeps_old) {
        return (struct deliver_result){DELIVER_EXISTS,
                                       arena_text(work->arena, str_from(work->old))};
    }
    if (work->shown) {
        enum disk_fault fault =
            work->old[0] ? disk_rename(stick, work->shown, work->old) : DISK_EXISTS;
        if (fault != DISK_OK) {
            return failed_by(work, fault);
        }
        is_moved = true;
    }
    struct deliver_result result = export_content(work);
    if (result.end != DELIVER_DONE && is_moved) {
        bool is_back = disk_rename(stick, work->old, work->shown) == DISK_OK;
        (void)is_back; // else it is there under its other name
    }
    return result;
}

// A small file that nobody put into the outbox is none that is wanted.
static enum disk_fault copy_small(const struct work *work, int outbox, const char *name) {
    struct str bytes;
    const struct file_source source = {outbox, name, LIMIT_PICTURE_BYTES};
    enum file_fault fault = file_load(&bytes, &source, work->arena);
    if (fault != FILE_OK) {
        return fault == FILE_MISSING ? DISK_OK : DISK_FAILED;
    }
    return disk_replace_file((struct disk_place){work->stick.descriptor, name}, bytes);
}

static struct deliver_result copy_small_files(const struct work *work) {
    int outbox = -1;
    enum disk_fault fault =
        disk_open_folder(&outbox, (struct disk_place){FILE_FROM_HERE, work->delivery->outbox_dir});
    for (int i = 0; i < COUNT_OF(small_files) && fault == DISK_OK; i++) {
        fault = copy_small(work, outbox, small_files[i]);
    }
    disk_close(outbox);
    return fault == DISK_OK ? (struct deliver_result){DELIVER_DONE, ""} : failed_by(work, fault);
}

struct deliver_result deliver(const struct delivery *delivery, struct arena *arena) {
    struct work work = {.delivery = delivery, .arena = arena};
    struct deliver_result result = {DELIVER_DONE, ""};
    if (!look(&work)) {
        return failed(&work, "it is not there, or cannot be read");
    }
    if (work.stick.is_over_limit) { // nothing of it is listed, so nothing is known to be free
        result = failed(&work, "there are far too many files on it");
    } else if (delivery->content_dir) {
        result = copy_content(&work);
    }
    if (result.end == DELIVER_DONE) {
        result = copy_small_files(&work);
    }
    folder_close(&work.stick);
    return result;
}

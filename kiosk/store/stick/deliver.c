// SPDX-License-Identifier: MIT
// The small files are read before anything is written, while they are surely those of this order,
// and written last: the content is what may fail, and the receipt must not say otherwise. Whoever
// ends this in the middle leaves an unfinished folder, which the next copy replaces.
#include "store/stick/deliver.h"

#include "content/limits.h"
#include "store/stick/stick_search.h"

#include <stdio.h>

#include "store/stick/receipt.h"

#define CONTENT "kiosk"

enum { OLD_NAMES = 99, NAME_BYTES = 24 };

static const char *const small_files[] = {RECEIPT_FILE, DELIVER_COUNTS};

struct delivery_work {
    const struct delivery *delivery;
    struct arena *arena;
    struct folder stick;
    const char *shown;    // the name of the folder `kiosk` that is there, or NULL
    char old[NAME_BYTES]; // that it gets; "": there is none left
    int outbox_folder;
    struct str small[COUNT_OF(small_files)]; // at NULL: not wanted
};

static struct deliver_result failed(const struct delivery_work *work, const char *why) {
    return (struct deliver_result){
        DELIVER_FAILED, arena_format(work->arena, "The stick cannot be written: %s.", why)};
}

// In the words of somebody who holds the stick in their hand.
static struct deliver_result failed_by(const struct delivery_work *work, enum file_fault fault) {
    static const char *const texts[FILE_FAULT_COUNT] = {
        [FILE_NO_SPACE] =
            "The stick is full. Take what you do not need off it, or use another one.",
        [FILE_IS_LOCKED] = ("The stick is locked against writing. Move the little switch on its "
                            "side, or use another one."),
        [FILE_FAILED] = "The stick cannot be written: it may be broken. Use another one.",
    };
    return texts[fault] ? (struct deliver_result){DELIVER_FAILED, texts[fault]}
                        : failed(work, file_fault_text(fault));
}

static void find_old_name(struct delivery_work *work) {
    for (int i = 1; i <= OLD_NAMES; i++) {
        snprintf(work->old, sizeof work->old, i == 1 ? CONTENT "-old" : CONTENT "-old-%d", i);
        if (!folder_find(&work->stick, work->old)) {
            return;
        }
    }
    work->old[0] = '\0';
}

static bool look(struct delivery_work *work) {
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

// Whoever gave the order takes it out of the outbox when nobody waits for it any more.
static bool is_wanted(const struct delivery_work *work) {
    uint64_t bytes;
    const struct disk_place place = {work->outbox_folder, work->delivery->order};
    return !place.name || disk_file_bytes(&bytes, place) == FILE_OK;
}

static struct deliver_result given_up(void) {
    return (struct deliver_result){DELIVER_FAILED, "It was given up before it was done."};
}

static struct deliver_result export_content(const struct delivery_work *work) {
    struct findings findings = {.arena = work->arena};
    struct export export;
    const struct export_source source = {
        .content_dir = work->delivery->content_dir,
        .dest_dir =
            arena_format(work->arena, "%s/" STICK_SEARCH_UNFINISHED, work->delivery->stick_dir),
        .guide_path = work->delivery->guide_path,
    };
    export_open(&export, &source, &findings);
    while (is_wanted(work) && export_step(&export)) {
    }
    struct deliver_result result = {DELIVER_DONE, ""};
    if (export.state == EXPORT_FAILED) {
        result = failed_by(work, export.fault);
    } else if (export.state == EXPORT_REFUSED) {
        result = failed(work, "the cards of this screen cannot be read");
    } else if (export.state != EXPORT_DONE || !is_wanted(work)) {
        result = given_up();
    }
    export_close(&export);
    return result;
}

// From here on it is done, whoever gives it up. Her own folder is away for this moment alone.
static enum file_fault put_in_place(const struct delivery_work *work) {
    int stick = work->stick.descriptor;
    enum file_fault fault = FILE_OK;
    if (work->shown) {
        fault = disk_rename(stick, work->shown, work->old);
    }
    if (fault == FILE_OK && work->shown) {
        fault = disk_sync_folder(stick); // or a stick pulled now might know neither name
    }
    if (fault == FILE_OK) {
        fault = disk_rename(stick, STICK_SEARCH_UNFINISHED, CONTENT);
    }
    if (fault == FILE_OK) {
        return disk_sync_folder(stick);
    }
    if (work->shown) {
        bool is_back = disk_rename(stick, work->old, work->shown) == FILE_OK;
        (void)is_back; // else it is there under its other name
    }
    return fault;
}

static enum file_fault remove_unfinished(const struct delivery_work *work) {
    return disk_remove((struct disk_place){work->stick.descriptor, STICK_SEARCH_UNFINISHED});
}

static struct deliver_result copy_content(const struct delivery_work *work) {
    if (work->shown && !work->delivery->keeps_old) {
        return (struct deliver_result){DELIVER_EXISTS,
                                       arena_text(work->arena, str_from(work->old))};
    }
    enum file_fault fault = work->shown && !work->old[0] ? FILE_EXISTS : remove_unfinished(work);
    if (fault != FILE_OK) {
        return failed_by(work, fault);
    }
    struct deliver_result result = export_content(work);
    if (result.end == DELIVER_DONE) {
        fault = put_in_place(work);
        result = fault == FILE_OK ? result : failed_by(work, fault);
    }
    if (result.end != DELIVER_DONE) {
        bool is_gone = remove_unfinished(work) == FILE_OK;
        (void)is_gone; // else the next copy does it
    }
    return result;
}

// A small file that nobody put into the outbox is none that is wanted.
static bool load_small_files(struct delivery_work *work) {
    for (int i = 0; i < COUNT_OF(small_files); i++) {
        const struct file_source source = {work->outbox_folder, small_files[i],
                                           LIMIT_PICTURE_BYTES};
        enum file_fault fault = file_load(&work->small[i], &source, work->arena);
        if (fault != FILE_OK && fault != FILE_MISSING) {
            return false;
        }
    }
    return true;
}

static struct deliver_result write_small_files(const struct delivery_work *work) {
    enum file_fault fault = FILE_OK;
    for (int i = 0; i < COUNT_OF(small_files) && fault == FILE_OK; i++) {
        const struct disk_place place = {work->stick.descriptor, small_files[i]};
        fault = work->small[i].at ? disk_replace_file(place, work->small[i]) : FILE_OK;
    }
    return fault == FILE_OK ? (struct deliver_result){DELIVER_DONE, ""} : failed_by(work, fault);
}

static struct deliver_result write_all(const struct delivery_work *work) {
    struct deliver_result result = {DELIVER_DONE, ""};
    if (!is_wanted(work)) { // and what was in the outbox may be of the next order
        return given_up();
    }
    if (work->stick.is_over_limit) { // nothing of it is listed, so nothing is known to be free
        return failed(work, "there are far too many files on it");
    }
    if (work->delivery->content_dir) {
        result = copy_content(work);
    }
    return result.end == DELIVER_DONE ? write_small_files(work) : result;
}

struct deliver_result deliver(const struct delivery *delivery, struct arena *arena) {
    struct delivery_work work = {.delivery = delivery, .arena = arena, .outbox_folder = -1};
    struct deliver_result result;
    const struct disk_place outbox_folder = {FILE_FROM_HERE, delivery->outbox_dir};
    if (disk_open_folder(&work.outbox_folder, outbox_folder) != FILE_OK ||
        !load_small_files(&work)) {
        result = failed(&work, "what belongs on it cannot be read");
    } else if (!look(&work)) {
        result = failed(&work, "it is not there, or cannot be read");
    } else {
        result = write_all(&work);
        folder_close(&work.stick);
    }
    disk_close(work.outbox_folder);
    return result;
}

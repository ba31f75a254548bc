// SPDX-License-Identifier: MIT
// The small files are read before anything is written, while they are surely those of this order,
// and written last: the content is what may fail, and the receipt must not say otherwise. Whoever
// ends this in the middle leaves an unfinished folder, which the next copy replaces. What goes
// wrong is a sentence for whoever holds the stick in their hand; NULL: all is well.
#include "store/stick/deliver.h"

#include "base/folder.h"
#include "content/limits.h"
#include "store/counts.h"
#include "store/stick/export.h"
#include "store/stick/page.h"
#include "store/stick/receipt.h"
#include "store/stick/stick.h"

#include <string.h>

enum { OLD_NAMES = 99 };

static const char *const small_files[] = {RECEIPT_FILE, COUNTS_FILE};

struct delivery_work {
    const struct delivery *delivery;
    struct arena *arena;
    struct folder stick;
    const char *shown; // the name of the folder `kiosk` that is there, or NULL
    const char *old;   // that it gets; NULL: there is none left
    struct str small[COUNT_OF(small_files)]; // at NULL: not wanted
};

static const char *sentence(const struct delivery_work *work, const char *why) {
    return arena_format(work->arena, "The stick cannot be written: %s.", why);
}

static const char *sentence_of(const struct delivery_work *work, enum file_fault fault) {
    static const char *const texts[FILE_FAULT_COUNT] = {
        [FILE_MISSING] = "It was given up, or the stick was pulled, before it was done.",
        [FILE_NO_SPACE] =
            "The stick is full. Take what you do not need off it, or use another one.",
        [FILE_IS_LOCKED] = ("The stick is locked against writing. Move the little switch on its "
                            "side, or use another one."),
        [FILE_FAILED] = "The stick cannot be written: it may be broken. Use another one.",
    };
    return fault == FILE_OK ? NULL
           : texts[fault]   ? texts[fault]
                            : sentence(work, file_fault_text(fault));
}

static void find_names(struct delivery_work *work) {
    const struct folder_entry *entry = folder_find(&work->stick, STICK_CONTENT);
    work->shown = entry ? entry->name : NULL;
    for (int i = 1; i <= OLD_NAMES; i++) {
        work->old =
            arena_format(work->arena, i == 1 ? STICK_CONTENT "-old" : STICK_CONTENT "-old-%d", i);
        if (!folder_find(&work->stick, work->old)) {
            return;
        }
    }
    work->old = NULL;
}

// From the first rename on it is done, whoever gives it up. Her own folder is away for this moment
// alone.
static enum file_fault put_in_place(const struct delivery_work *work) {
    int stick = work->stick.descriptor;
    enum file_fault fault = export_find_order(&work->delivery->order);
    if (fault == FILE_OK && work->shown) {
        fault = disk_rename(stick, work->shown, work->old);
        if (fault == FILE_OK) {
            fault = disk_sync_folder(stick); // or a stick pulled now might know neither name
        }
    }
    if (fault == FILE_OK) {
        fault = disk_rename(stick, STICK_UNFINISHED, STICK_CONTENT);
    }
    if (fault == FILE_OK) {
        return disk_sync_folder(stick);
    }
    if (work->shown) {
        bool is_back = disk_rename(stick, work->old, work->shown) == FILE_OK;
        (void)is_back; // else it is there under its other name, or never was away
    }
    return fault;
}

static const char *copy_content(const struct delivery_work *work) {
    const struct delivery *delivery = work->delivery;
    const struct disk_place unfinished = {work->stick.descriptor, STICK_UNFINISHED};
    struct findings findings = {.arena = work->arena};
    const struct export_source source = {
        .content_dir = delivery->content_dir,
        .dest_dir = arena_format(work->arena, "%s/" STICK_UNFINISHED, delivery->stick_dir),
        .guide_path = delivery->guide_path,
        .kiosk = delivery->kiosk,
        .when = delivery->when,
        .copy = delivery->copy,
        .order = delivery->order,
    };
    enum file_fault fault = disk_remove(unfinished);
    if (fault == FILE_OK) {
        fault = export_write(&source, &findings);
    }
    if (findings.error_count > 0) {
        return sentence(work, "the cards of this screen cannot be read");
    }
    if (fault == FILE_OK) {
        fault = put_in_place(work);
    }
    if (fault != FILE_OK) {
        bool is_gone = disk_remove(unfinished) == FILE_OK;
        (void)is_gone; // else the next copy does it
    }
    return sentence_of(work, fault);
}

// A small file that nobody put into the outbox is none that is wanted.
static bool load_small_files(struct delivery_work *work) {
    for (int i = 0; i < COUNT_OF(small_files); i++) {
        const struct file_source source = {work->delivery->order.folder, small_files[i],
                                           LIMIT_PICTURE_BYTES};
        enum file_fault fault = file_load(&work->small[i], &source, work->arena);
        if (fault != FILE_OK && fault != FILE_MISSING) {
            return false;
        }
    }
    return true;
}

// One of its own for each screen, or that of another would be lost: "KIOSK-RECEIPT Upstairs.txt".
// What no file on FAT may have in its name is a dash there.
static const char *name_small_file(const struct delivery_work *work, int index) {
    const char *kiosk = work->delivery->kiosk, *file = small_files[index];
    const char *dot = strrchr(file, '.');
    if (!kiosk) {
        return file;
    }
    char *name = arena_text(work->arena, str_from(kiosk));
    for (char *at = name; *at; at++) {
        *at = (unsigned char)*at < ' ' || strchr("\"*/:<>?\\|", *at) ? '-' : *at;
    }
    return arena_format(work->arena, "%.*s %s%s", (int)(dot - file), file, name, dot);
}

static const char *write_small_files(const struct delivery_work *work) {
    enum file_fault fault = FILE_OK;
    for (int i = 0; i < COUNT_OF(small_files) && fault == FILE_OK; i++) {
        const struct disk_place place = {work->stick.descriptor, name_small_file(work, i)};
        fault = work->small[i].at ? disk_replace_file(place, work->small[i]) : FILE_OK;
    }
    return sentence_of(work, fault);
}

static struct deliver_result write_all(struct delivery_work *work) {
    const struct delivery *delivery = work->delivery;
    // Without it, what was in the outbox may be of the next order.
    const char *trouble = sentence_of(work, export_find_order(&delivery->order));
    find_names(work);
    if (!trouble && (work->stick.is_over_limit || !work->old)) { // nothing is known to be free
        trouble = sentence(work, "there are far too many files on it");
    }
    if (!trouble && delivery->content_dir && work->shown && !delivery->keeps_old) {
        return (struct deliver_result){DELIVER_EXISTS, work->old};
    }
    if (!trouble && delivery->content_dir) {
        trouble = copy_content(work);
        const struct disk_place page = {work->stick.descriptor, PAGE_NAME};
        trouble = trouble ? trouble
                          : sentence_of(work, page_write(page, delivery->page_path,
                                                         delivery->content_dir, work->arena));
    }
    trouble = trouble ? trouble : write_small_files(work);
    return (struct deliver_result){trouble ? DELIVER_FAILED : DELIVER_DONE, trouble ? trouble : ""};
}

struct deliver_result deliver(const struct delivery *delivery, struct arena *arena) {
    struct delivery_work work = {.delivery = delivery, .arena = arena};
    const struct folder_source source = {FILE_FROM_HERE, delivery->stick_dir, LIMIT_FOLDER_ENTRIES};
    struct deliver_result result = {DELIVER_FAILED, NULL};
    if (!load_small_files(&work)) {
        result.text = sentence(&work, "what belongs on it cannot be read");
    } else if (folder_open(&work.stick, &source, arena) != FILE_OK) {
        result.text = sentence(&work, "it is not there, or cannot be read");
    } else {
        result = write_all(&work);
        folder_close(&work.stick);
    }
    return result;
}

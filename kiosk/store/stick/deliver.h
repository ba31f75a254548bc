// SPDX-License-Identifier: MIT
// What goes onto a stick: small files that were put together beforehand, and a copy of the content
// with the guide for staff. It is the only thing that ever writes on a stick, and it loses nothing
// that was there: a folder `kiosk` gets another name before a new one takes its place. The new one
// is put together under a name of its own, so that a folder `kiosk` is never a part of one.
#pragma once

#include "base/disk.h"

struct delivery {
    const char *stick_dir;
    const char *content_dir; // to be copied as `kiosk`; NULL: nothing is copied
    const char *guide_path;  // beside the content; NULL: none
    const char *page_path;   // the page for staff, beside the folder `kiosk`; NULL: none
    const char *when, *copy; // as export_source
    const char *kiosk; // the name of this screen, for those of its small files; NULL: it has none
    bool keeps_old;    // a folder `kiosk` that is there gets another name
    // A file of the outbox, where the small files are, of which only those that deliver.c lists are
    // taken. When it goes, nobody waits any more, and the folder `kiosk` is left as it is; its name
    // NULL: there is none.
    struct disk_place order;
};

enum deliver_end {
    DELIVER_DONE,
    DELIVER_EXISTS, // there is a folder `kiosk`, and nobody said that it may be moved
    DELIVER_FAILED,
};

struct deliver_result {
    enum deliver_end end;
    const char *text; // of EXISTS, the name that the folder would get; of FAILED, a sentence
};

// Takes as long as the stick does. Texts live in `arena`.
struct deliver_result deliver(const struct delivery *delivery, struct arena *arena);

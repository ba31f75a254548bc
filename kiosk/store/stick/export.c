// SPDX-License-Identifier: MIT
// The same listing and the same copy as on the way in, the other way round.
#include "store/stick/export.h"

#include "base/encoding.h"
#include "content/limits.h"

static void fail(struct export *export, enum file_fault fault) {
    struct arena *arena = export->findings->arena;
    export->trouble = arena_format(arena, "The cards cannot be written to %s: %s.",
                                   export->source->dest_dir, file_fault_text(fault));
    export->fault = fault;
    export->state = EXPORT_FAILED;
}

static void refuse_existing(struct export *export) {
    finding_add(export->findings, (struct finding){.level = FINDING_ERROR,
                                                   .path = export->source->dest_dir,
                                                   .what = "There is something of that name "
                                                           "already.",
                                                   .todo = "Name a folder that is not there yet, "
                                                           "such as kiosk on an empty stick."});
    export->state = EXPORT_REFUSED;
}

static bool has_pictures(const struct tree *tree) {
    for (int i = 1; i < tree->folder_count; i++) {
        if (str_equals_ignoring_case(str_from(tree->folders[i].path), "images")) {
            return true;
        }
    }
    return false;
}

// A guide that cannot be read is no reason to keep the content back.
static enum file_fault write_guide(struct export *export, int dest) {
    struct str guide;
    struct arena *arena = export->findings->arena;
    const char *path = export->source->guide_path;
    const struct file_source source = {FILE_FROM_HERE, path ? path : "", LIMIT_TEXT_BYTES};
    if (!path || file_load(&guide, &source, arena) != FILE_OK) {
        return FILE_OK;
    }
    const struct disk_place place = {dest, EXPORT_GUIDE};
    return disk_write_file(place, encoding_for_windows(guide, arena));
}

static enum file_fault fill_dest(struct export *export, int dest) {
    enum file_fault fault = copy_open(&export->copy, &export->tree, dest);
    if (fault == FILE_OK && !has_pictures(&export->tree)) {
        fault = disk_make_folder((struct disk_place){dest, "images"});
    }
    return fault == FILE_OK ? write_guide(export, dest) : fault;
}

static void list_step(struct export *export) {
    if (tree_step(&export->tree)) {
        return;
    }
    if (export->findings->error_count > 0) {
        export->state = EXPORT_REFUSED;
        return;
    }
    int dest;
    const struct disk_place place = {FILE_FROM_HERE, export->source->dest_dir};
    enum file_fault fault = disk_make_open_folder(&dest, place);
    if (fault == FILE_EXISTS) {
        refuse_existing(export);
        return;
    }
    export->file_count = export->tree.file_count;
    fault = fault == FILE_OK ? fill_dest(export, dest) : fault;
    if (fault != FILE_OK) {
        fail(export, fault);
    } else {
        export->state = EXPORT_COPYING;
    }
}

// The new folder's own name too: a stick is pulled as soon as it is done.
static enum file_fault sync_all(const struct copy *copy) {
    int outer = -1;
    enum file_fault fault = copy_sync(copy);
    if (fault == FILE_OK) {
        fault = disk_open_folder(&outer, (struct disk_place){copy->descriptors[0], ".."});
    }
    if (fault == FILE_OK) {
        fault = disk_sync_folder(outer);
    }
    disk_close(outer);
    return fault;
}

static void end(struct export *export) {
    enum file_fault fault = sync_all(&export->copy);
    if (fault != FILE_OK) {
        fail(export, fault);
    } else {
        export->state = export->findings->error_count > 0 ? EXPORT_REFUSED : EXPORT_DONE;
    }
}

static void copy_file_step(struct export *export) {
    struct str bytes;
    if (copy_is_over(&export->copy)) {
        end(export);
        return;
    }
    enum file_fault fault = copy_step(&export->copy, &bytes);
    if (fault != FILE_OK) {
        fail(export, fault);
    }
    export->done_count++;
}

bool export_step(struct export *export) {
    if (export->state == EXPORT_LISTING) {
        list_step(export);
    } else if (export->state == EXPORT_COPYING) {
        copy_file_step(export);
    }
    return export->state < EXPORT_DONE;
}

void export_open(struct export *export, const struct export_source *source,
                 struct findings *findings) {
    *export = (struct export){.source = source, .findings = findings};
    tree_open(&export->tree, (struct disk_place){FILE_FROM_HERE, source->content_dir}, findings);
}

void export_close(struct export *export) {
    bool is_half = export->copy.folder_count > 0 && export->state != EXPORT_DONE;
    copy_close(&export->copy);
    tree_close(&export->tree);
    if (is_half) { // what cannot be removed either is on a disk that failed
        bool is_gone =
            disk_remove((struct disk_place){FILE_FROM_HERE, export->source->dest_dir}) == FILE_OK;
        (void)is_gone;
    }
}

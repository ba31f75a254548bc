// SPDX-License-Identifier: MIT
// The same listing and the same copy as on the way in, the other way round.
#include "store/stick/export.h"

#include "base/encoding.h"
#include "content/limits.h"
#include "store/stick/copy.h"

static const struct export_result refused = {EXPORT_REFUSED, FILE_OK};

static struct export_result result_of(enum file_fault fault) {
    return (struct export_result){fault == FILE_OK ? EXPORT_DONE : EXPORT_FAILED, fault};
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
static enum file_fault write_guide(const char *path, int dest, struct arena *arena) {
    struct str guide;
    const struct file_source source = {FILE_FROM_HERE, path ? path : "", LIMIT_TEXT_BYTES};
    if (!path || file_load(&guide, &source, arena) != FILE_OK) {
        return FILE_OK;
    }
    return disk_write_file((struct disk_place){dest, EXPORT_GUIDE},
                           encoding_for_windows(guide, arena));
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

static struct export_result write_all(struct copy *copy, const struct export_source *source) {
    const struct tree *tree = copy->tree;
    int dest = copy->descriptors[0];
    enum file_fault fault = FILE_OK;
    if (!has_pictures(tree)) {
        fault = disk_make_folder((struct disk_place){dest, "images"});
    }
    if (fault == FILE_OK) {
        fault = write_guide(source->guide_path, dest, tree->findings->arena);
    }
    for (int i = 0; i <= tree->file_count && fault == FILE_OK; i++) {
        struct str bytes;
        if (source->goes_on && !source->goes_on(source->self, i, tree->file_count)) {
            return (struct export_result){EXPORT_GIVEN_UP, FILE_OK};
        }
        fault = i < tree->file_count ? copy_file(copy, &tree->files[i], &bytes) : sync_all(copy);
    }
    return fault == FILE_OK && tree->findings->error_count > 0 ? refused : result_of(fault);
}

// Into a folder that is there from now on, and goes again unless all is well.
static struct export_result write_dest(const struct tree *tree, const struct export_source *source,
                                       int dest) {
    struct copy copy;
    enum file_fault fault = copy_open(&copy, tree, dest);
    struct export_result result = fault == FILE_OK ? write_all(&copy, source) : result_of(fault);
    copy_close(&copy);
    if (result.end != EXPORT_DONE) { // what cannot be removed either is on a disk that failed
        bool is_gone =
            disk_remove((struct disk_place){FILE_FROM_HERE, source->dest_dir}) == FILE_OK;
        (void)is_gone;
    }
    return result;
}

static struct export_result write_tree(const struct tree *tree,
                                       const struct export_source *source) {
    int dest;
    if (tree->findings->error_count > 0) {
        return refused;
    }
    enum file_fault fault =
        disk_make_open_folder(&dest, (struct disk_place){FILE_FROM_HERE, source->dest_dir});
    if (fault == FILE_EXISTS) {
        finding_add(tree->findings,
                    (struct finding){.level = FINDING_ERROR,
                                     .path = source->dest_dir,
                                     .what = "There is something of that name already.",
                                     .todo = "Name a folder that is not there yet, such as kiosk "
                                             "on an empty stick."});
        return refused;
    }
    return fault == FILE_OK ? write_dest(tree, source, dest) : result_of(fault);
}

struct export_result export_write(const struct export_source *source, struct findings *findings) {
    struct tree tree;
    tree_list(&tree, (struct disk_place){FILE_FROM_HERE, source->content_dir}, findings);
    struct export_result result = write_tree(&tree, source);
    tree_close(&tree);
    return result;
}

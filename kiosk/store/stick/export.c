// SPDX-License-Identifier: MIT
// The same listing and the same copy as on the way in, the other way round; but texts are written
// as every Notepad opens them: cards as .txt, with CRLF.
#include "store/stick/export.h"

#include "base/encoding.h"
#include "content/limits.h"
#include "content/name.h"
#include "store/stick/merge.h"

enum file_fault export_find_order(const struct disk_place *order) {
    uint64_t bytes;
    return order->name ? disk_file_bytes(&bytes, *order) : FILE_OK;
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

// Texts as every Notepad opens them. What is no text, or cannot be read with certainty, is copied
// as it is; a file that cannot be read is a finding.
static enum file_fault write_file(struct record *record, const struct tree *tree, int dest,
                                  struct arena *arena) {
    const struct tree_file *file = &tree->files[record->count];
    struct str bytes, text;
    struct findings unsaid = {.arena = tree->findings->arena};
    const char *name = name_to_write(file->name, unsaid.arena), *path = file->path;
    bool is_text = !file->is_picture && (name != file->name || name_is(name, "kiosk.ini"));
    arena_reset(arena);
    enum file_fault fault = tree_load(&bytes, tree, file, arena);
    record_add(record, file,
               fault == FILE_OK ? tree_plain(file, bytes, arena) : (struct str){"", 0});
    if (fault != FILE_OK) {
        tree_add_unread(tree, file, fault);
        return FILE_OK;
    }
    const struct encoding_source source = {bytes, file->path, arena};
    if (is_text && encoding_load(&text, &source, &unsaid)) {
        bytes = encoding_for_windows(text, arena);
        path = arena_format(arena, "%s/%s", tree->folders[file->folder].path, name);
    }
    return disk_write_file((struct disk_place){dest, path + (*path == '/')}, bytes);
}

static enum file_fault write_copied_from(const struct export_source *source,
                                         const struct record *record, int dest) {
    const char *text = arena_format(
        record->arena, "kiosk = %s\ndate = %s\n" COPIED_FROM_CONTENT "%s\n" COPIED_FROM_COPY "%s\n",
        source->kiosk ? source->kiosk : "", source->when ? source->when : "", record_key(record),
        source->copy);
    return disk_write_file((struct disk_place){dest, COPIED_FROM},
                           encoding_for_windows(str_from(text), record->arena));
}

static enum file_fault write_files(const struct tree *tree, const struct export_source *source,
                                   int dest) {
    struct arena bytes = {0};
    struct record record = {.arena = tree->findings->arena};
    enum file_fault fault = FILE_OK;
    for (int i = 1; i < tree->folder_count && fault == FILE_OK; i++) {
        fault = disk_make_folder((struct disk_place){dest, tree->folders[i].path});
    }
    while (record.count < tree->file_count && fault == FILE_OK) {
        fault = export_find_order(&source->order);
        if (fault == FILE_OK) {
            fault = write_file(&record, tree, dest, &bytes);
        }
    }
    if (fault == FILE_OK && source->copy) {
        fault = write_copied_from(source, &record, dest);
    }
    arena_finish(&bytes);
    return fault;
}

static enum file_fault write_all(const struct tree *tree, const struct export_source *source,
                                 int dest) {
    const struct folder_entry *images = folder_find(&tree->folders[0].folder, "images");
    enum file_fault fault = write_files(tree, source, dest);
    if (fault == FILE_OK && !(images && images->kind == ENTRY_FOLDER)) {
        fault = disk_make_folder((struct disk_place){dest, "images"});
    }
    if (fault == FILE_OK) {
        fault = write_guide(source->guide_path, dest, tree->findings->arena);
    }
    if (fault == FILE_OK) { // it is pulled as soon as it is done
        fault = disk_sync_all(dest);
    }
    return fault == FILE_OK ? disk_sync_name(dest) : fault;
}

// The folder is there from its making on, and goes again unless all is well.
enum file_fault export_write(const struct export_source *source, struct findings *findings) {
    const struct disk_place place = {FILE_FROM_HERE, source->dest_dir};
    struct tree tree;
    int dest = -1;
    enum file_fault fault = FILE_OK;
    tree_list(&tree, (struct disk_place){FILE_FROM_HERE, source->content_dir}, findings);
    if (findings->error_count == 0) {
        fault = disk_make_open_folder(&dest, place);
    }
    if (dest >= 0) {
        fault = write_all(&tree, source, dest);
        if (fault != FILE_OK || findings->error_count > 0) {
            bool is_gone = disk_remove(place) == FILE_OK;
            (void)is_gone; // what cannot be removed either is on a disk that failed
        }
    }
    disk_close(dest);
    tree_close(&tree);
    return fault;
}

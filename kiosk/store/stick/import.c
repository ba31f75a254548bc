// SPDX-License-Identifier: MIT
// One function a state, in a table. Files are compared with those on screen while their bytes are
// in memory for the copy, so that the same stick, put in twice, changes nothing. The copy is on the
// disk before it is checked, so that a commit is a few renames and nothing else.
#include "store/stick/import.h"

#include "content/limits.h"
#include "store/stick/stick.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

enum {
    BLOCK_BYTES = 4096,           // what a file takes at least
    SPARE_BYTES = 4 * 1024 * 1024 // stays free for everybody else
};

static void fail(struct import *import, const char *what, enum file_fault fault) {
    struct arena *arena = import->findings->arena;
    import->trouble = arena_format(arena, "%s: %s.", what, file_fault_text(fault));
    import->state = IMPORT_FAILED;
}

static bool is_refused(struct import *import) {
    bool has_errors = import->findings->error_count > 0;
    if (has_errors) {
        import->state = IMPORT_REFUSED;
    }
    return has_errors;
}

static enum file_fault open_store(struct import *import) {
    struct store *store = &import->store;
    enum file_fault fault = store_make(import->source->store_dir);
    if (fault == FILE_OK) {
        fault = store_open(store, import->source->store_dir, import->findings->arena);
    }
    if (fault == FILE_OK) {
        fault = store_prune(store);
        fault = fault == FILE_IS_LOCKED ? FILE_OK : fault; // what is not ours only takes room
    }
    return fault == FILE_OK ? disk_make_open_folder(&import->staging, store_staging(store)) : fault;
}

static void open_step(struct import *import) {
    enum file_fault fault = open_store(import);
    if (fault != FILE_OK) {
        fail(import, "The store cannot be opened", fault);
        return;
    }
    const struct import_source *source = import->source;
    import->staging_path = store_staging_path(&import->store);
    import->shown_path = source->shown_dir;
    if (!source->shown_dir && import->store.current > 0) {
        import->shown_path = store_generation_path(source->store_dir, import->store.current,
                                                   import->findings->arena);
    }
    import->is_same = import->shown_path != NULL;
    import->state = IMPORT_LISTING;
}

static bool open_stick(struct import *import) {
    const struct folder_source source = {FILE_FROM_HERE, import->source->stick_dir,
                                         LIMIT_FOLDER_ENTRIES};
    if (folder_open(&import->stick, &source, import->findings->arena) != FILE_OK) {
        import->trouble = "The stick cannot be read.";
        import->state = IMPORT_FAILED;
        return false;
    }
    import->is_stick_open = true;
    const char *name = stick_find_content(&import->stick, import->findings);
    if (!name) {
        import->state = IMPORT_REFUSED;
        return false;
    }
    tree_open(&import->fresh, (struct disk_place){import->stick.descriptor, name},
              import->findings);
    if (import->is_same) {
        tree_open(&import->shown, (struct disk_place){FILE_FROM_HERE, import->shown_path},
                  &import->unsaid);
    }
    return true;
}

static bool has_room(struct import *import) {
    uint64_t free_bytes = 0;
    uint64_t needed = import->fresh.total_bytes + SPARE_BYTES;
    needed += (uint64_t)(import->fresh.file_count + import->fresh.folder_count) * BLOCK_BYTES;
    enum file_fault fault = disk_free_bytes(&free_bytes, import->staging);
    if (fault == FILE_OK && free_bytes < needed) {
        fault = FILE_NO_SPACE;
    }
    if (fault != FILE_OK) {
        fail(import, "There is no room for the new cards", fault);
    }
    return fault == FILE_OK;
}

static void list_step(struct import *import) {
    if (!import->is_stick_open) {
        open_stick(import);
        return;
    }
    if (tree_step(&import->fresh) || (import->is_same && tree_step(&import->shown)) ||
        is_refused(import) || !has_room(import)) {
        return;
    }
    enum file_fault fault = copy_open(&import->copy, &import->fresh, import->staging);
    import->staging = -1; // the copy closes it
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
        return;
    }
    import->file_count = import->fresh.file_count;
    import->is_same = import->is_same && import->unsaid.error_count == 0 &&
                      import->shown.file_count == import->fresh.file_count;
    import->state = IMPORT_COPYING;
}

// Two trees with the same files have one order, so the same place is tried first. FAT keeps
// "Images" as somebody wrote it and means images; only where there are both do capitals count.
static const struct tree_file *find_shown(const struct import *import, int at) {
    const char *path = import->fresh.files[at].path;
    const struct tree_file *other = NULL;
    for (int i = 0; i < import->shown.file_count; i++) {
        const struct tree_file *file = &import->shown.files[(at + i) % import->shown.file_count];
        if (strcmp(file->path, path) == 0) {
            return file;
        }
        other = !other && strcasecmp(file->path, path) == 0 ? file : other;
    }
    return other;
}

static bool has_bytes(const struct import *import, const struct tree_file *file, struct str bytes) {
    struct arena arena = {0};
    struct str shown;
    bool is_same = tree_load(&shown, &import->shown, file, &arena) == FILE_OK &&
                   shown.size == bytes.size && memcmp(shown.at, bytes.at, bytes.size) == 0;
    arena_finish(&arena);
    return is_same;
}

static void add_redrawn(struct import *import, const char *path) {
    struct import_redrawn *redrawn = &import->redrawn;
    redrawn->paths =
        arena_grow(import->findings->arena, redrawn->paths, redrawn->count, sizeof *redrawn->paths);
    redrawn->paths[redrawn->count++] = path;
}

static bool is_picture(const char *path) {
    const char folder[] = "images/";
    return str_equals_ignoring_case((struct str){path, strnlen(path, sizeof folder - 1)}, folder);
}

static void compare(struct import *import, int at, struct str bytes) {
    const char *path = import->fresh.files[at].path;
    if (!import->is_same && !is_picture(path)) {
        return;
    }
    const struct tree_file *shown = find_shown(import, at);
    bool is_same = shown && bytes.at && has_bytes(import, shown, bytes);
    if (shown && !is_same && is_picture(path)) {
        add_redrawn(import, path);
    }
    import->is_same = import->is_same && is_same;
}

static void sync_copy(struct import *import) {
    enum file_fault fault = copy_sync(&import->copy);
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
    } else {
        import->state = IMPORT_CHECKING;
    }
}

static void copy_file_step(struct import *import) {
    if (copy_is_over(&import->copy)) {
        sync_copy(import);
        return;
    }
    struct str bytes;
    enum file_fault fault = copy_step(&import->copy, &bytes);
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
        return;
    }
    compare(import, import->done_count, bytes);
    import->done_count++;
}

static struct gallery_refused find_refused(const struct import *import) {
    const struct findings *findings = import->findings;
    const char **names = ARENA_ARRAY(findings->arena, const char *, findings->count + 1);
    struct gallery_refused refused = {names, 0};
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        if (finding->level == FINDING_ERROR && is_picture(finding->path)) {
            names[refused.count++] = finding->path + strlen("images/");
        }
    }
    return refused;
}

static void check_step(struct import *import) {
    const struct deck_source source = {import->staging_path, import->source->assets_dir,
                                       import->source->ports};
    struct deck deck;
    bool is_shown = deck_load_copy(&deck, &source, find_refused(import), import->findings);
    if (!is_refused(import)) {
        import->state = !is_shown         ? IMPORT_REFUSED
                        : import->is_same ? IMPORT_UNCHANGED
                                          : IMPORT_READY;
    }
}

static void commit_step(struct import *import) {
    enum file_fault fault = store_commit(&import->store);
    if (fault == FILE_OK) {
        import->state = IMPORT_DONE;
    } else {
        fail(import, "The new cards cannot be put in place", fault);
    }
}

bool import_step(struct import *import) {
    static void (*const steps[])(struct import *) = {
        [IMPORT_OPENING] = open_step,      [IMPORT_LISTING] = list_step,
        [IMPORT_COPYING] = copy_file_step, [IMPORT_CHECKING] = check_step,
        [IMPORT_COMMITTING] = commit_step,
    };
    static_assert(COUNT_OF(steps) == IMPORT_READY, "a step for every state that is no end");
    if (import->state < IMPORT_READY) {
        steps[import->state](import);
    }
    return import->state < IMPORT_READY;
}

void import_accept(struct import *import) {
    assert(import->state == IMPORT_READY);
    import->state = IMPORT_COMMITTING;
}

void import_open(struct import *import, const struct import_source *source,
                 struct findings *findings) {
    *import = (struct import){.source = source, .findings = findings, .staging = -1};
    import->store.descriptor = -1;
    import->unsaid.arena = findings->arena;
}

void import_close(struct import *import) {
    bool is_staged = import->staging_path && import->state != IMPORT_DONE;
    copy_close(&import->copy);
    disk_close(import->staging);
    tree_close(&import->shown);
    tree_close(&import->fresh);
    if (import->is_stick_open) {
        folder_close(&import->stick);
    }
    if (is_staged) {
        store_drop(&import->store);
    }
    store_close(&import->store);
}

// SPDX-License-Identifier: MIT
// One function a state. The copy is on the disk before it is looked at, so that a commit is a few
// renames and nothing else. Files are compared with those on screen as they are stored, so that the
// same stick, put in twice, changes nothing.
#include "store/stick/import.h"

#include "content/name.h"

#include <assert.h>
#include <string.h>

static void fail(struct import *import, const char *what, enum file_fault fault) {
    struct arena *arena = import->findings->arena;
    import->trouble = arena_format(arena, "%s: %s.", what, file_fault_text(fault));
    import->state = IMPORT_FAILED;
}

void import_open(struct import *import, const struct import_source *source,
                 struct findings *findings) {
    struct store *store = &import->store;
    *import = (struct import){.source = *source, .findings = findings};
    *store = (struct store){.descriptor = -1, .staging = -1};
    const struct record empty = {.arena = findings->arena};
    import->unsaid.arena = findings->arena;
    import->content = empty;
    import->merge = (struct merge){.findings = findings,
                                   .store = store,
                                   .fresh = &import->fresh,
                                   .shown = &import->shown,
                                   .bytes = &import->bytes,
                                   .keeps_stick = source->keeps_stick,
                                   .screen = empty,
                                   .stick = empty,
                                   .copied = empty,
                                   .brought = empty};
    enum file_fault fault = store_make(source->store_dir);
    if (fault == FILE_OK) {
        fault = store_open(store, source->store_dir, findings->arena);
    }
    if (fault == FILE_OK) {
        fault = store_stage(store);
    }
    if (fault != FILE_OK) {
        fail(import, "The store cannot be opened", fault);
        return;
    }
    import->folders[import->folder_count++] = store->staging;
    import->shown_path = source->shown && source->shown->content_dir[0]
                             ? source->shown->content_dir
                             : store_current_path(source->store_dir, findings->arena);
}

bool import_is_stored(struct import *import, enum file_fault fault) {
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
    }
    return fault == FILE_OK;
}

// The copy, as whoever shows it will find it; and what it is compared with.
static void list_trees(struct import *import, enum import_state next) {
    tree_close(&import->fresh);
    tree_close(&import->shown);
    tree_list(&import->fresh, (struct disk_place){import->store.descriptor, STORE_STAGING},
              &import->unsaid);
    if (import->unsaid.error_count > 0) {
        import->trouble = "What came from the stick is no content.";
        import->state = IMPORT_FAILED;
        return;
    }
    if (import->shown_path) {
        tree_list(&import->shown, (struct disk_place){FILE_FROM_HERE, import->shown_path},
                  &import->unsaid);
        import->is_same =
            import->unsaid.error_count == 0 && import->shown.file_count == import->fresh.file_count;
    }
    import->state = next;
}

static void merge_file_step(struct import *import) {
    if (import->fresh.folder_count == 0) {
        list_trees(import, IMPORT_MERGING);
    } else if (import_is_stored(import, merge_step(&import->merge)) && import->merge.is_over) {
        import->state = IMPORT_SYNCING;
    }
}

// A folder a step, the inner ones first: a name may be on the disk only when what it names is.
static void sync_step(struct import *import) {
    const struct tree *fresh = &import->fresh;
    if (import->synced_count < fresh->folder_count) {
        int at = fresh->folder_count - ++import->synced_count;
        bool is_synced =
            import_is_stored(import, disk_sync_folder(fresh->folders[at].folder.descriptor));
        (void)is_synced; // the state says it
    } else {
        list_trees(import, IMPORT_COMPARING);
    }
}

// Two trees with the same files have one order, so the same place is tried first. FAT keeps
// "Images" as somebody wrote it and means images. A card is the same as .md and as .txt.
static const struct tree_file *find_shown(const struct import *import, int at) {
    for (int i = 0; i < import->shown.file_count; i++) {
        const struct tree_file *file = &import->shown.files[(at + i) % import->shown.file_count];
        if (name_is_same(file->path, import->fresh.files[at].path)) {
            return file;
        }
    }
    return NULL;
}

static bool has_bytes(struct import *import, const struct tree_file *file, struct str plain) {
    struct str shown;
    if (tree_load(&shown, &import->shown, file, &import->bytes) != FILE_OK) {
        return false;
    }
    shown = tree_plain(file, shown, &import->bytes);
    return shown.size == plain.size && memcmp(shown.at, plain.at, plain.size) == 0;
}

static void compare(struct import *import, int at, struct str bytes) {
    const struct tree_file *file = &import->fresh.files[at];
    struct str plain = tree_plain(file, bytes, &import->bytes);
    record_add(&import->content, file, plain);
    if (!import->is_same && !file->is_picture) {
        return;
    }
    const struct tree_file *shown = find_shown(import, at);
    bool is_same = shown && has_bytes(import, shown, plain);
    if (shown && !is_same && file->is_picture) {
        *ARENA_ADD(import->findings->arena, import->redrawn, import->redrawn_count) = file->name;
    }
    import->is_same = import->is_same && is_same;
}

static void begin_check(struct import *import) {
    const struct import_source *source = &import->source;
    const struct deck_source staged = {store_staging_path(&import->store), source->assets_dir,
                                       source->ports, source->shown};
    import->loader = deck_load_open(&staged, import->findings);
    import->state = IMPORT_CHECKING;
}

// One file a step.
static void compare_step(struct import *import) {
    int at = import->compared_count;
    struct str bytes;
    if (at == import->fresh.file_count) {
        begin_check(import);
        return;
    }
    import->compared_count++;
    arena_reset(&import->bytes);
    enum file_fault fault =
        tree_load(&bytes, &import->fresh, &import->fresh.files[at], &import->bytes);
    if (import_is_stored(import, fault)) {
        compare(import, at, bytes);
    }
}

static bool end_check(struct import *import) {
    bool is_shown = deck_load_close(import->loader, &import->source.slot->deck);
    import->loader = NULL;
    return is_shown;
}

// A card a step, its picture decoded.
static void check_step(struct import *import) {
    if (!deck_load_step(import->loader)) {
        bool is_shown = end_check(import);
        import->state = !is_shown || import->findings->error_count > 0 ? IMPORT_REFUSED
                        : import->is_same                              ? IMPORT_UNCHANGED
                                                                       : IMPORT_READY;
    }
}

static void commit_step(struct import *import) {
    const struct import_source *source = &import->source;
    enum file_fault fault = import->store.commit_step == 0
                                ? merge_keep_records(&import->merge, &import->content)
                                : FILE_OK;
    if (fault == FILE_OK) {
        fault = store_commit_step(&import->store);
    }
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be put in place", fault);
    } else if (import->store.is_committed) {
        import->state = IMPORT_DONE;
        source->slot->deck.content_dir = store_generation_path(
            source->store_dir, import->store.current, import->findings->arena);
    }
}

bool import_step(struct import *import) {
    static void (*const steps[])(struct import *) = {[IMPORT_MERGING] = merge_file_step,
                                                     [IMPORT_SYNCING] = sync_step,
                                                     [IMPORT_COMPARING] = compare_step,
                                                     [IMPORT_CHECKING] = check_step,
                                                     [IMPORT_COMMITTING] = commit_step};
    static_assert(COUNT_OF(steps) == IMPORT_READY, "a step for every state that is no end");
    if (import->state >= IMPORT_MERGING && import->state < IMPORT_READY) {
        steps[import->state](import);
    }
    return import->state < IMPORT_READY;
}

void import_commit(struct import *import) {
    assert(import->state == IMPORT_READY);
    import->state = IMPORT_COMMITTING;
}

void import_close(struct import *import) {
    while (import->state == IMPORT_COMMITTING) {
        import_step(import);
    }
    if (import->loader) {
        bool is_shown = end_check(import);
        (void)is_shown; // nobody asks any more
    }
    tree_close(&import->shown);
    tree_close(&import->fresh);
    arena_finish(&import->bytes);
    while (import->folder_count > 1) { // the first one is the store's
        disk_close(import->folders[--import->folder_count]);
    }
    store_close(&import->store);
}

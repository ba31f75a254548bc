// SPDX-License-Identifier: MIT
// One function a state. The copy is on the disk before it is looked at, so that a commit is a few
// renames and nothing else. Files are compared with those on screen as they are stored, by what the
// merge knows of both, so that the same stick, put in twice, changes nothing.
#include "store/stick/import.h"

#include "store/stick/stick.h"

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
    merge_init(&import->merge, store, findings);
    import->merge.choice = source->choice;
    enum file_fault fault = store_make(source->store_dir);
    if (fault == FILE_OK) {
        fault = store_open(store, source->store_dir, findings->arena);
    }
    if (fault == FILE_OK) {
        store->when = source->when ? arena_text(findings->arena, str_from(source->when)) : NULL;
        fault = store_stage(store);
    }
    if (fault != FILE_OK) {
        fail(import, "The store cannot be opened", fault);
        return;
    }
    import->folders[import->folder_count++] = store->staging;
    import->shown_path =
        source->shown && source->shown->content_dir[0] ? source->shown->content_dir
        : store->current > 0
            ? store_generation_path(source->store_dir, store->current, findings->arena)
            : source->shipped_dir;
}

bool import_is_stored(struct import *import, enum file_fault fault) {
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
    }
    return fault == FILE_OK;
}

static bool list(struct import *import, struct tree *tree, struct disk_place root) {
    import->unsaid = (struct findings){.arena = import->findings->arena};
    tree_close(tree);
    tree_list(tree, root, &import->unsaid);
    return import->unsaid.error_count == 0;
}

// The copy, as whoever shows it will find it.
static bool list_copy(struct import *import) {
    const struct disk_place staging = {import->store.descriptor, STORE_STAGING};
    bool is_content = list(import, &import->merge.fresh, staging);
    if (!is_content) {
        import->trouble = "What came from the stick is no content.";
        import->state = IMPORT_FAILED;
    }
    return is_content;
}

// What cannot be read on screen is nobody's to lose in silence: the earlier cards are the way out.
static void list_trees(struct import *import) {
    const struct disk_place place = {FILE_FROM_HERE, import->shown_path};
    if (list_copy(import) && place.name && !list(import, &import->merge.shown, place)) {
        import->trouble = "The cards on screen cannot be read. Show the earlier cards again first.";
        import->state = IMPORT_FAILED;
    }
}

// No card tells of a picture that has other bytes under its old name.
static void compare(struct import *import) {
    const struct record *now = &import->merge.merged, *screen = &import->merge.screen;
    bool is_certain = import->source.shown || import->store.current > 0;
    import->is_same = is_certain && now->count == screen->count;
    for (int i = 0; i < now->count; i++) {
        const struct record_file *file = &now->files[i], *old = record_find(screen, file->id);
        bool is_same_words = old && old->sum == file->sum;
        if (old && !is_same_words && str_starts(str_from(file->id), "images/")) {
            const char *name = strrchr(file->path, '/') + 1;
            *ARENA_ADD(import->findings->arena, import->redrawn, import->redrawn_count) = name;
        }
        import->is_same = import->is_same && is_same_words && old->order == file->order;
    }
}

static void begin_check(struct import *import) {
    const struct import_source *source = &import->source;
    const struct deck_source staged = {store_staging_path(&import->store), source->assets_dir,
                                       source->ports, source->shown};
    import->loader = deck_load_open(&staged, import->findings);
    import->state = IMPORT_CHECKING;
}

// What was put together is on the disk before anything leads to it.
static void merge_file_step(struct import *import) {
    struct merge *merge = &import->merge;
    if (merge->fresh.folder_count == 0) {
        list_trees(import);
    } else if (import_is_stored(import, merge_step(merge)) && merge->is_over && list_copy(import) &&
               import_is_stored(import, disk_sync_all(import->store.staging))) {
        compare(import);
        begin_check(import);
    }
}

static bool end_check(struct import *import) {
    bool is_shown = deck_load_close(import->loader, &import->source.slot->deck);
    import->loader = NULL;
    return is_shown;
}

static void say_unknown(struct import *import) {
    if (import->merge.is_unknown) {
        finding_warning(import->findings, (struct finding_place){STICK_CONTENT, 0},
                        "This kiosk does not know what these cards were copied from, so it cannot "
                        "tell what is older.",
                        "Look at every change before you put it on screen.");
    }
}

// A card a step, its picture decoded.
static void check_step(struct import *import) {
    if (deck_load_step(import->loader)) {
        return;
    }
    bool is_shown = end_check(import);
    if (!is_shown || import->findings->error_count > 0) {
        import->state = IMPORT_REFUSED;
    } else if (import->is_same) {
        import->state = IMPORT_UNCHANGED;
    } else {
        say_unknown(import);
        import->state = IMPORT_READY;
    }
}

static void commit_step(struct import *import) {
    const struct import_source *source = &import->source;
    enum file_fault fault =
        import->store.commit_step == 0 ? merge_keep_records(&import->merge) : FILE_OK;
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
    merge_close(&import->merge);
    while (import->folder_count > 1) { // the first one is the store's
        disk_close(import->folders[--import->folder_count]);
    }
    store_close(&import->store);
}

// SPDX-License-Identifier: MIT
// One function a state. Files are compared with those on screen while their bytes are in memory for
// the copy, so that the same stick, put in twice, changes nothing. The copy is on the disk before
// it is looked at, so that a commit is a few renames and nothing else.
#include "store/stick/import.h"

#include "base/encoding.h"
#include "content/limits.h"
#include "content/name.h"
#include "content/picture/picture.h"
#include "store/stick/stick.h"

#include <assert.h>
#include <string.h>

enum { SPARE_BYTES = 16 * 1024 * 1024 }; // of the disk, for everybody else

static void fail(struct import *import, const char *what, enum file_fault fault) {
    struct arena *arena = import->findings->arena;
    import->trouble = arena_format(arena, "%s: %s.", what, file_fault_text(fault));
    import->state = IMPORT_FAILED;
}

void import_open(struct import *import, const struct import_source *source,
                 struct findings *findings) {
    struct store *store = &import->store;
    *import = (struct import){.source = source, .findings = findings};
    *store = (struct store){.descriptor = -1, .staging = -1};
    import->unsaid.arena = findings->arena;
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
    import->shown_path = source->shown_dir;
    if (!source->shown_dir && store->current > 0) {
        import->shown_path =
            store_generation_path(source->store_dir, store->current, findings->arena);
    }
}

static void list_trees(struct import *import, const char *name) {
    tree_list(&import->fresh, (struct disk_place){import->stick.descriptor, name},
              import->findings);
    import->file_count = import->fresh.file_count;
    if (import->shown_path) {
        tree_list(&import->shown, (struct disk_place){FILE_FROM_HERE, import->shown_path},
                  &import->unsaid);
        import->is_same =
            import->unsaid.error_count == 0 && import->shown.file_count == import->file_count;
    }
}

static void begin_copy(struct import *import) {
    uint64_t free_bytes = 0;
    enum file_fault fault = disk_free_bytes(&free_bytes, import->store.staging);
    if (fault == FILE_OK && free_bytes < import->fresh.total_bytes + SPARE_BYTES) {
        fault = FILE_NO_SPACE;
    }
    if (fault == FILE_OK) {
        fault = tree_copy_folders(&import->fresh, import->store.staging);
    }
    import->state = IMPORT_COPYING;
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
    }
}

static void list_step(struct import *import) {
    const struct folder_source source = {FILE_FROM_HERE, import->source->stick_dir,
                                         LIMIT_FOLDER_ENTRIES};
    if (folder_open(&import->stick, &source, import->findings->arena) != FILE_OK) {
        import->trouble = "The stick cannot be read.";
        import->state = IMPORT_FAILED;
        return;
    }
    const char *name = stick_find_content(&import->stick, import->findings);
    if (name) {
        list_trees(import, name);
    }
    if (import->findings->error_count > 0) {
        import->state = IMPORT_REFUSED;
    } else {
        begin_copy(import);
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

// In one encoding with one kind of line ends, where it is a text that can be read.
static struct str plain_text(struct str bytes, const struct tree_file *file, struct arena *arena) {
    struct findings unsaid = {.arena = arena};
    const struct encoding_source source = {bytes, file->path, arena};
    struct str text;
    return !file->is_picture && encoding_load(&text, &source, &unsaid) ? text : bytes;
}

static bool has_bytes(const struct import *import, const struct tree_file *file, struct str bytes) {
    struct arena arena = {0};
    struct str shown;
    bool is_same = tree_load(&shown, &import->shown, file, &arena) == FILE_OK;
    if (is_same) {
        shown = plain_text(shown, file, &arena);
        bytes = plain_text(bytes, file, &arena);
        is_same = shown.size == bytes.size && memcmp(shown.at, bytes.at, bytes.size) == 0;
    }
    arena_finish(&arena);
    return is_same;
}

void import_add_name(struct import *import, struct import_names *names, const char *name) {
    names->list = arena_grow(import->findings->arena, names->list, names->count, sizeof name);
    names->list[names->count++] = name;
}

static void compare(struct import *import, int at, struct str bytes) {
    const struct tree_file *file = &import->fresh.files[at];
    if (!import->is_same && !file->is_picture) {
        return;
    }
    const struct tree_file *shown = find_shown(import, at);
    bool is_same = shown && bytes.at && has_bytes(import, shown, bytes);
    if (shown && !is_same && file->is_picture) {
        import_add_name(import, &import->redrawn, file->name);
    }
    import->is_same = import->is_same && is_same;
}

static void copy_step(struct import *import) {
    struct str bytes;
    int at = import->done_count;
    bool is_over = at == import->file_count;
    enum file_fault fault =
        is_over ? tree_copy_sync(&import->fresh)
                : tree_copy_file(&bytes, &import->fresh, &import->fresh.files[at], &import->bytes);
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
    } else if (is_over) {
        import->state = IMPORT_DECODING;
    } else {
        compare(import, at, bytes);
        import->done_count++;
    }
}

// One picture a step, whether a card shows it or not. What its bytes say, the check reads as well:
// here only what no reader of ours can see is found.
static void decode_step(struct import *import) {
    const struct picture_port *port = import->source->ports.pictures;
    if (!port || import->decoded_count == import->fresh.file_count) {
        import->state = IMPORT_CHECKING;
        return;
    }
    const struct tree_file *file = &import->fresh.files[import->decoded_count++];
    const struct file_source source = {import->fresh.folders[file->folder].copy, file->name,
                                       LIMIT_PICTURE_BYTES};
    struct str bytes;
    struct picture picture;
    arena_reset(&import->bytes);
    if (file->is_picture && file_load(&bytes, &source, &import->bytes) == FILE_OK &&
        picture_read(bytes, &picture) == PICTURE_OK &&
        !port->decodes(port->self, file->name, bytes)) {
        import_add_name(import, &import->undrawable, file->name);
    }
}

static bool was_decoded(void *self, const char *name, struct str bytes) {
    const struct import_names *undrawable = self;
    (void)bytes;
    for (int i = 0; i < undrawable->count; i++) {
        if (strcmp(undrawable->list[i], name) == 0) {
            return false;
        }
    }
    return true;
}

static void check_step(struct import *import) {
    const struct picture_port decoded = {&import->undrawable, was_decoded};
    struct ports ports = import->source->ports;
    ports.pictures = &decoded;
    const struct deck_source source = {store_staging_path(&import->store),
                                       import->source->assets_dir, &ports, import->source->shown};
    bool is_shown = deck_load(&import->source->slot->deck, &source, import->findings);
    import->state = !is_shown || import->findings->error_count > 0 ? IMPORT_REFUSED
                    : import->is_same                              ? IMPORT_UNCHANGED
                                                                   : IMPORT_READY;
}

bool import_step(struct import *import) {
    static void (*const steps[])(struct import *) = {[IMPORT_LISTING] = list_step,
                                                     [IMPORT_COPYING] = copy_step,
                                                     [IMPORT_DECODING] = decode_step,
                                                     [IMPORT_CHECKING] = check_step};
    static_assert(COUNT_OF(steps) == IMPORT_READY, "a step for every state that is no end");
    if (import->state < IMPORT_READY) {
        steps[import->state](import);
    }
    return import->state < IMPORT_READY;
}

void import_commit(struct import *import) {
    const struct import_source *source = import->source;
    assert(import->state == IMPORT_READY);
    enum file_fault fault = store_commit(&import->store);
    if (fault == FILE_OK) {
        import->state = IMPORT_DONE;
        source->slot->deck.content_dir = store_generation_path(
            source->store_dir, import->store.current, import->findings->arena);
    } else {
        fail(import, "The new cards cannot be put in place", fault);
    }
}

void import_close(struct import *import) {
    tree_close(&import->shown);
    tree_close(&import->fresh);
    arena_finish(&import->bytes);
    folder_close(&import->stick);
    store_close(&import->store);
}

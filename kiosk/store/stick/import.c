// SPDX-License-Identifier: MIT
// One function a state, in a table. Files are compared with those on screen while their bytes are
// in memory for the copy, so that the same stick, put in twice, changes nothing. The copy is on the
// disk before it is looked at, so that a commit is a few renames and nothing else.
#include "store/stick/import.h"

#include "content/limits.h"
#include "content/picture/picture.h"
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
    return fault == FILE_OK ? store_stage(store, &import->staging) : fault;
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

// The name of the content on the stick; NULL: the import has come to its end.
static const char *open_stick(struct import *import) {
    const struct folder_source source = {FILE_FROM_HERE, import->source->stick_dir,
                                         LIMIT_FOLDER_ENTRIES};
    if (folder_open(&import->stick, &source, import->findings->arena) != FILE_OK) {
        import->trouble = "The stick cannot be read.";
        import->state = IMPORT_FAILED;
        return NULL;
    }
    import->is_stick_open = true;
    const char *name = stick_find_content(&import->stick, import->findings);
    import->state = name ? import->state : IMPORT_REFUSED;
    return name;
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
    const char *name = open_stick(import);
    if (!name) {
        return;
    }
    tree_list(&import->fresh, (struct disk_place){import->stick.descriptor, name},
              import->findings);
    if (import->is_same) {
        tree_list(&import->shown, (struct disk_place){FILE_FROM_HERE, import->shown_path},
                  &import->unsaid);
    }
    if (is_refused(import) || !has_room(import)) {
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

static void copy_file_step(struct import *import) {
    struct str bytes;
    int at = import->done_count;
    bool is_over = at == import->file_count;
    enum file_fault fault = is_over ? copy_sync(&import->copy)
                                    : copy_file(&import->copy, &import->fresh.files[at], &bytes);
    if (fault != FILE_OK) {
        fail(import, "The new cards cannot be stored", fault);
    } else if (is_over) {
        import->state = IMPORT_DECODING;
    } else {
        if (!bytes.at && import->fresh.files[at].is_picture) {
            import_add_name(import, &import->unread, import->fresh.files[at].name);
        }
        compare(import, at, bytes);
        import->done_count++;
    }
}

// One picture a step, whether a card shows it or not. What its bytes say, the check reads as well:
// here only what no reader of ours can see is found.
static void decode_step(struct import *import) {
    const struct ports *ports = import->source->ports;
    const struct picture_port *port = ports ? ports->pictures : NULL;
    if (!port || import->decoded_count == import->fresh.file_count) {
        import->state = IMPORT_CHECKING;
        return;
    }
    const struct tree_file *file = &import->fresh.files[import->decoded_count++];
    const struct file_source source = {import->copy.descriptors[file->folder], file->name,
                                       LIMIT_PICTURE_BYTES};
    struct str bytes;
    struct picture picture;
    arena_reset(&import->copy.bytes);
    if (file->is_picture && file_load(&bytes, &source, &import->copy.bytes) == FILE_OK &&
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
    struct ports ports = {0};
    if (import->source->ports) {
        ports = *import->source->ports;
        ports.pictures = &decoded;
    }
    const struct deck_source source = {import->staging_path, import->source->assets_dir, &ports};
    const struct gallery_refused unread = {import->unread.list, import->unread.count};
    bool is_shown = deck_load_copy(&import->source->slot->deck, &source, unread, import->findings);
    if (!is_refused(import)) {
        import->state = !is_shown         ? IMPORT_REFUSED
                        : import->is_same ? IMPORT_UNCHANGED
                                          : IMPORT_READY;
    }
}

static void commit_step(struct import *import) {
    const struct import_source *source = import->source;
    enum file_fault fault = store_commit(&import->store);
    if (fault == FILE_OK) {
        import->state = IMPORT_DONE;
        source->slot->deck.content_dir = store_generation_path(
            source->store_dir, import->store.current, import->findings->arena);
    } else {
        fail(import, "The new cards cannot be put in place", fault);
    }
}

bool import_step(struct import *import) {
    static void (*const steps[])(struct import *) = {
        [IMPORT_OPENING] = open_step,      [IMPORT_LISTING] = list_step,
        [IMPORT_COPYING] = copy_file_step, [IMPORT_DECODING] = decode_step,
        [IMPORT_CHECKING] = check_step,    [IMPORT_COMMITTING] = commit_step,
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

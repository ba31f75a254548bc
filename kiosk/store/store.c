// SPDX-License-Identifier: MIT
// The order of a commit: the new folder gets its name and its mark of trial, `previous` is pointed
// at what is shown, `current` at the new folder, and each step is on the disk before the next.
// Between the last two both pointers name the same generation, which is how store_open knows that
// it has to put `previous` back. A name that was given is what everybody sees from then on, whether
// or not the disk says that it has it: so a commit that the disk does not confirm takes the name
// away again, and one that cannot even do that has happened.
#include "store/store.h"

#include "base/folder.h"
#include "content/limits.h"
#include "store/trial.h"

#include <stdlib.h>
#include <string.h>

#define STAGING "staging"
#define CURRENT "current"
#define PREVIOUS "previous"
#define GENERATION "gen-"
#define FRESH ".new" // behind the name of a pointer that is about to be renamed

enum { NUMBER_DIGITS = 9 };

// 0 for anything that is not the name of a generation.
static int number_of(const char *name) {
    size_t prefix = strlen(GENERATION);
    if (strncmp(name, GENERATION, prefix) != 0) {
        return 0;
    }
    const char *digits = name + prefix;
    size_t count = strspn(digits, "0123456789");
    bool is_number = count > 0 && count <= NUMBER_DIGITS && !digits[count] && digits[0] != '0';
    return is_number ? (int)strtol(digits, NULL, 10) : 0;
}

static const char *generation_name(int number, struct arena *arena) {
    return arena_format(arena, GENERATION "%d", number);
}

static struct disk_place place_of(const struct store *store, const char *name) {
    return (struct disk_place){store->descriptor, name};
}

static bool has_generation(const struct folder *listing, int number) {
    for (int i = 0; number > 0 && i < listing->count; i++) {
        if (listing->entries[i].kind == ENTRY_FOLDER &&
            number_of(listing->entries[i].name) == number) {
            return true;
        }
    }
    return false;
}

// A pointer that is missing, or that leads to nothing, counts as none.
static enum file_fault read_pointer(const struct store *store, const struct folder *listing,
                                    const char *name, int *number) {
    const char *target = NULL;
    enum file_fault fault = disk_read_pointer(&target, place_of(store, name), store->arena);
    int found = fault == FILE_OK ? number_of(target) : 0;
    *number = has_generation(listing, found) ? found : 0;
    return fault == FILE_MISSING ? FILE_OK : fault;
}

static enum file_fault turn_pointer(const struct store *store, const char *name, int number) {
    const char *fresh = arena_format(store->arena, "%s" FRESH, name);
    const char *target = generation_name(number, store->arena);
    enum file_fault fault = disk_make_pointer(place_of(store, fresh), target);
    return fault == FILE_OK ? disk_rename(store->descriptor, fresh, name) : fault;
}

static enum file_fault point(const struct store *store, const char *name, int number) {
    enum file_fault fault = turn_pointer(store, name, number);
    return fault == FILE_OK ? disk_sync_folder(store->descriptor) : fault;
}

static enum file_fault remove_pointer(const struct store *store, const char *name) {
    enum file_fault fault = disk_remove(place_of(store, name));
    return fault == FILE_OK ? disk_sync_folder(store->descriptor) : fault;
}

// A commit that was cut off before its last rename. store_prune had left the shown generation, the
// one before it and the new one, which has the highest number.
static enum file_fault repair_previous(struct store *store, const struct folder *listing) {
    int earlier = 0;
    for (int i = 0; i < listing->count; i++) {
        int number = number_of(listing->entries[i].name);
        bool is_other = number != store->current && number != store->newest;
        if (is_other && number > earlier && has_generation(listing, number)) {
            earlier = number;
        }
    }
    store->previous = earlier;
    return earlier > 0 ? point(store, PREVIOUS, earlier) : remove_pointer(store, PREVIOUS);
}

static enum file_fault read_state(struct store *store, const struct folder *listing) {
    for (int i = 0; i < listing->count; i++) {
        int number = number_of(listing->entries[i].name);
        store->newest = number > store->newest ? number : store->newest;
    }
    enum file_fault fault = read_pointer(store, listing, CURRENT, &store->current);
    if (fault == FILE_OK) {
        fault = read_pointer(store, listing, PREVIOUS, &store->previous);
    }
    bool was_cut_off = store->current > 0 && store->current == store->previous;
    return fault == FILE_OK && was_cut_off ? repair_previous(store, listing) : fault;
}

static enum file_fault list(const struct store *store, struct folder *listing) {
    const struct folder_source source = {store->descriptor, ".", LIMIT_FOLDER_ENTRIES};
    enum file_fault fault = folder_open(listing, &source, store->arena);
    return fault == FILE_OK ? FILE_OK : FILE_FAILED;
}

static enum file_fault clear_leftovers(const struct store *store) {
    static const char *const names[] = {STAGING, CURRENT FRESH, PREVIOUS FRESH};
    for (int i = 0; i < COUNT_OF(names); i++) {
        enum file_fault fault = disk_remove(place_of(store, names[i]));
        if (fault != FILE_OK) {
            return fault;
        }
    }
    return FILE_OK;
}

// The new folder's own name has to be on the disk, too.
enum file_fault store_make(const char *dir) {
    int inner = -1;
    int outer = -1;
    const struct disk_place place = {FILE_FROM_HERE, dir};
    enum file_fault fault = disk_make_folder(place);
    if (fault == FILE_EXISTS) {
        return FILE_OK;
    }
    if (fault == FILE_OK) {
        fault = disk_open_folder(&inner, place);
    }
    if (fault == FILE_OK) {
        fault = disk_open_folder(&outer, (struct disk_place){inner, ".."});
    }
    if (fault == FILE_OK) {
        fault = disk_sync_folder(outer);
    }
    disk_close(outer);
    disk_close(inner);
    return fault;
}

enum file_fault store_open(struct store *store, const char *dir, struct arena *arena) {
    *store = (struct store){.arena = arena, .dir = dir, .descriptor = -1};
    struct folder listing;
    enum file_fault fault =
        disk_open_folder(&store->descriptor, (struct disk_place){FILE_FROM_HERE, dir});
    if (fault == FILE_OK) {
        fault = disk_lock(store->descriptor);
    }
    if (fault == FILE_OK) {
        fault = clear_leftovers(store);
    }
    if (fault == FILE_OK) {
        fault = list(store, &listing);
    }
    if (fault == FILE_OK) {
        fault = read_state(store, &listing);
        folder_close(&listing);
    }
    return fault;
}

void store_close(struct store *store) {
    disk_close(store->descriptor);
    *store = (struct store){.descriptor = -1};
}

enum file_fault store_prune(struct store *store) {
    struct folder listing;
    enum file_fault fault = list(store, &listing);
    if (fault != FILE_OK) {
        return fault;
    }
    for (int i = 0; i < listing.count && fault == FILE_OK; i++) {
        int number = number_of(listing.entries[i].name);
        if (number > 0 && number != store->current && number != store->previous) {
            fault = disk_remove(place_of(store, listing.entries[i].name));
        }
    }
    folder_close(&listing);
    return fault;
}

struct disk_place store_staging(const struct store *store) {
    return place_of(store, STAGING);
}

const char *store_staging_path(const struct store *store) {
    return arena_format(store->arena, "%s/" STAGING, store->dir);
}

// `current` as it was. FILE_OK: everybody sees that again, even where the disk does not confirm it.
static enum file_fault point_back(const struct store *store) {
    enum file_fault fault = store->current > 0 ? turn_pointer(store, CURRENT, store->current)
                                               : disk_remove(place_of(store, CURRENT));
    bool is_synced = fault == FILE_OK && disk_sync_folder(store->descriptor) == FILE_OK;
    (void)is_synced;
    return fault;
}

// What was shown until now is known to be good, so new content that the disk may lose again is
// taken back. FILE_OK: the new content is what everybody sees.
static enum file_fault show_new(struct store *store, int number) {
    enum file_fault fault = turn_pointer(store, CURRENT, number);
    if (fault != FILE_OK) {
        return fault;
    }
    fault = disk_sync_folder(store->descriptor);
    if (fault != FILE_OK && point_back(store) == FILE_OK) {
        return fault;
    }
    store->is_unconfirmed = fault != FILE_OK;
    store->previous = store->current;
    store->current = number;
    return FILE_OK;
}

enum file_fault store_commit(struct store *store) {
    int number = store->newest + 1;
    const char *name = generation_name(number, store->arena);
    enum file_fault fault = disk_rename(store->descriptor, STAGING, name);
    if (fault == FILE_OK) {
        store->newest = number;
        fault = disk_sync_folder(store->descriptor);
    }
    if (fault == FILE_OK) {
        fault = trial_begin(store->descriptor, number);
    }
    if (fault == FILE_OK && store->current > 0) {
        fault = point(store, PREVIOUS, store->current);
    } else if (fault == FILE_OK && store->previous > 0) {
        fault = remove_pointer(store, PREVIOUS); // what was shown came with the program
    }
    return fault == FILE_OK ? show_new(store, number) : fault;
}

void store_drop(const struct store *store) {
    bool is_gone = disk_remove(store_staging(store)) == FILE_OK;
    (void)is_gone;
}

// One pointer without the other takes its name: what it names goes, or comes back.
static enum file_fault turn(const struct store *store) {
    if (store->current > 0 && store->previous > 0) {
        return disk_exchange(store->descriptor, CURRENT, PREVIOUS);
    }
    return store->current > 0 ? disk_rename(store->descriptor, CURRENT, PREVIOUS)
                              : disk_rename(store->descriptor, PREVIOUS, CURRENT);
}

// This one is not taken back where the disk does not confirm it: it may have come because what was
// shown cannot be shown.
enum file_fault store_roll_back(struct store *store) {
    if (store->previous == 0 && store->current == 0) {
        return FILE_MISSING;
    }
    enum file_fault fault =
        store->previous > 0 ? trial_begin(store->descriptor, store->previous) : FILE_OK;
    if (fault == FILE_OK) {
        fault = turn(store);
    }
    if (fault == FILE_OK) {
        int shown = store->current;
        store->current = store->previous;
        store->previous = shown;
        store->is_unconfirmed = disk_sync_folder(store->descriptor) != FILE_OK;
    }
    return fault;
}

const char *store_generation_path(const char *dir, int number, struct arena *arena) {
    return arena_format(arena, "%s/" GENERATION "%d", dir, number);
}

// What a pointer says, read without a lock; 0: nothing.
static int look_up(const char *dir, const char *pointer) {
    struct arena arena = {0};
    int descriptor = -1;
    int number = 0;
    const char *target = NULL;
    if (disk_open_folder(&descriptor, (struct disk_place){FILE_FROM_HERE, dir}) == FILE_OK &&
        disk_read_pointer(&target, (struct disk_place){descriptor, pointer}, &arena) == FILE_OK) {
        number = number_of(target);
    }
    disk_close(descriptor);
    arena_finish(&arena);
    return number;
}

int store_current(const char *dir) {
    return look_up(dir, CURRENT);
}

int store_earlier(const char *dir) {
    int current = look_up(dir, CURRENT), previous = look_up(dir, PREVIOUS);
    return current == previous ? -1 : previous;
}

const char *store_current_path(const char *dir, struct arena *arena) {
    int number = store_current(dir);
    return number > 0 ? store_generation_path(dir, number, arena) : NULL;
}

bool store_has_path(const char *dir, const char *path) {
    size_t size = strlen(dir);
    return strncmp(path, dir, size) == 0 && path[size] == '/';
}

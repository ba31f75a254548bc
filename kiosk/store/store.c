// SPDX-License-Identifier: MIT
// A commit lays the new generation down as if it had been shown before, and then does what a roll
// back does: there is one step in which anything that can be seen changes, and each step before it
// is on the disk first. Whoever is cut off in front of it finds the new content as the previous
// one.
#include "store/store.h"

#include "base/folder.h"
#include "content/limits.h"
#include "store/kept.h"

#include <string.h>

#define CURRENT "current"
#define PREVIOUS "previous"
#define GENERATION "gen-"
#define FRESH "previous.new" // the pointer that is about to take its place

static struct disk_place place_of(const struct store *store, const char *name) {
    return (struct disk_place){store->descriptor, name};
}

// One that is missing, or leads anywhere but to a generation, counts as none.
static enum file_fault read_pointer(int *number, struct disk_place place) {
    struct arena arena = {0};
    const char *target = "";
    enum file_fault fault = disk_read_pointer(&target, place, &arena);
    *number = kept_number(target, GENERATION);
    arena_finish(&arena);
    return fault == FILE_MISSING ? FILE_OK : fault;
}

enum file_fault store_make(const char *dir) {
    int folder = -1;
    enum file_fault fault =
        disk_make_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, dir});
    if (fault == FILE_OK) {
        fault = disk_sync_name(folder);
    }
    disk_close(folder);
    return fault == FILE_EXISTS ? FILE_OK : fault;
}

enum file_fault store_open(struct store *store, const char *dir, struct arena *arena) {
    *store = (struct store){.arena = arena, .dir = dir, .descriptor = -1, .staging = -1};
    enum file_fault fault =
        disk_open_folder(&store->descriptor, (struct disk_place){FILE_FROM_HERE, dir});
    if (fault == FILE_OK) {
        fault = disk_lock(store->descriptor);
    }
    if (fault == FILE_OK) {
        fault = disk_remove(place_of(store, STORE_STAGING));
    }
    if (fault == FILE_OK) {
        fault = read_pointer(&store->current, place_of(store, CURRENT));
    }
    return fault == FILE_OK ? read_pointer(&store->previous, place_of(store, PREVIOUS)) : fault;
}

void store_close(struct store *store) {
    if (store->staging >= 0) {
        bool is_gone = disk_remove(place_of(store, STORE_STAGING)) == FILE_OK;
        (void)is_gone; // else the next store_open does it
    }
    disk_close(store->staging);
    disk_close(store->descriptor);
    *store = (struct store){.descriptor = -1, .staging = -1};
}

static enum file_fault prune(struct store *store, const struct folder *listing) {
    for (int i = 0; i < listing->count; i++) {
        const char *name = listing->entries[i].name;
        int number = kept_number(name, GENERATION);
        bool is_kept = number == 0 || number == store->current || number == store->previous;
        enum file_fault fault = is_kept ? FILE_OK : disk_remove(place_of(store, name));
        if (fault != FILE_OK && fault != FILE_IS_LOCKED) { // what is not ours only takes room
            return fault;
        }
        store->newest = number > store->newest ? number : store->newest;
    }
    return FILE_OK;
}

enum file_fault store_stage(struct store *store) {
    struct folder listing;
    const struct folder_source source = {store->descriptor, ".", LIMIT_FOLDER_ENTRIES};
    if (folder_open(&listing, &source, store->arena) != FILE_OK) {
        return FILE_FAILED;
    }
    enum file_fault fault = prune(store, &listing);
    folder_close(&listing);
    return fault == FILE_OK ? disk_make_open_folder(&store->staging, place_of(store, STORE_STAGING))
                            : fault;
}

const char *store_staging_path(const struct store *store) {
    return arena_format(store->arena, "%s/" STORE_STAGING, store->dir);
}

// One pointer without the other takes its name: what it names goes, or comes back.
static enum file_fault turn(const struct store *store) {
    if (store->current > 0 && store->previous > 0) {
        return disk_exchange(store->descriptor, CURRENT, PREVIOUS);
    }
    return store->current > 0 ? disk_rename(store->descriptor, CURRENT, PREVIOUS)
                              : disk_rename(store->descriptor, PREVIOUS, CURRENT);
}

static enum file_fault put_on_trial(struct store *store) {
    const struct kept_mark mark = {{(uint64_t)store->previous, 0}, ""};
    return store->previous > 0 ? kept_store_mark(place_of(store, STORE_TRIAL), &mark) : FILE_OK;
}

// The turn is what everybody sees from then on. Where the disk does not say that it has it, a power
// cut may undo it, and the kernel has said in the journal what is wrong with the disk.
static enum file_fault swap(struct store *store) {
    int shown = store->current;
    enum file_fault fault = turn(store);
    if (fault == FILE_OK) {
        bool is_confirmed = disk_sync_folder(store->descriptor) == FILE_OK;
        (void)is_confirmed;
        store->current = store->previous;
        store->previous = shown;
    }
    return fault;
}

static enum file_fault rename_for_good(const struct store *store, const char *from,
                                       const char *to) {
    enum file_fault fault = disk_rename(store->descriptor, from, to);
    return fault == FILE_OK ? disk_sync_folder(store->descriptor) : fault;
}

static enum file_fault name_generation(struct store *store) {
    const char *name = arena_format(store->arena, GENERATION "%d", ++store->newest);
    return rename_for_good(store, STORE_STAGING, name);
}

static enum file_fault point_previous(struct store *store) {
    store->previous = store->newest;
    const char *target = arena_format(store->arena, GENERATION "%d", store->previous);
    enum file_fault fault = disk_remove(place_of(store, FRESH));
    if (fault == FILE_OK) {
        fault = disk_make_pointer(place_of(store, FRESH), target);
    }
    return fault == FILE_OK ? rename_for_good(store, FRESH, PREVIOUS) : fault;
}

enum file_fault store_commit_step(struct store *store) {
    static enum file_fault (*const steps[])(struct store *) = {name_generation, point_previous,
                                                               put_on_trial, swap};
    enum file_fault fault = steps[store->commit_step](store);
    if (fault == FILE_OK) {
        store->commit_step++;
        store->is_committed = store->commit_step == COUNT_OF(steps);
    }
    return fault;
}

enum file_fault store_roll_back(const char *dir) {
    struct arena arena = {0};
    struct store store;
    enum file_fault fault = store_open(&store, dir, &arena);
    if (fault == FILE_OK) {
        fault = store.current > 0 || store.previous > 0 ? put_on_trial(&store) : FILE_MISSING;
    }
    if (fault == FILE_OK) {
        fault = swap(&store);
    }
    store_close(&store);
    arena_finish(&arena);
    return fault;
}

const char *store_generation_path(const char *dir, int number, struct arena *arena) {
    return arena_format(arena, "%s/" GENERATION "%d", dir, number);
}

// What a pointer says, read without a lock; 0: nothing.
static int look_up(const char *dir, const char *pointer) {
    int folder = -1;
    int number = 0;
    bool is_read = disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, dir}) == FILE_OK &&
                   read_pointer(&number, (struct disk_place){folder, pointer}) == FILE_OK;
    disk_close(folder);
    return is_read ? number : 0;
}

int store_current(const char *dir) {
    return look_up(dir, CURRENT);
}

const char *store_current_path(const char *dir, struct arena *arena) {
    int number = store_current(dir);
    return number > 0 ? store_generation_path(dir, number, arena) : NULL;
}

int store_earlier(const char *dir) {
    int current = look_up(dir, CURRENT), previous = look_up(dir, PREVIOUS);
    return current == previous ? -1 : previous;
}

bool store_has_path(const char *dir, const char *path) {
    return str_starts(str_from(path), dir) && path[strlen(dir)] == '/';
}

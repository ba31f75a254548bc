// SPDX-License-Identifier: MIT
// A commit lays the new generation down as if it had been shown before, and then does what a roll
// back does: there is one step in which anything that can be seen changes, and each step before it
// is on the disk first. Whoever is cut off in front of it finds the new content as the previous
// one.
#include "store/store.h"

#include "base/folder.h"
#include "content/limits.h"
#include "store/kept.h"

#include <stdlib.h>
#include <string.h>

enum { WHEN_BYTES = 80 };

#define CURRENT "current"
#define PREVIOUS "previous"
#define GENERATION "gen-"
#define WHEN "when-"
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

static enum file_fault read_pointers(struct store *store) {
    enum file_fault fault = read_pointer(&store->current, place_of(store, CURRENT));
    return fault == FILE_OK ? read_pointer(&store->previous, place_of(store, PREVIOUS)) : fault;
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
    return fault == FILE_OK ? read_pointers(store) : fault;
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

static enum file_fault remove_generation(const struct store *store, int number) {
    const char *name = arena_format(store->arena, GENERATION "%d", number);
    enum file_fault fault = disk_remove(place_of(store, name));
    if (fault == FILE_OK) {
        fault = disk_remove(place_of(store, arena_format(store->arena, WHEN "%d", number)));
    }
    return fault == FILE_IS_LOCKED ? FILE_OK : fault; // what is not ours only takes room
}

static int order_of_numbers(const void *a, const void *b) {
    return *(const int *)b - *(const int *)a;
}

// The numbers of all generations, the newest first; -1: the folder cannot be read.
static int find_numbers(int **numbers, int descriptor, struct arena *arena) {
    struct folder listing;
    const struct folder_source source = {descriptor, ".", LIMIT_FOLDER_ENTRIES};
    int count = 0;
    if (folder_open(&listing, &source, arena) != FILE_OK) {
        return -1;
    }
    for (int i = 0; i < listing.count; i++) {
        int number = kept_number(listing.entries[i].name, GENERATION);
        if (number > 0) {
            *ARENA_ADD(arena, *numbers, count) = number;
        }
    }
    folder_close(&listing);
    if (count > 0) {
        qsort(*numbers, (size_t)count, sizeof **numbers, order_of_numbers);
    }
    return count;
}

// Of the earlier ones so many stay, and the one before in any case.
static enum file_fault prune(const struct store *store, int spared) {
    enum file_fault fault = FILE_OK;
    for (int i = 0; i < store->count && fault == FILE_OK; i++) {
        int number = store->numbers[i];
        if (number == store->current) {
            continue;
        }
        if (spared <= 0 && number != store->previous) {
            fault = remove_generation(store, number);
        }
        spared--;
    }
    return fault;
}

enum file_fault store_stage(struct store *store) {
    store->count = find_numbers(&store->numbers, store->descriptor, store->arena);
    if (store->count < 0) {
        return FILE_FAILED;
    }
    store->newest = store->count > 0 ? store->numbers[0] : 0;
    return disk_make_open_folder(&store->staging, place_of(store, STORE_STAGING));
}

enum file_fault store_make_room(const struct store *store) {
    return prune(store, 0);
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

static enum file_fault prune_earlier(struct store *store) {
    return prune(store, STORE_EARLIER - (store->current > 0)); // which will be one of them
}

static enum file_fault note_when(struct store *store) {
    const char *name = arena_format(store->arena, WHEN "%d", store->newest + 1);
    return kept_store(place_of(store, name), store->when ? store->when : "");
}

static enum file_fault name_generation(struct store *store) {
    const char *name = arena_format(store->arena, GENERATION "%d", ++store->newest);
    return rename_for_good(store, STORE_STAGING, name);
}

static enum file_fault point_previous(struct store *store, int number) {
    const char *target = arena_format(store->arena, GENERATION "%d", number);
    enum file_fault fault = disk_remove(place_of(store, number > 0 ? FRESH : PREVIOUS));
    store->previous = number;
    if (number == 0) {
        return fault == FILE_OK ? disk_sync_folder(store->descriptor) : fault;
    }
    if (fault == FILE_OK) {
        fault = disk_make_pointer(place_of(store, FRESH), target);
    }
    return fault == FILE_OK ? rename_for_good(store, FRESH, PREVIOUS) : fault;
}

static enum file_fault point_newest(struct store *store) {
    return point_previous(store, store->newest);
}

enum file_fault store_commit_step(struct store *store) {
    static enum file_fault (*const steps[])(struct store *) = {
        prune_earlier, note_when, name_generation, point_newest, put_on_trial, swap};
    enum file_fault fault = steps[store->commit_step](store);
    if (fault == FILE_OK) {
        store->commit_step++;
        store->is_committed = store->commit_step == COUNT_OF(steps);
    }
    return fault;
}

// What is the previous one already needs no look: whoever reads it will say what is wrong with it.
static enum file_fault point_back(struct store *store, int number) {
    int folder = -1;
    if (number < 0 || number == store->current) {
        return FILE_MISSING;
    }
    if (number == store->previous) {
        return FILE_OK;
    }
    const char *name = arena_format(store->arena, GENERATION "%d", number);
    enum file_fault fault = number > 0 ? disk_open_folder(&folder, place_of(store, name)) : FILE_OK;
    disk_close(folder);
    return fault == FILE_OK ? point_previous(store, number) : fault;
}

enum file_fault store_roll_back(const char *dir, int number) {
    struct arena arena = {0};
    struct store store;
    enum file_fault fault = store_open(&store, dir, &arena);
    if (fault == FILE_OK) {
        fault = point_back(&store, number);
    }
    if (fault == FILE_OK) {
        fault = put_on_trial(&store);
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

// What the pointers say, read without a lock.
static bool look_up(struct store *store, const char *dir) {
    const struct disk_place place = {FILE_FROM_HERE, dir};
    *store = (struct store){0};
    bool is_read =
        disk_open_folder(&store->descriptor, place) == FILE_OK && read_pointers(store) == FILE_OK;
    disk_close(store->descriptor);
    return is_read;
}

int store_current(const char *dir) {
    struct store store;
    bool is_read = look_up(&store, dir);
    (void)is_read; // else it is 0, unless only the other pointer could not be read
    return store.current;
}

const char *store_current_path(const char *dir, struct arena *arena) {
    int number = store_current(dir);
    return number > 0 ? store_generation_path(dir, number, arena) : NULL;
}

// A pointer that cannot be read must not pass for what came with the program.
int store_earlier(const char *dir) {
    struct store store;
    return look_up(&store, dir) && store.current != store.previous ? store.previous : -1;
}

const char *store_when(int folder, int number, struct arena *arena) {
    char line[WHEN_BYTES];
    const char *name = arena_format(arena, WHEN "%d", number);
    bool is_read = kept_load(line, sizeof line, (struct disk_place){folder, name}) == FILE_OK;
    return is_read ? arena_text(arena, str_from(line)) : "";
}

int store_list(struct store_entry **list, const char *dir, struct arena *arena) {
    int *numbers = NULL;
    int folder = -1, current = store_current(dir), found = 0, count = 0;
    if (disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, dir}) == FILE_OK) {
        found = find_numbers(&numbers, folder, arena);
    }
    for (int i = 0; i < found; i++) {
        if (numbers[i] != current) {
            *ARENA_ADD(arena, *list, count) =
                (struct store_entry){numbers[i], store_when(folder, numbers[i], arena)};
        }
    }
    if (current > 0) {
        *ARENA_ADD(arena, *list, count) = (struct store_entry){0, ""};
    }
    disk_close(folder);
    return count;
}

bool store_has_path(const char *dir, const char *path) {
    return str_starts(str_from(path), dir) && path[strlen(dir)] == '/';
}

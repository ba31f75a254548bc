// SPDX-License-Identifier: MIT
// A card is the same card under another number, so that one person may put the cards into another
// order while another changes their words: number and words are judged each by itself. What both
// began with is what the same copy brought the last time, unless the screen was set back behind
// that; else what it was copied from.
#include "store/stick/merge.h"

#include "content/limits.h"

#include <string.h>
#include <strings.h>

void merge_init(struct merge *merge, const struct store *store, struct findings *findings) {
    const struct record empty = {.arena = findings->arena};
    *merge = (struct merge){.findings = findings,
                            .store = store,
                            .screen = empty,
                            .stick = empty,
                            .base = empty,
                            .merged = empty};
}

void merge_close(struct merge *merge) {
    tree_close(&merge->fresh);
    tree_close(&merge->shown);
    arena_finish(&merge->bytes);
}

// One file of all, in each record that has it.
struct sides {
    const struct record_file *base, *screen, *stick;
};

static const struct record_file *named(const struct sides *sides) {
    return sides->stick ? sides->stick : sides->screen;
}

static uint64_t sum_of(const struct record_file *file) {
    return file ? file->sum : 0;
}

static uint64_t number_of(const struct record_file *file) {
    return file ? (uint64_t)file->order + 2 : 0; // it may be -1
}

static bool is_screens(const struct merge *merge, const struct sides *sides, enum merge_side side) {
    return side == MERGE_SCREEN ||
           (side == MERGE_BOTH && !merge_takes_stick(&merge->choice, named(sides)->id));
}

// For whoever brought the stick.
static void say_kept(struct merge *merge, const struct sides *sides) {
    finding_add(merge->findings,
                (struct finding){
                    .path = named(sides)->path,
                    .what = sides->screen
                                ? "This was changed on this screen since your copy, and is kept."
                                : ("This was changed on this screen since your copy: it was taken "
                                   "out, and stays out."),
                    .todo = "Copy the cards again before you change it.",
                    .code = FINDING_KEPT});
}

// `thing`: a setting, or “This” file.
static void say_contested(struct merge *merge, const struct merge_item *item, const char *thing) {
    bool is_taken = merge_takes_stick(&merge->choice, item->id);
    const char *what = arena_format(merge->findings->arena,
                                    "%s was changed on this screen too since your copy: %s.", thing,
                                    is_taken ? "yours is taken" : "the screen's is kept");
    finding_add(merge->findings,
                (struct finding){
                    .path = item->path,
                    .what = what,
                    .todo = is_taken ? "What the screen had is in the earlier cards."
                                     : "Copy the cards again, and make your change in that copy.",
                    .code = FINDING_CONTESTED});
    *ARENA_ADD(merge->findings->arena, merge->contested, merge->contested_count) = *item;
}

static const struct tree_file *stick_file(const struct merge *merge, const struct sides *sides) {
    return &merge->fresh.files[sides->stick - merge->stick.files];
}

static const struct tree_file *screen_file(const struct merge *merge, const struct sides *sides) {
    return &merge->shown.files[sides->screen - merge->screen.files];
}

static struct disk_place stick_place(const struct merge *merge, const struct sides *sides) {
    const struct tree_file *file = stick_file(merge, sides);
    return (struct disk_place){merge->fresh.folders[file->folder].folder.descriptor, file->name};
}

// NULL where it is no text, or cannot be read.
static const char *load_words(struct merge *merge, const struct tree *tree,
                              const struct tree_file *file) {
    struct str bytes;
    bool is_read = !file->is_picture && tree_load(&bytes, tree, file, &merge->bytes) == FILE_OK;
    return is_read ? arena_text(merge->findings->arena, tree_plain(file, bytes, &merge->bytes))
                   : NULL;
}

static void say_both(struct merge *merge, const struct sides *sides) {
    const struct merge_item item = {
        .id = named(sides)->id,
        .path = named(sides)->path,
        .screen =
            sides->screen ? load_words(merge, &merge->shown, screen_file(merge, sides)) : NULL,
        .stick = sides->stick ? load_words(merge, &merge->fresh, stick_file(merge, sides)) : NULL,
    };
    say_contested(merge, &item, "This");
}

static void say_both_moved(struct merge *merge, const struct sides *sides) {
    const struct merge_item item = {.id = sides->stick->id,
                                    .path = sides->stick->path,
                                    .screen = screen_file(merge, sides)->name,
                                    .stick = stick_file(merge, sides)->name};
    say_contested(merge, &item, "The number of this card");
}

// The folder of the staging folder that has the path of one on screen, made where there is none.
static enum file_fault find_folder(struct merge *merge, int on_screen, int *descriptor) {
    const struct tree_folder *wanted = &merge->shown.folders[on_screen];
    struct tree *fresh = &merge->fresh;
    int at = 0;
    while (at < fresh->folder_count && strcasecmp(fresh->folders[at].path, wanted->path) != 0) {
        at++;
    }
    if (at == fresh->folder_count) {
        struct tree_folder made = {.name = wanted->name, .path = wanted->path};
        struct folder_source source = {-1, wanted->name, LIMIT_FOLDER_ENTRIES};
        enum file_fault fault = find_folder(merge, wanted->parent, &source.folder);
        if (fault == FILE_OK) {
            fault = disk_make_folder((struct disk_place){source.folder, source.name});
        }
        if (fault == FILE_OK) {
            fault = folder_open(&made.folder, &source, merge->findings->arena);
        }
        if (fault != FILE_OK) {
            return fault;
        }
        *ARENA_ADD(merge->findings->arena, fresh->folders, fresh->folder_count) = made;
    }
    *descriptor = fresh->folders[at].folder.descriptor;
    return FILE_OK;
}

static enum file_fault take_screens(struct merge *merge, const struct sides *sides,
                                    struct disk_place to) {
    struct str bytes;
    const struct tree_file *file = screen_file(merge, sides);
    enum file_fault fault = sides->stick ? disk_remove(stick_place(merge, sides)) : FILE_OK;
    if (fault == FILE_OK) {
        fault = tree_load(&bytes, &merge->shown, file, &merge->bytes);
    }
    return fault == FILE_OK ? disk_write_file(to, bytes) : fault;
}

// The words of one side, under the number of one. A number that another file has is not taken.
static enum file_fault put_words(struct merge *merge, const struct sides *sides, bool takes_words,
                                 bool takes_number) {
    uint64_t bytes;
    struct disk_place from = {-1, ""}, to = from;
    struct record_file merged = *named(sides);
    enum file_fault fault = FILE_OK;
    if (sides->stick) {
        from = to = stick_place(merge, sides);
    } else {
        fault = find_folder(merge, screen_file(merge, sides)->folder, &to.folder);
    }
    if (takes_number) {
        to.name = screen_file(merge, sides)->name;
        bool is_free = !sides->stick || disk_file_bytes(&bytes, to) == FILE_MISSING;
        to.name = is_free ? to.name : from.name;
        merged = is_free ? *sides->screen : merged;
    }
    merged.sum = sum_of(takes_words ? sides->screen : sides->stick);
    *ARENA_ADD(merge->merged.arena, merge->merged.files, merge->merged.count) = merged;
    if (strcmp(merged.id, RECORD_SETTINGS) == 0) {
        merge->merged.settings = takes_words ? merge->screen.settings : merge->stick.settings;
    }
    if (fault == FILE_OK && takes_words) {
        return take_screens(merge, sides, to);
    }
    return fault == FILE_OK && to.name != from.name ? disk_rename(to.folder, from.name, to.name)
                                                    : fault;
}

static enum file_fault merge_both_settings(struct merge *merge, const struct sides *sides) {
    struct merge_settings settings = {.base = merge->base.settings,
                                      .screen = merge->screen.settings,
                                      .stick = merge->stick.settings,
                                      .path = sides->stick->path,
                                      .choice = merge->choice};
    struct disk_place place = stick_place(merge, sides);
    struct str text = merge_settings(&settings, merge->findings->arena);
    for (int i = 0; i < settings.item_count; i++) {
        const struct merge_item *item = &settings.items[i];
        say_contested(merge, item,
                      arena_format(&merge->bytes, "“%s”", finding_quote(item->key, &merge->bytes)));
    }
    record_add(&merge->merged, stick_file(merge, sides), text);
    enum file_fault fault = disk_remove(place);
    return fault == FILE_OK ? disk_write_file(place, text) : fault;
}

static enum file_fault merge_file(struct merge *merge, const struct sides *sides) {
    enum merge_side words =
        merge_judge(sum_of(sides->base), sum_of(sides->screen), sum_of(sides->stick));
    enum merge_side number = words;
    if (sides->screen && sides->stick) {
        if (words == MERGE_BOTH && strcmp(sides->stick->id, RECORD_SETTINGS) == 0) {
            return merge_both_settings(merge, sides);
        }
        number =
            merge_judge(number_of(sides->base), number_of(sides->screen), number_of(sides->stick));
    }
    if (words == MERGE_SCREEN) {
        say_kept(merge, sides);
    } else if (words == MERGE_BOTH) {
        say_both(merge, sides);
    } else if (number == MERGE_BOTH) {
        say_both_moved(merge, sides);
    }
    bool takes_words = is_screens(merge, sides, words);
    if (takes_words ? sides->screen : sides->stick) {
        return put_words(merge, sides, takes_words, is_screens(merge, sides, number));
    }
    return sides->stick ? disk_remove(stick_place(merge, sides)) : FILE_OK;
}

static enum file_fault add_file(struct merge *merge, struct record *record,
                                const struct tree *tree) {
    const struct tree_file *file = &tree->files[record->count];
    struct str bytes;
    enum file_fault fault = tree_load(&bytes, tree, file, &merge->bytes);
    if (fault == FILE_OK) {
        record_add(record, file, tree_plain(file, bytes, &merge->bytes));
    }
    return fault;
}

// Against the screen itself, the stick has changed all that is different.
static enum file_fault find_base(struct merge *merge) {
    const struct store *store = merge->store;
    const struct record_place sticks = {store->descriptor, RECORD_STICK, store->current},
                              contents = {store->descriptor, RECORD_CONTENT, store->newest};
    enum file_fault fault = FILE_MISSING;
    if (merge->screen.count > 0) {
        fault = record_load(&merge->base, &sticks, merge->copy);
        fault =
            fault == FILE_MISSING ? record_load(&merge->base, &contents, merge->content) : fault;
    }
    if (fault != FILE_MISSING) {
        return fault;
    }
    merge->base = merge->screen;
    merge->is_unknown =
        store->current > 0 && strcmp(merge->content, record_key(&merge->screen)) != 0;
    return FILE_OK;
}

// The stick's files, and then those on screen, which are looked at where the stick has none. Where
// two of the stick are the same card, the second is left for the check to find.
static enum file_fault merge_next(struct merge *merge) {
    int at = merge->done_count++, on_screen = at - merge->stick.count;
    const struct record_file *file =
        on_screen < 0 ? &merge->stick.files[at] : &merge->screen.files[on_screen];
    const struct sides sides = {record_find(&merge->base, file->id),
                                record_find(&merge->screen, file->id),
                                record_find(&merge->stick, file->id)};
    if (on_screen < 0 && sides.stick != file) {
        *ARENA_ADD(merge->merged.arena, merge->merged.files, merge->merged.count) = *file;
        return FILE_OK;
    }
    return on_screen < 0 || !sides.stick ? merge_file(merge, &sides) : FILE_OK;
}

enum file_fault merge_step(struct merge *merge) {
    arena_reset(&merge->bytes);
    if (merge->screen.count < merge->shown.file_count) {
        return add_file(merge, &merge->screen, &merge->shown);
    }
    if (merge->stick.count < merge->fresh.file_count) {
        return add_file(merge, &merge->stick, &merge->fresh);
    }
    enum file_fault fault = merge->done_count == 0 ? find_base(merge) : FILE_OK;
    if (fault != FILE_OK) {
        return fault;
    }
    merge->is_over = merge->done_count == merge->stick.count + merge->screen.count;
    return merge->is_over ? FILE_OK : merge_next(merge);
}

// What came behind the cards that were set back to is no base of theirs.
static enum file_fault forget_sticks(const struct store *store) {
    enum file_fault fault = FILE_OK;
    for (int i = store->current + 1; i <= store->newest && fault == FILE_OK; i++) {
        fault = record_remove(&(struct record_place){store->descriptor, RECORD_STICK, i});
    }
    return fault;
}

enum file_fault merge_keep_records(const struct merge *merge) {
    const struct store *store = merge->store;
    struct record_place place = {store->descriptor, RECORD_CONTENT, store->current};
    enum file_fault fault = forget_sticks(store);
    if (fault == FILE_OK && merge->screen.count > 0) {
        fault = record_store(&merge->screen, &place, record_key(&merge->screen));
    }
    place.number = store->newest + 1;
    if (fault == FILE_OK) {
        fault = record_store(&merge->merged, &place, record_key(&merge->merged));
    }
    place.series = RECORD_STICK;
    return fault == FILE_OK && merge->copy[0] ? record_store(&merge->stick, &place, merge->copy)
                                              : fault;
}

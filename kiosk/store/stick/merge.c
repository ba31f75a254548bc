// SPDX-License-Identifier: MIT
// A card is the same card under another number, so that one person may put the cards into another
// order while another changes their words: number and words are judged each by itself.
#include "store/stick/merge.h"

#include "content/diff/merge.h"
#include "content/limits.h"

#include <string.h>
#include <strings.h>

// One file of all, in each record that has it.
struct sides {
    const struct record_file *copied, *brought, *screen, *stick;
};

static uint64_t sum_of(const struct record_file *file) {
    return file ? file->sum : 0;
}

static uint64_t number_of(const struct record_file *file) {
    return file ? (uint64_t)file->order + 2 : 0; // it may be -1
}

static enum merge_side judge(const struct sides *sides,
                             uint64_t (*state)(const struct record_file *file)) {
    const struct merge_states states = {state(sides->copied), state(sides->brought),
                                        state(sides->screen), state(sides->stick)};
    return merge_judge(&states);
}

static bool is_screens(const struct merge *merge, enum merge_side side) {
    return side == MERGE_SCREEN || (side == MERGE_BOTH && !merge->keeps_stick);
}

// A finding for whoever brought the stick. `thing`: a setting, or “This” file.
static void say(struct merge *merge, const struct sides *sides, enum merge_side side,
                const char *thing) {
    const char *what = "too since your copy: the screen's is kept.";
    const char *todo = "Copy the cards again, and make your change in that copy.";
    if (side == MERGE_SCREEN) {
        what = sides->screen ? "since your copy, and is kept."
                             : "since your copy: it was taken out, and stays out.";
        todo = "Copy the cards again before you change it.";
    } else if (merge->keeps_stick) {
        what = "too since your copy: yours is taken.";
        todo = "What the screen had is in the earlier cards.";
    }
    what = arena_format(merge->findings->arena, "%s was changed on this screen %s", thing, what);
    finding_add(merge->findings,
                (struct finding){.path = sides->stick ? sides->stick->path : sides->screen->path,
                                 .what = what,
                                 .todo = todo,
                                 .code = FINDING_KEPT});
}

// The folder of the staging folder that has the path of one on screen, made where there is none.
static enum file_fault find_folder(struct merge *merge, int on_screen, int *descriptor) {
    const struct tree_folder *wanted = &merge->shown->folders[on_screen];
    struct tree *fresh = merge->fresh;
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

static struct disk_place stick_place(const struct merge *merge, const struct record_file *stick) {
    const struct tree_file *file = &merge->fresh->files[stick - merge->stick.files];
    return (struct disk_place){merge->fresh->folders[file->folder].folder.descriptor, file->name};
}

static const struct tree_file *screen_file(const struct merge *merge, const struct sides *sides) {
    return &merge->shown->files[sides->screen - merge->screen.files];
}

static enum file_fault take_screens(struct merge *merge, const struct sides *sides,
                                    struct disk_place to) {
    struct str bytes;
    enum file_fault fault = FILE_OK;
    if (sides->stick) {
        fault = disk_remove(stick_place(merge, sides->stick));
    } else {
        fault = find_folder(merge, screen_file(merge, sides)->folder, &to.folder);
    }
    if (fault == FILE_OK) {
        fault = tree_load(&bytes, merge->shown, screen_file(merge, sides), merge->bytes);
    }
    return fault == FILE_OK ? disk_write_file(to, bytes) : fault;
}

// Where the words of both are to be. A number that another file has is not taken.
static struct disk_place find_place(const struct merge *merge, const struct sides *sides) {
    struct disk_place place = {-1, screen_file(merge, sides)->name};
    if (sides->stick) {
        uint64_t bytes;
        struct disk_place from = stick_place(merge, sides->stick);
        place.folder = from.folder;
        bool is_moved = is_screens(merge, judge(sides, number_of)) &&
                        disk_file_bytes(&bytes, place) == FILE_MISSING;
        place = is_moved ? place : from;
    }
    return place;
}

static enum file_fault merge_both_settings(struct merge *merge, const struct sides *sides) {
    struct merge_settings settings = {merge->copied.settings,
                                      merge->brought.settings,
                                      merge->screen.settings,
                                      merge->stick.settings,
                                      merge->keeps_stick,
                                      NULL,
                                      0};
    struct str text = merge_settings(&settings, merge->bytes);
    for (int i = 0; i < settings.contested_count; i++) {
        const char *key = finding_quote(settings.contested[i], merge->bytes);
        say(merge, sides, MERGE_BOTH, arena_format(merge->bytes, "“%s”", key));
    }
    enum file_fault fault = disk_remove(stick_place(merge, sides->stick));
    return fault == FILE_OK ? disk_write_file(stick_place(merge, sides->stick), text) : fault;
}

static enum file_fault merge_file(struct merge *merge, const struct sides *sides) {
    enum merge_side side = judge(sides, sum_of);
    if (side == MERGE_BOTH && sides->screen && sides->stick &&
        strcmp(sides->stick->id, "kiosk.ini") == 0) {
        return merge_both_settings(merge, sides);
    }
    if (side == MERGE_SCREEN || side == MERGE_BOTH) {
        say(merge, sides, side, "This");
    } else if (sides->screen && sides->stick && judge(sides, number_of) == MERGE_BOTH) {
        say(merge, sides, MERGE_BOTH, "The number of this card");
    }
    if (!sides->screen) {
        return is_screens(merge, side) ? disk_remove(stick_place(merge, sides->stick)) : FILE_OK;
    }
    struct disk_place to = find_place(merge, sides);
    if (is_screens(merge, side)) {
        return take_screens(merge, sides, to);
    }
    const char *name = sides->stick ? stick_place(merge, sides->stick).name : to.name;
    return strcmp(name, to.name) != 0 ? disk_rename(to.folder, name, to.name) : FILE_OK;
}

static enum file_fault add_file(struct merge *merge, struct record *record,
                                const struct tree *tree) {
    const struct tree_file *file = &tree->files[record->count];
    struct str bytes;
    enum file_fault fault = tree_load(&bytes, tree, file, merge->bytes);
    if (fault == FILE_OK) {
        record_add(record, file, tree_plain(file, bytes, merge->bytes));
    }
    return fault;
}

// What the stick's cards were copied from, and what the same copy brought the last time. False:
// neither is known here.
static bool find_earlier(struct merge *merge) {
    const struct record_place contents = {merge->store->descriptor, RECORD_CONTENT,
                                          merge->store->newest},
                              sticks = {merge->store->descriptor, RECORD_STICK,
                                        merge->store->newest};
    bool has_brought = record_load(&merge->brought, &sticks, merge->copy);
    bool has_copied = record_load(&merge->copied, &contents, merge->content);
    if (!has_copied && strcmp(merge->content, record_key(&merge->screen)) == 0) {
        merge->copied = merge->screen;
        has_copied = true;
    }
    merge->copied = has_copied ? merge->copied : merge->brought;
    merge->brought = has_brought ? merge->brought : merge->copied;
    if (merge->content[0] && !has_copied && !has_brought) {
        finding_warning(merge->findings, (struct finding_place){COPIED_FROM, 0},
                        "This copy is of cards that this kiosk does not know, so it cannot tell "
                        "what is older.",
                        "Look at every change before you put it on screen.");
    }
    return has_copied || has_brought;
}

// The stick's files, and then those on screen, which are looked at where the stick has none. Where
// two of the stick are the same card, the second is left for the check to find.
static enum file_fault merge_next(struct merge *merge) {
    int at = merge->done_count++, on_screen = at - merge->stick.count;
    const struct record_file *file =
        on_screen < 0 ? &merge->stick.files[at] : &merge->screen.files[on_screen];
    const struct sides sides = {
        record_find(&merge->copied, file->id), record_find(&merge->brought, file->id),
        record_find(&merge->screen, file->id), record_find(&merge->stick, file->id)};
    bool is_its_turn = on_screen < 0 ? sides.stick == file : !sides.stick;
    return is_its_turn ? merge_file(merge, &sides) : FILE_OK;
}

enum file_fault merge_step(struct merge *merge) {
    arena_reset(merge->bytes);
    if (merge->screen.count < merge->shown->file_count) {
        return add_file(merge, &merge->screen, merge->shown);
    }
    if (merge->stick.count < merge->fresh->file_count) {
        return add_file(merge, &merge->stick, merge->fresh);
    }
    bool has_earlier = merge->done_count > 0 || (merge->screen.count > 0 && find_earlier(merge));
    merge->is_over = !has_earlier || merge->done_count == merge->stick.count + merge->screen.count;
    return merge->is_over ? FILE_OK : merge_next(merge);
}

enum file_fault merge_keep_records(const struct merge *merge, const struct record *content) {
    const struct store *store = merge->store;
    struct record_place place = {store->descriptor, RECORD_CONTENT, store->current};
    enum file_fault fault = FILE_OK;
    if (merge->screen.count > 0) {
        fault = record_store(&merge->screen, &place, record_key(&merge->screen));
    }
    place.number = store->newest + 1;
    if (fault == FILE_OK) {
        fault = record_store(content, &place, record_key(content));
    }
    place.series = RECORD_STICK;
    return fault == FILE_OK && merge->copy[0] ? record_store(&merge->stick, &place, merge->copy)
                                              : fault;
}

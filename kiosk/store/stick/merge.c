// SPDX-License-Identifier: MIT
// A card is the same card under another number, so that one person may put the cards into another
// order while another changes their words: number and words are judged each by itself.
#include "store/stick/merge.h"

#include "content/diff/merge.h"

#include <string.h>
#include <strings.h>

static struct disk_place place_of(const struct tree *tree, int at) {
    const struct tree_file *file = &tree->files[at];
    return (struct disk_place){tree->folders[file->folder].folder.descriptor, file->name};
}

// One file of all that is to be merged, in each record that has it.
struct work {
    struct import *import;
    const struct record_file *copied, *brought, *screen, *stick;
};

static struct work find(struct import *import, const char *id) {
    const struct import_merge *merge = &import->merge;
    return (struct work){import, record_find(&merge->copied, id), record_find(&merge->brought, id),
                         record_find(&merge->screen, id), record_find(&merge->stick, id)};
}

static struct disk_place stick_place(const struct work *work) {
    return place_of(&work->import->fresh, (int)(work->stick - work->import->merge.stick.files));
}

static int screen_at(const struct work *work) {
    return (int)(work->screen - work->import->merge.screen.files);
}

static bool is_screens(const struct work *work, enum merge_side side) {
    return side == MERGE_SCREEN || (side == MERGE_BOTH && !work->import->source.keeps_stick);
}

static enum merge_side judge_words(const struct work *work) {
    const struct merge_states states = {
        work->copied ? work->copied->sum : 0, work->brought ? work->brought->sum : 0,
        work->screen ? work->screen->sum : 0, work->stick ? work->stick->sum : 0};
    return merge_judge(&states);
}

static uint64_t place_in_order(const struct record_file *file) {
    return file ? (uint64_t)file->order + 2 : 0; // it may be -1
}

// Under the number that the card has on screen, unless another file has that name.
static bool is_moved(const struct work *work) {
    if (!work->screen || !work->stick) {
        return false;
    }
    const struct merge_states states = {place_in_order(work->copied), place_in_order(work->brought),
                                        place_in_order(work->screen), place_in_order(work->stick)};
    uint64_t bytes;
    const struct disk_place to = {stick_place(work).folder,
                                  place_of(&work->import->shown, screen_at(work)).name};
    return is_screens(work, merge_judge(&states)) && disk_file_bytes(&bytes, to) == FILE_MISSING;
}

static void say(const struct work *work, const char *key, enum merge_side side) {
    struct findings *findings = work->import->findings;
    bool is_stick = work->import->source.keeps_stick;
    const char *thing =
        key ? arena_format(findings->arena, "“%s”", finding_quote(key, findings->arena)) : "This";
    struct finding said = {.path = work->stick ? work->stick->path : work->screen->path,
                           .code = FINDING_KEPT};
    if (side == MERGE_SCREEN) {
        said.what = work->screen
                        ? "This was changed on this screen since your copy, and is kept."
                        : "This was taken out on this screen since your copy, and stays out.";
        said.todo = "Copy the cards again before you change it.";
    } else if (is_stick) {
        said.what = arena_format(
            findings->arena, "%s was changed on this screen too since your copy: yours is taken.",
            thing);
        said.todo = "What the screen had is in the earlier cards.";
    } else {
        said.what = arena_format(
            findings->arena,
            "%s was changed on this screen too since your copy: the screen's is kept.", thing);
        said.todo = "Copy the cards again, and make your change in that copy.";
    }
    finding_add(findings, said);
}

// The folder of the staging folder that has the path of one on screen; it is made where there is
// none.
static enum file_fault find_folder(struct import *import, int shown_folder, int *descriptor) {
    const struct tree_folder *wanted = &import->shown.folders[shown_folder];
    struct tree *fresh = &import->fresh;
    for (int i = 0; i < fresh->folder_count; i++) {
        if (strcasecmp(fresh->folders[i].path, wanted->path) == 0) {
            *descriptor = fresh->folders[i].folder.descriptor;
            return FILE_OK;
        }
    }
    struct disk_place place = {-1, wanted->name};
    enum file_fault fault = import->folder_count == LIMIT_CONTENT_FOLDERS
                                ? FILE_TOO_BIG
                                : find_folder(import, wanted->parent, &place.folder);
    if (fault == FILE_OK) {
        fault = disk_make_open_folder(descriptor, place);
    }
    if (fault == FILE_OK) {
        import->folders[import->folder_count++] = *descriptor;
        *ARENA_ADD(import->findings->arena, fresh->folders, fresh->folder_count) =
            (struct tree_folder){{.descriptor = *descriptor}, wanted->name, wanted->path, 0};
    }
    return fault;
}

// In the place of the stick's, or where it was on screen.
static enum file_fault take_screens(const struct work *work, const char *name) {
    struct import *import = work->import;
    struct str bytes = {NULL, 0};
    enum file_fault fault = FILE_OK;
    struct disk_place place = {-1, name};
    if (work->stick) {
        place.folder = stick_place(work).folder;
        fault = disk_remove(stick_place(work));
    }
    if (fault == FILE_OK && work->screen) {
        const struct tree_file *file = &import->shown.files[screen_at(work)];
        fault = tree_load(&bytes, &import->shown, file, &import->bytes);
        if (fault == FILE_OK && !work->stick) {
            fault = find_folder(import, file->folder, &place.folder);
        }
    }
    return fault == FILE_OK && work->screen ? disk_write_file(place, bytes) : fault;
}

static enum file_fault merge_both_settings(const struct work *work) {
    const struct import_merge *merge = &work->import->merge;
    struct merge_settings settings = {merge->copied.settings,
                                      merge->brought.settings,
                                      merge->screen.settings,
                                      merge->stick.settings,
                                      work->import->source.keeps_stick,
                                      NULL,
                                      0};
    struct str text = merge_settings(&settings, &work->import->bytes);
    for (int i = 0; i < settings.contested_count; i++) {
        say(work, settings.contested[i], MERGE_BOTH);
    }
    enum file_fault fault = disk_remove(stick_place(work));
    return fault == FILE_OK ? disk_write_file(stick_place(work), text) : fault;
}

static enum file_fault merge_file(struct import *import, const char *id) {
    const struct work work = find(import, id);
    enum merge_side side = judge_words(&work);
    bool moves = is_moved(&work);
    const char *name = work.screen && (moves || !work.stick)
                           ? place_of(&import->shown, screen_at(&work)).name
                       : work.stick ? stick_place(&work).name
                                    : NULL;
    if (side == MERGE_BOTH && work.screen && work.stick && strcasecmp(id, "kiosk.ini") == 0) {
        return merge_both_settings(&work);
    }
    if (side == MERGE_SCREEN || side == MERGE_BOTH) {
        say(&work, NULL, side);
    }
    if (is_screens(&work, side)) {
        return take_screens(&work, name);
    }
    return moves ? disk_rename(stick_place(&work).folder, stick_place(&work).name, name) : FILE_OK;
}

static void add_to(struct record *record, struct import *import, const struct tree *tree) {
    const struct tree_file *file = &tree->files[record->count];
    struct str bytes;
    record->arena = import->findings->arena;
    if (import_is_stored(import, tree_load(&bytes, tree, file, &import->bytes))) {
        record_add(record, file, tree_plain(file, bytes, &import->bytes));
    }
}

// What the stick's cards were copied from, and what the same copy brought the last time. False:
// neither is known here.
static bool find_earlier(struct import *import) {
    struct import_merge *merge = &import->merge;
    const struct store *store = &import->store;
    const struct copied_from *said = &import->copied_from;
    const struct record_place contents = {store->descriptor, RECORD_CONTENT, store->newest},
                              sticks = {store->descriptor, RECORD_STICK, store->newest};
    merge->copied.arena = merge->brought.arena = import->findings->arena;
    bool has_brought = record_load(&merge->brought, &sticks, said->copy);
    bool has_copied = record_load(&merge->copied, &contents, said->content);
    if (!has_copied && strcmp(said->content, record_key(&merge->screen)) == 0) {
        merge->copied = merge->screen;
        has_copied = true;
    }
    merge->copied = has_copied ? merge->copied : merge->brought;
    merge->brought = has_brought ? merge->brought : merge->copied;
    if (said->content[0] && !has_copied && !has_brought) {
        finding_warning(import->findings, (struct finding_place){COPIED_FROM, 0},
                        "This copy is of cards that this kiosk does not know, so it cannot tell "
                        "what is older.",
                        "Look at every change before you put it on screen.");
    }
    return has_copied || has_brought;
}

// Of the stick's files, and then of those on screen, which are looked at where the stick has none.
static void merge_next(struct import *import) {
    const struct import_merge *merge = &import->merge;
    int at = import->merged_count++;
    bool is_on_stick = at < merge->stick.count;
    const char *id =
        is_on_stick ? merge->stick.files[at].id : merge->screen.files[at - merge->stick.count].id;
    const struct record_file *first = record_find(&merge->stick, id);
    if (is_on_stick ? first == &merge->stick.files[at] : !first) {
        bool is_merged = import_is_stored(import, merge_file(import, id));
        (void)is_merged; // the state says it
    }
}

void merge_step(struct import *import) {
    struct import_merge *merge = &import->merge;
    arena_reset(&import->bytes);
    if (merge->screen.count < import->shown.file_count) {
        add_to(&merge->screen, import, &import->shown);
    } else if (merge->stick.count < import->fresh.file_count) {
        add_to(&merge->stick, import, &import->fresh);
    } else if (import->merged_count == merge->stick.count + merge->screen.count ||
               (import->merged_count == 0 && !(import->shown_path && find_earlier(import)))) {
        import->state = IMPORT_SYNCING;
    } else {
        merge_next(import);
    }
}

enum file_fault merge_keep_records(const struct import *import) {
    const struct import_merge *merge = &import->merge;
    const struct store *store = &import->store;
    struct record_place place = {store->descriptor, RECORD_CONTENT, store->current};
    const char *key = record_key(&import->content);
    enum file_fault fault = FILE_OK;
    if (import->shown_path) {
        fault = record_store(&merge->screen, &place, record_key(&merge->screen));
    }
    place.number = store->newest + 1;
    if (fault == FILE_OK) {
        fault = record_store(&import->content, &place, key);
    }
    place.series = RECORD_STICK;
    return fault == FILE_OK && import->copied_from.copy[0]
               ? record_store(&merge->stick, &place, import->copied_from.copy)
               : fault;
}

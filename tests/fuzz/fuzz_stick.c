// SPDX-License-Identifier: MIT
// Any files and folders as a stick: what the bytes describe is made in memory (/dev/shm) and put
// into a kiosk that has good content. The update ends, content with an error changes nothing, and
// what is shown afterwards can be loaded without one. Every file begins with one of the kinds below
// and its name; the next byte 0x1E ends it.
#include "fuzz.h"

#include "close_reader.h"
#include "content_folder.h"
#include "store/stick/pack.h"

enum { ENTRY_LIMIT = 16, PATH_BYTES = 120, STEP_LIMIT = 1000 };

#define MARK 0x1E

struct place {
    struct content_folder root;
    struct content_folder stick;
    char store[48];
};

static void write_file(const char *path, struct str bytes) {
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK, 0644);
    ssize_t written = file >= 0 ? write(file, bytes.at, bytes.size) : 0;
    (void)written;
    if (file >= 0) {
        close(file);
    }
}

// Inside the stick: no empty part, none that leads up or out.
static bool is_name(struct str name) {
    char text[PATH_BYTES + 2];
    if (name.size == 0 || name.size > PATH_BYTES || memchr(name.at, '\0', name.size)) {
        return false;
    }
    snprintf(text, sizeof text, "%.*s/", (int)name.size, name.at);
    return text[0] != '/' && !strstr(text, "//") && !strstr(text, "../") && !strstr(text, "./");
}

static void make_entry(const struct place *place, char kind, struct str name, struct str bytes) {
    char path[PATH_BYTES + 80];
    snprintf(path, sizeof path, "%s/%.*s", place->stick.path, (int)name.size, name.at);
    content_make_folders(&place->stick, path);
    int failed = 0;
    switch (kind) {
    case 'd':
        failed = mkdir(path, 0755);
        break;
    case 'l':
        failed = symlink("kiosk.ini", path);
        break;
    case 'p':
        failed = mkfifo(path, 0644);
        break;
    default:
        write_file(path, bytes);
    }
    (void)failed; // there may be something of that name, and that is a stick too
}

static void make_stick(const struct place *place, struct str rest) {
    mkdir(place->stick.path, 0755);
    for (int i = 0; i < ENTRY_LIMIT && rest.size > 1; i++) {
        const char *stop = memchr(rest.at, MARK, rest.size);
        struct str entry = {rest.at + 1, (size_t)((stop ? stop : rest.at + rest.size) - rest.at)};
        entry.size -= entry.size > 0;
        const char *line = entry.size > 0 ? memchr(entry.at, '\n', entry.size) : NULL;
        struct str name = {entry.at, line ? (size_t)(line - entry.at) : entry.size};
        struct str bytes = {line ? line + 1 : "", line ? entry.size - name.size - 1 : 0};
        if (is_name(name)) {
            make_entry(place, rest.at[0], name, bytes);
        }
        size_t taken = stop ? (size_t)(stop + 1 - rest.at) : rest.size;
        rest = (struct str){rest.at + taken, rest.size - taken};
    }
}

static bool hear(void *self, struct str bytes) {
    bool is_taken = pack_take(self, bytes);
    FUZZ_CHECK(is_taken);
    return is_taken;
}

static enum import_state import(const struct place *place, struct findings *findings) {
    struct deck_slot slot = {0};
    const struct import_source source = {
        .store_dir = place->store, .assets_dir = DIT_SOURCE_DIR "/assets", .slot = &slot};
    struct import import;
    struct pack pack = {.import = &import};
    struct reader reader = {place->stick.path, .self = &pack, .say = hear};
    int steps = 0;
    import_open(&import, &source, findings);
    while (reader_step(&reader)) {
        FUZZ_CHECK(++steps < STEP_LIMIT);
    }
    while (import_step(&import)) {
        FUZZ_CHECK(++steps < STEP_LIMIT);
    }
    close_reader(&reader);
    FUZZ_CHECK(import.state != IMPORT_DONE);
    if (import.state == IMPORT_READY) {
        import_commit(&import);
    }
    while (import_step(&import)) {
    }
    import_close(&import);
    FUZZ_CHECK(import.state >= IMPORT_DONE && import.state < IMPORT_STATE_COUNT);
    FUZZ_CHECK(import.state != IMPORT_FAILED);
    FUZZ_CHECK((import.state == IMPORT_REFUSED) == (findings->error_count > 0));
    return import.state;
}

static void make_good_stick(const struct place *place) {
    content_put_text(&place->root, "stick/kiosk/kiosk.ini", good_settings);
    content_put_text(&place->root, "stick/kiosk/cards/en/10-a.md", good_card);
    content_put_text(&place->root, "stick/kiosk/cards/en/refer.md", good_refer);
    content_put_text(&place->root, "stick/kiosk/cards/en/urgent-help.md", good_urgent);
}

// Names that can be shown, at most two folders deep.
static void check_names(const char *path, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct tree tree;
    tree_list(&tree, (struct disk_place){FILE_FROM_HERE, path}, &findings);
    FUZZ_CHECK(findings.count == 0);
    for (int i = 0; i < tree.file_count; i++) {
        const char *slash = strchr(tree.files[i].path, '/');
        slash = slash ? strchr(slash + 1, '/') : NULL;
        FUZZ_CHECK(!slash || !strchr(slash + 1, '/'));
        fuzz_check_line(tree.files[i].path);
    }
    tree_close(&tree);
}

// What is current can be loaded without an error, whatever came.
static void check_shown(const struct place *place, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct deck deck;
    const char *path = store_current_path(place->store, arena);
    FUZZ_CHECK(path);
    check_names(path, arena);
    const struct deck_source source = {path, DIT_SOURCE_DIR "/assets", {0}, NULL};
    FUZZ_CHECK(deck_load(&deck, &source, &findings));
    FUZZ_CHECK(findings.error_count == 0);
}

// All but that nobody knows what a stick without copied-from.txt was copied from, which is said of
// cards that are not on the screen yet.
static int count_about_files(const struct findings *findings) {
    int count = 0;
    for (int i = 0; i < findings->count; i++) {
        count += strcmp(findings->list[i].path, "kiosk") != 0;
    }
    return count;
}

static void fuzz_update(const struct place *place, struct str bytes, struct arena *arena) {
    struct findings findings = {.arena = arena};
    const char *before = store_current_path(place->store, arena);
    make_stick(place, bytes);
    enum import_state state = import(place, &findings);
    const char *after = store_current_path(place->store, arena);
    FUZZ_CHECK((state == IMPORT_DONE) == (strcmp(before, after) != 0));
    fuzz_check_findings(&findings, (int)bytes.size + 1);
    check_shown(place, arena);
    struct findings again = {.arena = arena};
    enum import_state second = import(place, &again);
    FUZZ_CHECK(second == (state == IMPORT_DONE ? IMPORT_UNCHANGED : state));
    FUZZ_CHECK(count_about_files(&again) == count_about_files(&findings));
}

void fuzz_one(struct str bytes, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct place place = {.root = {"/dev/shm/dit-fuzz-XXXXXX"}};
    FUZZ_CHECK(mkdtemp(place.root.path));
    snprintf(place.stick.path, sizeof place.stick.path, "%.40s/stick", place.root.path);
    snprintf(place.store, sizeof place.store, "%.40s/store", place.root.path);
    make_good_stick(&place);
    FUZZ_CHECK(import(&place, &findings) == IMPORT_DONE);
    content_remove(&place.stick);
    fuzz_update(&place, bytes, arena);
    content_remove(&place.root);
}

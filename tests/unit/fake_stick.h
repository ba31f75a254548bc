// SPDX-License-Identifier: MIT
// A room for tests of the import: a stick with good content, a place for the store, and the few
// verbs that a test needs. Included by one test program at a time, so its functions are static.
#ifndef DIT_FAKE_STICK_H
#define DIT_FAKE_STICK_H

#include "content_folder.h"
#include "store/stick/import.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct room {
    struct content_folder folder; // the stick lies in it as stick/, the store as store/
    char stick[80], store[80];
    struct arena arena;
    struct findings findings;
    struct import import;
    struct import_source source;
};

static inline void put_content(struct room *room, const char *dir) {
    static const char *const names[] = {"kiosk.ini", "cards/en/10-what.md", "cards/en/refer.md",
                                        "cards/en/urgent-help.md"};
    const char *const texts[] = {good_settings, good_card, good_refer, good_urgent};
    for (int i = 0; i < COUNT_OF(names); i++) {
        content_put_text(&room->folder, arena_format(&room->arena, "%s/%s", dir, names[i]),
                         texts[i]);
    }
}

static inline int setup(void **state) {
    struct room *room = calloc(1, sizeof *room);
    room->folder = content_make();
    snprintf(room->stick, sizeof room->stick, "%s/stick", room->folder.path);
    snprintf(room->store, sizeof room->store, "%s/store", room->folder.path);
    put_content(room, "stick/Kiosk");
    *state = room;
    return 0;
}

static inline int teardown(void **state) {
    struct room *room = *state;
    content_remove(&room->folder);
    arena_finish(&room->arena);
    free(room);
    return 0;
}

static inline void begin(struct room *room) {
    room->findings = (struct findings){.arena = &room->arena};
    room->source = (struct import_source){
        .stick_dir = room->stick, .store_dir = room->store, .assets_dir = DIT_SOURCE_DIR "/assets"};
    import_open(&room->import, &room->source, &room->findings);
}

static inline enum import_state finish(struct room *room) {
    while (import_step(&room->import)) {
    }
    if (room->import.state == IMPORT_READY) {
        import_accept(&room->import);
        import_step(&room->import);
    }
    import_close(&room->import);
    return room->import.state;
}

static inline enum import_state import(struct room *room) {
    begin(room);
    return finish(room);
}

static inline bool is_there(struct room *room, const char *name) {
    struct stat about;
    return lstat(content_path(&room->folder, name), &about) == 0;
}

static inline bool says(const struct findings *findings, const char *words) {
    for (int i = 0; i < findings->count; i++) {
        if (strstr(finding_text(&findings->list[i], findings->arena), words)) {
            return true;
        }
    }
    return false;
}

static const char *text_of(struct room *room, const char *name) {
    struct str bytes = {"", 0};
    const struct file_source source = {FILE_FROM_HERE, content_path(&room->folder, name), 100000};
    return file_load(&bytes, &source, &room->arena) == FILE_OK ? bytes.at : "";
}

static inline void remove_from_room(struct room *room, const char *name) {
    const struct disk_place place = {FILE_FROM_HERE, content_path(&room->folder, name)};
    assert_int_equal(disk_remove(place), DISK_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif

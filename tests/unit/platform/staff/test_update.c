// SPDX-License-Identifier: MIT
// An update through its child: the ends are those of an import, and a picture decoder that has been
// taken over by a stranger gets nowhere. The decoder is the test's own, in place of the real one,
// because no picture is known that takes the real one over.
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "content/ports.h"
#include "platform/staff/update.h"
#include "platform/system/clock.h"

struct room {
    char path[64], stick[80], store[80];
    struct arena arena;
    struct log log;
    struct picture_book *pictures;
    struct picture_port port;
    struct ports ports;
    struct import_source source;
    struct update update;
};

static const char *path_in(struct room *room, const char *name) {
    return arena_format(&room->arena, "%s/%s", room->path, name);
}

static void put(struct room *room, const char *name, const char *text) {
    const struct disk_place place = {FILE_FROM_HERE, path_in(room, name)};
    assert_int_equal(disk_remove(place), DISK_OK);
    assert_int_equal(disk_write_file(place, str_from(text)), DISK_OK);
}

static const char *text_of(struct room *room, const char *name) {
    struct str bytes = {"", 0};
    const struct file_source source = {FILE_FROM_HERE, path_in(room, name), 100000};
    return file_load(&bytes, &source, &room->arena) == FILE_OK ? bytes.at : "";
}

static bool is_there(struct room *room, const char *name) {
    return access(path_in(room, name), F_OK) == 0;
}

static bool take(void *self, struct str bytes) {
    (void)self;
    return bytes.size > 0;
}

static int setup(void **state) {
    static const char *const folders[] = {"stick", "stick/kiosk", "stick/kiosk/cards",
                                          "stick/kiosk/cards/en", "stick/kiosk/images"};
    struct room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    strcpy(room->path, P_tmpdir "/dit-update-XXXXXX");
    assert_non_null(mkdtemp(room->path));
    snprintf(room->stick, sizeof room->stick, "%s/stick", room->path);
    snprintf(room->store, sizeof room->store, "%s/store", room->path);
    for (int i = 0; i < COUNT_OF(folders); i++) {
        assert_int_equal(mkdir(path_in(room, folders[i]), 0755), 0);
    }
    put(room, "stick/kiosk/kiosk.ini", "[practice]\nname = A\n[referral]\nphone = 0203 228 1350\n");
    put(room, "stick/kiosk/cards/en/10-what.md", "# What?\n\nWords.\n\n![Team](team.svg)\n");
    put(room, "stick/kiosk/cards/en/refer.md", "# Refer\n\n1. Ring\n");
    put(room, "stick/kiosk/cards/en/urgent-help.md",
        "# Help\n\n## Call 999\n\n## Call 111\n\n## Call 116 123\n");
    put(room, "stick/kiosk/images/team.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"200\"/>");
    room->pictures = picture_book_open(DIT_SOURCE_DIR "/assets", &room->log);
    room->port = (struct picture_port){room, take};
    room->ports = (struct ports){NULL, &room->port, false};
    *state = room;
    return 0;
}

static int teardown(void **state) {
    struct room *room = *state;
    assert_int_equal(disk_remove((struct disk_place){FILE_FROM_HERE, room->path}), DISK_OK);
    picture_book_close(room->pictures);
    arena_finish(&room->arena);
    free(room);
    return 0;
}

static void begin(struct room *room) {
    room->source = (struct import_source){.stick_dir = room->stick,
                                          .store_dir = room->store,
                                          .assets_dir = DIT_SOURCE_DIR "/assets",
                                          .ports = &room->ports};
    update_open(&room->update, &room->source, room->pictures, &room->log);
}

static enum import_state wait_for_end(struct room *room) {
    while (update_step(&room->update, clock_ms())) {
        struct pollfd waker = {.fd = update_waker(&room->update), .events = POLLIN};
        poll(&waker, 1, 100);
    }
    return room->update.import.state;
}

static enum import_state update(struct room *room) {
    begin(room);
    enum import_state state = wait_for_end(room);
    if (state == IMPORT_READY) {
        update_commit(&room->update);
        state = room->update.import.state;
    }
    return state;
}

static void a_stick_is_read_checked_and_put_in_place(void **state) {
    struct room *room = *state;
    begin(room);
    assert_int_equal(wait_for_end(room), IMPORT_READY);
    assert_int_equal(room->update.import.done_count, 5);
    assert_int_equal(room->update.import.file_count, 5);
    assert_false(is_there(room, "store/current"));
    update_commit(&room->update);
    assert_int_equal(room->update.import.state, IMPORT_DONE);
    update_close(&room->update);
    assert_non_null(strstr(text_of(room, "store/current/cards/en/10-what.md"), "Words."));
    assert_int_equal(update(room), IMPORT_UNCHANGED);
    update_close(&room->update);
}

static void what_is_wrong_comes_back_in_its_own_words(void **state) {
    struct room *room = *state;
    put(room, "stick/kiosk/kiosk.ini", "[practice]\nname = A\n[referral]\nphone = 0203 228 135\n");
    assert_int_equal(update(room), IMPORT_REFUSED);
    assert_int_equal(room->update.findings.error_count, 1);
    assert_non_null(
        strstr(finding_text(&room->update.findings.list[0], &room->arena), "is one digit short."));
    update_close(&room->update);
    assert_false(is_there(room, "store/staging"));
}

static void a_stick_that_is_not_there_is_said(void **state) {
    struct room *room = *state;
    snprintf(room->stick, sizeof room->stick, "%s/none", room->path);
    assert_int_equal(update(room), IMPORT_FAILED);
    assert_string_equal(room->update.import.trouble, "The stick cannot be read.");
    update_close(&room->update);
}

static void given_up_half_way_it_leaves_nothing(void **state) {
    struct room *room = *state;
    begin(room);
    update_step(&room->update, clock_ms());
    update_close(&room->update);
    assert_false(is_there(room, "store/staging"));
    begin(room);
    assert_int_equal(wait_for_end(room), IMPORT_READY);
    update_close(&room->update);
    assert_false(is_there(room, "store/staging"));
    assert_int_equal(update(room), IMPORT_DONE);
    update_close(&room->update);
}

static void two_updates_at_once_are_not_possible(void **state) {
    struct room *room = *state;
    struct update other;
    begin(room);
    update_open(&other, &room->source, room->pictures, &room->log);
    assert_int_equal(other.import.state, IMPORT_FAILED);
    assert_non_null(strstr(other.import.trouble, "another update is at work"));
    update_close(&other);
    assert_int_equal(wait_for_end(room), IMPORT_READY);
    update_close(&room->update);
}

static bool crash(void *self, struct str bytes) {
    (void)self, (void)bytes;
    raise(SIGSEGV); // not allowed any more
    __builtin_trap();
}

static bool lie(void *self, struct str bytes) {
    (void)self, (void)bytes;
    for (int i = 3; i < 256; i++) { // one of these is its output
        ssize_t written = write(i, "\x05\x05\x05\x05\x05\x05\x05\x05", 8);
        (void)written;
    }
    return true;
}

static bool leave_early(void *self, struct str bytes) {
    (void)self, (void)bytes;
    _exit(0);
}

static bool spoil(void *self, struct str bytes) {
    struct room *room = self;
    (void)bytes;
    int files[] = {open(path_in(room, "store/staging/kiosk.ini"), O_WRONLY | O_TRUNC),
                   open(path_in(room, "store/staging/new"), O_WRONLY | O_CREAT, 0600),
                   open(path_in(room, "store/pin"), O_RDONLY),
                   open(path_in(room, "stick/kiosk/kiosk.ini"), O_RDWR)};
    for (int i = 0; i < COUNT_OF(files); i++) {
        if (files[i] >= 0) {
            _exit(1);
        }
    }
    return true;
}

static void a_decoder_in_a_strangers_hand_hurts_nothing(void **state) {
    static const struct {
        bool (*decodes)(void *self, struct str bytes);
        enum import_state end;
    } cases[] = {
        {crash, IMPORT_FAILED},
        {lie, IMPORT_FAILED},
        {leave_early, IMPORT_FAILED},
        {spoil, IMPORT_READY}, // it got nowhere and said that all was well
    };
    struct room *room = *state;
    assert_int_equal(update(room), IMPORT_DONE);
    update_close(&room->update);
    put(room, "store/pin", "hash\n");
    for (int i = 0; i < COUNT_OF(cases); i++) {
        put(room, "stick/kiosk/cards/en/refer.md", "# Refer\n\n1. Ring again\n");
        room->port.decodes = cases[i].decodes;
        begin(room);
        assert_int_equal(wait_for_end(room), cases[i].end);
        if (cases[i].end == IMPORT_FAILED) {
            assert_non_null(strstr(room->update.import.trouble, "broke off"));
        }
        update_close(&room->update);
        assert_false(is_there(room, "store/staging"));
        assert_non_null(strstr(text_of(room, "store/current/cards/en/refer.md"), "1. Ring\n"));
        assert_string_equal(text_of(room, "store/pin"), "hash\n");
    }
}

// An SVG of a few bytes: one line that is cut into so many dashes, each as wide as the picture.
static void a_drawing_that_takes_too_long_does_not_come_to_the_screen(void **state) {
    struct room *room = *state;
    room->ports.pictures = picture_book_port(room->pictures);
    put(room, "stick/kiosk/images/team.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000\" height=\"1000\">"
        "<path d=\"M0 0L1000 1000\" stroke=\"#000\" stroke-width=\"900\" "
        "stroke-dasharray=\"0.01 0.01\"/></svg>");
    enum import_state end = update(room);
    bool is_said = end == IMPORT_REFUSED && room->update.findings.error_count == 1;
    bool is_ended = end == IMPORT_FAILED && strstr(room->update.import.trouble, "pictures");
    assert_true(is_said || is_ended);
    update_close(&room->update);
    assert_false(is_there(room, "store/current"));
}

static void a_stick_that_never_answers_is_given_up(void **state) {
    struct room *room = *state;
    begin(room);
    kill(room->update.child.pid, SIGSTOP);
    assert_true(update_step(&room->update, clock_ms()));
    assert_false(update_step(&room->update, update_deadline_ms(&room->update)));
    assert_int_equal(room->update.import.state, IMPORT_FAILED);
    assert_non_null(strstr(room->update.import.trouble, "takes too long"));
    update_close(&room->update);
}

static int open_files(void) {
    int count = 0;
    for (int i = 0; i < 256; i++) {
        count += fcntl(i, F_GETFD) >= 0;
    }
    return count;
}

static size_t held_bytes(void) {
#ifdef __SANITIZE_ADDRESS__
    return 0; // the sanitizer keeps what was freed, and finds leaks by itself
#else
    return mallinfo2().uordblks;
#endif
}

static int entries_in(struct room *room, const char *name) {
    struct folder folder;
    struct arena arena = {0};
    const struct folder_source source = {FILE_FROM_HERE, path_in(room, name), 1000};
    assert_int_equal(folder_open(&folder, &source, &arena), FILE_OK);
    int count = folder.count;
    folder_close(&folder);
    arena_finish(&arena);
    return count;
}

static void five_hundred_updates_in_a_row_leave_no_more_than_three(void **state) {
    struct room *room = *state;
    int files = 0, entries = 0;
    size_t bytes = 0;
    for (int i = 0; i < 500; i++) {
        char words[64];
        snprintf(words, sizeof words, "# Refer\n\n1. Ring %d times\n", i);
        put(room, "stick/kiosk/cards/en/refer.md", words);
        assert_int_equal(update(room), IMPORT_DONE);
        update_close(&room->update);
        arena_reset(&room->arena);
        if (i == 20) {
            files = open_files();
            entries = entries_in(room, "store");
            bytes = held_bytes();
        }
    }
    assert_int_equal(open_files(), files);
    assert_int_equal(entries_in(room, "store"), entries);
    assert_int_equal(entries, 6); // three generations, two pointers, the mark of trial
    assert_true(held_bytes() <= bytes + 4096);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_stick_is_read_checked_and_put_in_place),
        TEST(what_is_wrong_comes_back_in_its_own_words),
        TEST(a_stick_that_is_not_there_is_said),
        TEST(given_up_half_way_it_leaves_nothing),
        TEST(two_updates_at_once_are_not_possible),
        TEST(a_decoder_in_a_strangers_hand_hurts_nothing),
        TEST(a_drawing_that_takes_too_long_does_not_come_to_the_screen),
        TEST(a_stick_that_never_answers_is_given_up),
        TEST(five_hundred_updates_in_a_row_leave_no_more_than_three),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

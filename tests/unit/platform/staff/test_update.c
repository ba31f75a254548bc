// SPDX-License-Identifier: MIT
// An update through its children: the ends are those of an import, and a picture decoder that has
// been taken over by a stranger gets nowhere. No picture is known that takes the real one over, so
// the child here does what the picture says, in words that the real one passes over.
#include "fake_stick.h"

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "own_child.h"
#include "platform/draw/decode.h"
#include "platform/staff/update.h"
#include "platform/system/clock.h"

static struct update update;
static struct ports ports;

static bool take(struct str bytes) {
    return bytes.size > 0;
}

static void put(struct room *room, const char *name, const char *text) {
    content_put_text(&room->folder, name, text);
}

static const char *first_finding(struct room *room) {
    return finding_text(&update.findings.list[0], &room->arena);
}

#define DRAWING "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"200\"/>"

// One more file than fake_stick.h puts there: its card shows a picture.
static int open_room(void **state) {
    setup(state);
    struct room *room = *state;
    put(room, "stick/Kiosk/cards/en/10-what.md", "# What?\n\nWords.\n\n![Team](team.svg)\n");
    put(room, "stick/Kiosk/images/team.svg", DRAWING);
    ports = (struct ports){.decodes = take};
    return 0;
}

static int close_room(void **state) {
    struct room *room = *state;
    arena_finish(&room->slot.arena);
    return teardown(state);
}

#define UPDATE_TEST(name) UNIT_TEST_WITH(name, open_room, close_room, struct room *room)

static void open_update(struct room *room) {
    room->source = (struct import_source){.store_dir = room->store,
                                          .assets_dir = DIT_SOURCE_DIR "/assets",
                                          .ports = ports,
                                          .slot = &room->slot};
    update_open(&update, &room->source, room->stick);
}

static enum import_state wait_for_end(void) {
    while (update_step(&update, clock_ms())) {
        struct pollfd waker = {.fd = update_waker(&update), .events = POLLIN};
        poll(&waker, 1, update_deadline_ms(&update) > 0 ? 100 : 0);
    }
    return update.import.state;
}

static enum import_state run(struct room *room) {
    open_update(room);
    if (wait_for_end() == IMPORT_READY) {
        import_commit(&update.import);
        wait_for_end();
    }
    return update.import.state;
}

UPDATE_TEST(a_stick_is_read_checked_and_put_in_place) {
    open_update(room);
    assert_int_equal(wait_for_end(), IMPORT_READY);
    assert_int_equal(update.import.done_count, 5);
    assert_int_equal(update.import.file_count, 5);
    assert_false(is_there(room, "store/current"));
    import_commit(&update.import);
    assert_int_equal(wait_for_end(), IMPORT_DONE);
    update_close(&update);
    assert_non_null(strstr(text_of(room, "store/current/cards/en/10-what.md"), "Words."));
    assert_string_equal(room->slot.deck.content_dir, content_path(&room->folder, "store/gen-1"));
    assert_int_equal(room->slot.deck.languages[0].card_count, 1);
    assert_int_equal(run(room), IMPORT_UNCHANGED);
    update_close(&update);
}

UPDATE_TEST(what_is_wrong_comes_back_in_its_own_words) {
    put(room, "stick/Kiosk/kiosk.ini", "[practice]\nname = A\n[referral]\nphone = 0203 228 135\n");
    assert_int_equal(run(room), IMPORT_REFUSED);
    assert_int_equal(update.findings.error_count, 1);
    assert_non_null(strstr(first_finding(room), "is one digit short."));
    update_close(&update);
    assert_false(is_there(room, "store/staging"));
}

#define BAD_DRAWING "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"201\" height=\"201\"/>"

static bool refuse_one(struct str bytes) {
    return !str_equals(bytes, BAD_DRAWING);
}

UPDATE_TEST(a_picture_that_the_child_cannot_decode_is_refused_where_a_card_shows_it) {
    ports.decodes = refuse_one;
    put(room, "stick/Kiosk/images/bad.svg", BAD_DRAWING);
    assert_int_equal(run(room), IMPORT_DONE);
    assert_non_null(strstr(first_finding(room), "is on no card yet."));
    update_close(&update);
    put(room, "stick/Kiosk/cards/en/refer.md", "# Refer\n\n1. Ring\n\n![Team](Bad.svg)\n");
    assert_int_equal(run(room), IMPORT_REFUSED);
    assert_int_equal(update.findings.error_count, 1);
    assert_non_null(
        strstr(first_finding(room), "images/bad.svg:1: error: This picture is damaged"));
    update_close(&update);
}

UPDATE_TEST(a_stick_that_is_not_there_is_said) {
    room->stick[strlen(room->stick) - 1] = 'X';
    assert_int_equal(run(room), IMPORT_FAILED);
    assert_string_equal(update.import.trouble, "The stick cannot be read.");
    update_close(&update);
}

UPDATE_TEST(given_up_half_way_it_leaves_nothing) {
    open_update(room);
    update_step(&update, clock_ms());
    update_close(&update);
    assert_false(is_there(room, "store/staging"));
    open_update(room);
    assert_int_equal(wait_for_end(), IMPORT_READY);
    update_close(&update);
    assert_false(is_there(room, "store/staging"));
    assert_int_equal(run(room), IMPORT_DONE);
    update_close(&update);
}

UPDATE_TEST(two_updates_at_once_are_not_possible) {
    struct update other;
    struct deck_slot slot = {0};
    open_update(room);
    struct import_source source = room->source;
    source.slot = &slot;
    update_open(&other, &source, room->stick);
    assert_int_equal(other.import.state, IMPORT_FAILED);
    assert_non_null(strstr(other.import.trouble, "another update is at work"));
    update_close(&other);
    arena_finish(&slot.arena);
    assert_int_equal(wait_for_end(), IMPORT_READY);
    update_close(&update);
}

#define CRASH "<!-- crash -->"
#define LIE "<!-- lie -->"
#define LEAVE "<!-- leave -->"

OWN_CHILD(DECODE_CHILD) {
    char text[400] = {0};
    ssize_t size = pread(STDIN_FILENO, text, sizeof text - 1, 0);
    if (size > 0 && strstr(text, CRASH)) {
        __builtin_trap();
    }
    if (size > 0 && strstr(text, LIE)) {
        const int numbers[2] = {INT32_MAX, -1};
        return write(STDOUT_FILENO, numbers, sizeof numbers) < 0;
    }
    return size > 0 && strstr(text, LEAVE) ? 0 : decode_in_child(words[0]);
}

UPDATE_TEST(a_decoder_in_a_strangers_hand_hurts_nothing) {
    static const char *const orders[] = {CRASH, LIE, LEAVE};
    ports.decodes = decode_is_whole;
    assert_int_equal(run(room), IMPORT_DONE);
    update_close(&update);
    for (int i = 0; i < COUNT_OF(orders); i++) {
        put(room, "stick/Kiosk/images/team.svg",
            arena_format(&room->arena, "%s%s", DRAWING, orders[i]));
        assert_int_equal(run(room), IMPORT_REFUSED);
        assert_non_null(strstr(first_finding(room), "images/team.svg:1: error: This picture is"));
        update_close(&update);
        assert_false(is_there(room, "store/staging"));
        assert_true(is_there(room, "store/current/images/team.svg"));
    }
    put(room, "stick/Kiosk/images/team.svg", DRAWING);
    assert_int_equal(run(room), IMPORT_UNCHANGED);
    update_close(&update);
}

// One line that goes to and fro so often, and is nearly as wide as the picture.
UPDATE_TEST(a_drawing_that_takes_too_long_does_not_come_to_the_screen) {
    static const char turn[] = "L9 999 0 0";
    static char drawing[300000] =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000\" height=\"1000\">"
        "<path stroke=\"#000\" stroke-width=\"900\" d=\"M0 0";
    char *at = drawing + strlen(drawing);
    for (int i = 0; i < 20000; i++, at += strlen(turn)) {
        memcpy(at, turn, strlen(turn));
    }
    memcpy(at, "9 9\"/></svg>", sizeof "9 9\"/></svg>");
    ports.decodes = decode_is_whole;
    put(room, "stick/Kiosk/images/team.svg", drawing);
    assert_int_equal(run(room), IMPORT_REFUSED);
    assert_int_equal(update.findings.error_count, 1);
    assert_non_null(strstr(first_finding(room), "images/team.svg:1: error: "));
    update_close(&update);
    assert_false(is_there(room, "store/current"));
}

UPDATE_TEST(a_stick_that_never_answers_is_given_up) {
    open_update(room);
    kill(update.child.pid, SIGSTOP);
    assert_true(update_step(&update, clock_ms()));
    assert_false(update_step(&update, update_deadline_ms(&update)));
    assert_int_equal(update.import.state, IMPORT_FAILED);
    assert_non_null(strstr(update.import.trouble, "takes too long"));
    update_close(&update);
}

enum { STORING_MS = 20 };

static struct str take_time(struct str picture, struct arena *arena) {
    (void)arena;
    usleep(STORING_MS * 1000);
    return picture;
}

UPDATE_TEST(the_time_that_storing_takes_is_not_the_sticks) {
    ports.reduced = take_time;
    open_update(room);
    uint64_t before_ms = update_deadline_ms(&update);
    while (update.import.done_count < 5 && update_step(&update, clock_ms())) {
    }
    assert_true(update_deadline_ms(&update) >= before_ms + (uint64_t)(5 * STORING_MS));
    update_close(&update);
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
    const struct folder_source source = {FILE_FROM_HERE, content_path(&room->folder, name), 1000};
    assert_int_equal(folder_open(&folder, &source, &arena), FILE_OK);
    int count = folder.count;
    folder_close(&folder);
    arena_finish(&arena);
    return count;
}

UPDATE_TEST(five_hundred_updates_in_a_row_leave_nine_and_what_was_in_the_last_fifty) {
    int files = 0, entries = 0;
    size_t bytes = 0;
    for (int i = 0; i < 500; i++) {
        char words[64];
        snprintf(words, sizeof words, "# Refer\n\n1. Ring %d times\n", i);
        put(room, "stick/Kiosk/cards/en/refer.md", words);
        assert_int_equal(run(room), IMPORT_DONE);
        update_close(&update);
        arena_reset(&room->arena);
        if (i == 60) {
            files = open_files();
            entries = entries_in(room, "store");
            bytes = held_bytes();
        }
    }
    assert_int_equal(open_files(), files);
    assert_int_equal(entries_in(room, "store"), entries);
    // Nine generations, each with its date, two pointers, the mark of trial, and fifty records
    assert_int_equal(entries, 2 * 9 + 2 + 1 + 50);
    assert_true(held_bytes() <= bytes + 4096);
}

// SPDX-License-Identifier: MIT
// What a child says is understood as it was meant, however it is cut; and what a hostile child
// says is refused.
#include "store/stick/pack.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct ends {
    struct arena arena;
    struct findings said, heard;
    struct import speaker, listener;
    struct pack pack;
};

static int setup(void **state) {
    struct ends *ends = calloc(1, sizeof *ends);
    assert_non_null(ends);
    ends->said.arena = &ends->arena;
    ends->heard.arena = &ends->arena;
    ends->speaker.findings = &ends->said;
    ends->listener.findings = &ends->heard;
    ends->pack.import = &ends->listener;
    *state = ends;
    return 0;
}

static int teardown(void **state) {
    struct ends *ends = *state;
    arena_finish(&ends->arena);
    free(ends);
    return 0;
}

static void add(struct ends *ends, enum finding_level level, const char *path, int line) {
    finding_add(&ends->said, (struct finding){.level = level,
                                              .path = path,
                                              .line = line,
                                              .what = "“phone” is one digit short.",
                                              .todo = "A London number has 11 digits."});
}

static void what_was_found_arrives_whole_however_it_is_cut(void **state) {
    struct ends *ends = *state;
    add(ends, FINDING_ERROR, "kiosk.ini", 7);
    add(ends, FINDING_WARNING, "cards/en/10-what.md", 0);
    const char *redrawn[] = {"images/team.jpg", "images/வரவேற்பு.png"};
    ends->speaker.redrawn = (struct import_redrawn){redrawn, 2};
    ends->speaker.state = IMPORT_REFUSED;
    ends->speaker.done_count = 5;
    ends->speaker.file_count = 9;
    struct str progress = pack_progress(&ends->speaker, &ends->arena);
    struct str result = pack_result(&ends->speaker, &ends->arena);
    assert_true(pack_take(&ends->pack, progress));
    assert_int_equal(ends->listener.done_count, 5);
    assert_int_equal(ends->listener.file_count, 9);
    for (size_t i = 0; i < result.size; i++) {
        assert_false(ends->pack.is_over);
        assert_true(pack_take(&ends->pack, (struct str){result.at + i, 1}));
    }
    assert_true(ends->pack.is_over);
    assert_int_equal(ends->listener.state, IMPORT_REFUSED);
    assert_int_equal(ends->heard.count, 2);
    assert_int_equal(ends->heard.error_count, 1);
    assert_string_equal(finding_text(&ends->heard.list[0], &ends->arena),
                        finding_text(&ends->said.list[0], &ends->arena));
    assert_string_equal(finding_text(&ends->heard.list[1], &ends->arena),
                        finding_text(&ends->said.list[1], &ends->arena));
    assert_int_equal(ends->listener.redrawn.count, 2);
    assert_string_equal(ends->listener.redrawn.paths[1], redrawn[1]);
}

static void more_findings_than_are_kept_are_counted_on_both_sides(void **state) {
    struct ends *ends = *state;
    for (int i = 0; i < FINDINGS_LIMIT + 30; i++) {
        add(ends, i % 2 == 0 ? FINDING_ERROR : FINDING_WARNING, "kiosk.ini", i);
    }
    ends->speaker.state = IMPORT_REFUSED;
    assert_true(pack_take(&ends->pack, pack_result(&ends->speaker, &ends->arena)));
    assert_int_equal(ends->heard.count, FINDINGS_LIMIT);
    assert_int_equal(ends->heard.dropped_count, 30);
    assert_int_equal(ends->heard.error_count, ends->said.error_count);
}

static void a_very_long_text_is_cut_between_two_letters(void **state) {
    struct ends *ends = *state;
    char *path = arena_alloc(&ends->arena, 30001);
    memset(path, 'a', 30000);
    for (size_t i = 1; i + 1 < 30000; i += 2) {
        memcpy(path + i, "é", 2);
    }
    add(ends, FINDING_ERROR, path, 1);
    ends->speaker.state = IMPORT_REFUSED;
    assert_true(pack_take(&ends->pack, pack_result(&ends->speaker, &ends->arena)));
    size_t size = strlen(ends->heard.list[0].path);
    assert_in_range(size, 1000, 29999);
    assert_memory_equal(ends->heard.list[0].path, path, size);
}

// Whether these bytes are taken and end the message.
static bool is_taken(struct ends *ends, const char *bytes, size_t size) {
    ends->pack = (struct pack){.import = &ends->listener};
    ends->listener = (struct import){.findings = &ends->heard, .state = IMPORT_LISTING};
    ends->heard = (struct findings){.arena = &ends->arena};
    return pack_take(&ends->pack, (struct str){bytes, size}) && ends->pack.is_over;
}

#define BYTES(text) text, sizeof(text) - 1
#define N0 "\0\0\0\0"
#define READY "\x05\0\0\0"
#define REFUSED "\x08\0\0\0"
#define FAILED "\x09\0\0\0"
#define END(size) "\x03" size "\0\0\0"
#define FOUND(size) "\x01" size "\0\0\0"
#define ERROR_ "\x01\0\0\0"

static void an_end_that_nothing_bears_out_is_refused(void **state) {
    struct ends *ends = *state;
    static_assert(IMPORT_READY == 5 && IMPORT_REFUSED == 8 && IMPORT_FAILED == 9,
                  "the bytes above name states");
    assert_true(is_taken(ends, BYTES(END("\x0d") READY N0 N0 "\0")));
    assert_true(is_taken(ends, BYTES(END("\x0e") FAILED N0 N0 "x\0")));
    assert_false(is_taken(ends, BYTES(END("\x0d") REFUSED N0 N0 "\0")));
    assert_false(is_taken(ends, BYTES(END("\x0d") FAILED N0 N0 "\0")));
    assert_false(is_taken(ends, BYTES(END("\x0d") N0 N0 N0 "\0")));
    assert_false(is_taken(ends, BYTES(END("\x0d") "\x06\0\0\0" N0 N0 "\0"))); // "committed"
    assert_false(is_taken(ends, BYTES(END("\x0d") "\xff\0\0\0" N0 N0 "\0")));
    assert_true(
        is_taken(ends, BYTES(FOUND("\x0b") ERROR_ N0 "\0\0\0" END("\x0d") REFUSED N0 N0 "\0")));
    assert_false(
        is_taken(ends, BYTES(FOUND("\x0b") ERROR_ N0 "\0\0\0" END("\x0d") READY N0 N0 "\0")));
}

static void bytes_that_are_no_message_are_refused(void **state) {
    static const struct {
        const char *bytes;
        size_t size;
    } cases[] = {
        {BYTES("\x04\0\0\0\0\0")},                  // a kind that is not known
        {BYTES("\x03\xff\xff\xff\xff\0")},          // a size beyond any record
        {BYTES(END("\x0c") READY N0 N0 "\0")},      // too short
        {BYTES(END("\x0e") READY N0 N0 "\0\0")},    // too long
        {BYTES(END("\x0e") READY N0 N0 "x\x01")},   // without an end of the text
        {BYTES(END("\x0e") FAILED N0 N0 "\xff\0")}, // not UTF-8
        {BYTES(END("\x0d") READY N0 N0 "\0" END("\x0d") READY N0 N0 "\0")}, // behind the end
        {BYTES("\x00\x08\0\0\0\x02\0\0\0\x01\0\0\0")},                      // two of one file done
        {BYTES("\x00\x08\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff")},          // below nothing
        {BYTES(FOUND("\x0b") "\x02\0\0\0" N0 "\0\0\0")}, // a level that is not known
        {BYTES(END("\x0d") READY N0 "\x01\0\0\0"
                                    "\0")}, // more errors than findings
    };
    struct ends *ends = *state;
    for (int i = 0; i < COUNT_OF(cases); i++) {
        if (is_taken(ends, cases[i].bytes, cases[i].size)) {
            fail_msg("case %d was taken", i);
        }
        assert_int_not_equal(ends->listener.state, IMPORT_READY + 1);
    }
}

static void texts_from_a_child_cannot_move_a_cursor(void **state) {
    struct ends *ends = *state;
    assert_true(is_taken(ends, BYTES(END("\x12") FAILED N0 N0 "a\x1b[2J\0")));
    assert_string_equal(ends->listener.trouble, "a?[2J");
}

static void a_child_that_never_ends_talking_is_cut_off(void **state) {
    struct ends *ends = *state;
    struct str progress = pack_progress(&ends->speaker, &ends->arena);
    int taken = 0;
    while (taken < 10 * PACK_RECORD_LIMIT && pack_take(&ends->pack, progress)) {
        taken++;
    }
    assert_int_equal(taken, PACK_RECORD_LIMIT);
}

static void a_child_cannot_fill_the_memory_of_its_parent(void **state) {
    struct ends *ends = *state;
    char *path = arena_alloc(&ends->arena, 4001);
    memset(path, 'p', 4000);
    const char *redrawn[] = {path};
    for (int is_long = 0; is_long < 2; is_long++) {
        path[is_long ? 4000 : 200] = '\0';
        ends->speaker.redrawn = (struct import_redrawn){redrawn, 1};
        struct str said = pack_result(&ends->speaker, &ends->arena);
        said.size -= 18; // without the end
        ends->pack = (struct pack){.import = &ends->listener};
        ends->listener = (struct import){.findings = &ends->heard};
        size_t before = ends->arena.held_bytes;
        for (int i = 0; i < PACK_RECORD_LIMIT && pack_take(&ends->pack, said); i++) {
        }
        assert_true(ends->arena.held_bytes - before < 4 * 1024 * 1024);
        path[is_long ? 4000 : 200] = 'p';
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_was_found_arrives_whole_however_it_is_cut),
        TEST(more_findings_than_are_kept_are_counted_on_both_sides),
        TEST(a_very_long_text_is_cut_between_two_letters),
        TEST(an_end_that_nothing_bears_out_is_refused),
        TEST(bytes_that_are_no_message_are_refused),
        TEST(texts_from_a_child_cannot_move_a_cursor),
        TEST(a_child_that_never_ends_talking_is_cut_off),
        TEST(a_child_cannot_fill_the_memory_of_its_parent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

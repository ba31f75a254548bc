// SPDX-License-Identifier: MIT
// What a child says is understood as it was meant, however it is cut; and what a hostile child
// says is refused.
#include "base/utf8.h"
#include "store/stick/pack.h"
#include "unit_test.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

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

static void add(struct ends *ends, enum finding_level level, const char *path) {
    finding_add(&ends->said, (struct finding){.level = level,
                                              .path = path,
                                              .what = "This file cannot be read.",
                                              .todo = "Copy it again.",
                                              .code = FINDING_UNREAD});
}

static struct str bytes_of(const struct pack_message *message) {
    return (struct str){(const char *)message, sizeof *message};
}

UNIT_TEST(what_was_found_arrives_whole_however_it_is_cut) {
    struct ends *ends = *state;
    add(ends, FINDING_ERROR, "kiosk.ini");
    add(ends, FINDING_WARNING, "cards/en/10-what.md");
    const char *redrawn[] = {"team.jpg", "வரவேற்பு.png"}, *undrawable[] = {"x.svg"};
    ends->speaker.redrawn = (struct import_names){redrawn, 2};
    ends->speaker.undrawable = (struct import_names){undrawable, 1};
    ends->speaker.state = IMPORT_CHECKING;
    ends->speaker.is_same = true;
    ends->speaker.done_count = 5;
    ends->speaker.file_count = 9;
    const struct pack_message progress = pack_progress(&ends->speaker);
    struct str result = pack_result(&ends->speaker, &ends->arena);
    assert_true(pack_take(&ends->pack, bytes_of(&progress)));
    assert_int_equal(ends->listener.done_count, 5);
    assert_int_equal(ends->listener.file_count, 9);
    for (size_t i = 0; i < result.size; i++) {
        assert_false(ends->pack.is_over);
        assert_true(pack_take(&ends->pack, (struct str){result.at + i, 1}));
    }
    assert_true(ends->pack.is_over);
    assert_int_equal(ends->listener.state, IMPORT_CHECKING);
    assert_true(ends->listener.is_same);
    assert_int_equal(ends->heard.count, 2);
    assert_int_equal(ends->heard.error_count, 1);
    for (int i = 0; i < 2; i++) {
        assert_string_equal(finding_text(&ends->heard.list[i], &ends->arena),
                            finding_text(&ends->said.list[i], &ends->arena));
        assert_int_equal(ends->heard.list[i].code, FINDING_UNREAD);
    }
    assert_int_equal(ends->listener.redrawn.count, 2);
    assert_string_equal(ends->listener.redrawn.list[1], redrawn[1]);
    assert_int_equal(ends->listener.undrawable.count, 1);
    assert_string_equal(ends->listener.undrawable.list[0], undrawable[0]);
}

UNIT_TEST(more_findings_than_are_kept_are_counted_on_both_sides) {
    struct ends *ends = *state;
    for (int i = 0; i < FINDINGS_LIMIT + 30; i++) {
        add(ends, i % 2 == 0 ? FINDING_ERROR : FINDING_WARNING, "kiosk.ini");
    }
    ends->speaker.state = IMPORT_REFUSED;
    assert_true(pack_take(&ends->pack, pack_result(&ends->speaker, &ends->arena)));
    assert_true(ends->said.dropped_count > 0);
    assert_int_equal(ends->heard.count, ends->said.count);
    assert_int_equal(ends->heard.dropped_count, ends->said.dropped_count);
    assert_int_equal(ends->heard.error_count, ends->said.error_count);
}

UNIT_TEST(a_very_long_text_is_cut_and_stays_a_text) {
    struct ends *ends = *state;
    char *path = arena_alloc(&ends->arena, 30001);
    for (size_t i = 0; i < 30000; i += 2) {
        memcpy(path + i, "é", 2);
    }
    path[30000] = '\0';
    add(ends, FINDING_ERROR, path);
    ends->speaker.state = IMPORT_REFUSED;
    assert_true(pack_take(&ends->pack, pack_result(&ends->speaker, &ends->arena)));
    const char *heard = ends->heard.list[0].path;
    assert_int_equal(strlen(heard), sizeof ends->pack.message.path - 1);
    assert_true(utf8_is_valid(str_from(heard)));
}

static bool is_taken(struct ends *ends, const struct pack_message *messages, int count) {
    ends->pack = (struct pack){.import = &ends->listener};
    ends->listener = (struct import){.findings = &ends->heard, .state = IMPORT_LISTING};
    ends->heard = (struct findings){.arena = &ends->arena};
    for (int i = 0; i < count; i++) {
        if (!pack_take(&ends->pack, bytes_of(&messages[i]))) {
            return false;
        }
    }
    return ends->pack.is_over;
}

#define END(...)                                                                                   \
    {                                                                                              \
        .kind = PACK_END, .numbers = { __VA_ARGS__ }                                               \
    }
#define FOUND(...)                                                                                 \
    { .kind = PACK_FINDING, .numbers = {__VA_ARGS__}, .path = "a", .what = "b." }

// The child goes as far as the check, and ends before it only with a reason.
UNIT_TEST(only_an_end_that_something_bears_out_is_taken) {
    static const struct {
        struct pack_message messages[2];
        int count;
        bool is_taken;
    } cases[] = {
        {{END(IMPORT_CHECKING)}, 1, true},
        {{END(IMPORT_CHECKING, 1)}, 1, true},
        {{{.kind = PACK_END, .numbers = {IMPORT_FAILED}, .what = "x"}}, 1, true},
        {{FOUND(FINDING_ERROR), END(IMPORT_REFUSED)}, 2, true},
        {{FOUND(FINDING_ERROR), END(IMPORT_CHECKING)}, 2, true}, // which the check refuses
        {{END(IMPORT_REFUSED, 0, 7, 1)}, 1, true},
        {{END(IMPORT_REFUSED)}, 1, false},
        {{END(IMPORT_FAILED)}, 1, false},
        {{FOUND(FINDING_WARNING), END(IMPORT_REFUSED)}, 2, false},
        {{END(IMPORT_LISTING)}, 1, false},
        {{END(IMPORT_DECODING)}, 1, false},
        {{END(IMPORT_READY)}, 1, false},
        {{END(IMPORT_DONE)}, 1, false},
        {{END(IMPORT_UNCHANGED)}, 1, false},
        {{END(IMPORT_STATE_COUNT)}, 1, false},
        {{END(-1)}, 1, false},
        {{END(IMPORT_CHECKING, 2)}, 1, false},
        {{END(IMPORT_CHECKING, 0, -1)}, 1, false},
        {{END(IMPORT_CHECKING, 0, 1, 2)}, 1, false}, // more errors than findings
        {{END(IMPORT_CHECKING), END(IMPORT_CHECKING)}, 2, false},
        {{{.kind = PACK_PROGRESS, .numbers = {2, 1}}, END(IMPORT_CHECKING)}, 2, false},
        {{{.kind = PACK_PROGRESS, .numbers = {-1, 1}}, END(IMPORT_CHECKING)}, 2, false},
        {{FOUND(2), END(IMPORT_CHECKING)}, 2, false},
        {{FOUND(FINDING_ERROR, FINDING_CODE_COUNT), END(IMPORT_CHECKING)}, 2, false},
        {{{.kind = PACK_KIND_COUNT}}, 1, false},
        {{{.kind = -1}}, 1, false},
    };
    struct ends *ends = *state;
    for (int i = 0; i < COUNT_OF(cases); i++) {
        if (is_taken(ends, cases[i].messages, cases[i].count) != cases[i].is_taken) {
            fail_msg("case %d", i);
        }
    }
}

UNIT_TEST(texts_from_a_child_end_and_cannot_move_a_cursor) {
    struct ends *ends = *state;
    struct pack_message end = {
        .kind = PACK_END, .numbers = {IMPORT_FAILED}, .what = "a\x1b[2J\xff"};
    assert_true(is_taken(ends, &end, 1));
    assert_string_equal(ends->listener.trouble, "a?[2J?");
    memset(end.what, 'x', sizeof end.what + sizeof end.todo);
    assert_true(is_taken(ends, &end, 1));
    assert_int_equal(strlen(ends->listener.trouble), sizeof end.what - 1);
}

UNIT_TEST(a_child_that_never_ends_talking_is_cut_off) {
    struct ends *ends = *state;
    const struct pack_message progress = pack_progress(&ends->speaker);
    int taken = 0;
    while (taken < 10 * PACK_MESSAGE_LIMIT && pack_take(&ends->pack, bytes_of(&progress))) {
        taken++;
    }
    assert_int_equal(taken, PACK_MESSAGE_LIMIT);
}

UNIT_TEST(a_child_cannot_fill_the_memory_of_its_parent) {
    struct ends *ends = *state;
    for (int kind = PACK_UNDRAWABLE; kind <= PACK_FINDING; kind++) {
        struct pack_message message = {.kind = kind, .numbers = {FINDING_ERROR}};
        memset(message.path, 'p', sizeof message.path);
        ends->pack = (struct pack){.import = &ends->listener};
        size_t before = ends->arena.held_bytes;
        for (int i = 0; i < PACK_MESSAGE_LIMIT && pack_take(&ends->pack, bytes_of(&message)); i++) {
        }
        assert_true(ends->arena.held_bytes - before < 6 * 1024 * 1024);
    }
}

int main(void) {
    return unit_tests_run(setup, teardown);
}

// SPDX-License-Identifier: MIT
// What a child says is understood as it was meant, however it is cut; and what a hostile child
// says is refused.
#include "base/utf8.h"
#include "complaints.h"
#include "store/stick/pack.h"

#include <stdlib.h>

static struct findings heard; // what is said stands in findings
static struct import speaker, listener;
static struct pack pack;

static int setup_ends(void **state) {
    heard = (struct findings){.arena = &arena};
    speaker = (struct import){.findings = &findings};
    listener = (struct import){.findings = &heard};
    pack = (struct pack){.import = &listener};
    return setup(state);
}

#define PACK_TEST(name) UNIT_TEST_WITH(name, setup_ends, teardown, void *nothing)

static void add(enum finding_level level, const char *path) {
    finding_add(&findings, (struct finding){.level = level,
                                            .path = path,
                                            .what = "This file cannot be read.",
                                            .todo = "Copy it again.",
                                            .code = FINDING_UNREAD});
}

static struct str bytes_of(const struct pack_message *message) {
    return (struct str){(const char *)message, sizeof *message};
}

PACK_TEST(what_was_found_arrives_whole_however_it_is_cut) {
    add(FINDING_ERROR, "kiosk.ini");
    add(FINDING_WARNING, "cards/en/10-what.md");
    const char *redrawn[] = {"team.jpg", "வரவேற்பு.png"}, *undrawable[] = {"x.svg"};
    speaker.redrawn = (struct import_names){redrawn, 2};
    speaker.undrawable = (struct import_names){undrawable, 1};
    speaker.state = IMPORT_CHECKING;
    speaker.is_same = true;
    speaker.done_count = 5;
    speaker.file_count = 9;
    const struct pack_message progress = pack_progress(&speaker);
    struct str result = pack_result(&speaker, &arena);
    assert_true(pack_take(&pack, bytes_of(&progress)));
    assert_int_equal(listener.done_count, 5);
    assert_int_equal(listener.file_count, 9);
    for (size_t i = 0; i < result.size; i++) {
        assert_false(pack.is_over);
        assert_true(pack_take(&pack, (struct str){result.at + i, 1}));
    }
    assert_true(pack.is_over);
    assert_int_equal(listener.state, IMPORT_CHECKING);
    assert_true(listener.is_same);
    assert_int_equal(heard.count, 2);
    assert_int_equal(heard.error_count, 1);
    for (int i = 0; i < 2; i++) {
        assert_string_equal(finding_text(&heard.list[i], &arena),
                            finding_text(&findings.list[i], &arena));
        assert_int_equal(heard.list[i].code, FINDING_UNREAD);
    }
    assert_int_equal(listener.redrawn.count, 2);
    assert_string_equal(listener.redrawn.list[1], redrawn[1]);
    assert_int_equal(listener.undrawable.count, 1);
    assert_string_equal(listener.undrawable.list[0], undrawable[0]);
}

PACK_TEST(more_findings_than_are_kept_are_counted_on_both_sides) {
    for (int i = 0; i < FINDINGS_LIMIT + 30; i++) {
        add(i % 2 == 0 ? FINDING_ERROR : FINDING_WARNING, "kiosk.ini");
    }
    speaker.state = IMPORT_REFUSED;
    assert_true(pack_take(&pack, pack_result(&speaker, &arena)));
    assert_true(findings.dropped_count > 0);
    assert_int_equal(heard.count, findings.count);
    assert_int_equal(heard.dropped_count, findings.dropped_count);
    assert_int_equal(heard.error_count, findings.error_count);
}

PACK_TEST(a_very_long_text_is_cut_and_stays_a_text) {
    char *path = arena_alloc(&arena, 30001);
    for (size_t i = 0; i < 30000; i += 2) {
        memcpy(path + i, "é", 2);
    }
    path[30000] = '\0';
    add(FINDING_ERROR, path);
    speaker.state = IMPORT_REFUSED;
    assert_true(pack_take(&pack, pack_result(&speaker, &arena)));
    const char *path_heard = heard.list[0].path;
    assert_int_equal(strlen(path_heard), sizeof pack.message.path - 1);
    assert_true(utf8_is_valid(str_from(path_heard)));
}

static bool is_taken(const struct pack_message *messages, int count) {
    pack = (struct pack){.import = &listener};
    listener = (struct import){.findings = &heard, .state = IMPORT_LISTING};
    heard = (struct findings){.arena = &arena};
    for (int i = 0; i < count; i++) {
        if (!pack_take(&pack, bytes_of(&messages[i]))) {
            return false;
        }
    }
    return pack.is_over;
}

#define END(...)                                                                                   \
    {                                                                                              \
        .kind = PACK_END, .numbers = { __VA_ARGS__ }                                               \
    }
#define FOUND(...)                                                                                 \
    { .kind = PACK_FINDING, .numbers = {__VA_ARGS__}, .path = "a", .what = "b." }

// The child goes as far as the check, and ends before it only with a reason.
PACK_TEST(only_an_end_that_something_bears_out_is_taken) {
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
    for (int i = 0; i < COUNT_OF(cases); i++) {
        if (is_taken(cases[i].messages, cases[i].count) != cases[i].is_taken) {
            fail_msg("case %d", i);
        }
    }
}

PACK_TEST(texts_from_a_child_end_and_cannot_move_a_cursor) {
    struct pack_message end = {
        .kind = PACK_END, .numbers = {IMPORT_FAILED}, .what = "a\x1b[2J\xff"};
    assert_true(is_taken(&end, 1));
    assert_string_equal(listener.trouble, "a?[2J?");
    memset(end.what, 'x', sizeof end.what + sizeof end.todo);
    assert_true(is_taken(&end, 1));
    assert_int_equal(strlen(listener.trouble), sizeof end.what - 1);
}

PACK_TEST(a_child_that_never_ends_talking_is_cut_off) {
    const struct pack_message progress = pack_progress(&speaker);
    int taken = 0;
    while (taken < 10 * PACK_MESSAGE_LIMIT && pack_take(&pack, bytes_of(&progress))) {
        taken++;
    }
    assert_int_equal(taken, PACK_MESSAGE_LIMIT);
}

PACK_TEST(a_child_cannot_fill_the_memory_of_its_parent) {
    for (int kind = PACK_UNDRAWABLE; kind <= PACK_FINDING; kind++) {
        struct pack_message message = {.kind = kind, .numbers = {FINDING_ERROR}};
        memset(message.path, 'p', sizeof message.path);
        pack = (struct pack){.import = &listener};
        size_t before = arena.held_bytes;
        for (int i = 0; i < PACK_MESSAGE_LIMIT && pack_take(&pack, bytes_of(&message)); i++) {
        }
        assert_true(arena.held_bytes - before < 6 * 1024 * 1024);
    }
}

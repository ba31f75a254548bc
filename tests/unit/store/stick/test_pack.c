// SPDX-License-Identifier: MIT
// What a child says is taken as it was meant, however it is cut; and what a hostile child says is
// refused, or is no more than a file of an odd name in the staging folder.
#include "fake_stick.h"

#include "base/utf8.h"

static int setup_ends(void **state) {
    setup(state);
    begin(*state);
    return 0;
}

static int teardown_ends(void **state) {
    close_import(*state);
    return teardown(state);
}

#define PACK_TEST(name) UNIT_TEST_WITH(name, setup_ends, teardown_ends, struct room *room)

static struct str bytes_of(const struct pack_message *message) {
    return (struct str){(const char *)message, sizeof *message};
}

static bool hear_one_by_one(void *self, struct str bytes) {
    for (size_t i = 0; i < bytes.size; i++) {
        if (!pack_take(self, (struct str){bytes.at + i, 1})) {
            return false;
        }
    }
    return true;
}

PACK_TEST(a_stick_arrives_whole_however_it_is_cut) {
    content_put_text(&room->folder, "stick/Kiosk/cards/45-lost.md", good_card);
    content_put_text(&room->folder, "stick/Kiosk/images/வரவேற்பு.svg", "");
    room->reader.say = hear_one_by_one;
    while (reader_step(&room->reader)) {
        assert_false(room->pack.is_over);
    }
    assert_true(room->pack.is_over);
    assert_int_equal(room->import.state, IMPORT_MERGING);
    assert_int_equal(room->import.done_count, 6);
    assert_int_equal(room->import.file_count, 6);
    assert_string_equal(text_of(room, "store/staging/cards/en/10-what.md"), good_card);
    assert_true(is_there(room, "store/staging/images/வரவேற்பு.svg"));
}

PACK_TEST(what_was_found_arrives_in_its_own_words) {
    content_put_text(&room->folder, "stick/Kiosk/45-lost.txt", good_card);
    content_put_text(&room->folder, "stick/Kiosk/cards/en/20-\033[2J.md", good_card);
    while (reader_step(&room->reader)) {
    }
    assert_int_equal(room->import.state, IMPORT_REFUSED);
    assert_int_equal(room->findings.count, 2);
    assert_int_equal(room->findings.error_count, 1);
    for (int i = 0; i < room->findings.count; i++) {
        assert_string_equal(finding_text(&room->findings.list[i], &room->arena),
                            finding_text(&room->reader.findings.list[i], &room->arena));
        assert_int_equal(room->findings.list[i].code, room->reader.findings.list[i].code);
    }
}

PACK_TEST(more_findings_than_are_kept_are_counted_on_both_sides) {
    struct findings *found = &room->reader.findings;
    found->arena = &room->reader.arena;
    for (int i = 0; i < FINDINGS_LIMIT + 30; i++) {
        const struct finding_place place = {"kiosk.ini", i};
        (i % 2 == 0 ? finding_error : finding_warning)(found, place, "This is wrong.", "Mend it.");
    }
    while (reader_step(&room->reader)) {
    }
    assert_true(found->dropped_count > 0);
    assert_int_equal(room->findings.count, found->count);
    assert_int_equal(room->findings.dropped_count, found->dropped_count);
    assert_int_equal(room->findings.error_count, found->error_count);
}

static bool is_taken(struct room *room, const struct pack_message *messages, int count) {
    close_import(room);
    begin(room);
    for (int i = 0; i < count; i++) {
        if (!pack_take(&room->pack, bytes_of(&messages[i]))) {
            return false;
        }
    }
    return room->pack.is_over;
}

#define SAY(what, ...)                                                                             \
    {                                                                                              \
        .kind = PACK_##what, .numbers = { __VA_ARGS__ }                                            \
    }
#define NAMED(what, name, ...)                                                                     \
    { .kind = PACK_##what, .numbers = {__VA_ARGS__}, .path = name }
#define COPIED(text)                                                                               \
    { .kind = PACK_COPIED_FROM, .what = text }
#define FOUND(...)                                                                                 \
    { .kind = PACK_FINDING, .numbers = {__VA_ARGS__}, .path = "a", .what = "b." }

PACK_TEST(a_key_is_sixteen_digits_or_none) {
    static const struct {
        const char *said, *content, *copy;
    } cases[] = {
        {"kiosk = A\r\ncontent = 0123456789abcdef\r\ncopy = fedcba9876543210\r\n",
         "0123456789abcdef", "fedcba9876543210"},
        {"content = 0123456789abcdef", "0123456789abcdef", ""},
        {"copy = 0123456789abcdef\ncontent = ../current/kiosk.ini", "", "0123456789abcdef"},
        {"content = 0123456789abcdef0\ncopy = 0123456789ABCDEF\n", "", ""},
        {"", "", ""},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct pack_message message = {.kind = PACK_COPIED_FROM};
        snprintf(message.what, sizeof message.what, "%s", cases[i].said);
        assert_false(is_taken(room, &message, 1)); // there is more to come
        assert_string_equal(room->import.merge.content, cases[i].content);
        assert_string_equal(room->import.merge.copy, cases[i].copy);
    }
}

PACK_TEST(only_what_makes_sense_is_taken) {
    static const struct {
        struct pack_message messages[4];
        int count;
        bool is_taken;
    } cases[] = {
        {{SAY(COUNT, 0), SAY(END, 0)}, 2, true},
        {{SAY(COUNT, 1), NAMED(FILE, "a", 0, 0), SAY(END, 0)}, 3, true},
        {{SAY(COUNT, 1), NAMED(FOLDER, "a", 0), NAMED(FILE, "a", 1, 0), SAY(END, 0)}, 4, true},
        {{{.kind = PACK_END, .what = "x"}}, 1, true},
        {{FOUND(FINDING_ERROR), SAY(END, 0)}, 2, true},
        {{SAY(COUNT, 1), FOUND(FINDING_ERROR), SAY(END, 0)}, 3, true},
        {{SAY(END, 7, 1)}, 1, true},
        {{COPIED("x"), SAY(COUNT, 0), SAY(END, 0)}, 3, true},
        {{SAY(END, 0)}, 1, false},                // nothing was read
        {{SAY(COUNT, 1), SAY(END, 0)}, 2, false}, // a file is missing
        {{FOUND(FINDING_WARNING), SAY(END, 0)}, 2, false},
        {{SAY(COUNT, 0), NAMED(FILE, "a", 0, 0)}, 2, false}, // a file too many
        {{NAMED(FILE, "a", 0, 0)}, 1, false},
        {{NAMED(FOLDER, "a", 0)}, 1, false},
        {{SAY(COUNT, 0), SAY(COUNT, 0)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FILE, "a", 1, 0)}, 2, false}, // in no folder
        {{SAY(COUNT, 1), NAMED(FOLDER, "a", 1)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FILE, "../a", 0, 0)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FILE, "/a", 0, 0)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FILE, "", 0, 0)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FOLDER, "..", 0)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FOLDER, ".", 0)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FILE, "a", 0, -1)}, 2, false},
        {{SAY(COUNT, 1), NAMED(FILE, "a", 0, LIMIT_PICTURE_BYTES + 1)}, 2, false},
        {{SAY(COUNT, -1)}, 1, false},
        {{SAY(COUNT, 0), SAY(END, -1)}, 2, false},
        {{SAY(COUNT, 0), SAY(END, 1, 2)}, 2, false}, // more errors than findings
        {{SAY(COUNT, 0), SAY(END, 0), SAY(END, 0)}, 3, false},
        {{FOUND(2), SAY(END, 0)}, 2, false},
        {{FOUND(FINDING_ERROR, FINDING_CODE_COUNT), SAY(END, 0)}, 2, false},
        {{{.kind = PACK_KIND_COUNT}}, 1, false},
        {{{.kind = -1}}, 1, false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        if (is_taken(room, cases[i].messages, cases[i].count) != cases[i].is_taken) {
            fail_msg("case %d", i);
        }
        assert_false(is_there(room, "store/a"));
    }
}

// The disk's answer, as a stick with the same name twice has it.
PACK_TEST(what_the_disk_refuses_is_no_nonsense_but_an_end) {
    static const struct pack_message messages[] = {SAY(COUNT, 2), NAMED(FILE, "a", 0, 0),
                                                   NAMED(FILE, "a", 0, 0)};
    assert_false(is_taken(room, messages, COUNT_OF(messages)));
    assert_int_equal(room->import.state, IMPORT_FAILED);
    assert_non_null(strstr(room->import.trouble, "The new cards cannot be stored"));
}

PACK_TEST(what_is_no_content_in_the_staging_folder_ends_it) {
    static const struct pack_message messages[] = {SAY(COUNT, 1), NAMED(FOLDER, "cards", 0),
                                                   NAMED(FILE, "\033[2J.md", 1, 0), SAY(END, 0)};
    assert_true(is_taken(room, messages, COUNT_OF(messages)));
    while (import_step(&room->import)) {
    }
    assert_int_equal(room->import.state, IMPORT_FAILED);
}

PACK_TEST(texts_from_a_child_end_and_cannot_move_a_cursor) {
    struct pack_message end = {.kind = PACK_END, .what = "a\x1b[2J\xff"};
    assert_true(is_taken(room, &end, 1));
    assert_string_equal(room->import.trouble, "a?[2J?");
    memset(end.what, 'x', sizeof end.what + sizeof end.todo);
    assert_true(is_taken(room, &end, 1));
    assert_int_equal(strlen(room->import.trouble), sizeof end.what - 1);
}

PACK_TEST(a_child_that_never_ends_talking_is_cut_off) {
    const struct pack_message found = FOUND(FINDING_WARNING);
    int taken = 0;
    while (taken < 10 * PACK_MESSAGE_LIMIT && pack_take(&room->pack, bytes_of(&found))) {
        taken++;
    }
    assert_int_equal(taken, PACK_MESSAGE_LIMIT);
}

PACK_TEST(a_child_cannot_fill_the_memory_of_its_parent) {
    struct pack_message found = {.kind = PACK_FINDING, .numbers = {FINDING_ERROR}};
    memset(found.path, 'p', sizeof found.path);
    size_t before = room->arena.held_bytes;
    for (int i = 0; i < PACK_MESSAGE_LIMIT && pack_take(&room->pack, bytes_of(&found)); i++) {
    }
    assert_true(room->arena.held_bytes - before < 6 * 1024 * 1024);
}

PACK_TEST(a_child_cannot_fill_the_disk_of_its_parent) {
    static const char bytes[LIMIT_PICTURE_BYTES];
    const struct pack_message count = SAY(COUNT, 100);
    struct pack_message file = SAY(FILE, 0, sizeof bytes);
    bool is_taken = pack_take(&room->pack, bytes_of(&count));
    for (int i = 0; i < 100 && is_taken; i++) {
        snprintf(file.path, sizeof file.path, "%d", i);
        is_taken = pack_take(&room->pack, bytes_of(&file)) &&
                   pack_take(&room->pack, (struct str){bytes, sizeof bytes});
    }
    assert_false(is_taken);
    assert_true(room->import.copied_bytes <= LIMIT_CONTENT_BYTES);
}

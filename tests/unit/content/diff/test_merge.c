// SPDX-License-Identifier: MIT
// What two people have changed since they had the same: nothing of what one of them alone did is
// lost, and nothing that both did is decided in silence.
#include "content/diff/merge.h"

#include "base/base.h"
#include "base/buffer.h"
#include "base/ini.h"
#include "unit_test.h"

#include <stdlib.h>
#include <string.h>

enum { GONE = 0, OLD = 1, ONE = 2, OTHER = 3 };

UNIT_TEST(each_of_the_nine_cases_of_a_file_has_its_side) {
    static const struct {
        uint64_t screen, stick;
        enum merge_side side;
    } cases[] = {
        {OLD, OLD, MERGE_SAME},    {OLD, ONE, MERGE_STICK},  {OLD, GONE, MERGE_STICK},
        {ONE, OLD, MERGE_SCREEN},  {ONE, OTHER, MERGE_BOTH}, {ONE, GONE, MERGE_BOTH},
        {GONE, OLD, MERGE_SCREEN}, {GONE, ONE, MERGE_BOTH},  {GONE, GONE, MERGE_SAME},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(merge_judge(OLD, cases[i].screen, cases[i].stick), cases[i].side);
    }
}

UNIT_TEST(what_the_copy_had_not_is_kept_wherever_it_was_added) {
    static const struct {
        uint64_t screen, stick;
        enum merge_side side;
    } cases[] = {
        {ONE, GONE, MERGE_SCREEN},
        {GONE, ONE, MERGE_STICK},
        {ONE, ONE, MERGE_SAME},
        {ONE, OTHER, MERGE_BOTH},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(merge_judge(GONE, cases[i].screen, cases[i].stick), cases[i].side);
    }
}

UNIT_TEST(settings_of_both_stand_in_one_text) {
    static const struct {
        const char *base, *screen, *stick, *merged;
    } cases[] = {
        // Each of them one, and a note
        {"[a]\nx = 1\ny = 1\n", "[a]\nx = 2\ny = 1\n", "[a]\n# Note\nx = 1\ny = 3\n",
         "[a]\n# Note\nx = 2\ny = 3\n"},
        // Added and taken out on the screen
        {"[a]\nx = 1\ny = 1\n", "[a]\nx = 1\nz = 5\n", "[a]\nx = 1\ny = 1\nw = 2\n",
         "[a]\nx = 1\nw = 2\nz = 5\n"},
        // A section that the stick has not
        {"[a]\nx = 1\n", "[a]\nx = 1\n[b]\ny = 2\nz = 3\n", "[a]\nx = 4\n",
         "[a]\nx = 4\n\n[b]\ny = 2\nz = 3\n"},
        // Capitals and blanks are no change
        {"[a]\nx = 1\n", "[A]\nX=1\n", "[a]\nx = 2\n", "[a]\nx = 2\n"},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct merge_settings settings = {.base = str_from(cases[i].base),
                                          .screen = str_from(cases[i].screen),
                                          .stick = str_from(cases[i].stick)};
        assert_string_equal(arena_text(&arena, merge_settings(&settings, &arena)), cases[i].merged);
        assert_int_equal(settings.item_count, 0);
    }
    arena_finish(&arena);
}

UNIT_TEST(settings_that_both_have_changed_are_named_and_are_whose_they_are_said_to_be) {
    static const char *const both[] = {"a.x", "b.x"};
    static const struct {
        struct merge_choice choice;
        const char *merged;
    } cases[] = {
        {{false, NULL, 0}, "[a]\nx = 2\ny = 4\n[B]\nX = 2\n"},
        {{true, NULL, 0}, "[a]\nx = 3\ny = 4\n[B]\nX = 3\n"},
        {{false, both, 2}, "[a]\nx = 3\ny = 4\n[B]\nX = 3\n"},
        {{false, both + 1, 1}, "[a]\nx = 2\ny = 4\n[B]\nX = 3\n"},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct merge_settings settings = {.base = str_from("[a]\nx = 1\ny = 1\n[b]\nx = 1\n"),
                                          .screen = str_from("[a]\nx = 2\ny = 1\n[B]\nX = 2\n"),
                                          .stick = str_from("[a]\nx = 3\ny = 4\n[B]\nX = 3\n"),
                                          .path = "kiosk.ini",
                                          .choice = cases[i].choice};
        assert_string_equal(arena_text(&arena, merge_settings(&settings, &arena)), cases[i].merged);
        assert_int_equal(settings.item_count, 2);
        const struct merge_item *item = &settings.items[1];
        assert_string_equal(item->id, both[1]);
        assert_string_equal(item->path, "kiosk.ini");
        assert_string_equal(item->key, "X");
        assert_string_equal(item->screen, "2");
        assert_string_equal(item->stick, "3");
    }
    arena_finish(&arena);
}

// A text in which each setting is there or not, in one of some forms.
enum { KEYS = 12, FORMS = 4 };

static uint32_t dice = 20261130;

static int roll(int sides) {
    dice = dice * 1664525U + 1013904223U;
    return (int)((dice >> 16) % (uint32_t)sides);
}

static struct str text_of(const int forms[KEYS], struct arena *arena) {
    struct buffer text = {.arena = arena};
    for (int i = 0; i < KEYS; i++) {
        if (i % 4 == 0) {
            buffer_format(&text, "[part %d]\n", i / 4);
        }
        if (forms[i] > 0) {
            buffer_format(&text, "key %d = form %d\n", i, forms[i]);
        }
    }
    buffer_text(&text, "");
    return buffer_str(&text);
}

// The form of each key as it is read, in its section.
static void assert_has(struct str text, const int forms[KEYS], struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct ini ini = {.text = text, .place.path = "", .findings = &findings};
    int seen[KEYS] = {0};
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        int key = atoi(pair.key + strlen("key "));
        assert_int_equal(atoi(pair.section + strlen("part ")), key / 4);
        assert_int_equal(seen[key], 0);
        seen[key] = atoi(pair.value + strlen("form "));
    }
    assert_int_equal(findings.count, 0);
    assert_memory_equal(seen, forms, sizeof seen);
}

UNIT_TEST(of_two_peoples_separate_settings_none_is_lost) {
    for (int round = 0; round < 2000; round++) {
        struct arena arena = {0};
        int base[KEYS], screen[KEYS], stick[KEYS], wanted[KEYS];
        for (int i = 0; i < KEYS; i++) {
            base[i] = screen[i] = stick[i] = wanted[i] = roll(FORMS);
            int form = roll(FORMS);
            int who = roll(3);
            int *theirs = who == 0 ? &screen[i] : who == 1 ? &stick[i] : &wanted[i];
            *theirs = who == 2 ? base[i] : form;
            wanted[i] = *theirs;
        }
        struct merge_settings settings = {.base = text_of(base, &arena),
                                          .screen = text_of(screen, &arena),
                                          .stick = text_of(stick, &arena)};
        struct str text = merge_settings(&settings, &arena);
        assert_int_equal(settings.item_count, 0);
        assert_has(text, wanted, &arena);
        arena_finish(&arena);
    }
}

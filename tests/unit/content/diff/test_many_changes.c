// SPDX-License-Identifier: MIT
// Content at its limits: what is told of it stays at a limit, and finding that takes no longer than
// reading the cards, however many numbers stand on them.
#include "changes_room.h"

#include "content/limits.h"

#include <time.h>

enum { CARDS = 24, CARD_BYTES = 60000 };

// Puts `count` numbers on a card, as many as it holds; each is `first` and a multiple of `step`
// more, round at `around`.
struct series {
    int count, first, step, around;
};

static void put_card(struct room *room, const struct content_folder *folder, int card,
                     struct series series) {
    char *text = arena_alloc(&room->arena, CARD_BYTES + 100);
    const char *path = arena_format(&room->arena, "cards/en/%d-x%d.md", 100 + card, card);
    int size = sprintf(text, "# Card %d\n\nRing", card);
    for (int i = 0; i < series.count && size < CARD_BYTES; i++) {
        int number = series.first + (int)((long)i * series.step % series.around);
        size += sprintf(text + size, " 0%d and", number);
    }
    content_put_text(folder, path, text);
}

static void compare_in_time(struct room *room) {
    clock_t start = clock();
    load(room, &room->old, &room->before);
    load(room, &room->now, &room->after);
    clock_t loaded = clock();
    room->changes = (struct changes){.arena = &room->arena};
    changes_find(&room->changes, &room->before, &room->after);
    clock_t found = clock();
    if (found - loaded > loaded - start) {
        fail_msg("read in %ld ms, compared in %ld ms", (loaded - start) * 1000 / CLOCKS_PER_SEC,
                 (found - loaded) * 1000 / CLOCKS_PER_SEC);
    }
}

static void more_numbers_than_anybody_could_tick_take_no_time(void **state) {
    struct room *room = *state;
    for (int i = 0; i < CARDS; i++) {
        put_card(room, &room->now, i, (struct series){9999, 2000000000 + i * 10000, 1, 9999});
    }
    compare_in_time(room);
    assert_int_equal(room->changes.count, LIMIT_CHANGES);
    assert_int_equal(room->changes.confirm_count, LIMIT_CHANGES);
    assert_true(room->changes.is_over_limit);
}

static void the_same_numbers_over_and_over_take_no_time(void **state) {
    enum { DIFFERENT = 3500 };
    struct room *room = *state;
    for (int i = 0; i < CARDS; i++) {
        put_card(room, &room->now, i, (struct series){9999, 2000000000, 11, DIFFERENT});
    }
    compare_in_time(room);
    assert_int_equal(room->changes.confirm_count, DIFFERENT);
    assert_int_equal(room->changes.list[0].card_count, CARDS);
    assert_string_equal(room->changes.list[DIFFERENT - 1].where, "Card 0");
    assert_false(room->changes.is_over_limit);
}

static void numbers_in_another_order_take_no_time(void **state) {
    enum { DIFFERENT = 251 };
    struct room *room = *state;
    for (int i = 0; i < CARDS; i++) {
        put_card(room, &room->old, i, (struct series){DIFFERENT, 2000000000, 1, DIFFERENT});
        put_card(room, &room->now, i, (struct series){DIFFERENT, 2000000000, 250, DIFFERENT});
    }
    compare_in_time(room);
    assert_int_equal(room->changes.confirm_count, DIFFERENT - 1); // the first stayed
    assert_int_equal(room->changes.list[0].card_count, CARDS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, room_setup, room_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(more_numbers_than_anybody_could_tick_take_no_time),
        TEST(the_same_numbers_over_and_over_take_no_time),
        TEST(numbers_in_another_order_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// Which numbers staff are to tick, and in which order: what urgent help has lost comes first, and
// nobody ticks the same two numbers ten times over.
#include "changes_room.h"

static void what_urgent_help_says_no_longer_comes_before_everything(void **state) {
    static const struct {
        const char *card;
        struct {
            const char *old, *now;
        } rows[4];
    } cases[] = {
        {"## Call 999\n\n## Call 111\n", {{"Samaritans (116 123)", NULL}}},
        {"## Call 999\n\n## Call 111\n\n## Call Samaritans on 116 000\n",
         {{"Samaritans (116 123)", "116 000"}}},
        {"## Call 111\n\n## Call Samaritans on 116 123\n", {{"999", NULL}}},
        {"## Call 999\n\n## Call Samaritans on 116 123\n\nOr ring 0203 228 1350.\n",
         {{"NHS 111", "116 123"}, {"116 123", "0203 228 1350"}}},
        {"## Call 020 7946 0000\n", // what stands in the place of one number
         {{"999", "020 7946 0000"}, {"NHS 111", NULL}, {"Samaritans (116 123)", NULL}}},
        {"## Call the reception\n",
         {{"999", NULL}, {"NHS 111", NULL}, {"Samaritans (116 123)", NULL}}},
    };
    struct room *room = *state;
    content_put_text(&room->now, "kiosk.ini",
                     "[practice]\nname = Surgery\n[referral]\nphone = 0203 228 1351\n");
    for (int i = 0; i < COUNT_OF(cases); i++) {
        content_put_text(&room->now, "cards/en/urgent-help.md",
                         arena_format(&room->arena, "# Urgent help\n\n%s", cases[i].card));
        compare(room);
        int count = 0;
        for (int k = 0; k < 4 && cases[i].rows[k].old; k++) {
            bool is_late = strcmp(cases[i].rows[k].old, "116 123") == 0; // it is there, elsewhere
            const struct change *change = &room->changes.list[k + is_late];
            assert_int_equal(change->kind, CHANGE_NUMBER);
            assert_string_equal(change->where, "Urgent help");
            assert_string_equal(change->old, cases[i].rows[k].old);
            if (cases[i].rows[k].now) {
                assert_string_equal(change->now, cases[i].rows[k].now);
            } else {
                assert_null(change->now);
            }
            count++;
        }
        assert_int_equal(room->changes.confirm_count, count + 1); // and the practice's number
    }
}

static void two_numbers_are_one_row_on_however_many_cards(void **state) {
    struct room *room = *state;
    static const char *const names[] = {"20-two", "30-three", "40-four"};
    for (int i = 0; i < COUNT_OF(names); i++) {
        const char *path = arena_format(&room->arena, "cards/en/%s.md", names[i]);
        static const char *const numbers[] = {"020 7946 0000", "020 7946 0001"};
        for (int k = 0; k < 2; k++) {
            content_put_text(k ? &room->now : &room->old, path,
                             arena_format(&room->arena, "# Card %s\n\nRing %s, or %s again.\n",
                                          names[i], numbers[k], numbers[k]));
        }
        compare(room);
        assert_int_equal(room->changes.confirm_count, 1);
        assert_int_equal(room->changes.list[0].card_count, i + 1);
        assert_string_equal(room->changes.list[0].where, "Card 20-two");
    }
    content_put_text(&room->now, "cards/en/40-four.md", "# Card 40-four\n\nRing 020 7946 0002.\n");
    compare(room);
    assert_int_equal(room->changes.list[0].card_count, 2);
    assert_string_equal(room->changes.list[1].now, "020 7946 0002"); // another pair
    assert_string_equal(room->changes.list[1].where, "Card 40-four");
}

static void a_title_that_runs_right_to_left_keeps_the_sentence_in_order(void **state) {
    struct room *room = *state;
    content_put_text(&room->now, "cards/en/20-more.md", "# عنوان\n\nRing 020 7946 0001.\n");
    content_put_text(&room->now, "cards/en/30-other.md", "# Other\n\nRing 020 7946 0001.\n");
    compare(room);
    assert_string_equal(room->changes.list[0].where, "\u200Eعنوان\u200E");
    assert_string_equal(room->changes.list[1].where, "\u200Eعنوان\u200E"); // the card is new
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, room_setup, room_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_urgent_help_says_no_longer_comes_before_everything),
        TEST(two_numbers_are_one_row_on_however_many_cards),
        TEST(a_title_that_runs_right_to_left_keeps_the_sentence_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

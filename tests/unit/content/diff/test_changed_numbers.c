// SPDX-License-Identifier: MIT
// Which numbers staff are to tick, and in which order: what urgent help has lost comes first, and
// nobody ticks the same two numbers ten times over.
#include "changes_room.h"

static void assert_same(const char *text, const char *wanted) {
    if (wanted) {
        assert_non_null(text);
        assert_string_equal(text, wanted);
    } else {
        assert_null(text);
    }
}

static void assert_row(const struct change *change, const char *old, const char *now) {
    assert_int_equal(change->kind, CHANGE_NUMBER);
    assert_same(change->old, old);
    assert_same(change->now, now);
}

static void a_number_that_stayed_is_no_change(void **state) {
    static const struct {
        const char *old, *now;
        struct {
            const char *old, *now;
        } rows[4];
    } cases[] = {
        {"999\n\n111, 116 123", "99\n\n111, 116 132", {{"999", NULL}, {"116 123", "116 132"}}},
        {"999, 111, 116 123", "111, 116 123", {{"999", NULL}}},
        {"111, 116 123", "999, 111, 116 123", {{NULL, "999"}}},
        {"999, 111, 116 123", "999, 112, 113, 116 123", {{"111", "112"}, {NULL, "113"}}},
        {"999, 111, 116 123", "112, 111, 116 124", {{"999", "112"}, {"116 123", "116 124"}}},
        {"999, 111", "112, 999, 111, 113", {{NULL, "112"}, {NULL, "113"}}},
        {"111, 112, 111, 113", "111, 111, 114", {{"112", NULL}, {"113", "114"}}},
        // those that changed places, whatever came or went beside them
        {"999, 111, 116 123", "116 123, 111, 999", {{"999", "116 123"}, {"116 123", "999"}}},
        {"999, 111", "112, 111, 999", {{NULL, "112"}, {"999", "111"}, {"111", "999"}}},
        {"999, 112, 111", "111, 113, 999", {{"999", "111"}, {"112", "113"}, {"111", "999"}}},
        {"111, 999, 111", "999, 111, 111", {{"111", "999"}, {"999", "111"}}},
    };
    struct room *room = *state;
    for (int i = 0; i < COUNT_OF(cases); i++) {
        int count = 0;
        content_put_text(&room->old, "cards/en/20-more.md",
                         arena_format(&room->arena, "# More\n\n%s.\n", cases[i].old));
        content_put_text(&room->now, "cards/en/20-more.md",
                         arena_format(&room->arena, "# More\n\n%s.\n", cases[i].now));
        compare(room);
        while (count < 4 && (cases[i].rows[count].old || cases[i].rows[count].now)) {
            assert_true(count < room->changes.confirm_count);
            assert_row(&room->changes.list[count], cases[i].rows[count].old,
                       cases[i].rows[count].now);
            count++;
        }
        assert_int_equal(room->changes.confirm_count, count);
    }
}

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
         {{"NHS 111", NULL}, {NULL, "0203 228 1350"}}}, // 116 123 stayed
        {"## Call 020 7946 0000\n",                     // what stands in the place of one number
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
        for (int k = 0; k < 4 && (cases[i].rows[k].old || cases[i].rows[k].now); k++) {
            bool is_late = !cases[i].rows[k].old; // nothing was lost
            assert_row(&room->changes.list[k + is_late], cases[i].rows[k].old,
                       cases[i].rows[k].now);
            assert_string_equal(room->changes.list[k + is_late].where, "Urgent help");
            count++;
        }
        assert_int_equal(room->changes.confirm_count, count + 1); // and the practice's number
    }
}

static void put_more(struct room *room, const char *old, const char *now) {
    content_put_text(&room->old, "cards/en/20-more.md",
                     arena_format(&room->arena, "# More\n\nRing %s.\n", old));
    content_put_text(&room->now, "cards/en/20-more.md",
                     arena_format(&room->arena, "# More\n\nRing %s.\n", now));
    compare(room);
}

static void an_extension_is_told_with_its_number(void **state) {
    static const struct {
        const char *old, *now; // NULL: nothing is told
    } cases[] = {
        {"020 7946 0000 ext 21", "020 7946 0000 ext 22"},
        {"020 7946 0000 x21", "020 7946 0000 x22"},
        {"020 7946 0000, ext. 2134", "020 7946 0000, ext. 2135"},
        {"020 7946 0000 (option 2)", "020 7946 0000 (option 3)"},
        {"111 option 2", "111 option 3"},
        {"111 and choose option 2", "111"},
        {"020 7946 0000", "020 7946 0000 x2"},
        {"020 7946 0000 #2", "020 7946 0000 #3"},
        {"0203.228.1350 ext 21", "0203.228.1350 ext 22"},
        {"020 7946 0000 2", "020 7946 0000 ext 2"},
        {"(020 7946 0000) option 2", "(020 7946 0000) option 3"},
        {"020 7946 0000 option 2, then option 1", "020 7946 0000 option 2, then option 2"},
    };
    static const char *const same[][2] = {
        {"020 7946 0000 ext 21", "+44 20 7946 0000, extension 21"},
        {"020 7946 0000 (x21)", "020 7946 0000 x 21"},
        {"111 and choose option 2", "111 and press 2"},
        {"020 7946 0000 x", "020 7946 0000 y"},
        {"0203 228 1350 option to", "0203 228 1350 choice to"},
        {"0203 228 1350, then 16 sessions", "0203 228 1350, then 15 sessions"},
    };
    struct room *room = *state;
    for (int i = 0; i < COUNT_OF(cases); i++) {
        put_more(room, cases[i].old, cases[i].now);
        assert_int_equal(room->changes.confirm_count, 1);
        assert_row(&room->changes.list[0], cases[i].old, cases[i].now);
    }
    for (int i = 0; i < COUNT_OF(same); i++) {
        put_more(room, same[i][0], same[i][1]);
        assert_int_equal(room->changes.confirm_count, 0);
    }
}

static void a_number_behind_an_extension_is_one_of_its_own(void **state) {
    struct room *room = *state;
    put_more(room, "020 7946 0000 x21, 020 7946 0002", "020 7946 0000 x21, 020 7946 0003");
    assert_int_equal(room->changes.confirm_count, 1);
    assert_row(&room->changes.list[0], "020 7946 0002", "020 7946 0003");
    put_more(room, "111 option 2 or 999", "111 option 2 or 998");
    assert_int_equal(room->changes.confirm_count, 1);
    assert_row(&room->changes.list[0], "999", "998");
}

static void urgent_help_that_loses_a_number_loses_its_option_too(void **state) {
    struct room *room = *state;
    content_put_text(&room->old, "cards/en/urgent-help.md",
                     "# Urgent help\n\n## Call 999\n\n## Call 111 and choose option 2\n\n"
                     "## Call Samaritans on 116 123\n");
    content_put_text(&room->now, "cards/en/urgent-help.md",
                     "# Urgent help\n\n## Call 999\n\n## Call Samaritans on 116 123\n");
    compare(room);
    assert_int_equal(room->changes.confirm_count, 1);
    assert_row(&room->changes.list[0], "NHS 111", NULL);
}

static void the_name_of_a_picture_is_no_number(void **state) {
    struct room *room = *state;
    static const char picture[] = "<svg width=\"200\" height=\"200\"></svg>";
    content_put_text(&room->old, "images/IMG_2041.svg", picture);
    content_put_text(&room->now, "images/IMG_2041.svg", picture);
    content_put_text(&room->now, "images/IMG_2042-0203-228-1350.svg", picture);
    content_put_text(&room->old, "cards/en/20-more.md",
                     "# More\n\n![Our team, 999](IMG_2041.svg)\n\nWords.\n");
    content_put_text(&room->now, "cards/en/20-more.md",
                     "# More\n\n![Our team, 999](IMG_2042-0203-228-1350.svg)\n\nWords.\n");
    compare(room);
    assert_int_equal(room->changes.confirm_count, 0);
    content_put_text(&room->now, "cards/en/20-more.md",
                     "# More\n\n![Our team, 111](IMG_2041.svg)\n\nWords.\n");
    compare(room);
    assert_int_equal(room->changes.confirm_count, 1);
    assert_row(&room->changes.list[0], "999", "111");
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
        TEST(a_number_that_stayed_is_no_change),
        TEST(an_extension_is_told_with_its_number),
        TEST(a_number_behind_an_extension_is_one_of_its_own),
        TEST(urgent_help_that_loses_a_number_loses_its_option_too),
        TEST(the_name_of_a_picture_is_no_number),
        TEST(two_numbers_are_one_row_on_however_many_cards),
        TEST(a_title_that_runs_right_to_left_keeps_the_sentence_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

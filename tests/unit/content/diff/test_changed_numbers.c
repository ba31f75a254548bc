// SPDX-License-Identifier: MIT
// Which numbers staff are to tick: every one that changed, old and new, and nobody ticks the same
// two numbers ten times over.
#include "two_decks.h"

#include "content/limits.h"

struct row {
    const char *old, *now;
};

static void assert_same(const char *about, const char *text, const char *wanted) {
    if (strcmp(text ? text : "", wanted ? wanted : "") != 0) {
        fail_msg("%s: \"%s\"", about, text ? text : "");
    }
}

// Those to be confirmed are these and no others; the row of two NULLs ends them.
static void assert_rows(const char *about, const struct row *rows) {
    int count = 0;
    for (; rows[count].old || rows[count].now; count++) {
        assert_true(count < changes.confirm_count);
        assert_int_equal(changes.list[count].kind, CHANGE_NUMBER);
        assert_same(about, changes.list[count].old, rows[count].old);
        assert_same(about, changes.list[count].now, rows[count].now);
    }
    assert_int_equal(changes.confirm_count, count);
}

static void compare_words(const char *old, const char *now) {
    content_put_text(&old_folder, "cards/en/20-more.md",
                     arena_format(&arena, "# More\n\nRing %s.\n", old));
    content_put_text(&new_folder, "cards/en/20-more.md",
                     arena_format(&arena, "# More\n\nRing %s.\n", now));
    compare();
}

TEST(a_number_that_stayed_is_no_change) {
    static const struct {
        const char *old, *now;
        struct row rows[4];
    } cases[] = {
        {"999, 111, 116 123", "999 or 111; 116123", {{NULL, NULL}}},
        {"0203 228 1350", "020 3228 1350", {{NULL, NULL}}},
        {"999\n\n111, 116 123", "99\n\n111, 116 132", {{"999", NULL}, {"116 123", "116 132"}}},
        {"999, 111, 116 123", "111, 116 123", {{"999", NULL}}},
        {"111, 116 123", "999, 111, 116 123", {{NULL, "999"}}},
        {"999, 111, 116 123", "999, 112, 111, 116 123", {{NULL, "112"}}},
        {"999, 111, 116 123", "999, 112, 113, 116 123", {{"111", "112"}, {NULL, "113"}}},
        {"999, 111, 116 123", "112, 111, 116 124", {{"999", "112"}, {"116 123", "116 124"}}},
        {"999, 111", "112, 999, 111, 113", {{NULL, "112"}, {NULL, "113"}}},
        {"111, 112, 111, 113", "111, 111, 114", {{"112", NULL}, {"113", "114"}}},
        // those that changed places, whatever came or went beside them
        {"999, 111", "111, 999", {{"999", "111"}, {"111", "999"}}},
        {"999, 111, 116 123", "116 123, 111, 999", {{"999", "116 123"}, {"116 123", "999"}}},
        {"999, 111", "112, 111, 999", {{NULL, "112"}, {"999", "111"}, {"111", "999"}}},
        {"999, 112, 111", "111, 113, 999", {{"999", "111"}, {"112", "113"}, {"111", "999"}}},
        {"111, 999, 111", "999, 111, 111", {{"111", "999"}, {"999", "111"}}},
        {"999 or 0203 228 1350",
         "0203 228 1350, 999, 111",
         {{"999", "0203 228 1350"}, {"0203 228 1350", "999"}, {NULL, "111"}}},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        compare_words(cases[i].old, cases[i].now);
        assert_rows(cases[i].now, cases[i].rows);
    }
}

TEST(a_number_is_told_however_it_is_written) {
    static const struct {
        const char *old, *now;
        struct row row; // of two NULLs: what was typed
    } cases[] = {
        {"0203.228.1350", "0203.228.1351", {NULL, NULL}},
        {"020 7946 0000 ext 21", "020 7946 0000 ext 22", {NULL, NULL}},
        {"111 and choose option 2", "111", {NULL, NULL}},
        {"020 7946 0000", "020 7946 0000 #2", {NULL, NULL}},
        {"111 option 2, then option 1", "111 option 2, then option 2", {NULL, NULL}},
        {"(020 7946 0000) option 2",
         "(020 7946 0000) option 3",
         {"020 7946 0000 option 2", "020 7946 0000 option 3"}},
        {"020 7946 0000 x21, 020 7946 0002",
         "020 7946 0000 x21, 020 7946 0003",
         {"020 7946 0002", "020 7946 0003"}},
        {"111 option 2 or 999", "111 option 2 or 998", {"999", "998"}},
        {"0203 228 1350 020 7946 0000",
         "0203 228 1350 020 7946 0001",
         {"020 7946 0000", "020 7946 0001"}},
        {"٠٢٠٣ ٢٢٨ ١٣٥٠", "٠٢٠٣ ٢٢٨ ١٣٥١", {"0203 228 1350", "0203 228 1351"}},
        {"٩٩٩", "১১১", {"999", "111"}},
        {"0\u200B2\u200B03\u00AD 228 1350", "0203 228 1351", {"0203 228 1350", "0203 228 1351"}},
        {"0203 228 1350", "0203 **228** 1351", {"0203 228 1350", "0203 228 1351"}},
    };
    static const char *const same[][2] = {
        {"020 7946 0000 ext 21", "+44 20 7946 0000, extension 21"},
        {"111 and choose option 2", "111 and press 2"},
        {"8.30 to 18.30 on 3.4.2026", "8.30 to 19.30 on 4.4.2026"},
        {"A4 and B12, 50 minutes", "A5 and B13, 90 minutes"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const struct row typed = {cases[i].old, cases[i].now};
        const struct row rows[2] = {cases[i].row.old ? cases[i].row : typed};
        compare_words(cases[i].old, cases[i].now);
        assert_rows(cases[i].now, rows);
    }
    for (int i = 0; i < COUNT_OF(same); i++) {
        compare_words(same[i][0], same[i][1]);
        assert_int_equal(changes.confirm_count, 0);
    }
}

TEST(every_text_of_a_card_is_looked_at) {
    static const char picture[] = "<svg width=\"200\" height=\"200\"></svg>";
    static const char *const texts[][2] = {
        {"Ring ", "\n\n# More\n\nWords.\n"},
        {"# Ring ", "\n\nWords.\n"},
        {"# More\n\n- Ring ", "\n"},
        {"# More\n\n![Ring ", "](IMG_2041-0203-228-1350.svg)\n\nWords.\n"},
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        for (int k = 0; k < 2; k++) {
            const struct content_folder *folder = k ? &new_folder : &old_folder;
            const char *text =
                arena_format(&arena, "%s%s%s", texts[i][0], k ? "998" : "999", texts[i][1]);
            content_put_text(folder, "images/IMG_2041-0203-228-1350.svg", picture);
            content_put_text(folder, "cards/en/20-more.md", text);
        }
        compare();
        assert_rows(texts[i][0], (const struct row[2]){{"999", "998"}});
    }
}

TEST(two_numbers_are_one_row_on_however_many_cards) {
    static const char *const names[] = {"20-two", "30-three", "40-four"};
    for (int i = 0; i < COUNT_OF(names); i++) {
        const char *path = arena_format(&arena, "cards/en/%s.md", names[i]);
        static const char *const numbers[] = {"020 7946 0000", "020 7946 0001"};
        for (int k = 0; k < 2; k++) {
            content_put_text(k ? &new_folder : &old_folder, path,
                             arena_format(&arena, "# Card %s\n\nRing %s, or %s again.\n", names[i],
                                          numbers[k], numbers[k]));
        }
        compare();
        assert_int_equal(changes.confirm_count, 1);
        assert_int_equal(changes.list[0].card_count, i + 1);
        assert_string_equal(changes.list[0].where, "Card 20-two");
    }
    content_put_text(&new_folder, "cards/en/40-four.md", "# Card 40-four\n\nRing 020 7946 0002.\n");
    compare();
    assert_int_equal(changes.list[0].card_count, 2);
    assert_string_equal(changes.list[1].now, "020 7946 0002"); // another pair
    assert_string_equal(changes.list[1].where, "Card 40-four");
}

TEST(a_title_that_runs_right_to_left_keeps_the_sentence_in_order) {
    content_put_text(&new_folder, "cards/en/20-more.md", "# عنوان\n\nRing 020 7946 0001.\n");
    content_put_text(&new_folder, "cards/en/30-other.md", "# Other\n\nRing 020 7946 0001.\n");
    compare();
    assert_string_equal(changes.list[0].where, "\u200Eعنوان\u200E");
    assert_string_equal(changes.list[1].where, "\u200Eعنوان\u200E"); // the card is new
}

// No card has a limit of its own, so one of numbers alone is a card of far too many.
TEST(more_numbers_than_anybody_would_tick_are_too_many) {
    enum { NUMBERS = 9000, NUMBER_BYTES = 7 };
    for (int many = 1; many >= 0; many--) {
        char *text = arena_alloc(&arena, NUMBERS * NUMBER_BYTES + 100);
        int size = sprintf(text, "# More\n\n");
        for (int i = 0; i < NUMBERS; i++) {
            size += sprintf(text + size, "%d, ", 1000 + (many ? i : i % LIMIT_CHANGES));
        }
        content_put_text(&new_folder, "cards/en/20-more.md", text);
        compare();
        assert_int_equal(changes.confirm_count, LIMIT_CHANGES);
        assert_int_equal(changes.is_over_limit, many);
        assert_int_equal(changes.dropped_count, 1); // the new card itself
    }
}

// SPDX-License-Identifier: MIT
// What staff are told of new content: every number and link by itself and first, then the rest, and
// nothing that did not change. Each case spoils a folder a little and compares the two decks.
#include "two_decks.h"

#include "content/diff/card_diff.h"
#include "content/limits.h"

static const struct change *find(enum change_kind kind) {
    for (int i = 0; i < changes.count; i++) {
        if (changes.list[i].kind == kind) {
            return &changes.list[i];
        }
    }
    return NULL;
}

TEST(the_same_content_is_no_change_under_whatever_ending) {
    for (int i = 0; i < 2; i++) {
        compare();
        assert_int_equal(changes.count, 0);
        assert_int_equal(changes.confirm_count, 0);
        assert_int_equal(changes.same_count, 3);
        assert_false(changes.is_over_limit);
        remove(content_path(&new_folder, "cards/en/10-what.md"));
        content_put_text(&new_folder, "cards/en/10-what.txt", good_card);
    }
}

TEST(another_number_comes_first_old_and_new) {
    content_put_text(&new_folder, "kiosk.ini",
                     "[practice]\nname = Other Surgery\n[referral]\nphone = 0203 228 1351\n");
    content_put_text(&new_folder, "cards/en/20-more.md", "# More\n\nRing 020 7946 0000.\n");
    compare();
    assert_int_equal(changes.list[0].kind, CHANGE_PHONE);
    assert_string_equal(changes.list[0].old, "0203 228 1350");
    assert_string_equal(changes.list[0].now, "0203 228 1351");
    assert_int_equal(changes.list[1].kind, CHANGE_NUMBER);
    assert_null(changes.list[1].old);
    assert_string_equal(changes.list[1].now, "020 7946 0000");
    assert_string_equal(changes.list[1].where, "More");
    assert_int_equal(changes.confirm_count, 2);
    for (int i = 0; i < changes.count; i++) {
        assert_int_equal(changes.list[i].kind <= CHANGE_NUMBER, i < 2);
    }
    assert_string_equal(find(CHANGE_CARD_ADDED)->where, "More");
    assert_string_equal(find(CHANGE_SETTING)->where, "Name of the practice");
    assert_string_equal(find(CHANGE_SETTING)->old, "Example Surgery");
    assert_string_equal(find(CHANGE_SETTING)->now, "Other Surgery");
    assert_null(find(CHANGE_CODE)); // it follows from the number
}

TEST(a_number_beside_the_name_of_the_practice_has_to_be_confirmed) {
    content_put_text(&new_folder, "kiosk.ini",
                     "[practice]\nname = Example Surgery 020 7946 0001\n"
                     "strapline = Ring 020 7946 0000\n[referral]\nphone = 0203 228 1350\n");
    compare();
    assert_int_equal(changes.confirm_count, 2);
    assert_string_equal(changes.list[0].now, "020 7946 0001");
    assert_string_equal(changes.list[0].where, "Name of the practice");
    assert_string_equal(changes.list[1].now, "020 7946 0000");
    assert_string_equal(changes.list[1].where, "Words beside the name");
}

TEST(another_link_has_to_be_confirmed) {
    content_put_text(&new_folder, "kiosk.ini",
                     "[practice]\nname = Example Surgery\n[referral]\nphone = 0203 228 1350\n"
                     "qr = link\nlink = https://www.example.org/refer\n");
    compare();
    assert_int_equal(changes.count, 1);
    assert_int_equal(changes.list[0].kind, CHANGE_CODE);
    assert_string_equal(changes.list[0].old, "tel:+442032281350");
    assert_string_equal(changes.list[0].now, "https://www.example.org/refer");
}

TEST(lines_are_counted_as_staff_type_them) {
    static const struct {
        const char *text;
        int lines;
    } cases[] = {
        {"The basics\n\n# What is DIT?\n\nIt is a talking therapy!\n", 1},
        {"The basics\n\n# What is this?\n\nIt is a talking therapy.\n", 1},
        {"# What is DIT?\n\nIt is a talking therapy.\n", 1},
        {"The basics\n\n# What is DIT?\n\nA new line.\n\nIt is a talking therapy.\n", 1},
        {"The basics\n\n# What is DIT?\n\nIt is a **talking** therapy.\n", 1},
        {"The basics\n\n# What is DIT?\n\n- It is a talking therapy.\n", 1},
        {"Other\n\n# Words\n\nAll new.\n\n- one\n- two\n", 5},
        {"The basics\n\n# What is DIT?\n\n\n\nIt is a talking\ntherapy.", 2},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        content_put_text(&new_folder, "cards/en/10-what.md", cases[i].text);
        compare();
        const struct change *change = find(CHANGE_CARD_CHANGED);
        assert_int_equal(change ? change->line_count : 0, cases[i].lines);
    }
}

// "=" a line that stayed, "-" one that went, "+" one that came, "~" one that is another.
static const char *pairs_of(const struct change *change) {
    static char signs[64];
    struct card_pairs pairs;
    card_diff_pair_lines(&pairs, change->old_card, change->now_card, changes.arena);
    for (int i = 0; i < pairs.count && i < (int)sizeof signs - 1; i++) {
        const struct card_pair *pair = &pairs.list[i];
        assert_true(!pair->is_same || memcmp(pair->old.at, pair->now.at, pair->old.size) == 0);
        signs[i] = pair->is_same ? '=' : !pair->old.at ? '+' : !pair->now.at ? '-' : '~';
        signs[i + 1] = '\0';
    }
    return signs;
}

TEST(lines_stand_beside_what_was_there_before) {
    static const struct {
        const char *text, *signs;
    } cases[] = {
        {"The basics\n\n# What is DIT?\n\nIt is a talking therapy!\n", "==~"},
        {"The basics\n\n# What is DIT?\n\nNew.\n\nIt is a talking therapy.\n", "==+="},
        {"The basics\n\n# What is DIT?\n\nIt is a talking therapy.\n\nNew.\nLast.\n", "===++"},
        {"# What is DIT?\n\nIt is a talking therapy.\n", "-=="},
        {"The basics\n\n# What is DIT?\n\n- one\n- two\n", "==~+"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        content_put_text(&new_folder, "cards/en/10-what.md", cases[i].text);
        compare();
        assert_string_equal(pairs_of(find(CHANGE_CARD_CHANGED)), cases[i].signs);
    }
}

TEST(a_new_card_and_one_that_goes_have_one_side) {
    content_put_text(&old_folder, "cards/en/30-three.md", "# Three\n\nWords.\n");
    content_put_text(&new_folder, "cards/en/40-four.md", "# Four\n\nWords.\n");
    compare();
    assert_int_equal(changes.list[0].kind, CHANGE_CARD_REMOVED); // on the first page
    assert_string_equal(pairs_of(&changes.list[0]), "--");
    assert_string_equal(pairs_of(find(CHANGE_CARD_ADDED)), "++");
}

TEST(cards_come_go_and_change_places) {
    content_put_text(&old_folder, "cards/en/20-two.md", "# Two\n\nWords.\n");
    content_put_text(&old_folder, "cards/en/30-three.md", "# Three\n\nWords.\n");
    content_put_text(&new_folder, "cards/en/05-two.md", "# Two\n\nWords.\n");
    content_put_text(&new_folder, "cards/en/40-four.md", "# Four\n\nWords.\n");
    compare();
    assert_string_equal(find(CHANGE_CARD_ADDED)->where, "Four");
    assert_string_equal(find(CHANGE_CARD_REMOVED)->where, "Three");
    assert_non_null(find(CHANGE_ORDER));
    assert_int_equal(changes.count, 3);
    assert_int_equal(changes.same_count, 4);
}

TEST(a_new_language_is_one_row_and_its_numbers) {
    content_put_text(&new_folder, "kiosk.ini",
                     "[practice]\nname = Example Surgery\n[referral]\nphone = 0203 228 1350\n"
                     "[languages]\nshow = pt en\n");
    content_put_text(&new_folder, "cards/pt/10-what.md", "# O que é?\n\nPalavras.\n");
    content_put_text(&new_folder, "cards/pt/refer.md", "# Inscreva-se\n\n1. Ligue\n");
    content_put_text(&new_folder, "cards/pt/urgent-help.md",
                     "# Ajuda\n\n## Ligue 999\n\n## Ligue 111\n\n## Samaritans 116 123\n");
    compare();
    assert_int_equal(changes.confirm_count, 3);
    assert_string_equal(changes.list[0].now, "999");
    assert_non_null(changes.list[0].language);
    assert_int_equal(find(CHANGE_LANGUAGE_ADDED)->line_count, 1);
    assert_non_null(find(CHANGE_START));
    assert_null(find(CHANGE_CARD_ADDED));
    struct content_folder turned = old_folder;
    old_folder = new_folder;
    new_folder = turned;
    compare();
    assert_non_null(find(CHANGE_LANGUAGE_REMOVED));
}

TEST(a_card_that_a_language_borrows_is_a_change_of_english_alone) {
    static const char settings[] = "[practice]\nname = Example Surgery\n[referral]\n"
                                   "phone = 0203 228 1350\n[languages]\nshow = en pt\n";
    struct content_folder folders[] = {old_folder, new_folder};
    for (int i = 0; i < COUNT_OF(folders); i++) {
        content_put_text(&folders[i], "kiosk.ini", settings);
        content_put_text(&folders[i], "cards/pt/50-mais.md", "# Mais\n\nPalavras.\n");
        content_put_text(&folders[i], "cards/pt/urgent-help.md", good_urgent);
    }
    content_put_text(&new_folder, "cards/en/10-what.md", "The basics\n\n# What is DIT?\n\nNew.\n");
    compare();
    assert_int_equal(changes.count, 1);
    assert_int_equal(changes.list[0].kind, CHANGE_CARD_CHANGED);
    content_put_text(&new_folder, "cards/pt/10-what.md", "# O que?\n\nPalavras.\n");
    compare();
    assert_int_equal(changes.count, 2);
    assert_string_equal(find(CHANGE_CARD_ADDED)->where, "O que?");
}

TEST(what_has_to_be_decided_stands_in_front_of_what_is_to_be_looked_at) {
    content_put_text(&new_folder, "cards/en/20-more.md", "# More\n\nRing 020 7946 0000.\n");
    compare();
    changes_add(&changes, (struct change){.kind = CHANGE_KEPT, .where = "a.txt"});
    changes_add(&changes, (struct change){.kind = CHANGE_CONTESTED, .where = "b.txt"});
    assert_int_equal(changes.confirm_count, 1);
    assert_int_equal(changes.list[0].kind, CHANGE_NUMBER);
    assert_int_equal(changes.list[1].kind, CHANGE_CONTESTED);
    assert_string_equal(changes.list[1].where, "b.txt");
    assert_int_equal(changes.list[2].kind, CHANGE_CARD_ADDED);
    assert_int_equal(changes.list[3].kind, CHANGE_KEPT);
}

TEST(every_setting_that_differs_is_a_row) {
    content_put_text(&new_folder, "kiosk.ini",
                     "[practice]\nname = Example Surgery\nstrapline = Hello\n"
                     "last_checked = 2026-11-01\n[referral]\nphone = 0203 228 1350\n"
                     "[display]\ntheme = contrast\nmotion = off\nidle_seconds = 120\n"
                     "[drawings]\nwhat = bench\n");
    compare();
    static const char *const keys[] = {
        "Words beside the name", "Day when the words were checked", "Colours",
        "Cards glide and fade",  "Seconds until the screen asks",   "Drawings of the cards"};
    assert_int_equal(changes.count, COUNT_OF(keys));
    for (int i = 0; i < COUNT_OF(keys); i++) {
        assert_int_equal(changes.list[i].kind, CHANGE_SETTING);
        assert_string_equal(changes.list[i].where, keys[i]);
    }
    assert_string_equal(changes.list[0].old, "");
    assert_string_equal(changes.list[3].old, "on");
    assert_string_equal(changes.list[3].now, "off");
    assert_string_equal(changes.list[4].now, "120");
    changes_add(&changes, (struct change){.kind = CHANGE_PICTURE, .where = "team.jpg"});
    assert_string_equal(find(CHANGE_PICTURE)->where, "team.jpg");
}

TEST(of_more_cards_than_anybody_would_look_at_the_rest_is_counted) {
    for (int i = 0; i < LIMIT_CHANGES + 37; i++) {
        content_put_text(&new_folder, arena_format(&arena, "cards/en/%d-x%d.md", 100 + i, i),
                         "# More\n\nRing 999.\n");
    }
    content_put_text(&new_folder, "kiosk.ini",
                     "[practice]\nname = Other Surgery\n[referral]\nphone = 0203 228 1350\n");
    compare();
    assert_int_equal(changes.confirm_count, 1);
    assert_int_equal(changes.dropped_count, 37 + 1);
    assert_non_null(find(CHANGE_SETTING)); // which comes behind the cards
    changes_add(&changes, (struct change){.kind = CHANGE_PICTURE, .where = "team.jpg"});
    assert_int_equal(changes.dropped_count, 37 + 2);
    assert_int_equal(changes.count, LIMIT_CHANGES + 1);
    assert_false(changes.is_over_limit);
}

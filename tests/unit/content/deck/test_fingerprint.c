// SPDX-License-Identifier: MIT
// The short name of what a deck says: the same for the same words, another for every word, number
// and place that patients would see differ, and none of what only staff see.
#include "base/hash.h"
#include "content/deck/fingerprint.h"
#include "content_change.h"
#include "content_deck.h"

static const char *print_of(const char *dir) {
    char *text = arena_alloc(&arena, FINGERPRINT_BYTES);
    assert_true(load_from(dir, NULL));
    assert_int_equal(findings.error_count, 0);
    fingerprint_make(text, &deck);
    return text;
}

FOLDER_TEST(the_same_words_have_the_same_name_anywhere) {
    const char *first = print_of(folder.path);
    assert_int_equal(strlen(first), FINGERPRINT_BYTES - 1);
    assert_int_equal(strspn(first, "0123456789abcdef"), FINGERPRINT_BYTES - 1);
    struct content_folder other = content_make();
    assert_string_equal(print_of(other.path), first);
    content_remove(&other);
}

FOLDER_TEST(how_a_file_was_typed_makes_no_difference) {
    const char *first = print_of(folder.path);
    content_put_text(
        &folder, "cards/en/10-what.md",
        "\xEF\xBB\xBFThe basics\r\n\r\n\r\n# What is DIT?\r\n\r\nIt is a talking therapy.");
    content_put_text(&folder, "kiosk.ini",
                     "# a note\n[referral]\nphone = 0203 228 1350\n[practice]\n"
                     "name = Example Surgery\ncontent_owner = Somebody\n");
    assert_string_equal(print_of(folder.path), first);
}

#define WHAT "cards/en/10-what.md"

FOLDER_TEST(every_difference_that_patients_see_makes_another) {
    static const struct change cases[][4] = {
        {{NO_CHANGE, 0, 0, 0}},
        {{PUT, WHAT, "The basics\n\n# What is DIT?\n\nIt is a talking therapy!\n", 0}},
        {{PUT, WHAT, "The basics\n\n# What is it?\n\nIt is a talking therapy.\n", 0}},
        {{PUT, WHAT, "Basics\n\n# What is DIT?\n\nIt is a talking therapy.\n", 0}},
        {{PUT, WHAT, "The basics\n\n# What is DIT?\n\n- It is a talking therapy.\n", 0}},
        {{PUT, WHAT, "The basics\n\n# What is DIT?\n\n> It is a talking therapy.\n", 0}},
        {{PUT, WHAT, "The basics\n\n# What is DIT?\n\n1. It is a talking therapy.\n", 0}},
        {{PUT, WHAT, "The basics\n\n# What is DIT?\n\n2. It is a talking therapy.\n", 0}},
        {{PUT, WHAT, "The basics\n\n# What is DIT?\n\n258. It is a talking therapy.\n", 0}},
        {{PUT, WHAT, "The basics\n\n# What is DIT?\n\nIt is\n\na talking therapy.\n", 0}},
        {{PUT, "cards/en/refer.md", "# Refer yourself\n\n1. Ring this number\n", 0}},
        {{PUT, "cards/en/urgent-help.md",
          "# Urgent help\n\n## Call 999\n\nIf a life is at risk.\n\n"
          "## Call 111\n\n## Call Samaritans on 116 123 now\n",
          0}},
        {{PUT, "kiosk.ini", "[practice]\nname = Other Surgery\n[referral]\nphone = 0203 228 1350\n",
          0}},
        {{PUT, "kiosk.ini",
          "[practice]\nname = Example Surgery\n[referral]\nphone = 0203 228 1351\n", 0}},
        {{PUT, "kiosk.ini",
          "[practice]\nname = Example Surgery\n[referral]\nphone = 0203 228 1350\n"
          "qr = link\nlink = https://www.example.org/\n",
          0}},
        {{PUT, "cards/en/20-two.md", "# Two\n\nWords.\n", 0}},
        {{PUT, "cards/en/20-two.md", "# Two\n\nWords.\n", 0},
         {PUT, "cards/en/30-three.md", "# Three\n\nWords.\n", 0}},
        {{PUT, "cards/en/20-two.md", "# Two\n\nWords.\n", 0},
         {PUT, "cards/en/15-three.md", "# Three\n\nWords.\n", 0}},
        {{PUT, "kiosk.ini",
          "[practice]\nname = Example Surgery\n[referral]\nphone = 0203 228 1350\n"
          "[languages]\nshow = en pt\n",
          0},
         {PUT, "cards/pt/10-what.md", good_card, 0},
         {PUT, "cards/pt/refer.md", good_refer, 0},
         {PUT, "cards/pt/urgent-help.md", good_urgent, 0}},
    };
    const char *prints[COUNT_OF(cases)];
    for (int i = 0; i < COUNT_OF(cases); i++) {
        content_remove(&folder);
        folder = content_make();
        for (int k = 0; k < COUNT_OF(cases[i]); k++) {
            change_apply(&folder, &cases[i][k]);
        }
        prints[i] = print_of(folder.path);
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(prints[i], prints[k]);
        }
    }
}

FOLDER_TEST(the_sum_is_that_of_the_standard) {
    // test vectors of FNV-1a, 64 bits, by its authors
    assert_true(hash_add(HASH_START, str_from("")) == UINT64_C(0xcbf29ce484222325));
    assert_true(hash_add(HASH_START, str_from("a")) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(hash_add(HASH_START, str_from("foobar")) == UINT64_C(0x85944171f73967e8));
    uint64_t parts = hash_add(HASH_START, str_from("foo"));
    assert_true(hash_add(parts, str_from("bar")) == UINT64_C(0x85944171f73967e8));
}

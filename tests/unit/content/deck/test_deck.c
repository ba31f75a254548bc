// SPDX-License-Identifier: MIT
// A whole deck: what is in it, in which order, and what its square code says.
#include "content_deck.h"

FOLDER_TEST(the_content_that_ships_has_no_finding) {
    assert_true(load_from(DIT_SOURCE_DIR "/config", NULL));
    assert_string_equal(complaints(), "");
    assert_true(deck.languages[0].card_count >= 6);
    for (int i = 0; i < deck.languages[0].card_count; i++) {
        assert_non_null(deck.languages[0].cards[i].drawing);
    }
}

FOLDER_TEST(cards_come_in_the_order_of_their_numbers) {
    static const char *const ids[] = {"first", "what", "apple", "banana", "last"};
    content_put_text(&folder, "cards/en/9-first.md", good_card);
    content_put_text(&folder, "cards/en/100-last.md", good_card);
    content_put_text(&folder, "cards/en/20-banana.md", good_card);
    content_put_text(&folder, "cards/en/020-Apple.md", good_card);
    assert_true(load_from(folder.path, NULL));
    const struct language *language = &deck.languages[0];
    assert_int_equal(language->card_count, COUNT_OF(ids));
    for (int i = 0; i < COUNT_OF(ids); i++) {
        assert_string_equal(language->cards[i].id, ids[i]);
    }
    assert_string_equal(language->cards[0].path, "cards/en/9-first.md");
    assert_int_equal(language->cards[4].order, 100);
    assert_int_equal(language->refer.order, -1);
    assert_string_equal(language->urgent.id, "urgent-help");
}

FOLDER_TEST(languages_come_as_they_are_named_and_right_to_left_is_known) {
    content_put_text(&folder, "kiosk.ini",
                     "[practice]\nname = A\n[referral]\nphone = 0203 228 1350\n"
                     "[languages]\nshow = ar, EN\n");
    content_put_text(&folder, "cards/AR/10-what.md", "# عنوان\n\nكلمات.\n");
    content_put_text(&folder, "cards/AR/refer.md", good_refer);
    content_put_text(&folder, "cards/AR/urgent-help.md", good_urgent);
    assert_true(load_from(folder.path, NULL));
    assert_int_equal(deck.language_count, 2);
    assert_string_equal(deck.languages[0].words.tag, "ar");
    assert_true(deck.languages[0].words.is_right_to_left);
    assert_string_equal(deck.languages[1].words.tag, "en");
    assert_false(deck.languages[1].words.is_right_to_left);
}

FOLDER_TEST(a_deck_that_cannot_be_shown_leaves_the_old_one_alone) {
    content_put_text(&folder, "kiosk.ini", "[practice]\nname = A\n[referral]\nphone = 999\n");
    struct deck before;
    memset(&deck, 0x5A, sizeof deck);
    memcpy(&before, &deck, sizeof deck);
    assert_false(load_from(folder.path, NULL));
    assert_memory_equal(&deck, &before, sizeof deck);
}

FOLDER_TEST(a_picture_is_known_by_the_name_that_its_file_has) {
    content_put_text(&folder, "cards/en/10-what.md", "# T\n\nWords.\n\n![Us](team.svg)\n");
    content_put_text(&folder, "images/Team.SVG", "<svg></svg>");
    assert_true(load_from(folder.path, NULL));
    const struct document *body = &deck.languages[0].cards[0].body;
    const struct block *picture = &body->blocks[body->count - 1];
    assert_int_equal(picture->kind, BLOCK_PICTURE);
    assert_true(str_equals(picture->text, "Team.SVG"));
    assert_true(str_equals(picture->alt, "Us"));
}

FOLDER_TEST(the_deck_of_last_resort_has_the_number_and_urgent_help) {
    static const char words[] = "[words]\ndirection = ltr\n";
    const struct deck_builtin files = {str_from(good_settings), str_from(words),
                                       str_from(good_refer), str_from(good_urgent)};
    deck_load_builtin(&deck, &files, &arena);
    assert_string_equal(deck.settings.phone, "0203 228 1350");
    assert_string_equal(settings_qr_payload(&deck.settings, &arena), "tel:+442032281350");
    assert_int_equal(deck.language_count, 1);
    assert_int_equal(deck.languages[0].card_count, 1);
    assert_true(str_equals(deck.languages[0].urgent.title, "Urgent help"));
    assert_string_equal(deck.content_dir, "");
}

FOLDER_TEST(a_lost_title_is_named_as_the_screen_has_it) {
    static const char *const paths[] = {"cards/en/10-what.md", "cards/en/refer.md"};
    static const char *const titles[] = {"# What is DIT? (the title",
                                         "# Refer yourself (the title"};
    struct deck shown;
    const struct deck_source next = {folder.path, DIT_SOURCE_DIR "/assets", {0}, &shown};
    assert_true(load_from(folder.path, NULL));
    shown = deck;
    for (int i = 0; i < COUNT_OF(paths); i++) {
        content_put_text(&folder, paths[i], "Words without a title\n");
    }
    assert_false(deck_load(&deck, &next, &findings));
    findings_sort(&findings);
    for (int i = 0; i < COUNT_OF(paths); i++) {
        assert_string_equal(findings.list[i].path, paths[i]);
        assert_string_equal(findings.list[i].what, "Which line is the title?");
        assert_non_null(strstr(findings.list[i].todo, titles[i]));
    }
}

FOLDER_TEST(a_picture_comes_with_its_size_and_the_name_of_its_file) {
    content_put_text(&folder, "images/Team.svg",
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"/>");
    content_put_text(&folder, "cards/en/20-team.md", "# Team\n\n![Us](team.svg)\n");
    assert_true(load_from(folder.path, NULL));
    const struct block *block = &deck.languages[0].cards[1].body.blocks[0];
    assert_true(str_equals(block->text, "Team.svg"));
    assert_int_equal(block->picture_w, 40);
    assert_int_equal(block->picture_h, 20);
}

// Each card's picture is taken to be whole, and counted.
static int decoded;

static bool count_picture(struct str bytes) {
    (void)bytes;
    decoded++;
    return true;
}

FOLDER_TEST(a_step_reads_one_card_and_a_load_that_is_given_up_half_way_leaves_nothing_open) {
    int steps = 0;
    const struct deck_source source = {
        folder.path, DIT_SOURCE_DIR "/assets", {.decodes = count_picture}, NULL};
    findings = (struct findings){.arena = &arena};
    for (int i = 0; i < 20; i++) {
        const char *drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        content_put_text(&folder, arena_format(&arena, "images/%d.svg", i), drawing);
        content_put_text(&folder, arena_format(&arena, "cards/en/%d-more-%d.txt", 20 + i, i),
                         arena_format(&arena, "# More %d\n\nWords.\n\n![One](%d.svg)\n", i, i));
    }
    struct deck_loader *loader = deck_load_open(&source, &findings);
    for (int before = 0; deck_load_step(loader); steps++) {
        assert_in_range(decoded - before, 0, 1);
        before = decoded;
    }
    assert_true(deck_load_close(loader, &deck));
    assert_int_equal(decoded, 20);
    assert_int_equal(deck.languages[0].card_count, 21);
    for (int i = 0; i < 2000; i++) { // a process has fewer descriptors
        loader = deck_load_open(&source, &findings);
        for (int k = 0; k < i % (steps + 1); k++) {
            (void)deck_load_step(loader);
        }
        bool is_shown = deck_load_close(loader, &deck);
        (void)is_shown;
    }
    assert_true(load_from(folder.path, NULL));
}

FOLDER_TEST(a_language_shows_in_english_what_it_lacks) {
    content_put_text(&folder, "kiosk.ini",
                     arena_format(&arena, "%s[languages]\nshow = ta en\n", good_settings));
    content_put_text(&folder, "cards/en/30-last.txt", "# Last\n\nWords.\n");
    content_put_text(&folder, "cards/ta/20-own.txt", "# Own\n\nWords.\n");
    content_put_text(&folder, "cards/ta/urgent-help.txt", good_urgent);
    assert_true(load_from(folder.path, NULL));
    const struct language *tamil = deck_find_language(&deck, "ta");
    assert_ptr_equal(tamil, &deck.languages[0]);
    assert_int_equal(tamil->card_count, 3); // 10-what, 20-own, 30-last
    assert_true(tamil->cards[0].is_borrowed && tamil->cards[2].is_borrowed);
    assert_true(tamil->refer.is_borrowed && !tamil->urgent.is_borrowed);
    assert_string_equal(tamil->cards[1].id, "own");
    assert_null(language_find_card(tamil, "what"));
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.list[0].what,
                        "Tamil has no card “refer”, “what”, “last”: they are shown in English.");
}

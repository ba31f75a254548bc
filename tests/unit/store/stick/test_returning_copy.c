// SPDX-License-Identifier: MIT
// Copies of the cards that come back after the screen has changed. Two people take a copy each, and
// bring it back one behind the other: what one of them alone has changed is on screen afterwards,
// and what both have changed is never decided in silence.
#include "two_copies.h"

#define KEPT "is kept."
#define UNKNOWN "kiosk:1: warning: This kiosk does not know what these cards were copied from"

// With the stick of the beginning, over whatever is on screen.
static void begin_again(struct room *room) {
    remove_from_room(room, "stick");
    put_content(room, "stick/Kiosk");
    snprintf(room->stick, sizeof room->stick, "%s/stick", room->folder.path);
}

TEST(a_copy_says_what_it_was_copied_from) {
    begin_with_two(room);
    const char *text = text_of(room, "ann/kiosk/copied-from.txt");
    assert_non_null(strstr(text, "kiosk = Waiting room 2\r\n"));
    assert_non_null(strstr(text, "date = 2026-11-30 22:00\r\n"));
    assert_int_equal(bring(room, "ann"), IMPORT_UNCHANGED);
    assert_int_equal(room->findings.count, 0);
    assert_false(shows_file(room, "copied-from.txt"));
}

TEST(what_the_first_has_changed_stays_when_the_second_comes) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    put_on(room, "ann", "cards/en/30-new.txt", "# New\n\nNew words.\n");
    put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's words.\n");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, WHAT, card_a);
    assert_shows(room, "cards/en/20-more.txt", "# More\n\nBen's words.\n");
    assert_shows(room, "cards/en/30-new.txt", "# New\n\nNew words.\n");
    assert_true(says(&room->findings, WHAT ":1: warning: This was changed on this screen since"));
    assert_true(says(&room->findings, "cards/en/30-new.txt:1: warning: "));
    assert_int_equal(room->findings.count, 2);
}

TEST(a_stick_on_which_nothing_was_changed_undoes_nothing) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    remove_from_room(room, path_on(room, "ann", "cards/en/20-more.txt"));
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_UNCHANGED);
    assert_shows(room, WHAT, card_a);
    assert_false(shows_file(room, "cards/en/20-more.txt"));
    assert_true(says(&room->findings, "since your copy: it was taken out, and stays out."));
}

TEST(what_both_have_changed_is_the_screens_unless_staff_say_otherwise) {
    for (int keeps_stick = 0; keeps_stick < 2; keeps_stick++) {
        begin_with_two(room);
        put_on(room, "ann", WHAT, card_a);
        put_on(room, "ben", WHAT, card_b);
        put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's words.\n");
        assert_int_equal(bring(room, "ann"), IMPORT_DONE);
        snprintf(room->stick, sizeof room->stick, "%s/ben", room->folder.path);
        begin(room);
        room->import.merge.choice.keeps_stick = keeps_stick;
        assert_int_equal(finish(room), IMPORT_DONE);
        assert_shows(room, WHAT, keeps_stick ? card_b : card_a);
        assert_shows(room, "cards/en/20-more.txt", "# More\n\nBen's words.\n");
        assert_true(says(&room->findings, WHAT ":1: warning: This was changed on this screen too"));
        begin_again(room);
    }
}

TEST(whoever_mends_a_slip_on_the_same_stick_is_believed) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    put_on(room, "ann", WHAT, "# What is DIT?\n\nAnn wrote this better.\n");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_shows(room, WHAT, "# What is DIT?\n\nAnn wrote this better.\n");
    assert_int_equal(room->findings.count, 0);
    put_on(room, "ben", WHAT, card_b); // who knows nothing of either
    assert_int_equal(bring(room, "ben"), IMPORT_UNCHANGED);
    assert_true(says(&room->findings, KEPT));
}

TEST(what_was_merged_once_is_not_contested_when_the_copy_comes_again) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's words.\n");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's better words.\n");
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, WHAT, card_a);
    assert_shows(room, "cards/en/20-more.txt", "# More\n\nBen's better words.\n");
    assert_false(says(&room->findings, "on this screen too"));
}

TEST(what_was_set_back_is_offered_again_also_when_others_have_come_since) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's words.\n");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(store_roll_back(room->store, 1), FILE_OK);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_shows(room, WHAT, card_a);
    assert_shows(room, "cards/en/20-more.txt", "# More\n\nBen's words.\n");
}

TEST(a_stick_can_be_put_on_screen_again_after_the_earlier_cards_were) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(store_roll_back(room->store, 1), FILE_OK);
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_shows(room, WHAT, card_a);
    assert_int_equal(room->findings.count, 0);
}

static void move(struct room *room, const char *who, const char *from, const char *to) {
    char old[400];
    snprintf(old, sizeof old, "%s", content_path(&room->folder, path_on(room, who, from)));
    assert_return_code(rename(old, content_path(&room->folder, path_on(room, who, to))), 0);
}

TEST(two_new_places_for_one_card_are_not_decided_in_silence) {
    begin_with_two(room);
    move(room, "ann", WHAT, "cards/en/40-what.txt");
    move(room, "ben", WHAT, "cards/en/50-what.txt");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_UNCHANGED);
    assert_true(says(&room->findings, "The number of this card was changed on this screen too"));
}

TEST(settings_that_windows_gave_another_name_are_the_settings) {
    begin_with_two(room);
    put_on(room, "ann", "kiosk.ini",
           "[practice]\nname = Hill Road\n[referral]\nphone = 0203 228 1350\n");
    move(room, "ben", "kiosk.ini", "kiosk.ini.txt");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_in_range(bring(room, "ben"), IMPORT_DONE, IMPORT_UNCHANGED);
    assert_false(shows_file(room, "kiosk.ini") && shows_file(room, "kiosk.ini.txt"));
    const char *name = shows_file(room, "kiosk.ini") ? "kiosk.ini" : "kiosk.ini.txt";
    assert_shows(room, name, "[practice]\nname = Hill Road\n[referral]\nphone = 0203 228 1350\n");
}

TEST(cards_in_another_order_and_cards_with_other_words_go_together) {
    begin_with_two(room);
    move(room, "ann", WHAT, "cards/en/40-what.txt");
    put_on(room, "ben", WHAT, card_b);
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, "cards/en/40-what.txt", card_b);
    assert_false(shows_file(room, WHAT));
}

TEST(settings_are_merged_one_by_one) {
    begin_with_two(room);
    put_on(room, "ann", "kiosk.ini",
           "[practice]\nname = Hill Road\n[referral]\nphone = 0203 228 1350\n");
    put_on(room, "ben", "kiosk.ini",
           "[practice]\nname = Example Surgery\n[referral]\nphone = 0203 228 1351\n");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, "kiosk.ini",
                 "[practice]\nname = Hill Road\n[referral]\nphone = 0203 228 1351\n");
    assert_int_equal(room->findings.count, 0);
}

TEST(a_language_and_a_picture_that_the_screen_got_meanwhile_stay) {
    begin_with_two(room);
    put_on(room, "ann", "cards/pt/10-what.txt", "# O que\n\nPalavras.\n");
    put_on(room, "ann", "cards/pt/20-more.txt", "# Mais\n\nPalavras.\n");
    put_on(room, "ann", "images/team.svg",
           "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 200\"/>");
    put_on(room, "ann", WHAT, card_a);
    put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's words.\n");
    remove_from_room(room, path_on(room, "ben", "images"));
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_true(shows_file(room, "images/team.svg"));
    assert_true(shows_file(room, "cards/pt/10-what.txt"));
    assert_shows(room, WHAT, card_a);
}

TEST(a_copy_of_cards_that_are_not_known_here_is_compared_as_ever_and_says_so) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    put_on(room, "ben", WHAT, card_b);
    put_on(room, "ben", "copied-from.txt", "content = 0123456789abcdef\ncopy = 0123456789abcdef\n");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, WHAT, card_b);
    assert_true(says(&room->findings, UNKNOWN));
}

TEST(what_is_no_copy_is_compared_as_ever_and_says_so_where_it_changes_something) {
    assert_int_equal(import(room), IMPORT_DONE);
    assert_int_equal(room->findings.count, 0); // there was nothing that could be newer
    assert_int_equal(import(room), IMPORT_UNCHANGED);
    assert_int_equal(room->findings.count, 0);
    content_put_text(&room->folder, "stick/Kiosk/" WHAT, card_a);
    remove_from_room(room, "stick/Kiosk/" WHAT_AT_FIRST);
    assert_int_equal(import(room), IMPORT_DONE);
    assert_int_equal(room->findings.count, 1);
    assert_true(says(&room->findings, UNKNOWN));
}

TEST(cards_on_screen_that_cannot_be_read_are_not_lost_in_silence) {
    begin_with_two(room);
    put_on(room, "ann", WHAT, card_a);
    put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's words.\n");
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    remove_from_room(room, "store/gen-2/" WHAT);
    assert_return_code(mkfifo(content_path(&room->folder, "store/gen-2/" WHAT), 0600), 0);
    assert_int_equal(bring(room, "ben"), IMPORT_FAILED);
    assert_non_null(strstr(room->import.trouble, "The cards on screen cannot be read."));
    assert_int_equal(store_roll_back(room->store, 1), FILE_OK);
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, WHAT, card_a);
    assert_shows(room, "cards/en/20-more.txt", "# More\n\nBen's words.\n");
}

TEST(what_came_with_the_program_is_known_to_its_copies) {
    char shipped[400];
    put_content(room, "shipped");
    snprintf(shipped, sizeof shipped, "%s", content_path(&room->folder, "shipped"));
    room->source.shipped_dir = shipped;
    for (int i = 0; i < 2; i++) {
        const char *who = i == 0 ? "ann" : "ben";
        copy_of(room, who, shipped);
        put_on(room, who, i == 0 ? WHAT : "cards/en/20-more.txt", i == 0 ? card_a : more);
    }
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, WHAT, card_a);
    assert_shows(room, "cards/en/20-more.txt", more);
}

TEST(a_copied_from_that_lies_is_none) {
    static const char *const lies[] = {"",
                                       "content = ../../current\ncopy = 0123456789abcdef\n",
                                       "content = 0123456789abcdef\n",
                                       "copy = 0123456789ABCDEF\ncontent = 0123456789abcdef\n",
                                       "\xFF\xFE\x00",
                                       "content\n[\n=\n"};
    begin_with_two(room);
    for (int i = 0; i < COUNT_OF(lies); i++) {
        put_on(room, "ann", "copied-from.txt", lies[i]);
        assert_int_equal(bring(room, "ann"), IMPORT_UNCHANGED);
        assert_int_equal(room->findings.count, 0);
    }
}

TEST(a_copy_is_known_for_fifty_updates) {
    begin_with_two(room);
    put_on(room, "ben", "cards/en/20-more.txt", "# More\n\nBen's words.\n");
    for (int i = 0; i < 49; i++) {
        put_on(room, "ann", WHAT,
               arena_format(&room->arena, "# What is DIT?\n\nAnn's version %d.\n", i));
        assert_int_equal(bring(room, "ann"), IMPORT_DONE);
    }
    assert_int_equal(bring(room, "ben"), IMPORT_DONE);
    assert_shows(room, WHAT, "# What is DIT?\n\nAnn's version 48.\n");
    assert_true(is_there(room, "store/content-51"));
    assert_false(is_there(room, "store/content-1"));
}

// Each card is changed, taken out, added or moved by one of the two, or left.
enum { CARDS = 8, ROUNDS = 15 };

static uint32_t dice = 20261130;

static int roll(int sides) {
    dice = dice * 1664525U + 1013904223U;
    return (int)((dice >> 16) % (uint32_t)sides);
}

static const char *card_path(struct room *room, int card, int number) {
    return arena_format(&room->arena, "cards/en/%d-card-%c.txt", 100 * number + card, 'a' + card);
}

static const char *card_text(struct room *room, int card, int version) {
    return arena_format(&room->arena, "# Card %c\n\nVersion %d.\n", 'A' + card, version);
}

struct state {
    int number, version; // of a card; its version is 0 where there is none
};

static void change(struct room *room, const char *who, int card, struct state *state) {
    struct state now = {1 + roll(3), roll(4)};
    if (state->version > 0) {
        remove_from_room(room, path_on(room, who, card_path(room, card, state->number)));
    }
    if (now.version > 0) {
        put_on(room, who, card_path(room, card, now.number), card_text(room, card, now.version));
    }
    *state = now;
}

TEST(of_two_peoples_separate_edits_none_is_lost) {
    struct state states[CARDS] = {{0, 0}};
    begin_with_two(room);
    for (int round = 0; round < ROUNDS; round++) {
        copy_for(room, "ann");
        copy_for(room, "ben");
        for (int i = 0; i < CARDS; i++) {
            int who = roll(3);
            if (who < 2) {
                change(room, who == 0 ? "ann" : "ben", i, &states[i]);
            }
        }
        assert_in_range(bring(room, "ann"), IMPORT_DONE, IMPORT_UNCHANGED);
        assert_in_range(bring(room, "ben"), IMPORT_DONE, IMPORT_UNCHANGED);
        for (int i = 0; i < CARDS; i++) {
            for (int number = 1; number <= 3; number++) {
                bool is_wanted = states[i].version > 0 && states[i].number == number;
                const char *path = card_path(room, i, number);
                assert_int_equal(shows_file(room, path), is_wanted);
                if (is_wanted) {
                    assert_shows(room, path, card_text(room, i, states[i].version));
                }
            }
        }
    }
}

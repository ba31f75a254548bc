// SPDX-License-Identifier: MIT
// What both have changed is a list to choose from: each item with the words of both sides, and an
// id by which the stick's is taken.
#include "two_copies.h"

#define TEAM "images/team.svg"
#define WORDS_OF(who) "# More\n\n" who " wrote this too.\n"

static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2%d 200\"/>";

// A card, a setting, a picture, a card that one of them takes out, and the number of one.
static void change_all(struct room *room, const char *who, int number) {
    bool is_ann = number == 1;
    put_on(room, who, WHAT, is_ann ? card_a : card_b);
    put_on(room, who, "kiosk.ini",
           arena_format(&room->arena,
                        "[practice]\nname = Road %d\n[referral]\nphone = 0203 228 1350\n", number));
    put_on(room, who, TEAM, arena_format(&room->arena, drawing, number));
    remove_from_room(room, path_on(room, who, "cards/en/30-moved.txt"));
    put_on(room, who, is_ann ? "cards/en/40-moved.txt" : "cards/en/50-moved.txt", more);
    if (is_ann) {
        put_on(room, who, "cards/en/20-more.txt", WORDS_OF("Ann"));
    } else {
        remove_from_room(room, path_on(room, who, "cards/en/20-more.txt"));
    }
}

static void begin_with_conflicts(struct room *room) {
    content_put_text(&room->folder, "stick/Kiosk/cards/en/30-moved.txt", more);
    begin_with_two(room);
    change_all(room, "ann", 1);
    change_all(room, "ben", 2);
    assert_int_equal(bring(room, "ann"), IMPORT_DONE);
}

static enum import_state bring_bens(struct room *room, const char *const *taken, int taken_count) {
    snprintf(room->stick, sizeof room->stick, "%s/ben", room->folder.path);
    begin(room);
    room->import.merge.choice = (struct merge_choice){.taken = taken, .taken_count = taken_count};
    return finish(room);
}

static const struct merge_item wanted[] = {
    {"cards/en/what", WHAT, NULL, card_a, card_b},
    {"cards/en/moved", "cards/en/50-moved.txt", NULL, "40-moved.txt", "50-moved.txt"},
    {TEAM, TEAM, NULL, NULL, NULL},
    {"practice.name", "kiosk.ini", "name", "Road 1", "Road 2"},
    {"cards/en/more", "cards/en/20-more.txt", NULL, WORDS_OF("Ann"), NULL},
};

static const struct merge_item *find_item(const struct merge *merge, const char *id) {
    for (int i = 0; i < merge->contested_count; i++) {
        if (strcmp(merge->contested[i].id, id) == 0) {
            return &merge->contested[i];
        }
    }
    return NULL;
}

static void assert_text(const char *text, const char *words) {
    assert_int_equal(!text, !words);
    assert_string_equal(text ? text : "", words ? words : "");
}

TEST(what_both_have_changed_is_listed_with_the_words_of_both) {
    begin_with_conflicts(room);
    assert_int_equal(bring_bens(room, NULL, 0), IMPORT_UNCHANGED);
    const struct merge *merge = &room->import.merge;
    assert_int_equal(merge->contested_count, COUNT_OF(wanted));
    for (int i = 0; i < COUNT_OF(wanted); i++) {
        const struct merge_item *item = find_item(merge, wanted[i].id);
        assert_non_null(item);
        assert_string_equal(item->path, wanted[i].path);
        assert_text(item->key, wanted[i].key);
        assert_text(item->screen, wanted[i].screen);
        assert_text(item->stick, wanted[i].stick);
    }
}

static bool has_bens(struct room *room, int item) {
    switch (item) {
    case 0:
        return strstr(text_of(room, "store/current/" WHAT), "Ben") != NULL;
    case 1:
        return shows_file(room, "cards/en/50-moved.txt");
    case 2:
        return strstr(text_of(room, "store/current/" TEAM), "22 200") != NULL;
    case 3:
        return strstr(text_of(room, "store/current/kiosk.ini"), "Road 2") != NULL;
    default:
        return !shows_file(room, "cards/en/20-more.txt");
    }
}

TEST(of_each_item_alone_the_sticks_is_taken) {
    for (int i = 0; i < COUNT_OF(wanted); i++) {
        begin_with_conflicts(room);
        assert_int_equal(bring_bens(room, &wanted[i].id, 1), IMPORT_DONE);
        for (int k = 0; k < COUNT_OF(wanted); k++) {
            assert_int_equal(has_bens(room, k), k == i);
        }
        remove_from_room(room, "store");
        remove_from_room(room, "stick");
        put_content(room, "stick/Kiosk");
        snprintf(room->stick, sizeof room->stick, "%s/stick", room->folder.path);
    }
}

TEST(what_is_taken_that_nobody_contests_changes_nothing) {
    static const char *const taken[] = {"cards/en/no-such", "", "practice.owner"};
    begin_with_conflicts(room);
    assert_int_equal(bring_bens(room, taken, COUNT_OF(taken)), IMPORT_UNCHANGED);
}

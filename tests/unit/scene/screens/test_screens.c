// SPDX-License-Identifier: MIT
// Screens whose words nobody foresaw: a card without a word, calls for help that go on and on. What
// is right on any screen is asked by tests/screens of the real program; here it is the odd one.
#include <string.h>

#include "content/card/card_load.h"
#include "content/ports.h"
#include "fake_deck.h"
#include "fake_fonts.h"
#include "scene/scene.h"
#include "scene/staff/staff.h"
#include "unit_test.h"

struct odd_deck {
    struct fake_deck deck;
    struct card card;
    struct metrics metrics;
    struct arena arena;
};

static int open_deck(void **state) {
    static struct odd_deck odd;
    odd = (struct odd_deck){.metrics = metrics_build(800, 480, 7)};
    fake_deck_open(&odd.deck);
    odd.deck.deck.settings.practice_name = "Example Surgery";
    *state = &odd;
    return 0;
}

static int close_deck(void **state) {
    struct odd_deck *odd = *state;
    arena_finish(&odd->arena);
    fake_deck_close(&odd->deck);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, open_deck, close_deck, struct odd_deck *odd)

static void load(struct odd_deck *odd, const char *text) {
    static const struct ports ports = {.skips_advice = true};
    const struct card_source source = {.bytes = str_from(text), .path = "a.md", .ports = &ports};
    assert_true(card_load(&odd->card, &source, &odd->deck.findings));
    struct language *language = &odd->deck.languages[FAKE_ENGLISH];
    language->cards = &odd->card;
    language->card_count = 1;
    language->urgent = language->refer = odd->card;
}

static const struct scene *build(struct odd_deck *odd, enum screen screen, int page) {
    const struct scene_source source = {
        .deck = &odd->deck.deck, .metrics = &odd->metrics, .fonts = &fake_fonts};
    const struct view view = {.screen = screen, .page = page, .text_size = TEXT_LARGEST};
    return scene_build(&source, &view, &odd->arena);
}

static int count_text(const struct scene *scene, const char *words) {
    int count = 0;
    for (int i = 0; i < scene->item_count; i++) {
        const struct scene_item *item = &scene->items[i];
        const char *at = item->kind == SCENE_TEXT ? item->text : "";
        for (; (at = strstr(at, words)); at++) {
            count++;
        }
    }
    return count;
}

static void check_nothing_leaves_the_glass(const struct scene *scene) {
    for (int i = 0; i < scene->item_count; i++) {
        struct rect at = scene->items[i].at;
        assert_true(at.x >= 0 && at.y >= 0);
        assert_true(at.x + at.w <= scene->width_px && at.y + at.h <= scene->height_px);
    }
}

// A picture is checked when content comes; the card of a file that fails later has no page at all.
TEST(a_card_whose_one_picture_cannot_be_read_still_has_its_title) {
    load(odd, "# Us\n\n![Our team](team.jpg)\n");
    const struct scene *scene = build(odd, SCREEN_CARD, 0);
    assert_int_equal(count_text(scene, "Us"), 1);
    assert_int_equal(scene->page_count, 1);
    assert_int_equal(build(odd, SCREEN_URGENT, 0)->page_count, 1);
}

static void check_calls(struct odd_deck *odd, const char *text, const char *word, int count) {
    load(odd, text);
    int seen = 0;
    int pages = 1;
    for (int page = 0; page < pages; page++) {
        const struct scene *scene = build(odd, SCREEN_URGENT, page);
        check_nothing_leaves_the_glass(scene);
        pages = scene->page_count;
        seen += count_text(scene, word);
    }
    assert_int_equal(seen, count);
}

static const char *repeat(struct odd_deck *odd, const char *start, const char *part, int count) {
    char *text = arena_alloc(&odd->arena, strlen(start) + strlen(part) * (size_t)count + 1);
    strcpy(text, start);
    for (int i = 0; i < count; i++) {
        strcat(text, part);
    }
    return text;
}

TEST(a_call_for_help_that_is_too_long_for_a_page_is_parted) {
    check_calls(odd, repeat(odd, "# Help\n\n## Call 999\n\n", "now ", 900), "now", 900);
    check_calls(odd, repeat(odd, "# Help\n\n", "now\n\n", 200), "now", 200);
    check_calls(odd, repeat(odd, "# Help\n\n", "> now\n>\n", 200), "now", 200);
}

TEST(the_heading_of_a_call_leaves_room_for_its_words) {
    const char *text = repeat(odd, "# Help\n\n## ", "call ", 300);
    check_calls(odd, arena_format(&odd->arena, "%s\n\nnow\n\n## Call 999\n\nnow\n", text), "now",
                2);
}

static const struct {
    int width_px, height_px;
    double inches;
} sizes[] = {{800, 480, 7}, {800, 480, 0}, {1920, 1080, 0}};

// Whoever takes the section of a number away often puts it into the title.
TEST(a_title_that_says_a_number_stays_at_every_letter_size) {
    const char *text =
        repeat(odd, "# In danger? Call 999 now\n", "\n## Call 111\n\nHelp now.\n", 5);
    for (int i = 0; i < COUNT_OF(sizes); i++) {
        odd->metrics = metrics_build(sizes[i].width_px, sizes[i].height_px, sizes[i].inches);
        load(odd, text);
        int pages = build(odd, SCREEN_URGENT, 0)->page_count;
        for (int page = 0; page < pages; page++) {
            assert_int_equal(count_text(build(odd, SCREEN_URGENT, page), "999"), 1);
        }
        check_calls(odd, text, "Help", 5);
    }
}

static bool is_over(const struct scene_item *a, const struct scene_item *b) {
    return a->at.x < b->at.x + b->at.w && b->at.x < a->at.x + a->at.w &&
           a->at.y < b->at.y + b->at.h && b->at.y < a->at.y + a->at.h;
}

static void check_texts_keep_apart(const struct scene *scene) {
    for (int i = 0; i < scene->item_count; i++) {
        for (int k = 0; k < i; k++) {
            const struct scene_item *a = &scene->items[i], *b = &scene->items[k];
            if (a->kind == SCENE_TEXT && b->kind == SCENE_TEXT && is_over(a, b)) {
                fail_msg("%s lies over %s", a->text, b->text);
            }
        }
    }
}

TEST(a_long_title_leaves_the_steps_of_referral_their_room) {
    load(odd, "# Understanding Understanding Understanding Understanding Understanding "
              "Understanding Understanding\n\n1. One\n2. Two\n3. Three\n");
    for (int i = 0; i < COUNT_OF(sizes); i++) {
        odd->metrics = metrics_build(sizes[i].width_px, sizes[i].height_px, sizes[i].inches);
        int pages = 1;
        for (int page = 0; page < pages; page++) {
            const struct scene *scene = build(odd, SCREEN_REFER, page);
            check_nothing_leaves_the_glass(scene);
            check_texts_keep_apart(scene);
            pages = scene->page_count;
        }
    }
}

TEST(cards_that_no_row_is_about_are_counted) {
    static bool confirmed[1];
    struct staff_words words;
    struct change change = {.kind = CHANGE_CARD_ADDED, .where = "One"};
    struct changes changes = {.list = &change, .count = 1, .dropped_count = 37};
    const struct staff_scene staff = {.words = &words,
                                      .changes = &changes,
                                      .confirmed = confirmed,
                                      .seen = confirmed,
                                      .wanted_row = -1};
    const struct scene_source source = {
        .deck = &odd->deck.deck, .metrics = &odd->metrics, .fonts = &fake_fonts, .staff = &staff};
    const struct view view = {.screen = SCREEN_CHANGES};
    for (int i = 0; i < STAFF_WORD_COUNT; i++) {
        words.text[i] = "Words";
    }
    words.text[STAFF_MORE_CARDS] = "And {count} more cards";
    const struct scene *scene = scene_build(&source, &view, &odd->arena);
    assert_int_equal(count_text(scene, "And 37 more cards"), 1);
}

// SPDX-License-Identifier: MIT
// The console on a graphics card that is not there: what lies on its display is what was painted,
// and whatever a card or a display can fail with ends in a picture that comes back.
#include <string.h>

#include "platform/display/present.h"
#include "platform/draw/rotate.h"

#include "fake_card.h"
#include "unit_test.h"

enum { WIDE = 64, HIGH = 48, STEPS = 60 };
#define INK 0xFF9B1C1C

static struct fake_card *const card = &fake_cards[0];

static int plug_in(void **state) {
    (void)state;
    memset(fake_cards, 0, sizeof fake_cards);
    *card = (struct fake_card){
        .is_there = true,
        .has_connector = true,
        .is_connected = true,
        .modes = {{.width = 80, .height = 60},
                  {.width = WIDE, .height = HIGH, .is_preferred = true}},
        .mode_count = 2,
    };
    return 0;
}

static bool is_open(struct presenter *presenter, int rotate) {
    return present_open(presenter, &(struct present_options){.is_console = true, .rotate = rotate});
}

static bool show(struct presenter *presenter, struct rect part, uint32_t colour) {
    SDL_FillRect(presenter->picture, &(SDL_Rect){part.x, part.y, part.w, part.h}, colour);
    return present_show(presenter, part);
}

static bool show_all(struct presenter *presenter, uint32_t colour) {
    return show(presenter, (struct rect){0, 0, presenter->picture->w, presenter->picture->h},
                colour);
}

static void assert_nothing_is_left(void) {
    for (int i = 0; i < FAKE_BUFFERS; i++) {
        assert_int_equal(card->buffers[i].width, 0);
        assert_false(card->buffers[i].is_shown);
    }
}

static void assert_on_display(const struct presenter *presenter) {
    SDL_Surface *wanted = SDL_CreateRGBSurfaceWithFormat(
        0, presenter->glass->w, presenter->glass->h, 32, SDL_PIXELFORMAT_ARGB8888);
    assert_non_null(wanted);
    struct rect whole = {0, 0, presenter->picture->w, presenter->picture->h};
    rotate_copy(presenter->picture, whole, presenter->rotate, wanted);
    assert_int_not_equal(card->front, 0);
    for (int y = 0; y < wanted->h; y++) {
        const uint32_t *row =
            (const uint32_t *)(const void *)((const char *)wanted->pixels + y * wanted->pitch);
        for (int x = 0; x < wanted->w; x++) {
            assert_int_equal(fake_card_pixel(card, x, y), row[x]);
        }
    }
    SDL_FreeSurface(wanted);
}

#define ON_CARD(name) UNIT_TEST_WITH(name, plug_in, NULL, void *nothing)

ON_CARD(what_was_painted_in_parts_is_on_the_display_however_it_hangs) {
    for (int rotate = 0; rotate < 360; rotate += 90) {
        struct presenter presenter;
        assert_true(is_open(&presenter, rotate));
        assert_int_equal(presenter.picture->w, rotate % 180 ? HIGH : WIDE);
        assert_true(show_all(&presenter, INK));
        for (unsigned int i = 1; i < STEPS; i++) {
            struct rect part = {(int)(i * 7 % 40), (int)(i * 5 % 30), (int)(i % 9) + 1,
                                (int)(i % 4) + 1};
            assert_true(show(&presenter, part, 0xFF000000 | i * 0x010305));
            assert_on_display(&presenter);
        }
        present_close(&presenter);
        assert_nothing_is_left();
    }
}

ON_CARD(the_display_is_set_once_with_a_picture_on_it_and_then_flipped) {
    struct presenter presenter;
    assert_true(is_open(&presenter, 0));
    assert_int_equal(card->set_count, 0); // nothing is on it before there is something to see
    assert_true(show_all(&presenter, INK));
    assert_true(show_all(&presenter, INK));
    assert_int_equal(card->set_count, 1);
    assert_int_equal(card->flip_count, 1);
    assert_true(present_show(&presenter, (struct rect){0}));
    assert_int_equal(card->flip_count, 1); // a still screen costs nothing
    present_close(&presenter);
}

ON_CARD(without_a_display_there_is_none_to_open) {
    const struct fake_card cases[] = {
        {.is_there = false},
        {.is_there = true},
        {.is_there = true,
         .has_connector = true,
         .mode_count = 1,
         .modes = {{.width = 8, .height = 8}}},
        {.is_there = true, .has_connector = true, .is_connected = true},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct presenter presenter;
        plug_in(NULL);
        *card = cases[i];
        assert_false(is_open(&presenter, 0));
        assert_true(presenter.is_away);
        *card = cases[i];
        assert_false(present_reopen(&presenter));
        assert_true(presenter.is_away);
    }
}

ON_CARD(a_display_that_is_off_at_the_start_is_opened_when_it_is_on) {
    struct presenter presenter;
    card->is_connected = false;
    assert_false(is_open(&presenter, 90));
    card->is_connected = true;
    assert_true(present_reopen(&presenter));
    assert_false(presenter.is_away);
    assert_true(show_all(&presenter, INK));
    assert_on_display(&presenter);
    present_close(&presenter);
    assert_nothing_is_left();
}

ON_CARD(the_first_card_that_has_a_display_is_taken) {
    struct presenter presenter;
    fake_cards[1] = *card;
    *card = (struct fake_card){.is_there = true}; // draws only, as on a Raspberry Pi
    assert_true(is_open(&presenter, 0));
    assert_true(show_all(&presenter, INK));
    assert_int_not_equal(fake_cards[1].front, 0);
    present_close(&presenter);
}

ON_CARD(a_size_that_the_card_refuses_gives_way_to_another) {
    struct presenter presenter;
    card->modes[1].is_refused = true;
    assert_true(is_open(&presenter, 0));
    assert_false(show_all(&presenter, INK));
    assert_true(present_reopen(&presenter));
    assert_int_equal(presenter.picture->w, 80);
    assert_true(show_all(&presenter, INK));
    assert_on_display(&presenter);
    present_close(&presenter);
}

ON_CARD(another_display_is_asked_for_its_best_size_again) {
    struct presenter presenter;
    card->modes[1].is_refused = true;
    assert_true(is_open(&presenter, 0));
    assert_false(show_all(&presenter, INK));
    card->is_connected = false;
    assert_false(present_reopen(&presenter));
    card->is_connected = true;
    card->modes[1].is_refused = false;
    assert_true(present_reopen(&presenter));
    assert_int_equal(presenter.picture->w, WIDE);
    assert_true(show_all(&presenter, INK));
    present_close(&presenter);
}

ON_CARD(a_card_that_refuses_every_size_is_asked_again_and_again) {
    struct presenter presenter;
    card->modes[0].is_refused = card->modes[1].is_refused = true;
    assert_true(is_open(&presenter, 0));
    for (int i = 0; i < STEPS; i++) {
        assert_false(show_all(&presenter, INK));
        assert_true(present_reopen(&presenter));
    }
    card->modes[0].is_refused = card->modes[1].is_refused = false;
    assert_true(show_all(&presenter, INK));
    assert_on_display(&presenter);
    present_close(&presenter);
}

ON_CARD(a_card_without_room_is_tried_again) {
    struct presenter presenter;
    card->is_full = true;
    assert_false(is_open(&presenter, 0));
    assert_nothing_is_left();
    card->is_full = false;
    assert_true(is_open(&presenter, 0));
    assert_true(show_all(&presenter, INK));
    present_close(&presenter);
}

ON_CARD(a_picture_that_never_comes_is_a_display_that_is_lost) {
    struct presenter presenter;
    assert_true(is_open(&presenter, 0));
    assert_true(show_all(&presenter, INK));
    card->swallows_flips = true;
    assert_false(show_all(&presenter, INK));
    card->swallows_flips = false;
    assert_true(present_reopen(&presenter));
    assert_true(show_all(&presenter, INK));
    assert_on_display(&presenter);
    present_close(&presenter);
}

ON_CARD(a_card_that_another_program_has_is_waited_for) {
    struct presenter presenter;
    assert_true(is_open(&presenter, 0));
    assert_true(show_all(&presenter, INK));
    card->is_others = true;
    assert_false(show_all(&presenter, INK));
    assert_true(present_reopen(&presenter));
    assert_false(show_all(&presenter, INK));
    assert_false(presenter.is_away);
    card->is_others = false;
    assert_true(present_reopen(&presenter));
    assert_true(show_all(&presenter, INK));
    assert_int_equal(presenter.picture->w, WIDE); // its size was not to blame
    present_close(&presenter);
}

ON_CARD(a_display_that_goes_may_come_back_in_another_size) {
    struct presenter presenter;
    assert_true(is_open(&presenter, 90));
    assert_true(show_all(&presenter, INK));
    card->is_connected = false;
    assert_false(present_reopen(&presenter));
    assert_true(presenter.is_away);
    assert_false(show(&presenter, (struct rect){0, 0, 1, 1}, INK)); // nothing crashes meanwhile
    card->modes[1].width = 40;
    card->is_connected = true;
    assert_true(present_reopen(&presenter));
    assert_false(presenter.is_away);
    assert_int_equal(presenter.picture->h, 40);
    assert_true(show_all(&presenter, INK));
    assert_on_display(&presenter);
    present_close(&presenter);
    assert_nothing_is_left();
}

// A monitor that was switched off and on has the same size, and may have forgotten everything.
ON_CARD(after_news_of_the_same_display_it_is_set_again) {
    struct presenter presenter;
    assert_true(is_open(&presenter, 0));
    assert_true(show_all(&presenter, INK));
    assert_true(present_reopen(&presenter));
    assert_true(show_all(&presenter, INK));
    assert_int_equal(card->set_count, 2);
    assert_int_equal(card->flip_count, 0);
    assert_on_display(&presenter);
    present_close(&presenter);
}

ON_CARD(in_the_dark_the_display_is_off_and_then_shows_the_whole_picture) {
    struct presenter presenter;
    assert_true(is_open(&presenter, 0));
    assert_true(show_all(&presenter, INK));
    presenter.is_dark = true;
    assert_true(show_all(&presenter, 0xFF000000));
    assert_true(show(&presenter, (struct rect){3, 4, 5, 6}, INK));
    assert_int_equal(card->front, 0);
    assert_true(present_reopen(&presenter)); // another display came in the night
    assert_true(show_all(&presenter, 0xFF000000));
    assert_int_equal(card->front, 0);
    presenter.is_dark = false;
    assert_true(show(&presenter, (struct rect){1, 2, 5, 6}, INK));
    assert_on_display(&presenter);
    present_close(&presenter);
}

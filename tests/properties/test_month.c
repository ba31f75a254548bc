// SPDX-License-Identifier: MIT
// A month in the waiting room, in simulated time, with the cards that come with the program: nobody
// comes for thirty days, and ten thousand hands do everything that hands do. Whatever happened, a
// touch answers, urgent help is one tap away, and idleness leads back to the first card.
#include "app/app.h"

#include "fake_person.h"

enum {
    DAY_S = 24 * 60 * 60,
    DAYS = 30,
    DEEDS = 10000,
    HELD_LIMIT = 512 * 1024, // bytes of a scene
    LOOP_LIMIT_MS = 4 * 60 * 1000,
};

struct month {
    struct arena deck_arena;
    struct fake_kiosk kiosk;
    uint32_t dice;
};

static int month_open(void **state) {
    static struct month month;
    month = (struct month){.dice = 20250101};
    struct findings findings = {.arena = &month.deck_arena};
    struct deck_source source = {DIT_SOURCE_DIR "/config", DIT_SOURCE_DIR "/assets", {0}, NULL};
    assert_true(deck_load(&month.kiosk.deck, &source, &findings));
    assert_int_equal(findings.error_count, 0);
    kiosk_open(&month.kiosk);
    *state = &month;
    return 0;
}

static int month_close(void **state) {
    struct month *month = *state;
    arena_finish(&month->kiosk.arena);
    arena_finish(&month->deck_arena);
    return 0;
}

#define MONTH_TEST(name) UNIT_TEST_WITH(name, month_open, month_close, struct month *month)

// A small generator of its own (xorshift), so that every machine rolls the same month.
static int roll(struct month *month, int sides) {
    month->dice ^= month->dice << 13;
    month->dice ^= month->dice >> 17;
    month->dice ^= month->dice << 5;
    return (int)(month->dice % (uint32_t)sides);
}

static uint64_t loop_ms(struct fake_kiosk *kiosk) {
    uint64_t start_ms = kiosk->now_ms;
    do {
        kiosk_wait_ms(kiosk, app_deadline_ms(&kiosk->app) - kiosk->now_ms);
    } while (kiosk->app.view.card == 0 && kiosk->app.view.page == 0);
    do {
        kiosk_wait_ms(kiosk, app_deadline_ms(&kiosk->app) - kiosk->now_ms);
    } while (kiosk->app.view.card != 0 || kiosk->app.view.page != 0);
    return kiosk->now_ms - start_ms;
}

// A 7-inch screen that stands upright is not among them: its pages hold about ten words, and what
// each of them is given at least adds up to some seconds more.
MONTH_TEST(a_full_loop_of_the_bundled_cards_is_under_four_minutes) {
    struct fake_kiosk *kiosk = &month->kiosk;
    static const struct {
        int width_px, height_px;
        double inches;
    } screens[] = {{800, 480, 0},  {800, 480, 7},   {1024, 600, 0},  {1280, 720, 0},
                   {720, 1280, 0}, {1920, 1080, 0}, {1080, 1920, 0}, {3840, 2160, 0}};
    for (int i = 0; i < COUNT_OF(screens); i++) {
        kiosk_open(kiosk);
        kiosk->metrics =
            metrics_build(screens[i].width_px, screens[i].height_px, screens[i].inches);
        kiosk_show(kiosk);
        uint64_t spent_ms = loop_ms(kiosk);
        assert_true(spent_ms < LOOP_LIMIT_MS);
        assert_true(spent_ms > 60 * 1000); // and it can be read
    }
}

// The first day builds every picture anew, to see what they hold; the others look them up.
MONTH_TEST(a_month_of_idling_stays_in_the_loop_and_in_its_memory) {
    struct fake_kiosk *kiosk = &month->kiosk;
    static struct fake_album album;
    album.count = 0;
    loop_ms(kiosk);
    size_t held_bytes = kiosk->arena.held_bytes;
    int page_count = (int)kiosk->shown_count - 1;
    kiosk_wait_ms(kiosk, (uint64_t)DAY_S * 1000);
    loop_ms(kiosk);
    assert_int_equal(kiosk->arena.held_bytes, held_bytes);
    kiosk->album = &album;
    for (int day = 1; day < DAYS; day++) {
        kiosk_wait_ms(kiosk, (uint64_t)DAY_S * 1000);
        loop_ms(kiosk);
        assert_as_at_boot(kiosk);
    }
    assert_int_equal(album.count, page_count); // nothing but the pages of the loop
}

static struct rect roll_place(struct month *month) {
    const struct scene *scene = month->kiosk.scene;
    if (scene->target_count > 0 && roll(month, 3) > 0) {
        struct rect hit = scene->targets[roll(month, scene->target_count)].hit;
        return (struct rect){hit.x + roll(month, hit.w), hit.y + roll(month, hit.h), 0, 0};
    }
    return (struct rect){roll(month, scene->width_px + 200) - 100,
                         roll(month, scene->height_px + 200) - 100, 0, 0};
}

static void do_tap(struct month *month) {
    struct rect at = roll_place(month);
    person_touch(&month->kiosk, TOUCH_DOWN, at);
    kiosk_wait_ms(&month->kiosk, (uint64_t)roll(month, 400));
    person_touch(&month->kiosk, TOUCH_UP, at);
}

static void do_drag(struct month *month) {
    struct rect at = roll_place(month);
    int step_px = roll(month, 120) - 60;
    person_touch(&month->kiosk, TOUCH_DOWN, at);
    for (int i = roll(month, 12); i > 0; i--) {
        at.x += step_px;
        at.y += roll(month, 20) - 10;
        kiosk_wait_ms(&month->kiosk, (uint64_t)roll(month, 40));
        person_touch(&month->kiosk, TOUCH_MOVE, at);
    }
    person_touch(&month->kiosk, TOUCH_UP, at);
}

// Up to five fingers in any order, and some of them never report that they lifted.
static void do_palm(struct month *month) {
    for (int i = roll(month, 20); i > 0; i--) {
        month->kiosk.finger = 1 + roll(month, 5);
        person_touch(&month->kiosk, (enum touch_phase)roll(month, TOUCH_PHASE_COUNT),
                     roll_place(month));
        kiosk_wait_ms(&month->kiosk, (uint64_t)roll(month, 300));
    }
    month->kiosk.finger = 1;
}

static void do_key(struct month *month) {
    person_key(&month->kiosk, (enum key)roll(month, KEY_COUNT));
}

static void do_wait(struct month *month) {
    static const int longest_ms[] = {600, 5000, 30000, 95000, 200000};
    int longest = longest_ms[roll(month, COUNT_OF(longest_ms))];
    kiosk_wait_ms(&month->kiosk, (uint64_t)roll(month, longest));
}

// Long enough for the question, and mostly not for the return.
static void do_doze(struct month *month) {
    kiosk_wait_ms(&month->kiosk, (uint64_t)(80000 + roll(month, 30000)));
}

static void (*const deeds[])(struct month *) = {do_tap, do_tap,  do_tap,  do_tap,  do_key,
                                                do_key, do_drag, do_palm, do_wait, do_doze};

static void assert_view_is_sound(const struct fake_kiosk *kiosk) {
    const struct view *view = &kiosk->app.view;
    assert_true(view->screen < SCREEN_COUNT && view->language < kiosk->deck.language_count);
    assert_true(view->card >= 0 && view->card < kiosk->deck.languages[view->language].card_count);
    assert_int_equal(view->page, kiosk->scene->page);
    assert_true(view->progress >= 0 && view->progress <= 1000);
    assert_true(!view->is_asking || (view->countdown_s > 0 && kiosk->app.is_touched));
    assert_true(!view->is_cycling || view->screen == SCREEN_CARD || view->screen == SCREEN_POSTER);
    assert_true(kiosk->arena.held_bytes <= HELD_LIMIT);
}

// A second person comes, on a copy of the kiosk, after the fingers of the first have been
// forgotten.
static void next_person(struct fake_kiosk *copy, const struct fake_kiosk *kiosk) {
    *copy = *kiosk;
    copy->arena = (struct arena){0};
    copy->app.deck = copy->app.session.shown = &copy->deck;
    copy->app.metrics = &copy->metrics;
    copy->scene = kiosk_build(copy);
    copy->finger = 99;
    if (copy->app.gesture.finger_count > 0) {
        kiosk_wait_ms(copy, 11000);
    }
    kiosk_wait_ms(copy, 600);
}

static void assert_a_touch_answers(const struct fake_kiosk *kiosk) {
    struct fake_kiosk copy;
    next_person(&copy, kiosk);
    bool is_there = copy.app.view.screen == SCREEN_URGENT && !copy.app.view.is_asking;
    enum action_kind kind = is_there ? ACTION_CLOSE : ACTION_URGENT_HELP;
    struct rect at = person_press_nth(&copy, kind, 0);
    assert_int_equal(copy.app.view.pressed.kind, kind);
    person_touch(&copy, TOUCH_UP, at);
    assert_true((copy.app.view.screen == SCREEN_URGENT) != is_there);
    arena_finish(&copy.arena);
}

static void assert_idleness_returns(const struct fake_kiosk *kiosk) {
    struct fake_kiosk copy;
    next_person(&copy, kiosk);
    kiosk_wait_ms(&copy, 10000 + 180000 + 60000); // on a screen of numbers
    assert_false(copy.app.is_touched || copy.app.view.is_asking);
    loop_ms(&copy);
    assert_as_at_boot(&copy);
    arena_finish(&copy.arena);
}

MONTH_TEST(ten_thousand_hands_leave_a_kiosk_that_answers_and_returns) {
    bool seen[SCREEN_COUNT] = {false};
    int asked_count = 0;
    for (int i = 0; i < DEEDS; i++) {
        deeds[roll(month, COUNT_OF(deeds))](month);
        assert_view_is_sound(&month->kiosk);
        seen[month->kiosk.app.view.screen] = true;
        asked_count += month->kiosk.app.view.is_asking;
        if (i % 4 == 0) {
            assert_a_touch_answers(&month->kiosk);
        }
        if (i % 50 == 0) {
            assert_idleness_returns(&month->kiosk);
        }
    }
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        bool is_possible = (screen != SCREEN_LANGUAGES || month->kiosk.deck.language_count > 1) &&
                           !screen_is_for_staff((enum screen)screen);
        assert_int_equal(seen[screen], is_possible); // the hands have been everywhere
    }
    assert_true(asked_count > 100);
}

// SPDX-License-Identifier: MIT
// The stage paints as little as it can; here it is held to what painting everything would give.
// Random people tap, drag and type in simulated time, and whenever the picture comes to rest, each
// of its pixels is compared with a fresh one of the same scene.
#include <stdlib.h>
#include <string.h>

#include "content/ports.h"
#include "fake_card.h"
#include "fake_video.h"
#include "platform/display/compositor.h"
#include "platform/draw/pixel.h"
#include "platform/draw/rotate.h"
#include "platform/system/content.h"

#define CONTENT DIT_SOURCE_DIR "/tests/content/languages"
#define ASSETS DIT_SOURCE_DIR "/assets"

enum { WIDE = 800, HIGH = 480, REST_MS = 300, ACTIONS = 150 };

struct compositor_room {
    struct arena arena;
    struct deck deck;
    struct compositor compositor;
    struct app app;
    uint64_t now_ms;
    uint32_t dice;
    int fade_count, slide_count, drag_count;
};

static int roll(struct compositor_room *room, int sides) {
    room->dice = room->dice * 1664525 + 1013904223;
    return (int)((room->dice >> 8) % (uint32_t)sides);
}

static void room_open(struct compositor_room *room, int rotate) {
    *room = (struct compositor_room){.now_ms = 1000, .dice = 7 + (uint32_t)rotate};
    static const struct ports no_ports = {0};
    struct content_source source = {NULL, CONTENT, NULL, ASSETS, &no_ports};
    assert_true(content_load(&room->deck, &source, &room->arena));
    const struct present_options options = {false, rotate, WIDE, HIGH};
    room->compositor.painter = (struct painter){font_book_open(ASSETS), picture_book_open(ASSETS)};
    room->compositor.source.deck = &room->deck;
    picture_book_set_content(room->compositor.painter.pictures, room->deck.content_dir);
    assert_true(compositor_open(&room->compositor, &options));
    state_init(&room->app, &room->deck, &room->compositor.metrics, room->now_ms);
}

static void room_close(struct compositor_room *room) {
    struct painter painter = room->compositor.painter;
    compositor_close(&room->compositor);
    picture_book_close(painter.pictures);
    font_book_close(painter.fonts);
    arena_finish(&room->arena);
}

static int setup(void **state) {
    static struct compositor_room room;
    room_open(&room, 0);
    *state = &room;
    return 0;
}

static int teardown(void **state) {
    room_close(*state);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, struct compositor_room *room)

static void show(struct compositor_room *room, enum transition transition) {
    while (compositor_show(&room->compositor, &room->app, transition, room->now_ms)) {
        struct input shown = {.kind = INPUT_SHOWN};
        app_apply(&room->app, &shown, room->compositor.scene, room->now_ms);
        transition = TRANSITION_NONE;
    }
    assert_false(room->compositor.is_lost);
    room->fade_count += room->compositor.motion.kind == MOTION_FADE;
    room->slide_count += room->compositor.motion.kind == MOTION_SLIDE;
    room->drag_count += room->compositor.motion.kind == MOTION_DRAG;
}

static void give(struct compositor_room *room, struct input input) {
    app_apply(&room->app, &input, room->compositor.scene, room->now_ms);
    show(room, room->app.transition);
}

static void wait(struct compositor_room *room, int ms) {
    for (int spent_ms = 0; spent_ms < ms; spent_ms += 20) {
        room->now_ms += 20;
        give(room, (struct input){.kind = INPUT_TIME});
    }
}

static void touch(struct compositor_room *room, enum touch_phase phase, int x, int y) {
    give(room, (struct input){.kind = INPUT_TOUCH,
                              .touch = {.phase = phase, .finger = 1, .x = x, .y = y}});
    room->now_ms += 10;
}

static void tap(struct compositor_room *room) {
    const struct scene *scene = room->compositor.scene;
    const struct scene_target *target = &scene->targets[roll(room, scene->target_count)];
    int x = target->hit.x + target->hit.w / 2, y = target->hit.y + target->hit.h / 2;
    touch(room, TOUCH_DOWN, x, y);
    touch(room, TOUCH_UP, x, y);
}

static void drag(struct compositor_room *room) {
    int x = roll(room, room->compositor.metrics.width_px),
        y = roll(room, room->compositor.metrics.height_px);
    int step_px = roll(room, 61) - 30;
    room->now_ms += 300; // a new picture is not dragged at once
    touch(room, TOUCH_DOWN, x, y);
    for (int i = roll(room, 20); i >= 0; i--) {
        x += step_px;
        step_px = roll(room, 8) == 0 ? -step_px : step_px; // over to the other neighbour
        touch(room, TOUCH_MOVE, x, y);
    }
    touch(room, TOUCH_UP, x, y);
}

static void act(struct compositor_room *room) {
    switch (roll(room, 8)) {
    case 0:
    case 1:
    case 2:
        tap(room);
        break;
    case 3:
    case 4:
        drag(room);
        break;
    case 5:
        give(room, (struct input){.kind = INPUT_KEY, .key = (enum key)roll(room, KEY_COUNT)});
        break;
    case 6:
        compositor_stop_motion(&room->compositor);
        break;
    default:
        wait(room, 20 * (1 + roll(room, 20)));
        break;
    }
}

static void assert_same(const SDL_Surface *a, const SDL_Surface *b, const struct view *view) {
    assert_int_equal(a->w, b->w);
    for (int y = 0; y < a->h; y++) {
        const uint8_t *row_a = (const uint8_t *)a->pixels + (ptrdiff_t)y * a->pitch;
        const uint8_t *row_b = (const uint8_t *)b->pixels + (ptrdiff_t)y * b->pitch;
        if (memcmp(row_a, row_b, (size_t)a->w * 4) != 0) {
            fail_msg("row %d differs on screen %d, card %d", y, (int)view->screen, view->card);
        }
    }
}

// On a turned screen the glass is a picture of its own, so it also shows whether every part that
// was painted was presented.
static void assert_as_painted_afresh(struct compositor_room *room) {
    struct compositor *compositor = &room->compositor;
    SDL_Surface *picture = compositor->presenter.picture, *glass = compositor->presenter.glass;
    struct rect whole = {0, 0, picture->w, picture->h};
    SDL_Surface *fresh = pixel_surface(picture->w, picture->h);
    paint_scene(&compositor->painter, compositor->scene, fresh, whole);
    int filled_px = scene_progress_px(compositor->scene, room->app.view.progress);
    paint_progress(compositor->scene, fresh, filled_px);
    assert_same(picture, fresh, &compositor->view);
    SDL_Surface *turned = pixel_surface(glass->w, glass->h);
    rotate_copy(fresh, whole, compositor->presenter.rotate, turned);
    assert_same(glass, turned, &compositor->view);
    SDL_FreeSurface(turned);
    SDL_FreeSurface(fresh);
}

static void people_come_and_go(struct compositor_room *room) {
    show(room, TRANSITION_NONE);
    for (int i = 0; i < ACTIONS; i++) {
        act(room);
        if (roll(room, 2) == 0) {
            wait(room, REST_MS);
            assert_int_equal(room->compositor.motion.kind, MOTION_NONE);
            assert_as_painted_afresh(room);
        }
    }
    assert_true(room->fade_count > 10);
    assert_true(room->slide_count > 10);
    assert_true(room->drag_count > 10);
}

TEST(what_is_repainted_in_parts_is_what_would_be_painted_whole) {
    people_come_and_go(room);
}

TEST(and_so_it_is_on_a_screen_that_hangs_turned) {
    room_close(room);
    room_open(room, 90);
    people_come_and_go(room);
}

TEST(a_still_screen_holds_one_picture_and_asks_for_no_frame) {
    show(room, TRANSITION_NONE);
    wait(room, REST_MS);
    assert_null(room->compositor.motion.before);
    assert_null(room->compositor.motion.after);
    assert_true(compositor_deadline_ms(&room->compositor) == UINT64_MAX);
}

TEST(a_press_ends_the_motion_and_the_picture_is_complete) {
    show(room, TRANSITION_NONE);
    give(room, (struct input){.kind = INPUT_KEY, .key = KEY_NEXT});
    assert_int_not_equal(room->compositor.motion.kind, MOTION_NONE);
    compositor_stop_motion(&room->compositor);
    assert_int_equal(room->compositor.motion.kind, MOTION_NONE);
    give(room, (struct input){.kind = INPUT_TIME});
    assert_as_painted_afresh(room);
}

TEST(a_window_that_grows_gets_a_screen_of_its_size) {
    show(room, TRANSITION_NONE);
    SDL_SetWindowSize(room->compositor.presenter.window, 720, 1280);
    SDL_PumpEvents();
    compositor_renew(&room->compositor);
    give(room, (struct input){.kind = INPUT_TIME});
    assert_int_equal(room->compositor.metrics.width_px, 720);
    assert_int_equal(room->compositor.scene->height_px, 1280);
    assert_as_painted_afresh(room);
}

// Until then somebody may touch a panel whose display is off.
TEST(a_kiosk_that_starts_with_no_display_shows_its_picture_when_there_is_one) {
    struct compositor console = {.painter = room->compositor.painter,
                                 .source = {.deck = &room->deck}};
    fake_cards[0] = (struct fake_card){.is_there = true,
                                       .has_connector = true,
                                       .modes = {{.width = WIDE, .height = HIGH}},
                                       .mode_count = 1};
    assert_false(compositor_open(&console, &(struct present_options){.is_console = true}));
    assert_true(console.is_lost && console.presenter.is_away);
    struct input touch = {.kind = INPUT_TOUCH, .touch = {TOUCH_DOWN, 1, 0, 0, 0, 0}};
    for (touch.touch.phase = TOUCH_DOWN; touch.touch.phase <= TOUCH_UP; touch.touch.phase++) {
        app_apply(&room->app, &touch, console.scene, room->now_ms += 100);
        assert_false(compositor_show(&console, &room->app, TRANSITION_NONE, room->now_ms));
    }
    assert_true(app_deadline_ms(&room->app) > room->now_ms);
    fake_cards[0].is_connected = true;
    assert_true(compositor_show(&console, &room->app, TRANSITION_NONE, room->now_ms += 1000));
    assert_false(console.is_lost);
    assert_int_not_equal(fake_cards[0].front, 0);
    assert_int_equal(console.metrics.width_px, WIDE);
    compositor_close(&console);
}

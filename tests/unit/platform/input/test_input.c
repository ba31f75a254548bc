// SPDX-License-Identifier: MIT
// What SDL reports, and what the kiosk understands: fingers, one mouse button, a few keys, turned
// glass, and panels that vanish under a finger.
#include <math.h>
#include <stdlib.h>

#include "platform/input/input.h"

#include "fake_video.h"

static struct input_reader upright_reader(void) {
    return (struct input_reader){.width_px = 1280, .height_px = 720};
}

static SDL_Event finger_event(Uint32 type, float x, float y) {
    SDL_Event event = {0};
    event.type = type;
    event.tfinger.touchId = 7;
    event.tfinger.fingerId = 3;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
}

static SDL_Event button_event(Uint32 type, Uint32 which, int x, int y) {
    SDL_Event event = {0};
    event.type = type;
    event.button.which = which;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = x;
    event.button.y = y;
    return event;
}

static SDL_Event key_event(SDL_Keycode code, Uint16 modifiers) {
    SDL_Event event = {0};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    event.key.keysym.mod = modifiers;
    return event;
}

static struct input read_input(struct input_reader *reader, SDL_Event event) {
    struct input input;
    assert_int_equal(input_read(reader, &event, &input), NEWS_INPUT);
    return input;
}

static enum input_news news_of(struct input_reader *reader, SDL_Event event) {
    struct input input;
    return input_read(reader, &event, &input);
}

UNIT_TEST(a_finger_lands_where_the_panel_says) {
    struct input_reader reader = upright_reader();
    struct input input = read_input(&reader, finger_event(SDL_FINGERDOWN, 0.25F, 0.5F));
    assert_int_equal(input.kind, INPUT_TOUCH);
    assert_int_equal(input.touch.phase, TOUCH_DOWN);
    assert_int_equal(input.touch.x, 320);
    assert_int_equal(input.touch.y, 360);
    assert_int_equal(input.touch.finger, 3);
}

UNIT_TEST(a_finger_beyond_the_edge_is_on_the_last_pixel) {
    const struct {
        float x, y;
        int want_x, want_y;
    } cases[] = {
        {1.0F, 1.0F, 1279, 719},
        {1.7F, -0.2F, 1279, 0},
        {NAN, 0.5F, 0, 360},
        {-INFINITY, INFINITY, 0, 719},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct input_reader reader = upright_reader();
        struct input input =
            read_input(&reader, finger_event(SDL_FINGERMOTION, cases[i].x, cases[i].y));
        assert_int_equal(input.touch.x, cases[i].want_x);
        assert_int_equal(input.touch.y, cases[i].want_y);
    }
}

// The upright picture is 1280 x 720; its point (100, 50) is looked for on a panel that hangs
// turned.
UNIT_TEST(a_turned_panel_is_turned_back) {
    const struct {
        int degrees;
        int x, y, w, h; // on the panel
    } cases[] = {
        {0, 100, 50, 1280, 720},
        {90, 720 - 1 - 50, 100, 720, 1280},
        {180, 1280 - 1 - 100, 720 - 1 - 50, 1280, 720},
        {270, 50, 1280 - 1 - 100, 720, 1280},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct input_reader reader = upright_reader();
        reader.touch_rotate = cases[i].degrees;
        struct input input = read_input(
            &reader, finger_event(SDL_FINGERDOWN, ((float)cases[i].x + 0.5F) / (float)cases[i].w,
                                  ((float)cases[i].y + 0.5F) / (float)cases[i].h));
        assert_int_equal(input.touch.x, 100);
        assert_int_equal(input.touch.y, 50);
    }
}

UNIT_TEST(the_mouse_follows_the_picture_and_not_the_panel) {
    struct input_reader reader = upright_reader();
    reader.rotate = 90;
    reader.touch_rotate = 0;
    struct input input =
        read_input(&reader, button_event(SDL_MOUSEBUTTONDOWN, 0, 720 - 1 - 50, 100));
    assert_int_equal(input.touch.x, 100);
    assert_int_equal(input.touch.y, 50);
}

UNIT_TEST(a_mouse_that_is_really_a_finger_is_not_a_second_finger) {
    struct input_reader reader = upright_reader();
    SDL_Event event = button_event(SDL_MOUSEBUTTONDOWN, SDL_TOUCH_MOUSEID, 5, 5);
    assert_int_equal(news_of(&reader, event), NEWS_NOTHING);
    event = finger_event(SDL_FINGERDOWN, 0.5F, 0.5F);
    event.tfinger.touchId = SDL_MOUSE_TOUCHID;
    assert_int_equal(news_of(&reader, event), NEWS_NOTHING);
}

UNIT_TEST(a_mouse_moves_only_while_its_left_button_is_down) {
    struct input_reader reader = upright_reader();
    struct input input;
    SDL_Event motion = {0};
    motion.type = SDL_MOUSEMOTION;
    motion.motion.x = 30;
    assert_int_equal(news_of(&reader, motion), NEWS_NOTHING);
    SDL_Event button = button_event(SDL_MOUSEBUTTONDOWN, 0, 20, 20);
    button.button.button = SDL_BUTTON_RIGHT;
    assert_int_equal(news_of(&reader, button), NEWS_NOTHING);
    button.button.button = SDL_BUTTON_LEFT;
    input = read_input(&reader, button);
    input = read_input(&reader, motion);
    assert_int_equal(input.touch.phase, TOUCH_MOVE);
    assert_int_equal(input.touch.x, 30);
    button.type = SDL_MOUSEBUTTONUP;
    input = read_input(&reader, button);
    assert_int_equal(input.touch.phase, TOUCH_UP);
    assert_int_equal(news_of(&reader, motion), NEWS_NOTHING);
}

UNIT_TEST(arrows_point_the_way_that_the_language_reads) {
    const struct {
        SDL_Keycode code;
        Uint16 modifiers;
        bool is_right_to_left;
        enum key want;
    } cases[] = {
        {SDLK_RIGHT, 0, false, KEY_NEXT},       {SDLK_LEFT, 0, false, KEY_BACK},
        {SDLK_RIGHT, 0, true, KEY_BACK},        {SDLK_LEFT, 0, true, KEY_NEXT},
        {SDLK_PAGEDOWN, 0, true, KEY_NEXT},     {SDLK_UP, 0, true, KEY_BACK},
        {SDLK_RETURN, 0, false, KEY_ENTER},     {SDLK_ESCAPE, 0, false, KEY_ESCAPE},
        {SDLK_TAB, 0, false, KEY_TAB},          {SDLK_TAB, KMOD_LSHIFT, false, KEY_TAB_BACK},
        {SDLK_q, KMOD_LCTRL, false, KEY_OTHER}, {SDLK_F4, KMOD_LALT, false, KEY_OTHER},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct input_reader reader = upright_reader();
        reader.is_right_to_left = cases[i].is_right_to_left;
        struct input input = read_input(&reader, key_event(cases[i].code, cases[i].modifiers));
        assert_int_equal(input.kind, INPUT_KEY);
        assert_int_equal(input.key, cases[i].want);
    }
}

UNIT_TEST(something_that_lies_on_a_key_presses_it_once) {
    struct input_reader reader = upright_reader();
    SDL_Event event = key_event(SDLK_RIGHT, 0);
    event.key.repeat = 1;
    assert_int_equal(news_of(&reader, event), NEWS_NOTHING);
}

UNIT_TEST(no_key_leaves_the_program) {
    struct input_reader reader = upright_reader();
    for (int code = 0; code < 0x140; code++) {
        Sint32 codes[] = {code, code | SDLK_SCANCODE_MASK};
        for (int i = 0; i < COUNT_OF(codes); i++) {
            assert_int_equal(news_of(&reader, key_event(codes[i], KMOD_LCTRL | KMOD_LALT)),
                             NEWS_INPUT);
        }
    }
}

UNIT_TEST(the_close_button_and_a_signal_leave_the_program) {
    struct input_reader reader = upright_reader();
    SDL_Event event = {0};
    event.type = SDL_QUIT;
    assert_int_equal(news_of(&reader, event), NEWS_QUIT);
    event.type = SDL_WINDOWEVENT;
    event.window.event = SDL_WINDOWEVENT_CLOSE;
    assert_int_equal(news_of(&reader, event), NEWS_QUIT);
}

// SPDX-License-Identifier: MIT
// The one place that knows SDL's events. Fingers come with coordinates from 0 to 1 that can leave
// that range; touchpads call themselves touch devices and are not; a mouse that is really a finger
// is told by its id.
#include "platform/input/input.h"

#include "platform/draw/rotate.h"

enum { MOUSE_FINGER = -1 };

static const struct {
    SDL_Keycode code;
    enum key key;
} KEYS[] = {
    {SDLK_RIGHT, KEY_NEXT},      {SDLK_LEFT, KEY_BACK},      {SDLK_DOWN, KEY_NEXT},
    {SDLK_UP, KEY_BACK},         {SDLK_PAGEDOWN, KEY_NEXT},  {SDLK_PAGEUP, KEY_BACK},
    {SDLK_RETURN, KEY_ENTER},    {SDLK_KP_ENTER, KEY_ENTER}, {SDLK_SPACE, KEY_ENTER},
    {SDLK_ESCAPE, KEY_ESCAPE},   {SDLK_AC_BACK, KEY_ESCAPE}, {SDLK_TAB, KEY_TAB},
    {SDLK_AC_FORWARD, KEY_NEXT},
};

static enum key key_of(const struct input_reader *reader, const SDL_Keysym *sym) {
    if (sym->sym == SDLK_TAB && (sym->mod & KMOD_SHIFT)) {
        return KEY_TAB_BACK;
    }
    if (reader->is_right_to_left && (sym->sym == SDLK_LEFT || sym->sym == SDLK_RIGHT)) {
        return sym->sym == SDLK_LEFT ? KEY_NEXT : KEY_BACK;
    }
    for (int i = 0; i < COUNT_OF(KEYS); i++) {
        if (KEYS[i].code == sym->sym) {
            return KEYS[i].key;
        }
    }
    return KEY_OTHER;
}

static enum input_news read_key(const struct input_reader *reader, const SDL_KeyboardEvent *key,
                                struct input *input) {
    if (key->repeat) {
        return NEWS_NOTHING; // a key that something lies on must not leaf through the cards
    }
    *input = (struct input){.kind = INPUT_KEY, .key = key_of(reader, &key->keysym)};
    return NEWS_INPUT;
}

// From 0 to 1, in parts of TOUCH_MAP_ONE; what is not a number is 0.
static int part_of(double share) {
    double at = share > 0 ? share * TOUCH_MAP_ONE : 0;
    return at < TOUCH_MAP_ONE ? (int)at : TOUCH_MAP_ONE - 1;
}

static int pixel_of(int part, int size_px) {
    return (int)((int64_t)part * size_px / TOUCH_MAP_ONE);
}

// From a panel or a glass that is turned by as much.
static struct touch_point turned_back(struct touch_point at, int degrees) {
    struct rect up = rotate_rect((struct rect){at.x, at.y, 1, 1}, (360 - degrees) % 360,
                                 TOUCH_MAP_ONE, TOUCH_MAP_ONE);
    return (struct touch_point){up.x, up.y};
}

// `at` and `felt` in parts of the upright picture and of the panel.
static struct input touch_of(const struct input_reader *reader, struct touch_point at,
                             struct touch_point felt) {
    return (struct input){
        .kind = INPUT_TOUCH,
        .touch = {.finger = MOUSE_FINGER,
                  .x = pixel_of(at.x, reader->width_px),
                  .y = pixel_of(at.y, reader->height_px),
                  .felt_x = felt.x,
                  .felt_y = felt.y},
    };
}

static bool is_on_glass(SDL_TouchID device) {
    SDL_TouchDeviceType type = SDL_GetTouchDeviceType(device);
    return device != SDL_MOUSE_TOUCHID && type != SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE &&
           type != SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

static enum input_news read_finger(const struct input_reader *reader, const SDL_TouchFingerEvent *f,
                                   struct input *input) {
    if (!is_on_glass(f->touchId)) {
        return NEWS_NOTHING;
    }
    const struct touch_point felt = {part_of((double)f->x), part_of((double)f->y)};
    struct touch_point at = reader->map.is_set ? touch_map_apply(&reader->map, felt)
                                               : turned_back(felt, reader->touch_rotate);
    *input = touch_of(reader, at, felt);
    input->touch.finger = f->fingerId;
    input->touch.phase = f->type == SDL_FINGERDOWN     ? TOUCH_DOWN
                         : f->type == SDL_FINGERMOTION ? TOUCH_MOVE
                                                       : TOUCH_UP;
    return NEWS_INPUT;
}

// The middle of a pixel of the glass.
static enum input_news read_mouse(const struct input_reader *reader, enum touch_phase phase, int x,
                                  int y, struct input *input) {
    bool is_swapped = reader->rotate % 180 != 0;
    int w = is_swapped ? reader->height_px : reader->width_px;
    int h = is_swapped ? reader->width_px : reader->height_px;
    const struct touch_point on_glass = {part_of((x + 0.5) / w), part_of((y + 0.5) / h)};
    struct touch_point at = turned_back(on_glass, reader->rotate);
    *input = touch_of(reader, at, at);
    input->touch.phase = phase;
    return NEWS_INPUT;
}

static enum input_news read_button(struct input_reader *reader, const SDL_MouseButtonEvent *button,
                                   struct input *input) {
    bool is_down = button->type == SDL_MOUSEBUTTONDOWN;
    if (button->which == SDL_TOUCH_MOUSEID || button->button != SDL_BUTTON_LEFT ||
        is_down == reader->is_mouse_down) {
        return NEWS_NOTHING;
    }
    reader->is_mouse_down = is_down;
    return read_mouse(reader, is_down ? TOUCH_DOWN : TOUCH_UP, button->x, button->y, input);
}

static enum input_news read_motion(const struct input_reader *reader,
                                   const SDL_MouseMotionEvent *motion, struct input *input) {
    if (motion->which == SDL_TOUCH_MOUSEID || !reader->is_mouse_down) {
        return NEWS_NOTHING;
    }
    return read_mouse(reader, TOUCH_MOVE, motion->x, motion->y, input);
}

static enum input_news read_window(Uint8 what) {
    switch (what) {
    case SDL_WINDOWEVENT_CLOSE:
        return NEWS_QUIT;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return NEWS_WINDOW;
    default:
        return NEWS_NOTHING;
    }
}

enum input_news input_read(struct input_reader *reader, const SDL_Event *event,
                           struct input *input) {
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION:
        return read_finger(reader, &event->tfinger, input);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return read_button(reader, &event->button, input);
    case SDL_MOUSEMOTION:
        return read_motion(reader, &event->motion, input);
    case SDL_KEYDOWN:
        return read_key(reader, &event->key, input);
    case SDL_WINDOWEVENT:
        return read_window(event->window.event);
    case SDL_QUIT:
        return NEWS_QUIT;
    default:
        return NEWS_NOTHING;
    }
}

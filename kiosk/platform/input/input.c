// SPDX-License-Identifier: MIT
// The one place that knows SDL's events. Fingers come with coordinates from 0 to 1 that can leave
// that range; touchpads call themselves touch devices and are not; a mouse that is really a finger
// is told by its id. It keeps which fingers are down, because a panel can vanish under them.
#include "platform/input/input.h"

#include "platform/display/rotate.h"

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

// A share of `size`, from 0 to 1, as a pixel that is there; what is not a number is 0.
static int pixel_of(double share, int size) {
    double at = share > 0 ? share * size : 0;
    return at < size ? (int)at : size - 1;
}

static struct rotate_point mapped_point(const struct input_reader *reader,
                                        struct touch_point felt) {
    struct touch_point at = touch_map_apply(&reader->map, felt);
    return (struct rotate_point){(int)((int64_t)at.x * reader->width_px / TOUCH_MAP_ONE),
                                 (int)((int64_t)at.y * reader->height_px / TOUCH_MAP_ONE)};
}

static struct rotate_point turned_point(const struct input_reader *reader,
                                        const SDL_TouchFingerEvent *f) {
    bool is_swapped = reader->touch_rotate % 180 != 0;
    int w = is_swapped ? reader->height_px : reader->width_px;
    int h = is_swapped ? reader->width_px : reader->height_px;
    const struct rotate_point felt = {pixel_of((double)f->x, w), pixel_of((double)f->y, h)};
    return rotate_point_back(felt, reader->touch_rotate, reader->width_px, reader->height_px);
}

static struct touch touch_of_finger(const struct input_reader *reader,
                                    const SDL_TouchFingerEvent *f) {
    const struct touch_point felt = {pixel_of((double)f->x, TOUCH_MAP_ONE),
                                     pixel_of((double)f->y, TOUCH_MAP_ONE)};
    struct rotate_point at =
        reader->map.is_set ? mapped_point(reader, felt) : turned_point(reader, f);
    return (struct touch){
        .finger = f->fingerId, .x = at.x, .y = at.y, .felt_x = felt.x, .felt_y = felt.y};
}

static int find_finger(const struct input_reader *reader, const SDL_TouchFingerEvent *f) {
    for (int i = 0; i < reader->finger_count; i++) {
        if (reader->fingers[i].device == f->touchId && reader->fingers[i].finger == f->fingerId) {
            return i;
        }
    }
    return -1;
}

static void forget_finger(struct input_reader *reader, int at) {
    if (at >= 0) {
        reader->fingers[at] = reader->fingers[--reader->finger_count];
    }
}

static bool is_on_glass(SDL_TouchID device) {
    SDL_TouchDeviceType type = SDL_GetTouchDeviceType(device);
    return device != SDL_MOUSE_TOUCHID && type != SDL_TOUCH_DEVICE_INDIRECT_ABSOLUTE &&
           type != SDL_TOUCH_DEVICE_INDIRECT_RELATIVE;
}

static enum input_news read_finger(struct input_reader *reader, const SDL_TouchFingerEvent *f,
                                   struct input *input) {
    if (!is_on_glass(f->touchId)) {
        return NEWS_NOTHING;
    }
    int at = find_finger(reader, f);
    *input = (struct input){.kind = INPUT_TOUCH, .touch = touch_of_finger(reader, f)};
    if (f->type == SDL_FINGERDOWN) {
        input->touch.phase = TOUCH_DOWN;
        if (at < 0 && reader->finger_count < INPUT_FINGER_LIMIT) {
            reader->fingers[reader->finger_count++] =
                (struct input_finger){f->touchId, f->fingerId};
        }
    } else if (f->type == SDL_FINGERMOTION) {
        input->touch.phase = TOUCH_MOVE;
    } else {
        input->touch.phase = TOUCH_UP;
        forget_finger(reader, at);
    }
    return NEWS_INPUT;
}

static enum input_news read_mouse(const struct input_reader *reader, enum touch_phase phase,
                                  struct rotate_point at, struct input *input) {
    struct rotate_point up =
        rotate_point_back(at, reader->rotate, reader->width_px, reader->height_px);
    *input = (struct input){
        .kind = INPUT_TOUCH,
        .touch = {.phase = phase,
                  .finger = MOUSE_FINGER,
                  .x = up.x,
                  .y = up.y,
                  .felt_x = pixel_of((double)up.x / reader->width_px, TOUCH_MAP_ONE),
                  .felt_y = pixel_of((double)up.y / reader->height_px, TOUCH_MAP_ONE)}};
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
    return read_mouse(reader, is_down ? TOUCH_DOWN : TOUCH_UP,
                      (struct rotate_point){button->x, button->y}, input);
}

static enum input_news read_motion(const struct input_reader *reader,
                                   const SDL_MouseMotionEvent *motion, struct input *input) {
    if (motion->which == SDL_TOUCH_MOUSEID || !reader->is_mouse_down) {
        return NEWS_NOTHING;
    }
    return read_mouse(reader, TOUCH_MOVE, (struct rotate_point){motion->x, motion->y}, input);
}

static enum input_news read_window(struct input_reader *reader, Uint8 what, struct input *input) {
    switch (what) {
    case SDL_WINDOWEVENT_CLOSE:
        return NEWS_QUIT;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
        return NEWS_EXPOSED;
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        return NEWS_RESIZED;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED:
        return NEWS_HIDDEN;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        if (reader->is_mouse_down) {
            reader->is_mouse_down = false;
            return read_mouse(reader, TOUCH_CANCEL, (struct rotate_point){0, 0}, input);
        }
        return NEWS_NOTHING;
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
        return read_window(reader, event->window.event, input);
    case SDL_QUIT:
        return NEWS_QUIT;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        return NEWS_RESIZED;
    default:
        return NEWS_NOTHING;
    }
}

static bool is_plugged_in(SDL_TouchID device) {
    for (int i = 0; i < SDL_GetNumTouchDevices(); i++) {
        if (SDL_GetTouchDevice(i) == device) {
            return true;
        }
    }
    return false;
}

bool input_find_lost(struct input_reader *reader, struct input *input) {
    for (int i = 0; i < reader->finger_count; i++) {
        if (!is_plugged_in(reader->fingers[i].device)) {
            *input = (struct input){
                .kind = INPUT_TOUCH,
                .touch = {.phase = TOUCH_CANCEL, .finger = reader->fingers[i].finger},
            };
            forget_finger(reader, i);
            return true;
        }
    }
    return false;
}

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
    bool is_arrow = sym->sym == SDLK_LEFT || sym->sym == SDLK_RIGHT;
    for (int i = 0; i < COUNT_OF(KEYS); i++) {
        if (KEYS[i].code != sym->sym) {
            continue;
        }
        if (is_arrow && reader->is_right_to_left) {
            return KEYS[i].key == KEY_NEXT ? KEY_BACK : KEY_NEXT;
        }
        return KEYS[i].key;
    }
    return KEY_OTHER;
}

static enum input_news read_key(struct input_reader *reader, const SDL_Event *event,
                                struct input *input) {
    if (event->key.repeat) {
        return NEWS_NOTHING; // a key that something lies on must not leaf through the cards
    }
    *input = (struct input){.kind = INPUT_KEY, .key = key_of(reader, &event->key.keysym)};
    return NEWS_INPUT;
}

static double clamped(float share) {
    // Written so that a value that is not a number becomes 0.
    return share > 0 ? (share < 1 ? (double)share : 1.0) : 0.0;
}

static int pixel_of(double share, int size) {
    int pixel = (int)(share * size);
    return pixel < size ? pixel : size - 1;
}

static int felt_of(float share) {
    return pixel_of(clamped(share), TOUCH_MAP_ONE);
}

static struct touch mapped_touch(const struct input_reader *reader, struct touch_point felt) {
    struct touch_point at = touch_map_apply(&reader->map, felt);
    return (struct touch){
        .x = (int)((int64_t)at.x * reader->width_px / TOUCH_MAP_ONE),
        .y = (int)((int64_t)at.y * reader->height_px / TOUCH_MAP_ONE),
    };
}

static struct touch turned_touch(const struct input_reader *reader, const SDL_TouchFingerEvent *f) {
    bool is_swapped = reader->touch_rotate % 180 != 0;
    int w = is_swapped ? reader->height_px : reader->width_px;
    int h = is_swapped ? reader->width_px : reader->height_px;
    const struct rotate_point felt = {pixel_of(clamped(f->x), w), pixel_of(clamped(f->y), h)};
    struct rotate_point up =
        rotate_point_back(felt, reader->touch_rotate, reader->width_px, reader->height_px);
    return (struct touch){.x = up.x, .y = up.y};
}

static struct touch touch_of_finger(const struct input_reader *reader,
                                    const SDL_TouchFingerEvent *f) {
    const struct touch_point felt = {felt_of(f->x), felt_of(f->y)};
    struct touch touch = reader->map.is_set ? mapped_touch(reader, felt) : turned_touch(reader, f);
    touch.finger = f->fingerId;
    touch.felt_x = felt.x;
    touch.felt_y = felt.y;
    return touch;
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

static enum input_news read_finger(struct input_reader *reader, const SDL_Event *event,
                                   struct input *input) {
    const SDL_TouchFingerEvent *f = &event->tfinger;
    if (!is_on_glass(f->touchId)) {
        return NEWS_NOTHING;
    }
    int at = find_finger(reader, f);
    struct input read = {.kind = INPUT_TOUCH, .touch = touch_of_finger(reader, f)};
    if (event->type == SDL_FINGERDOWN) {
        read.touch.phase = TOUCH_DOWN;
        if (at < 0 && reader->finger_count < INPUT_FINGER_LIMIT) {
            reader->fingers[reader->finger_count++] =
                (struct input_finger){f->touchId, f->fingerId};
        }
    } else if (event->type == SDL_FINGERMOTION) {
        read.touch.phase = TOUCH_MOVE;
    } else {
        read.touch.phase = TOUCH_UP;
        forget_finger(reader, at);
    }
    *input = read;
    return NEWS_INPUT;
}

static struct input mouse_input(const struct input_reader *reader, enum touch_phase phase, int x,
                                int y) {
    struct input input = {
        .kind = INPUT_TOUCH,
        .touch = {.phase = phase, .finger = MOUSE_FINGER, .x = x, .y = y},
    };
    struct rotate_point up = rotate_point_back((struct rotate_point){input.touch.x, input.touch.y},
                                               reader->rotate, reader->width_px, reader->height_px);
    input.touch.x = up.x;
    input.touch.y = up.y;
    input.touch.felt_x = pixel_of((double)up.x / reader->width_px, TOUCH_MAP_ONE);
    input.touch.felt_y = pixel_of((double)up.y / reader->height_px, TOUCH_MAP_ONE);
    return input;
}

static enum input_news read_button(struct input_reader *reader, const SDL_Event *event,
                                   struct input *input) {
    const SDL_MouseButtonEvent *button = &event->button;
    bool is_down = event->type == SDL_MOUSEBUTTONDOWN;
    if (button->which == SDL_TOUCH_MOUSEID || button->button != SDL_BUTTON_LEFT ||
        is_down == reader->is_mouse_down) {
        return NEWS_NOTHING;
    }
    reader->is_mouse_down = is_down;
    *input = mouse_input(reader, is_down ? TOUCH_DOWN : TOUCH_UP, button->x, button->y);
    return NEWS_INPUT;
}

static enum input_news read_motion(struct input_reader *reader, const SDL_Event *event,
                                   struct input *input) {
    const SDL_MouseMotionEvent *motion = &event->motion;
    if (motion->which == SDL_TOUCH_MOUSEID || !reader->is_mouse_down) {
        return NEWS_NOTHING;
    }
    *input = mouse_input(reader, TOUCH_MOVE, motion->x, motion->y);
    return NEWS_INPUT;
}

static enum input_news read_window(struct input_reader *reader, const SDL_Event *event,
                                   struct input *input) {
    switch (event->window.event) {
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
        if (!reader->is_mouse_down) {
            return NEWS_NOTHING;
        }
        reader->is_mouse_down = false;
        *input = mouse_input(reader, TOUCH_CANCEL, 0, 0);
        return NEWS_INPUT;
    default:
        return NEWS_NOTHING;
    }
}

static enum input_news read_quit(struct input_reader *reader, const SDL_Event *event,
                                 struct input *input) {
    (void)reader, (void)event, (void)input;
    return NEWS_QUIT;
}

static enum input_news read_reset(struct input_reader *reader, const SDL_Event *event,
                                  struct input *input) {
    (void)reader, (void)event, (void)input;
    return NEWS_RESIZED;
}

static const struct {
    Uint32 type;
    enum input_news (*read)(struct input_reader *reader, const SDL_Event *event,
                            struct input *input);
} READERS[] = {
    {SDL_FINGERDOWN, read_finger},
    {SDL_FINGERUP, read_finger},
    {SDL_FINGERMOTION, read_finger},
    {SDL_MOUSEBUTTONDOWN, read_button},
    {SDL_MOUSEBUTTONUP, read_button},
    {SDL_MOUSEMOTION, read_motion},
    {SDL_KEYDOWN, read_key},
    {SDL_WINDOWEVENT, read_window},
    {SDL_QUIT, read_quit},
    {SDL_RENDER_TARGETS_RESET, read_reset},
    {SDL_RENDER_DEVICE_RESET, read_reset},
};

enum input_news input_read(struct input_reader *reader, const SDL_Event *event,
                           struct input *input) {
    for (int i = 0; i < COUNT_OF(READERS); i++) {
        if (READERS[i].type == event->type) {
            return READERS[i].read(reader, event, input);
        }
    }
    return NEWS_NOTHING;
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
        if (is_plugged_in(reader->fingers[i].device)) {
            continue;
        }
        *input = (struct input){
            .kind = INPUT_TOUCH,
            .touch = {.phase = TOUCH_CANCEL, .finger = reader->fingers[i].finger},
        };
        forget_finger(reader, i);
        return true;
    }
    return false;
}

// SPDX-License-Identifier: MIT
// The window and the choice of the way: the one that suits the display, and the other where that
// one is refused, because a slow picture is better than a black screen.
#include "platform/display/present.h"

#include "platform/draw/paint.h"
#include "platform/draw/rotate.h"
#include "platform/system/log.h"

static void surfaces_close(struct presenter *presenter) {
    if (presenter->picture != presenter->glass) {
        SDL_FreeSurface(presenter->picture);
    }
    presenter->picture = NULL;
    if (presenter->way) {
        presenter->way->close(presenter);
    }
}

static bool picture_open(struct presenter *presenter) {
    if (presenter->rotate == 0) {
        presenter->picture = presenter->glass;
        return true;
    }
    bool is_swapped = presenter->rotate % 180 != 0;
    int w = is_swapped ? presenter->glass->h : presenter->glass->w;
    int h = is_swapped ? presenter->glass->w : presenter->glass->h;
    presenter->picture = paint_surface(w, h);
    return presenter->picture != NULL;
}

static bool way_open(struct presenter *presenter, const struct present_way *way) {
    presenter->way = way;
    if (way->open(presenter) && picture_open(presenter)) {
        return true;
    }
    surfaces_close(presenter);
    return false;
}

static SDL_Window *window_open(const struct present_options *options) {
    Uint32 flags = options->is_console ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
    SDL_Window *window =
        SDL_CreateWindow("DIT kiosk", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                         options->width_px, options->height_px, flags | SDL_WINDOW_SHOWN);
    if (!window) {
        log_line("No window can be opened: %s.", SDL_GetError());
    } else if (options->is_console) {
        SDL_ShowCursor(SDL_DISABLE);
    } else {
        SDL_SetWindowMinimumSize(window, 320, 240);
    }
    return window;
}

static bool any_way_open(struct presenter *presenter, const struct present_way *first) {
    const struct present_way *other = first == &PRESENT_WINDOW ? &PRESENT_CONSOLE : &PRESENT_WINDOW;
    return way_open(presenter, first) || way_open(presenter, other);
}

bool present_open(struct presenter *presenter, const struct present_options *options) {
    SDL_Window *window = window_open(options);
    if (!window) {
        return false;
    }
    struct presenter opened = {.window = window, .rotate = options->rotate};
    if (!any_way_open(&opened, options->is_console ? &PRESENT_CONSOLE : &PRESENT_WINDOW)) {
        SDL_DestroyWindow(window);
        return false;
    }
    *presenter = opened;
    return true;
}

bool present_reopen(struct presenter *presenter) {
    const struct present_way *way = presenter->way;
    surfaces_close(presenter);
    return any_way_open(presenter, way);
}

bool present_show(struct presenter *presenter, const struct rects *parts) {
    if (!presenter->picture) {
        return false;
    }
    if (parts->count == 0) {
        return true;
    }
    struct rects on_glass = *parts;
    for (int i = 0; presenter->rotate != 0 && i < parts->count; i++) {
        on_glass.list[i] =
            rotate_copy(presenter->picture, parts->list[i], presenter->rotate, presenter->glass);
    }
    return presenter->way->show(presenter, &on_glass);
}

void present_close(struct presenter *presenter) {
    surfaces_close(presenter);
    SDL_DestroyWindow(presenter->window);
    *presenter = (struct presenter){0};
}

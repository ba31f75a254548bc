// SPDX-License-Identifier: MIT
// What both ways of showing have in common: the upright picture beside the glass, and the copy from
// the one to the other. It does not know what a glass is made of.
#include "platform/display/present.h"

#include "platform/draw/pixel.h"
#include "platform/draw/rotate.h"
#include "platform/system/log.h"

void rects_add(struct rects *rects, struct rect part) {
    if (rect_is_empty(part)) {
        return;
    }
    int i = 0;
    while (i < rects->count && i < RECTS_LIMIT - 1 && !rect_touches(rects->list[i], part)) {
        i++;
    }
    rects->list[i] = i < rects->count ? rect_union(rects->list[i], part) : part;
    rects->count = int_max(rects->count, i + 1);
}

static void surfaces_close(struct presenter *presenter) {
    if (presenter->picture != presenter->glass) {
        SDL_FreeSurface(presenter->picture);
    }
    presenter->picture = NULL;
    presenter->way->close(presenter);
    presenter->glass = NULL;
}

static bool surfaces_open(struct presenter *presenter) {
    if (!presenter->way->open(presenter)) {
        surfaces_close(presenter);
        return false;
    }
    const SDL_Surface *glass = presenter->glass;
    if (presenter->rotate == 0 && presenter->window) { // which is painted on directly
        presenter->picture = presenter->glass;
    } else if (presenter->rotate % 180 == 0) {
        presenter->picture = pixel_surface(glass->w, glass->h);
    } else {
        presenter->picture = pixel_surface(glass->h, glass->w);
    }
    return true;
}

static SDL_Window *window_open(const struct present_options *options) {
    SDL_Window *window =
        SDL_CreateWindow("DIT kiosk", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                         options->width_px, options->height_px, SDL_WINDOW_RESIZABLE);
    if (window) {
        SDL_SetWindowMinimumSize(window, 320, 240);
    } else {
        log_line("No window can be opened: %s.", SDL_GetError());
    }
    return window;
}

bool present_open(struct presenter *presenter, const struct present_options *options) {
    *presenter = (struct presenter){
        .way = options->is_console ? &PRESENT_CONSOLE : &PRESENT_WINDOW,
        .window = options->is_console ? NULL : window_open(options),
        .rotate = options->rotate,
    };
    return (options->is_console || presenter->window) && surfaces_open(presenter);
}

bool present_reopen(struct presenter *presenter) {
    surfaces_close(presenter);
    return surfaces_open(presenter);
}

bool present_show(struct presenter *presenter, const struct rects *parts) {
    return presenter->picture && (parts->count == 0 || presenter->way->show(presenter, parts));
}

void present_copy(const struct presenter *presenter, const struct rects *parts, SDL_Surface *glass,
                  struct rects *on_glass) {
    *on_glass = *parts;
    for (int i = 0; presenter->picture != glass && i < parts->count; i++) {
        on_glass->list[i] =
            rotate_copy(presenter->picture, parts->list[i], presenter->rotate, glass);
    }
}

void present_close(struct presenter *presenter) {
    if (presenter->way) { // without fonts the kiosk ends before it has opened a display
        surfaces_close(presenter);
    }
    SDL_DestroyWindow(presenter->window);
    *presenter = (struct presenter){0};
}

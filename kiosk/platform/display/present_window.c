// SPDX-License-Identifier: MIT
// The window's own surface, put on the screen by the X server without OpenGL. Its pixels are
// XRGB8888, which differs from ARGB8888 only in a byte that nobody looks at, so the glass is a view
// of them and costs no memory.
#include "platform/display/present.h"
#include "platform/system/log.h"

static bool window_open(struct presenter *presenter) {
    SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    Uint32 format = surface ? surface->format->format : SDL_PIXELFORMAT_UNKNOWN;
    if (format != SDL_PIXELFORMAT_RGB888 && format != SDL_PIXELFORMAT_ARGB8888) {
        log_line("The window has no surface that can be painted on: %s.", SDL_GetError());
        return false;
    }
    presenter->glass = SDL_CreateRGBSurfaceWithFormatFrom(
        surface->pixels, surface->w, surface->h, 32, surface->pitch, SDL_PIXELFORMAT_ARGB8888);
    return presenter->glass != NULL;
}

static bool window_show(struct presenter *presenter, const struct rects *parts) {
    const SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    if (!surface || surface->pixels != presenter->glass->pixels ||
        surface->w != presenter->glass->w || surface->h != presenter->glass->h) {
        return false; // resized since: the loop hears of it and opens a fresh one
    }
    struct rects on_glass;
    present_copy(presenter, parts, presenter->glass, &on_glass);
    SDL_Rect rects[RECTS_LIMIT];
    for (int i = 0; i < on_glass.count; i++) {
        struct rect r = on_glass.list[i];
        rects[i] = (SDL_Rect){r.x, r.y, r.w, r.h};
    }
    return SDL_UpdateWindowSurfaceRects(presenter->window, rects, on_glass.count) == 0;
}

static void window_close(struct presenter *presenter) {
    SDL_FreeSurface(presenter->glass);
}

const struct present_way PRESENT_WINDOW = {
    .open = window_open,
    .show = window_show,
    .close = window_close,
};

// SPDX-License-Identifier: MIT
// What both ways of showing have in common, the upright picture beside the glass and the copy from
// the one to the other; and the window. Its own surface is put on the screen by the X server
// without OpenGL. Its pixels are XRGB8888, which differs from ARGB8888 only in a byte that nobody
// looks at, so the glass is a view of them and costs no memory.
#include "platform/display/present.h"

#include "platform/draw/pixel.h"
#include "platform/draw/rotate.h"
#include "platform/system/log.h"

static bool glass_open(struct presenter *presenter) {
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

static void surfaces_close(struct presenter *presenter) {
    if (presenter->picture != presenter->glass) {
        SDL_FreeSurface(presenter->picture);
    }
    if (presenter->window) {
        SDL_FreeSurface(presenter->glass);
    } else {
        present_console_close(presenter);
    }
    presenter->picture = presenter->glass = NULL;
}

static bool surfaces_open(struct presenter *presenter) {
    if (!(presenter->window ? glass_open(presenter) : present_console_open(presenter))) {
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
        .window = options->is_console ? NULL : window_open(options),
        .rotate = options->rotate,
    };
    return (options->is_console || presenter->window) && surfaces_open(presenter);
}

bool present_reopen(struct presenter *presenter) {
    surfaces_close(presenter);
    return surfaces_open(presenter);
}

struct rect present_copy(const struct presenter *presenter, struct rect part, SDL_Surface *glass) {
    return presenter->picture == glass
               ? part
               : rotate_copy(presenter->picture, part, presenter->rotate, glass);
}

static bool glass_show(struct presenter *presenter, struct rect part) {
    const SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    if (!surface || surface->pixels != presenter->glass->pixels ||
        surface->w != presenter->glass->w || surface->h != presenter->glass->h) {
        return false; // resized since: the loop hears of it and opens a fresh one
    }
    struct rect r = present_copy(presenter, part, presenter->glass);
    const SDL_Rect on_glass = {r.x, r.y, r.w, r.h};
    return SDL_UpdateWindowSurfaceRects(presenter->window, &on_glass, 1) == 0;
}

bool present_show(struct presenter *presenter, struct rect part) {
    if (!presenter->picture || rect_is_empty(part)) {
        return presenter->picture != NULL;
    }
    return presenter->window ? glass_show(presenter, part) : present_console_show(presenter, part);
}

void present_close(struct presenter *presenter) {
    surfaces_close(presenter);
    SDL_DestroyWindow(presenter->window);
    *presenter = (struct presenter){0};
}

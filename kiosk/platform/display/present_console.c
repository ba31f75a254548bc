// SPDX-License-Identifier: MIT
// The console: KMSDRM has no window surface, so the picture is one streaming texture that a
// renderer with vsync draws whole, because after a flip the buffer behind holds an older picture.
// Only what changed is sent to the texture. It also serves as the second try where a window has no
// surface.
#include "platform/display/present.h"
#include "platform/draw/paint.h"
#include "platform/draw/pixel.h"
#include "platform/system/log.h"

#include <string.h>

static void renderer_look_at(struct presenter *presenter) {
    SDL_RendererInfo info;
    if (SDL_GetRendererInfo(presenter->renderer, &info) != 0) {
        return;
    }
    if (strcmp(info.name, "opengles2") != 0) {
        log_line("The screen is drawn by SDL's \"%s\" renderer, not by opengles2.", info.name);
    }
    if (!(info.flags & SDL_RENDERER_PRESENTVSYNC)) {
        log_line("The screen does not wait for its refresh: pictures may tear.");
    }
}

static bool renderer_open(struct presenter *presenter) {
    presenter->renderer = SDL_CreateRenderer(presenter->window, -1, SDL_RENDERER_PRESENTVSYNC);
    if (!presenter->renderer) {
        presenter->renderer = SDL_CreateRenderer(presenter->window, -1, 0);
    }
    if (!presenter->renderer) {
        log_line("No renderer can be opened: %s.", SDL_GetError());
        return false;
    }
    renderer_look_at(presenter);
    return true;
}

static bool texture_open(struct presenter *presenter) {
    int w = 0, h = 0;
    if (SDL_GetRendererOutputSize(presenter->renderer, &w, &h) != 0) {
        log_line("The screen does not say its size: %s.", SDL_GetError());
        return false;
    }
    // Some versions of SDL offer other formats on opengles2 and refuse them when they are used.
    presenter->texture = SDL_CreateTexture(presenter->renderer, SDL_PIXELFORMAT_ARGB8888,
                                           SDL_TEXTUREACCESS_STREAMING, w, h);
    if (!presenter->texture) {
        log_line("No texture of %d x %d can be made: %s.", w, h, SDL_GetError());
        return false;
    }
    SDL_SetTextureBlendMode(presenter->texture, SDL_BLENDMODE_NONE);
    presenter->glass = paint_surface(w, h);
    return presenter->glass != NULL;
}

static bool console_open(struct presenter *presenter) {
    return renderer_open(presenter) && texture_open(presenter);
}

static bool texture_update(struct presenter *presenter, struct rect part) {
    const SDL_Surface *glass = presenter->glass;
    const SDL_Rect at = {part.x, part.y, part.w, part.h};
    return SDL_UpdateTexture(presenter->texture, &at, pixel_at(glass, part.x, part.y),
                             glass->pitch) == 0;
}

static bool console_show(struct presenter *presenter, const struct rects *on_glass) {
    for (int i = 0; i < on_glass->count; i++) {
        if (!texture_update(presenter, on_glass->list[i])) {
            log_line("The texture was refused: %s.", SDL_GetError());
            return false;
        }
    }
    if (SDL_RenderCopy(presenter->renderer, presenter->texture, NULL, NULL) != 0) {
        log_line("The screen cannot be drawn: %s.", SDL_GetError());
        return false;
    }
    SDL_RenderPresent(presenter->renderer);
    return true;
}

static void console_close(struct presenter *presenter) {
    SDL_FreeSurface(presenter->glass);
    presenter->glass = NULL;
    if (presenter->renderer) {
        SDL_DestroyRenderer(presenter->renderer); // and its texture
    }
    presenter->renderer = NULL;
}

const struct present_way PRESENT_CONSOLE = {console_open, console_show, console_close};

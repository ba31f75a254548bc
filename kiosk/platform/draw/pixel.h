// SPDX-License-Identifier: MIT
// Surfaces of the only format that is painted on, ARGB8888, and where their pixels lie in memory.
#pragma once

#include <SDL.h>

// A surface without a pixel on it yet; freed with SDL_FreeSurface. Without memory for it the
// program ends, as it does where an arena has none, and is started again.
SDL_Surface *pixel_surface(int width_px, int height_px);

static inline uint32_t *pixel_at(const SDL_Surface *surface, int x, int y) {
    uint8_t *row = (uint8_t *)surface->pixels + (ptrdiff_t)surface->pitch * y;
    return (uint32_t *)(void *)row + x;
}

// SPDX-License-Identifier: MIT
// Where a pixel of a surface with four bytes a pixel lies in memory.
#pragma once

#include <SDL.h>

static inline uint32_t *pixel_at(const SDL_Surface *surface, int x, int y) {
    uint8_t *row = (uint8_t *)surface->pixels + (ptrdiff_t)surface->pitch * y;
    return (uint32_t *)(void *)row + x;
}

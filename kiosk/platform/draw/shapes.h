// SPDX-License-Identifier: MIT
// Rounded boxes, discs and plain rectangles, straight into ARGB8888 pixels: whole rows are filled
// like memory, and only the pixels that a curve crosses are mixed, by the share that it covers.
// It does not know SDL, scenes or themes.
#pragma once

#include "base/base.h"

// Where to draw: opaque 0xAARRGGBB pixels, of which those inside `clip` may change.
struct canvas {
    uint32_t *pixels;
    int stride_px;
    struct rect clip;
};

struct rounded_box {
    struct rect at;
    int radius_px;      // of the corners; half the side makes a disc
    int edge_px;        // stroke, inside `at`; 0: none
    uint32_t ink, fill; // 0xAARRGGBB; 0 draws nothing
};

void shapes_box(const struct canvas *canvas, const struct rounded_box *box);

// Draws `ink` through 8-bit coverage whose top left corner is at x, y.
struct stencil {
    const uint8_t *coverage;
    int width_px, height_px, stride;
};
void shapes_stencil(const struct canvas *canvas, const struct stencil *stencil, int x, int y,
                    uint32_t ink);

// `over` mixed onto `under` by `share` (0 to 255); the result is opaque.
uint32_t shapes_mix(uint32_t under, uint32_t over, unsigned share);

// Mixes everything inside the clip towards `ink` by `share` (0 to 255).
void shapes_dim(const struct canvas *canvas, uint32_t ink, unsigned share);

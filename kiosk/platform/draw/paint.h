// SPDX-License-Identifier: MIT
// Draws a scene onto one ARGB8888 surface, item by item, inside a clip: the same pixels in a PNG,
// in a test and on the wall. It does not know which screen it draws, nor what a touch does.
#pragma once

#include <SDL.h>

#include "platform/draw/fonts.h"
#include "platform/draw/pictures.h"
#include "scene/scene.h"

struct painter {
    struct font_book *fonts;
    struct picture_book *pictures;
};

// Paints the part of `scene` inside `clip`; the first item is expected to cover the ground. The
// progress segment is drawn as its track; paint_progress fills it.
void paint_scene(const struct painter *painter, const struct scene *scene, SDL_Surface *surface,
                 struct rect clip);

// Fills the first `px` of the progress segment (see scene_progress_px).
void paint_progress(const struct scene *scene, SDL_Surface *surface, int px);

// Whether a picture can be told from the ground that it lies on. What counts is its outline: the
// four sides of a photograph, the letters of a logo on nothing. It is open where the ground shows
// through somewhere, and melts where so much of it has (nearly) the colour `ground` that it would
// not be seen. `picture` is ARGB8888.
bool paint_is_open(const SDL_Surface *picture);
bool paint_melts(const SDL_Surface *picture, uint32_t ground);

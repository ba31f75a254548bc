// SPDX-License-Identifier: MIT
// A change of picture that takes time: a fade, a slide, or a card that follows a finger and is let
// go. It draws into the picture on the glass, and holds a second and third picture only while it
// runs, of which only the part that moves costs memory. It does not know scenes.
#pragma once

#include "platform/display/blend.h"
#include "platform/display/present.h"

enum motion_kind {
    MOTION_NONE,
    MOTION_FADE,
    MOTION_SLIDE, // from from_px to to_px by the clock
    MOTION_DRAG,  // where the finger says
};

enum {
    MOTION_FADE_MS = 200,
    MOTION_SLIDE_MS = 240,
    MOTION_FRAME_MS = 16,
};

struct motion {
    enum motion_kind kind;
    struct rect area;            // what moves or fades
    SDL_Surface *before, *after; // as large as the picture, good inside `area`
    struct fade *fade;
    int from_px, to_px, offset_px; // slides: how far `before` is moved, right is positive
    uint64_t start_ms, frame_ms;   // when it began, when the next frame is due
};

// To fade: open, paint the new picture on `after` inside `area`, then start.
void motion_open_fade(struct motion *motion, const SDL_Surface *picture, struct rect area);
void motion_start_fade(struct motion *motion, SDL_Surface *picture, uint64_t now_ms);

// To slide or drag: open, which keeps `area` of the picture as `before`; paint what comes on
// `after` (motion_take_after takes it from the picture), then start.
void motion_open_slide(struct motion *motion, const SDL_Surface *picture, struct rect area);
void motion_take_before(struct motion *motion, const SDL_Surface *picture);
void motion_take_after(struct motion *motion, const SDL_Surface *picture);
void motion_start_slide(struct motion *motion, int to_px, uint64_t now_ms);

// A drag moves to `offset_px` at once.
void motion_drag(struct motion *motion, SDL_Surface *picture, int offset_px);

// Draws the frame of this moment; adds what changed to `changed`. Past the end it draws the end and
// closes itself. A drag stays as it is.
void motion_step(struct motion *motion, SDL_Surface *picture, uint64_t now_ms,
                 struct rects *changed);

// Jumps to the end: the new picture, or for a drag the one that it began with.
void motion_finish(struct motion *motion, SDL_Surface *picture, struct rects *changed);

void motion_close(struct motion *motion);

// Adds one more part; when there is no room, one part grows around it.
void rects_add(struct rects *rects, struct rect part);

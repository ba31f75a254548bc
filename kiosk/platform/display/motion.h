// SPDX-License-Identifier: MIT
// A change of picture that takes time: a fade, a slide, or a card that follows a finger and is let
// go. It draws into the picture on the glass, and holds a second and third picture only while it
// runs. It does not know scenes.
#pragma once

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
    MOTION_FADE_DONE = 256,
};

struct motion {
    enum motion_kind kind;
    SDL_Surface *picture;          // on the glass; borrowed
    struct rect area;              // what moves or fades
    SDL_Surface *before, *after;   // as large as the picture, good inside `area`
    int share;                     // fades: how far it has come, up to MOTION_FADE_DONE
    int from_px, to_px, offset_px; // slides: how far `before` is moved, right is positive
    uint64_t start_ms, frame_ms;   // when it began, when the next frame is due
};

// To fade: open, paint the new picture on `after` inside `area`, and start. A drag keeps `area` of
// the picture as `before`; to slide, go on as a drag, paint the new picture, take `area` of it as
// `after`, and start. The next step draws the first frame.
void motion_open(struct motion *motion, enum motion_kind kind, SDL_Surface *picture,
                 struct rect area);
void motion_take_after(struct motion *motion);
void motion_start(struct motion *motion, enum motion_kind kind, int to_px, uint64_t now_ms);

// A drag moves to `offset_px` at once.
void motion_drag(struct motion *motion, int offset_px);

// Draws the frame of this moment; adds what changed to `changed`. Past the end it draws the end and
// closes itself. A drag stays as it is.
void motion_step(struct motion *motion, uint64_t now_ms, struct rect *changed);

// Jumps to the end: the new picture, or for a drag the one that it began with.
void motion_finish(struct motion *motion, struct rect *changed);

// The frames alone. A fade takes the picture on by `part` of the way that is left, MOTION_FADE_DONE
// being all of it. A slide has `before` moved by offset_px, at most the width of the area, and
// `after` in the room that it leaves.
void motion_fade(const struct motion *motion, int part);
void motion_slide(const struct motion *motion);

void motion_close(struct motion *motion);

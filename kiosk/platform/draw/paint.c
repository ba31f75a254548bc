// SPDX-License-Identifier: MIT
// See paint.h. One small function for each kind of item, in a table by kind. Boxes, codes and
// letters go straight into the pixels; only pictures of the content are blitted by SDL. A pixel of
// a picture is part of its outline once for each of its sides on which nothing is; what lies around
// the picture counts as nothing.
#include "platform/draw/paint.h"

#include <assert.h>
#include <stdlib.h>

#include "platform/draw/pixel.h"
#include "platform/draw/scale.h"
#include "platform/draw/shapes.h"

struct brush {
    const struct painter *painter;
    SDL_Surface *surface;
};

static void draw_box(const struct brush *brush, const struct scene_item *item) {
    shapes_box(brush->surface, &(struct rounded_box){item->at, item->radius_px, item->edge_px,
                                                     item->ink, item->fill});
}

static void draw_text(const struct brush *brush, const struct scene_item *item) {
    struct font_image image;
    if (font_book_draw(brush->painter->fonts, &item->style, item->size_px, item->text, &image)) {
        shapes_stencil(brush->surface, &image.stencil, item->at.x - image.left_px,
                       item->at.y + item->baseline_px - image.baseline_px, item->ink);
    }
}

static void draw_code(const struct brush *brush, const struct scene_item *item) {
    const struct qr *qr = item->qr;
    int px = item->module_px, side = qr->modules * px;
    int left = item->at.x + (item->at.w - side) / 2, top = item->at.y + (item->at.h - side) / 2;
    struct rounded_box box = {.at = item->at, .radius_px = item->radius_px, .fill = item->fill};
    shapes_box(brush->surface, &box);
    for (int i = 0; i < qr->modules * qr->modules; i++) {
        if (qr->dark[i]) {
            struct rect at = {left + i % qr->modules * px, top + i / qr->modules * px, px, px};
            shapes_box(brush->surface, &(struct rounded_box){.at = at, .fill = item->ink});
        }
    }
}

static void draw_icon(const struct brush *brush, const struct scene_item *item) {
    struct rect at = scale_fit(item->at, 1, 1);
    struct stencil stencil;
    if (picture_book_icon(brush->painter->pictures, item->text, at.w, &stencil)) {
        shapes_stencil(brush->surface, &stencil, at.x, at.y, item->ink);
    }
}

enum {
    SEEN_ALPHA = 128,
    NEAR = 24,       // by which each of red, green and blue may differ: a contrast of 1.2 to 1
    MELTING_PART = 3 // one side of four is none, half of it is
};

static bool is_seen(uint32_t pixel) {
    return pixel >> 24 >= SEEN_ALPHA;
}

static bool is_near(uint32_t a, uint32_t b) {
    bool is_all = true;
    for (int shift = 0; shift <= 16; shift += 8) {
        is_all = is_all && abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF)) <= NEAR;
    }
    return is_all;
}

struct outline {
    uint32_t ground;
    size_t length, melting; // in sides of pixels
};

static void add_side(struct outline *outline, uint32_t a, uint32_t b) {
    if (is_seen(a) != is_seen(b)) {
        outline->length++;
        outline->melting += is_near(is_seen(a) ? a : b, outline->ground);
    }
}

static uint32_t pixel_or_nothing(const SDL_Surface *picture, int x, int y) {
    bool is_inside = x >= 0 && x < picture->w && y >= 0 && y < picture->h;
    return is_inside ? *pixel_at(picture, x, y) : 0;
}

bool paint_is_open(const SDL_Surface *picture) {
    int at = 0, count = picture->w * picture->h;
    while (at < count && is_seen(*pixel_at(picture, at % picture->w, at / picture->w))) {
        at++;
    }
    return at < count;
}

bool paint_melts(const SDL_Surface *picture, uint32_t ground) {
    struct outline outline = {.ground = ground};
    for (int y = 0; y <= picture->h; y++) {
        for (int x = 0; x <= picture->w; x++) {
            uint32_t pixel = pixel_or_nothing(picture, x, y);
            add_side(&outline, pixel, pixel_or_nothing(picture, x - 1, y));
            add_side(&outline, pixel, pixel_or_nothing(picture, x, y - 1));
        }
    }
    return outline.melting * MELTING_PART > outline.length;
}

// Drawings are made for white paper, so of the two colours the lighter one lies behind them: on a
// black screen it is not the ground. White letters are made for dark paper, and lie on the other.
static uint32_t choose_paper(const SDL_Surface *picture, const struct scene_item *item) {
    bool is_dark = (item->ink & 0xFF00) > (item->fill & 0xFF00); // by its green
    uint32_t lighter = is_dark ? item->ink : item->fill, darker = is_dark ? item->fill : item->ink;
    return paint_melts(picture, lighter) ? darker : lighter;
}

static void draw_picture(const struct brush *brush, const struct scene_item *item) {
    struct rect room = item->at;
    SDL_Surface *picture =
        picture_book_picture(brush->painter->pictures, item->text, room.w, room.h);
    if (!picture) {
        return;
    }
    struct rounded_box frame = {.at = {room.x + (room.w - picture->w) / 2,
                                       room.y + (room.h - picture->h) / 2, picture->w, picture->h}};
    bool is_open = paint_is_open(picture);
    if (is_open) {
        uint32_t paper = choose_paper(picture, item);
        frame.fill = paper == item->fill ? 0 : paper;
        shapes_box(brush->surface, &frame);
    }
    SDL_SetSurfaceBlendMode(picture, SDL_BLENDMODE_BLEND);
    SDL_Rect corner = {frame.at.x, frame.at.y, 0, 0};
    SDL_BlitSurface(picture, NULL, brush->surface, &corner);
    if (!is_open && paint_melts(picture, item->fill)) {
        frame.edge_px = item->edge_px;
        frame.ink = item->ink;
        shapes_box(brush->surface, &frame);
    }
}

static void draw_drawing(const struct brush *brush, const struct scene_item *item) {
    struct drawing drawing;
    if (picture_book_drawing(brush->painter->pictures, item->text, &drawing)) {
        drawing_paint(&drawing, brush->surface,
                      (struct drawing_look){item->at, item->theme, item->is_mirrored});
    }
}

static void draw_dim(const struct brush *brush, const struct scene_item *item) {
    shapes_dim(brush->surface, item->fill, item->fill >> 24);
}

static void (*const DRAW[])(const struct brush *, const struct scene_item *) = {
    [SCENE_BOX] = draw_box,         [SCENE_TEXT] = draw_text,       [SCENE_QR] = draw_code,
    [SCENE_ICON] = draw_icon,       [SCENE_PICTURE] = draw_picture, [SCENE_DIM] = draw_dim,
    [SCENE_DRAWING] = draw_drawing,
};
static_assert(COUNT_OF(DRAW) == SCENE_DIM + 1, "a way to draw every kind of item");

static void set_clip(SDL_Surface *surface, struct rect clip) {
    SDL_Rect inside = {clip.x, clip.y, clip.w, clip.h};
    SDL_SetClipRect(surface, &inside);
}

void paint_scene(const struct painter *painter, const struct scene *scene, SDL_Surface *surface,
                 struct rect clip) {
    struct brush brush = {painter, surface};
    set_clip(surface, clip);
    for (int i = 0; i < scene->item_count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (rect_touches(scene_item_reach(item), clip)) {
            DRAW[item->kind](&brush, item);
        }
    }
    SDL_SetClipRect(surface, NULL);
}

void paint_progress(const struct scene *scene, SDL_Surface *surface, int px) {
    struct rect all = scene->progress;
    int left = scene->fills_leftwards ? all.x + all.w - px : all.x;
    set_clip(surface, (struct rect){left, all.y, px, all.h});
    shapes_box(surface, &(struct rounded_box){.at = all, .fill = scene->progress_ink});
    SDL_SetClipRect(surface, NULL);
}

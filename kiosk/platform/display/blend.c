// SPDX-License-Identifier: MIT
// See blend.h. Two text cards differ in few pixels: the spans that do are found once, with a small
// gap bridged rather than a new span begun, and each frame mixes those alone. A frame is mixed from
// the one before it: a copy of the first picture would cost as much memory as the screen.
#include "platform/display/blend.h"

#include <string.h>

enum { GAP_PX = 12 }; // equal pixels between two spans that are cheaper mixed than skipped

struct blend_span {
    int y, x, count;
};

struct fade {
    struct arena arena; // of itself too
    const SDL_Surface *after;
    struct blend_span *spans;
    int span_count;
    int share; // that the picture shows
};

static uint32_t *row_at(const SDL_Surface *surface, int y) {
    uint8_t *row = (uint8_t *)surface->pixels + (ptrdiff_t)surface->pitch * y;
    return (uint32_t *)(void *)row;
}

// The first pixel from `x` on that differs, or `end`; two at a time where they are equal.
static int skip_equal(const uint32_t *a, const uint32_t *b, int x, int end) {
    while (x + 8 <= end && memcmp(a + x, b + x, 8 * sizeof *a) == 0) {
        x += 8;
    }
    while (x < end && a[x] == b[x]) {
        x++;
    }
    return x;
}

// One past the span that begins at `x`.
static int find_end(const uint32_t *a, const uint32_t *b, int x, int end) {
    int last = x;
    for (; x < end && x - last <= GAP_PX; x++) {
        if (a[x] != b[x]) {
            last = x;
        }
    }
    return last + 1;
}

static void add_row(struct fade *fade, const SDL_Surface *before, struct rect area, int y) {
    const uint32_t *a = row_at(before, y), *b = row_at(fade->after, y);
    int end = area.x + area.w;
    if (memcmp(a + area.x, b + area.x, (size_t)area.w * sizeof *a) == 0) {
        return;
    }
    for (int x = skip_equal(a, b, area.x, end); x < end;) {
        int span_end = find_end(a, b, x, end);
        fade->spans = arena_grow(&fade->arena, fade->spans, fade->span_count, sizeof *fade->spans);
        fade->spans[fade->span_count++] = (struct blend_span){y, x, span_end - x};
        x = skip_equal(a, b, span_end, end);
    }
}

struct fade *blend_fade_open(const SDL_Surface *before, const SDL_Surface *after,
                             struct rect area) {
    struct arena arena = {0};
    struct fade *fade = ARENA_NEW(&arena, struct fade);
    *fade = (struct fade){.arena = arena, .after = after};
    for (int y = area.y; y < area.y + area.h; y++) {
        add_row(fade, before, area, y);
    }
    return fade;
}

void blend_fade_close(struct fade *fade) {
    if (fade) {
        struct arena arena = fade->arena;
        arena_finish(&arena);
    }
}

// A plain loop over bytes, which compilers turn into vector code. Rounded to the nearest, so that
// equal bytes stay equal and many frames do not make a picture darker.
static void mix_span(uint8_t *restrict out, const uint8_t *restrict to, int byte_count, int part) {
    unsigned come = (unsigned)part, stay = FADE_DONE - come;
    for (int i = 0; i < byte_count; i++) {
        out[i] = (uint8_t)((out[i] * stay + to[i] * come + FADE_DONE / 2) / FADE_DONE);
    }
}

void blend_fade_step(struct fade *fade, SDL_Surface *picture, int share) {
    share = share > FADE_DONE ? FADE_DONE : share;
    if (share <= fade->share) {
        return;
    }
    // Of what is still to come, the part that comes now.
    int left = FADE_DONE - fade->share;
    int part = ((share - fade->share) * FADE_DONE + left / 2) / left;
    for (int i = 0; i < fade->span_count; i++) {
        const struct blend_span *span = &fade->spans[i];
        const void *to = row_at(fade->after, span->y) + span->x;
        void *at = row_at(picture, span->y) + span->x;
        if (share == FADE_DONE) {
            memcpy(at, to, (size_t)span->count * sizeof(uint32_t));
        } else {
            mix_span(at, to, span->count * 4, part);
        }
    }
    fade->share = share;
}

int blend_fade_rects(const struct fade *fade, struct rect *rects, int limit) {
    const struct blend_span *spans = fade->spans;
    int count = 0, band_px = 0;
    if (fade->span_count > 0) {
        int rows = spans[fade->span_count - 1].y - spans[0].y + 1;
        band_px = (rows + limit - 1) / limit;
    }
    for (int i = 0; i < fade->span_count; i++) {
        struct rect at = {spans[i].x, spans[i].y, spans[i].count, 1};
        struct rect *last = count > 0 ? &rects[count - 1] : NULL;
        bool is_near = last && at.y - last->y < band_px && at.y <= last->y + last->h;
        if (is_near || count == limit) {
            *last = rect_union(*last, at);
        } else {
            rects[count++] = at;
        }
    }
    return count;
}

static void slide_row(const struct slide *slide, int offset_px, int y, uint32_t *out) {
    int width = slide->area.w;
    const uint32_t *before = row_at(slide->before, y) + slide->area.x;
    const uint32_t *after = row_at(slide->after, y) + slide->area.x;
    int moved = offset_px < 0 ? -offset_px : offset_px;
    size_t kept = (size_t)(width - moved) * sizeof *out, come = (size_t)moved * sizeof *out;
    if (offset_px >= 0) {
        memcpy(out, after + (width - moved), come);
        memcpy(out + moved, before, kept);
    } else {
        memcpy(out, before + moved, kept);
        memcpy(out + (width - moved), after, come);
    }
}

void blend_slide(const struct slide *slide, int offset_px, SDL_Surface *out) {
    struct rect area = slide->area;
    offset_px = offset_px > area.w ? area.w : offset_px < -area.w ? -area.w : offset_px;
    for (int y = area.y; y < area.y + area.h; y++) {
        slide_row(slide, offset_px, y, row_at(out, y) + area.x);
    }
}

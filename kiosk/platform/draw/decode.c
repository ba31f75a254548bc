// SPDX-License-Identifier: MIT
// See decode.h. Only PNG, JPEG and SVG are decoded, by what their bytes say, never by their name.
// The child works on memory that it shares with its parent: a head with the size, and pixels that
// are scaled already, so that the parent takes over no more than it will show. A picture is waited
// for between two frames, and a watchdog waits for these: one that takes longer is not shown, and
// the check finds it before that.
#include "platform/draw/decode.h"

#include <SDL_image.h>
#include <string.h>
#include <sys/mman.h>

#include "content/limits.h"
#include "content/picture/picture.h"
#include "platform/draw/jpeg.h"
#include "platform/draw/rotate.h"
#include "platform/draw/scale.h"
#include "platform/system/child.h"
#include "platform/system/log.h"

enum {
    SVG_SIDE = 1024, // at which a drawing without a room is tried
    TRY_S = 3,       // of one core, that a picture may take in the check
    TRY_PATIENCE_MS = 3500,
    DRAW_S = 4, // a room may be larger than what was tried
    DRAW_PATIENCE_MS = 4400,
    MEMORY_BYTES = 384 * 1024 * 1024, // a photograph at the limit, decoded and turned
};

// An SVG is drawn into that size (one side may be 0); other pictures come as they are, the right
// way up. SDL_image never tells libpng to be quiet, so a damaged part or a colour profile that it
// does not like is a line on standard error, which a child has not got.
static SDL_Surface *decode(struct str bytes, const struct picture *picture, int width_px,
                           int height_px) {
    SDL_RWops *reader = SDL_RWFromConstMem(bytes.at, (int)bytes.size);
    SDL_Surface *surface = NULL;
    if (!reader) {
        return NULL;
    }
    switch (picture->kind) {
    case PICTURE_PNG:
        surface = IMG_LoadPNG_RW(reader);
        break;
    case PICTURE_JPEG:
        surface = jpeg_decode(bytes);
        break;
    case PICTURE_SVG:
        surface = IMG_LoadSizedSVG_RW(reader, width_px, height_px);
        break;
    }
    SDL_RWclose(reader);
    return surface ? rotate_photograph(surface, picture->orientation) : NULL;
}

// Only what picture_read has looked through is handed to a decoder.
SDL_Surface *decode_drawing(struct str bytes, int width_px, int height_px) {
    struct picture picture;
    if (picture_read(bytes, &picture) != PICTURE_OK) {
        SDL_SetError("it is not a PNG, JPEG or SVG picture that can be shown");
        return NULL;
    }
    SDL_Surface *surface = decode(bytes, &picture, width_px, height_px);
    if (surface && (surface->w > LIMIT_PICTURE_SIDE || surface->h > LIMIT_PICTURE_SIDE)) {
        SDL_SetError("it is too large");
        SDL_FreeSurface(surface);
        surface = NULL;
    }
    return surface;
}

enum { ARGB = SDL_PIXELFORMAT_ARGB8888 };

// What parent and child share; the pixels follow, row after row.
struct sheet {
    int width, height; // 0: nothing could be drawn
};

struct decode_job {
    struct str bytes;
    int width_px, height_px; // of the room; 0: only the size is asked for
    struct sheet *sheet;     // shared
};

static uint8_t *pixels_of(struct sheet *sheet) {
    return (uint8_t *)(sheet + 1);
}

static bool has_room(const struct decode_job *work) {
    return work->width_px > 0;
}

static SDL_Surface *draw(const struct decode_job *work) {
    SDL_Surface *decoded =
        decode_drawing(work->bytes, has_room(work) ? work->width_px : SVG_SIDE, 0);
    if (!decoded || !has_room(work)) {
        return decoded;
    }
    struct rect room = {0, 0, work->width_px, work->height_px};
    struct rect at = scale_fit(room, decoded->w, decoded->h);
    SDL_Surface *scaled = scale_picture(decoded, at.w, at.h);
    SDL_FreeSurface(decoded);
    return scaled;
}

static bool work_in_child(void *self, int output) {
    struct decode_job *work = self;
    (void)output;
    SDL_Surface *surface = draw(work);
    if (surface) {
        *work->sheet = (struct sheet){surface->w, surface->h};
    }
    if (surface && has_room(work)) {
        SDL_ConvertPixels(surface->w, surface->h, ARGB, surface->pixels, surface->pitch, ARGB,
                          pixels_of(work->sheet), surface->w * 4);
    }
    return surface != NULL;
}

// The child may have written anything: its numbers are read once and held to what was asked for.
static struct sheet read_size(const struct decode_job *work) {
    struct sheet size;
    memcpy(&size, work->sheet, sizeof size);
    int most_w = has_room(work) ? work->width_px : LIMIT_PICTURE_SIDE;
    int most_h = has_room(work) ? work->height_px : LIMIT_PICTURE_SIDE;
    bool is_good =
        size.width > 0 && size.height > 0 && size.width <= most_w && size.height <= most_h;
    return is_good ? size : (struct sheet){0, 0};
}

static struct sheet wait_for_child(struct decode_job *work) {
    struct child child;
    struct child_job job = {.run = work_in_child,
                            .self = work,
                            .sandbox = {.writable = -1},
                            .cpu_s = has_room(work) ? DRAW_S : TRY_S,
                            .memory_bytes = MEMORY_BYTES};
    struct sheet size = {0, 0};
    if (child_open(&child, &job)) {
        if (child_wait(&child, has_room(work) ? DRAW_PATIENCE_MS : TRY_PATIENCE_MS)) {
            size = read_size(work);
        } else {
            SDL_SetError("it cannot be decoded");
        }
        child_close(&child);
    }
    return size;
}

static SDL_Surface *take_over(struct sheet *sheet, struct sheet size) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, ARGB);
    if (surface) {
        SDL_ConvertPixels(size.width, size.height, ARGB, pixels_of(sheet), size.width * 4, ARGB,
                          surface->pixels, surface->pitch);
    }
    return surface;
}

// The size of what a child made of the picture, which where there is a room comes back as *surface.
static struct sheet let_child_work(struct decode_job *work, SDL_Surface **surface) {
    size_t bytes = sizeof(struct sheet) + (size_t)work->width_px * (size_t)work->height_px * 4;
    work->sheet = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (work->sheet == MAP_FAILED) {
        SDL_OutOfMemory();
        return (struct sheet){0, 0};
    }
    struct sheet size = wait_for_child(work);
    if (size.width > 0 && surface) {
        *surface = take_over(work->sheet, size);
    }
    munmap(work->sheet, bytes);
    return size;
}

bool decode_size(struct str bytes, int *width, int *height) {
    struct decode_job work = {.bytes = bytes};
    struct sheet size = let_child_work(&work, NULL);
    *width = size.width;
    *height = size.height;
    return size.width > 0;
}

SDL_Surface *decode_fitted(struct str bytes, int width_px, int height_px) {
    struct decode_job work = {.bytes = bytes, .width_px = width_px, .height_px = height_px};
    SDL_Surface *surface = NULL;
    let_child_work(&work, &surface);
    return surface;
}

bool decode_write_png(SDL_Surface *surface, const char *path) {
    if (IMG_SavePNG(surface, path) == 0) {
        return true;
    }
    log_line("%s cannot be written (%s).", path, SDL_GetError());
    return false;
}

void decode_finish(void) {
    IMG_Quit();
}

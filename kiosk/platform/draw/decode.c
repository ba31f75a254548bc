// SPDX-License-Identifier: MIT
// See decode.h. Only PNG, JPEG and SVG are decoded, by what their bytes say, never by their name.
// The child is handed the bytes and answers with a size, and pixels that are scaled already, so
// that the parent takes over no more than it will show; or with a smaller picture of the same kind,
// which the parent looks through as it did the first one.
#include "platform/draw/decode.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/disk.h"
#include "content/limits.h"
#include "content/picture/picture.h"
#include "content/picture/svg.h"
#include "platform/draw/jpeg.h"
#include "platform/draw/rotate.h"
#include "platform/draw/scale.h"
#include "platform/system/child.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"
#include "platform/system/sandbox.h"

// A machine that is busy takes many seconds for one of a child's own; the watchdog waits for 30.
enum {
    TRY_S = 3,  // of one core, that a picture may take in the check
    DRAW_S = 4, // a room may be larger than what was tried
    SAVE_S = 10,
    PATIENCE_MS = 20 * 1000,
    MEMORY_BYTES = 400 * 1024 * 1024, // a photograph at the limit, decoded and turned
    JPEG_QUALITY = 90,
};

enum job { TRY, DRAW, SAVE_PNG, SAVE_JPEG };

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

static SDL_Surface *draw(struct str bytes, int width_px, int height_px) {
    SDL_Surface *decoded = decode_drawing(bytes, width_px, 0);
    if (!decoded) {
        return NULL;
    }
    struct rect at = scale_fit((struct rect){0, 0, width_px, height_px}, decoded->w, decoded->h);
    SDL_Surface *scaled = scale_picture(decoded, at.w, at.h);
    SDL_FreeSurface(decoded);
    return scaled;
}

static bool say(const void *bytes, size_t size) {
    return disk_write(STDOUT_FILENO, (struct str){bytes, size}) == FILE_OK;
}

static size_t bytes_of(const SDL_Surface *surface) {
    return (size_t)surface->pitch * (size_t)surface->h;
}

// How wide and how high it is, and its pixels.
static bool say_pixels(const SDL_Surface *surface) {
    const int sides[] = {surface->w, surface->h};
    return say(sides, sizeof sides) && say(surface->pixels, bytes_of(surface));
}

// How many bytes it has as a picture of that kind, and these; `bytes` has room for a whole one.
static bool say_picture(SDL_Surface *surface, enum job job, char *bytes) {
    SDL_RWops *writer = SDL_RWFromMem(bytes, LIMIT_PICTURE_BYTES);
    bool is_saved = writer && (job == SAVE_JPEG ? IMG_SaveJPG_RW(surface, writer, 0, JPEG_QUALITY)
                                                : IMG_SavePNG_RW(surface, writer, 0)) == 0;
    int size = is_saved ? (int)SDL_RWtell(writer) : 0;
    return is_saved && say(&size, sizeof size) && say(bytes, (size_t)size);
}

int decode_in_child(const char *word) {
    char *at;
    enum job job = (enum job)strtol(word, &at, 10);
    int width_px = (int)strtol(at, &at, 10), height_px = (int)strtol(at, &at, 10);
    struct arena arena = {0};
    char *bytes = arena_alloc(&arena, LIMIT_PICTURE_BYTES);
    const struct sandbox sandbox = {.cpu_s = job == TRY    ? TRY_S
                                             : job == DRAW ? DRAW_S
                                                           : SAVE_S,
                                    .memory_bytes = MEMORY_BYTES};
    if (!sandbox_enter(&sandbox)) {
        return CHILD_UNSAFE;
    }
    size_t size = fread(bytes, 1, LIMIT_PICTURE_BYTES, stdin);
    SDL_Surface *surface = draw((struct str){bytes, size}, width_px, height_px);
    bool is_said = surface && (job > DRAW ? say_picture(surface, job, bytes) : say_pixels(surface));
    return is_said ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool open_decoder(struct child *child, enum job job, struct str bytes, struct rect room) {
    char numbers[48];
    const char *const words[] = {DECODE_CHILD, numbers, NULL};
    snprintf(numbers, sizeof numbers, "%d %d %d", (int)job, room.w, room.h);
    SDL_SetError("it cannot be decoded"); // for whoever gets nothing
    return child_open(child, words, bytes);
}

// The child may have become anything: its numbers are held to the room. NULL: they did not come.
static SDL_Surface *read_pixels(const struct child *child, struct rect room) {
    uint64_t until_ms = clock_ms() + PATIENCE_MS;
    int sides[2];
    if (!child_read_whole(child, sides, sizeof sides, until_ms) || sides[0] <= 0 || sides[1] <= 0 ||
        sides[0] > room.w || sides[1] > room.h) {
        return NULL;
    }
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, sides[0], sides[1], 32, SDL_PIXELFORMAT_ARGB8888);
    if (surface && !child_read_whole(child, surface->pixels, bytes_of(surface), until_ms)) {
        SDL_FreeSurface(surface);
        surface = NULL;
    }
    return surface;
}

static SDL_Surface *decode_into(struct rect room, struct str bytes, enum job job) {
    struct child child;
    SDL_Surface *surface = NULL;
    if (open_decoder(&child, job, bytes, room)) {
        surface = read_pixels(&child, room);
    }
    child_close(&child);
    return surface;
}

bool decode_is_whole(struct str bytes) {
    SDL_Surface *drawn = decode_into((struct rect){0, 0, SVG_SIDE_PX, SVG_SIDE_PX}, bytes, TRY);
    SDL_FreeSurface(drawn);
    return drawn;
}

SDL_Surface *decode_fitted(struct str bytes, int width_px, int height_px) {
    return decode_into((struct rect){0, 0, width_px, height_px}, bytes, DRAW);
}

// No larger than the picture, nor than it would be on the largest screen, either way up.
static struct rect reduced_room(const struct picture *picture) {
    int width_px = (int)picture->width, height_px = (int)picture->height;
    bool is_wide = width_px >= height_px;
    return (struct rect){
        .w = int_min(width_px, is_wide ? LIMIT_SCREEN_LONG_SIDE : LIMIT_SCREEN_SHORT_SIDE),
        .h = int_min(height_px, is_wide ? LIMIT_SCREEN_SHORT_SIDE : LIMIT_SCREEN_LONG_SIDE)};
}

static bool is_reduced(const struct picture *picture) {
    struct rect room = reduced_room(picture);
    return picture->orientation == 1 && room.w == (int)picture->width &&
           room.h == (int)picture->height;
}

// Empty: it did not come.
static struct str read_picture(const struct child *child, struct arena *arena) {
    uint64_t until_ms = clock_ms() + PATIENCE_MS;
    int size = 0;
    if (!child_read_whole(child, &size, sizeof size, until_ms) || size <= 0 ||
        size > LIMIT_PICTURE_BYTES) {
        return (struct str){NULL, 0};
    }
    char *bytes = arena_alloc(arena, (size_t)size);
    bool is_there = child_read_whole(child, bytes, (size_t)size, until_ms);
    return (struct str){bytes, is_there ? (size_t)size : 0};
}

// Whatever is wrong with the picture, or with the child, is for the check of what came to say.
struct str decode_reduced(struct str bytes, struct arena *arena) {
    struct picture came, made;
    struct child child;
    struct str reduced = {NULL, 0};
    if (picture_read(bytes, &came) != PICTURE_OK || came.kind == PICTURE_SVG || is_reduced(&came)) {
        return bytes;
    }
    enum job job = came.kind == PICTURE_JPEG ? SAVE_JPEG : SAVE_PNG;
    if (open_decoder(&child, job, bytes, reduced_room(&came))) {
        reduced = read_picture(&child, arena);
    }
    child_close(&child);
    bool is_good =
        picture_read(reduced, &made) == PICTURE_OK && made.kind == came.kind && is_reduced(&made);
    return is_good ? reduced : bytes;
}

bool decode_write_png(SDL_Surface *surface, const char *path) {
    if (IMG_SavePNG(surface, path) == 0) {
        return true;
    }
    log_line("%s cannot be written (%s).", path, SDL_GetError());
    return false;
}

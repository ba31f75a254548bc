// SPDX-License-Identifier: MIT
// See decode.h. Only PNG, JPEG and SVG are decoded, by what their bytes say, never by their name.
// The child is handed the bytes and answers with a size, and pixels that are scaled already, so
// that the parent takes over no more than it will show or store. A child that cannot go on just
// ends: what it leaves behind goes with it.
#include "platform/draw/decode.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <jerror.h>
#include <jpeglib.h>

#include "base/disk.h"
#include "content/limits.h"
#include "content/picture/picture.h"
#include "content/picture/svg.h"
#include "platform/draw/pixel.h"
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
    REDUCE_S = 10,
    PATIENCE_MS = 20 * 1000,
    MEMORY_BYTES = 400 * 1024 * 1024, // a photograph at the limit, decoded and turned
    JPEG_QUALITY = 90,
    PADDING_BYTES = 8, // that cheap cameras put in front of a JPEG's end mark
};

SDL_Surface *decode_drawing(struct str svg, int width_px, int height_px) {
    SDL_RWops *reader = SDL_RWFromConstMem(svg.at, (int)svg.size);
    SDL_Surface *surface = NULL;
    if (reader) {
        surface = IMG_LoadSizedSVG_RW(reader, width_px, height_px);
        SDL_RWclose(reader);
    }
    return surface;
}

static void give_up(j_common_ptr decoder) {
    (void)decoder;
    _exit(EXIT_FAILURE);
}

// Messages of a level below 0 are warnings.
static void hear(j_common_ptr decoder, int level) {
    const struct jpeg_error_mgr *errors = decoder->err;
    bool is_padding =
        errors->msg_code == JWRN_EXTRANEOUS_DATA && errors->msg_parm.i[0] < PADDING_BYTES;
    if (level < 0 && !is_padding) {
        give_up(decoder);
    }
}

// A photograph with a hole in it still decodes, into grey stripes and wrong colours, and libjpeg
// only warns of what it had to make up; here it is none at all.
static SDL_Surface *decode_jpeg(struct str bytes) {
    struct jpeg_error_mgr errors;
    struct jpeg_decompress_struct decoder = {.err = jpeg_std_error(&errors)};
    errors.error_exit = give_up;
    errors.emit_message = hear;
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, (const unsigned char *)bytes.at, bytes.size);
    jpeg_read_header(&decoder, TRUE);
    decoder.out_color_space = SDL_BYTEORDER == SDL_LIL_ENDIAN ? JCS_EXT_BGRA : JCS_EXT_ARGB;
    jpeg_start_decompress(&decoder);
    SDL_Surface *surface = pixel_surface((int)decoder.output_width, (int)decoder.output_height);
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row = (JSAMPROW)pixel_at(surface, 0, (int)decoder.output_scanline);
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_finish_decompress(&decoder);
    return surface;
}

// In the child. A drawing is drawn that wide; other pictures come as they are, the right way up.
// SDL_image never tells libpng to be quiet, so a damaged part or a colour profile that it does not
// like is a line on standard error, which a child has not got.
static SDL_Surface *decode(struct str bytes, int width_px) {
    struct picture picture;
    SDL_Surface *surface = NULL;
    if (picture_read(bytes, &picture) != PICTURE_OK) {
        return NULL;
    }
    switch (picture.kind) {
    case PICTURE_PNG:
        surface = IMG_LoadPNG_RW(SDL_RWFromConstMem(bytes.at, (int)bytes.size));
        break;
    case PICTURE_JPEG:
        surface = decode_jpeg(bytes);
        break;
    case PICTURE_SVG:
        surface = decode_drawing(bytes, width_px, 0);
        break;
    }
    return surface ? rotate_photograph(surface, picture.orientation) : NULL;
}

static SDL_Surface *draw(struct str bytes, int width_px, int height_px) {
    SDL_Surface *decoded = decode(bytes, width_px);
    if (!decoded) {
        return NULL;
    }
    struct rect at = scale_fit((struct rect){0, 0, width_px, height_px}, decoded->w, decoded->h);
    return scale_picture(decoded, at.w, at.h);
}

static size_t bytes_of(const SDL_Surface *surface) {
    return (size_t)surface->pitch * (size_t)surface->h;
}

static bool say(const void *bytes, size_t size) {
    return disk_write(STDOUT_FILENO, (struct str){bytes, size}) == FILE_OK;
}

int decode_in_child(const char *word) {
    char *at;
    int cpu_s = (int)strtol(word, &at, 10);
    int width_px = (int)strtol(at, &at, 10), height_px = (int)strtol(at, &at, 10);
    struct arena arena = {0};
    char *bytes = arena_alloc(&arena, LIMIT_PICTURE_BYTES);
    const struct sandbox sandbox = {.cpu_s = cpu_s, .memory_bytes = MEMORY_BYTES};
    if (!sandbox_enter(&sandbox)) {
        return CHILD_UNSAFE;
    }
    size_t size = fread(bytes, 1, LIMIT_PICTURE_BYTES, stdin);
    const SDL_Surface *surface = draw((struct str){bytes, size}, width_px, height_px);
    if (!surface) {
        return EXIT_FAILURE;
    }
    const int sides[] = {surface->w, surface->h};
    bool is_said = say(sides, sizeof sides) && say(surface->pixels, bytes_of(surface));
    return is_said ? EXIT_SUCCESS : EXIT_FAILURE;
}

// The child may have become anything: its numbers are held to the room. NULL: they did not come.
static SDL_Surface *read_pixels(const struct child *child, struct rect room) {
    uint64_t until_ms = clock_ms() + PATIENCE_MS;
    int sides[2];
    if (!child_read_whole(child, sides, sizeof sides, until_ms) || sides[0] <= 0 || sides[1] <= 0 ||
        sides[0] > room.w || sides[1] > room.h) {
        return NULL;
    }
    SDL_Surface *surface = pixel_surface(sides[0], sides[1]);
    if (!child_read_whole(child, surface->pixels, bytes_of(surface), until_ms)) {
        SDL_FreeSurface(surface);
        surface = NULL;
    }
    return surface;
}

static SDL_Surface *decode_into(struct rect room, struct str bytes, int cpu_s) {
    char numbers[48];
    const char *const words[] = {DECODE_CHILD, numbers, NULL};
    struct child child;
    SDL_Surface *surface = NULL;
    snprintf(numbers, sizeof numbers, "%d %d %d", cpu_s, room.w, room.h);
    SDL_SetError("it cannot be decoded"); // for whoever gets nothing
    if (child_open(&child, words, bytes)) {
        surface = read_pixels(&child, room);
    }
    child_close(&child);
    return surface;
}

bool decode_is_whole(struct str bytes) {
    SDL_Surface *drawn = decode_into((struct rect){0, 0, SVG_SIDE_PX, SVG_SIDE_PX}, bytes, TRY_S);
    SDL_FreeSurface(drawn);
    return drawn;
}

SDL_Surface *decode_fitted(struct str bytes, int width_px, int height_px) {
    return decode_into((struct rect){0, 0, width_px, height_px}, bytes, DRAW_S);
}

// No larger than the picture, nor than it would be on the largest screen, either way up.
static struct rect reduced_room(const struct picture *picture) {
    int width_px = (int)picture->width, height_px = (int)picture->height;
    bool is_wide = width_px >= height_px;
    return (struct rect){
        .w = int_min(width_px, is_wide ? LIMIT_SCREEN_LONG_SIDE : LIMIT_SCREEN_SHORT_SIDE),
        .h = int_min(height_px, is_wide ? LIMIT_SCREEN_SHORT_SIDE : LIMIT_SCREEN_LONG_SIDE)};
}

// As a file of that kind. Empty: there is no such picture, or its file would be too large.
static struct str encode(SDL_Surface *surface, enum picture_kind kind, struct arena *arena) {
    char *bytes = arena_alloc(arena, LIMIT_PICTURE_BYTES);
    SDL_RWops *writer = surface ? SDL_RWFromMem(bytes, LIMIT_PICTURE_BYTES) : NULL;
    if (!writer) {
        return (struct str){NULL, 0};
    }
    bool is_saved = (kind == PICTURE_JPEG ? IMG_SaveJPG_RW(surface, writer, 0, JPEG_QUALITY)
                                          : IMG_SavePNG_RW(surface, writer, 0)) == 0;
    size_t size = is_saved ? (size_t)SDL_RWtell(writer) : 0;
    SDL_RWclose(writer);
    return (struct str){bytes, size};
}

// Whatever is wrong with the picture, or with the child, is for the check of what came to say.
struct str decode_reduced(struct str bytes, struct arena *arena) {
    struct picture came;
    if (picture_read(bytes, &came) != PICTURE_OK || came.kind == PICTURE_SVG) {
        return bytes;
    }
    struct rect room = reduced_room(&came);
    if (came.orientation == 1 && room.w == (int)came.width && room.h == (int)came.height) {
        return bytes;
    }
    SDL_Surface *surface = decode_into(room, bytes, REDUCE_S);
    struct str reduced = encode(surface, came.kind, arena);
    SDL_FreeSurface(surface);
    return reduced.size > 0 ? reduced : bytes;
}

bool decode_write_png(SDL_Surface *surface, const char *path) {
    if (IMG_SavePNG(surface, path) == 0) {
        return true;
    }
    log_line("%s cannot be written (%s).", path, SDL_GetError());
    return false;
}

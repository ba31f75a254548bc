// SPDX-License-Identifier: MIT
// One frame of a change between two pictures, four ways: the kiosk's fade and slide, and the same
// with SDL's own blits. Each way is a function of its own, so that callgrind can count it alone
// (--toggle-collect). The pictures are PNGs that `render` made.
#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/display/blend.h"

enum { STEP = FADE_DONE * 100 / 256 };

struct pair {
    SDL_Surface *before, *after, *out;
    SDL_Surface *opaque, *opaque_out; // `after` and `out`, in a format that has no alpha
    struct rect area;                 // of the kiosk's slide
};

typedef void way(struct pair *pair);

__attribute__((noinline)) void frame_fade_kiosk(struct pair *pair);
__attribute__((noinline)) void frame_fade_sdl(struct pair *pair);
__attribute__((noinline)) void frame_slide_kiosk(struct pair *pair);
__attribute__((noinline)) void frame_slide_sdl(struct pair *pair);

void frame_fade_kiosk(struct pair *pair) {
    blend_fade(pair->out, pair->after, (struct rect){0, 0, pair->out->w, pair->out->h}, STEP);
}

// SDL's fastest way: no alpha in the pixels, one for the whole surface, over what is there.
void frame_fade_sdl(struct pair *pair) {
    SDL_SetSurfaceBlendMode(pair->opaque, SDL_BLENDMODE_BLEND);
    SDL_SetSurfaceAlphaMod(pair->opaque, STEP);
    SDL_BlitSurface(pair->opaque, NULL, pair->opaque_out, NULL);
}

void frame_slide_kiosk(struct pair *pair) {
    const struct slide slide = {pair->before, pair->after, pair->area};
    blend_slide(&slide, -pair->area.w / 3, pair->out);
}

void frame_slide_sdl(struct pair *pair) {
    int offset = pair->out->w / 3;
    SDL_Rect left = {-offset, 0, 0, 0};
    SDL_Rect right = {pair->out->w - offset, 0, 0, 0};
    SDL_SetSurfaceBlendMode(pair->before, SDL_BLENDMODE_NONE);
    SDL_SetSurfaceBlendMode(pair->after, SDL_BLENDMODE_NONE);
    SDL_BlitSurface(pair->before, NULL, pair->out, &left);
    SDL_BlitSurface(pair->after, NULL, pair->out, &right);
}

static const struct {
    const char *name;
    way *frame;
} ways[] = {
    {"fade_kiosk", frame_fade_kiosk},
    {"fade_sdl", frame_fade_sdl},
    {"slide_kiosk", frame_slide_kiosk},
    {"slide_sdl", frame_slide_sdl},
};

static SDL_Surface *load(const char *path) {
    SDL_Surface *read = IMG_Load(path);
    SDL_Surface *picture =
        read ? SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(read);
    return picture;
}

static bool open_pair(struct pair *pair, char **paths) {
    pair->before = load(paths[0]);
    pair->after = load(paths[1]);
    if (!pair->before || !pair->after) {
        return false;
    }
    pair->out = SDL_ConvertSurfaceFormat(pair->before, SDL_PIXELFORMAT_ARGB8888, 0);
    pair->opaque_out = SDL_ConvertSurfaceFormat(pair->before, SDL_PIXELFORMAT_XRGB8888, 0);
    pair->opaque = SDL_ConvertSurfaceFormat(pair->after, SDL_PIXELFORMAT_XRGB8888, 0);
    return pair->out && pair->opaque_out && pair->opaque;
}

int main(int argc, char **argv) {
    struct pair pair = {0};
    if (argc != 8 || !open_pair(&pair, argv + 2)) {
        fputs("usage: frames WAY BEFORE.png AFTER.png X Y W H\n", stderr);
        return 2;
    }
    pair.area = (struct rect){atoi(argv[4]), atoi(argv[5]), atoi(argv[6]), atoi(argv[7])};
    for (int i = 0; i < COUNT_OF(ways); i++) {
        if (strcmp(ways[i].name, argv[1]) == 0) {
            ways[i].frame(&pair); // twice, because SDL chooses its blitter the first time
            ways[i].frame(&pair);
        }
    }
    return 0;
}

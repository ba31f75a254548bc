// SPDX-License-Identifier: MIT
// One frame of a change between two pictures: the kiosk's fade, or its slide. Each is a function of
// its own, so that callgrind can count it alone (--toggle-collect). The pictures are PNGs that
// `render` made.
#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/display/motion.h"

enum { STEP = MOTION_FADE_DONE * 100 / 256 };

struct pair {
    SDL_Surface *before, *after, *out;
    struct rect area; // of the slide
};

__attribute__((noinline)) void frame_fade(struct pair *pair);
__attribute__((noinline)) void frame_slide(struct pair *pair);

void frame_fade(struct pair *pair) {
    struct rect all = {0, 0, pair->out->w, pair->out->h};
    const struct motion motion = {.picture = pair->out, .area = all, .after = pair->after};
    motion_fade(&motion, STEP);
}

void frame_slide(struct pair *pair) {
    const struct motion motion = {.picture = pair->out,
                                  .area = pair->area,
                                  .before = pair->before,
                                  .after = pair->after,
                                  .offset_px = -pair->area.w / 3};
    motion_slide(&motion);
}

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
    return pair->out;
}

int main(int argc, char **argv) {
    struct pair pair = {0};
    if (argc != 8 || !open_pair(&pair, argv + 2)) {
        fputs("usage: frames fade|slide BEFORE.png AFTER.png X Y W H\n", stderr);
        return 2;
    }
    pair.area = (struct rect){atoi(argv[4]), atoi(argv[5]), atoi(argv[6]), atoi(argv[7])};
    void (*const frame)(struct pair *) = strcmp(argv[1], "fade") == 0 ? frame_fade : frame_slide;
    frame(&pair);
    return 0;
}

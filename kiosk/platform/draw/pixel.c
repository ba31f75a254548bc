// SPDX-License-Identifier: MIT
// See pixel.h. A kiosk without room for one picture can show nothing, so no caller is asked what it
// would do without.
#include "platform/draw/pixel.h"

#include <stdlib.h>

#include "base/exit_code.h"
#include "platform/system/log.h"

SDL_Surface *pixel_surface(int width_px, int height_px) {
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!surface) {
        log_line("No memory for a picture of %d by %d pixels.", width_px, height_px);
        exit(EXIT_SYSTEM);
    }
    return surface;
}

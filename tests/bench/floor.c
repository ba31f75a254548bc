// SPDX-License-Identifier: MIT
// The least program that shows one picture in a window with SDL, for peers.py: what the kiosk's
// start costs beside it is the kiosk's own. It sleeps until somebody ends it.
#include <SDL_image.h>
#include <unistd.h>

int main(int argc, char **argv) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_Surface *card = argc == 2 && SDL_Init(SDL_INIT_VIDEO) == 0 ? IMG_Load(argv[1]) : NULL;
    SDL_Window *window =
        card ? SDL_CreateWindow("floor", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, card->w,
                                card->h, SDL_WINDOW_BORDERLESS)
             : NULL;
    SDL_Surface *glass = window ? SDL_GetWindowSurface(window) : NULL;
    if (!glass || SDL_BlitSurface(card, NULL, glass, NULL) != 0) {
        SDL_Log("floor: %s", SDL_GetError());
        return 1;
    }
    SDL_FreeSurface(card);
    SDL_PumpEvents();
    SDL_UpdateWindowSurface(window);
    pause();
    return 0;
}

// SPDX-License-Identifier: MIT
// The honest floor for the kiosk's start: a short SDL program, linked to the same libraries, that
// draws one card as a single wrapped string and one QR code, says that it is ready, and ends. It
// does nothing else: no layout, no checks, no touch. What the kiosk costs above it is what it does
// more.
#include <SDL.h>
#include <SDL_ttf.h>
#include <qrencode.h>
#include <stdio.h>
#include <stdlib.h>
#include <systemd/sd-daemon.h>

struct floor {
    int width_px, height_px, size_px;
    const char *font_path, *card_path, *payload;
};

static const SDL_Color INK = {0x14, 0x26, 0x3A, 0xFF};

static char *read_card(const char *path) {
    static char text[16384];
    FILE *file = fopen(path, "rb");
    if (!file) {
        return NULL;
    }
    size_t size = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    size_t kept = 0;
    for (size_t i = 0; i < size; i++) {
        if (text[i] != '*' && text[i] != '#') {
            text[kept++] = text[i];
        }
    }
    text[kept] = '\0';
    return text;
}

static int draw_text(const struct floor *floor, SDL_Surface *screen) {
    char *text = read_card(floor->card_path);
    TTF_Font *font = TTF_OpenFont(floor->font_path, floor->size_px);
    if (!text || !font) {
        return 0;
    }
    TTF_SetFontHinting(font, TTF_HINTING_NONE); // as the kiosk's are
    SDL_Surface *words =
        TTF_RenderUTF8_Blended_Wrapped(font, text, INK, (Uint32)floor->width_px * 6 / 10);
    SDL_Rect at = {floor->width_px / 20, floor->height_px / 10, 0, 0};
    int is_drawn = words && SDL_BlitSurface(words, NULL, screen, &at) == 0;
    SDL_FreeSurface(words);
    TTF_CloseFont(font);
    return is_drawn;
}

static int draw_code(const struct floor *floor, SDL_Surface *screen) {
    QRcode *code = QRcode_encodeString8bit(floor->payload, 0, QR_ECLEVEL_Q);
    if (!code) {
        return 0;
    }
    int module_px = floor->height_px / 3 / (code->width + 8);
    int side_px = module_px * (code->width + 8);
    SDL_Rect field = {floor->width_px * 7 / 10, floor->height_px / 4, side_px, side_px};
    SDL_FillRect(screen, &field, 0xFFFFFFFF);
    for (int i = 0; i < code->width * code->width; i++) {
        SDL_Rect module = {field.x + (i % code->width + 4) * module_px,
                           field.y + (i / code->width + 4) * module_px, module_px, module_px};
        if (code->data[i] & 1) {
            SDL_FillRect(screen, &module, 0xFF000000);
        }
    }
    QRcode_free(code);
    return 1;
}

static int run(const struct floor *floor) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0) {
        return 3;
    }
    SDL_Window *window = SDL_CreateWindow("floor", 0, 0, floor->width_px, floor->height_px, 0);
    SDL_Surface *glass = window ? SDL_GetWindowSurface(window) : NULL;
    if (!glass) {
        return 3;
    }
    SDL_FillRect(glass, NULL, 0xFFFAF7F2);
    int is_drawn = draw_text(floor, glass) && draw_code(floor, glass);
    SDL_UpdateWindowSurface(window);
    sd_notify(0, "READY=1");
    SDL_DestroyWindow(window);
    TTF_Quit();
    SDL_Quit();
    return is_drawn ? 0 : 3;
}

int main(int argc, char **argv) {
    if (argc != 7) {
        fputs("usage: floor WIDTH HEIGHT SIZE_PX FONT CARD PAYLOAD\n", stderr);
        return 2;
    }
    struct floor floor = {.width_px = atoi(argv[1]),
                          .height_px = atoi(argv[2]),
                          .size_px = atoi(argv[3]),
                          .font_path = argv[4],
                          .card_path = argv[5],
                          .payload = argv[6]};
    return run(&floor);
}

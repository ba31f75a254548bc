// SPDX-License-Identifier: MIT
// See fonts.h. Widths are measured once, without hinting, at a letter size of 4096 pixels, where
// one pixel is one unit; letters are drawn with light hinting, which keeps their widths and
// sharpens their feet. SDL_ttf reports the ink's extent, not the pen's way, so a text is measured
// between two spaces, which take up whatever hangs over. Fallback families are opened when a letter
// asks.
#include "platform/draw/fonts.h"

#include <SDL_ttf.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "platform/draw/font_list.h"
#include "platform/system/builtin.h"
#include "platform/system/log.h"

enum {
    HINTED_BELOW_PX = 24, // larger letters are sharp enough, and hinting them costs a start dear
    FACE_BYTES = 32 * 1024 * 1024,
    OPEN_LIMIT = 24,        // sizes open at once; a screen uses about ten
    DRAW_SIZE_LIMIT = 1024, // pixels; larger than any letter on a 4K screen
    WIDTH_SLOTS = 2048,     // measured texts that are remembered
    SHORT_TEXT = 512,
    ESTIMATED_UNITS = 2250, // of a letter, where nothing can be measured
};

struct face {
    struct str bytes;
    TTF_Font *reference; // at 4096 pixels, for measuring
    int space_units;
    bool is_tried, is_good;
};

struct open_font {
    const struct face *face;
    int size_px;
    TTF_Font *font;
    uint64_t used;
};

struct width_slot {
    uint64_t key; // 0: free
    int units;
};

struct font_book {
    struct arena arena;
    bool is_working; // SDL_ttf has started
    struct font_list list;
    struct face faces[FONT_FAMILY_LIMIT][WEIGHT_COUNT];
    struct face builtin[2]; // regular and bold
    struct open_font open[OPEN_LIMIT];
    int open_count;
    uint64_t use_count;
    struct width_slot widths[WIDTH_SLOTS];
    SDL_Surface *drawn; // the last picture handed out
    struct fonts fonts;
    struct letter_port letters;
};

static TTF_Font *open_at(const struct face *face, int size_px, int hinting) {
    SDL_RWops *bytes = SDL_RWFromConstMem(face->bytes.at, (int)face->bytes.size);
    TTF_Font *font = bytes ? TTF_OpenFontRW(bytes, 1, size_px) : NULL;
    if (font) {
        TTF_SetFontHinting(font, hinting);
        TTF_SetFontKerning(font, 1);
    }
    return font;
}

// Opens the face for measuring, which also proves that it can be drawn with.
static bool face_try(struct face *face, const char *name) {
    if (face->is_tried) {
        return face->is_good;
    }
    face->is_tried = true;
    if (face->bytes.size < FACE_BYTES && font_list_is_whole(face->bytes)) {
        face->reference = open_at(face, FONTS_UNITS_PER_EM, TTF_HINTING_NONE);
    }
    if (!face->reference) {
        log_line("The font %s cannot be used; the next best is. Install the kiosk again.", name);
        return false;
    }
    TTF_SizeUTF8(face->reference, " ", &face->space_units, NULL);
    face->is_good = true;
    return true;
}

static void face_read(struct font_book *book, struct face *face, const char *path) {
    struct file_source source = {FILE_FROM_HERE, path, FACE_BYTES};
    if (!face->is_tried && file_load(&face->bytes, &source, &book->arena) != FILE_OK) {
        face->bytes = (struct str){0};
    }
}

static struct face *builtin_face(struct font_book *book, enum weight weight) {
    bool is_bold = weight == WEIGHT_BOLD || weight == WEIGHT_SEMIBOLD;
    struct face *face = &book->builtin[is_bold];
    if (!face->is_tried) {
        face->bytes = builtin_font(weight);
    }
    return face_try(face, "that is built in") ? face : NULL;
}

// The face that draws a family's weight, or NULL. The first family always ends at the built-in one.
static struct face *face_find(struct font_book *book, int family, enum weight weight) {
    if (!book->is_working || weight >= WEIGHT_COUNT) {
        return NULL;
    }
    bool is_bad[WEIGHT_COUNT] = {false};
    while (family < book->list.count) {
        const struct font_family *files = &book->list.families[family];
        int nearest = font_list_nearest(files, weight, is_bad);
        if (nearest < 0) {
            break;
        }
        struct face *face = &book->faces[family][nearest];
        face_read(book, face, files->paths[nearest]);
        if (face_try(face, files->paths[nearest])) {
            return face;
        }
        is_bad[nearest] = true;
    }
    return family == 0 ? builtin_face(book, weight) : NULL;
}

static bool family_has(void *self, int family, uint32_t code_point) {
    struct font_book *book = self;
    if (!book->is_working) {
        return family == 0;
    }
    const struct face *face = face_find(book, family, WEIGHT_REGULAR);
    return face && TTF_GlyphIsProvided32(face->reference, code_point);
}

// Letters that steer and are never seen (Unicode: Default_Ignorable_Code_Point, and line breaks).
static bool is_unseen(uint32_t c) {
    return c == '\n' || c == '\t' || c == 0xAD || c == 0x61C || c == 0xFEFF ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F);
}

static bool any_has(void *self, uint32_t code_point) {
    const struct font_book *book = self;
    if (is_unseen(code_point)) {
        return true;
    }
    for (int family = 0; family < book->fonts.family_count; family++) {
        if (family_has(self, family, code_point)) {
            return true;
        }
    }
    return false;
}

static void set_style(TTF_Font *font, const struct run_style *style) {
    TTF_SetFontDirection(font, style->is_right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, strlen(style->script) == 4 ? style->script : "Zyyy");
}

static uint64_t width_key(const struct run_style *style, struct str text) {
    const char head[] = {(char)style->family, (char)style->weight, (char)style->is_right_to_left};
    uint64_t hash = hash_add(HASH_START, (struct str){head, sizeof head});
    hash = hash_add(hash, (struct str){style->script, sizeof style->script});
    hash = hash_add(hash, text);
    return hash ? hash : 1;
}

static int estimate_units(struct str text) {
    int letters = 0;
    for (const char *at = text.at; at < text.at + text.size;) {
        utf8_next(&at, text.at + text.size);
        letters++;
    }
    return letters * ESTIMATED_UNITS;
}

static int measure(const struct face *face, const struct run_style *style, struct str text) {
    char few[SHORT_TEXT];
    char *spaced = text.size + 3 <= sizeof few ? few : SDL_malloc(text.size + 3);
    if (!spaced) {
        return estimate_units(text);
    }
    spaced[0] = ' ';
    memcpy(spaced + 1, text.at, text.size);
    memcpy(spaced + 1 + text.size, " ", 2);
    int units = 0;
    set_style(face->reference, style);
    if (TTF_SizeUTF8(face->reference, spaced, &units, NULL) == 0) {
        units -= 2 * face->space_units;
    } else {
        units = estimate_units(text);
    }
    if (spaced != few) {
        SDL_free(spaced);
    }
    return units > 0 ? units : 0;
}

static int width_units(void *self, const struct run_style *style, struct str text) {
    struct font_book *book = self;
    if (text.size == 0) {
        return 0;
    }
    uint64_t key = width_key(style, text);
    struct width_slot *slot = &book->widths[key % WIDTH_SLOTS];
    if (slot->key == key) {
        return slot->units;
    }
    const struct face *face = face_find(book, style->family, style->weight);
    *slot = (struct width_slot){key, face ? measure(face, style, text) : estimate_units(text)};
    return slot->units;
}

// The font at that size; the one that was not used for longest makes room for it.
static TTF_Font *font_at(struct font_book *book, const struct face *face, int size_px) {
    struct open_font *oldest = &book->open[0];
    for (int i = 0; i < book->open_count; i++) {
        struct open_font *entry = &book->open[i];
        if (entry->face == face && entry->size_px == size_px) {
            entry->used = ++book->use_count;
            return entry->font;
        }
        if (entry->used < oldest->used) {
            oldest = entry;
        }
    }
    int hinting = size_px < HINTED_BELOW_PX ? TTF_HINTING_LIGHT : TTF_HINTING_NONE;
    TTF_Font *font = open_at(face, size_px, hinting);
    if (!font) {
        log_line("No memory for letters of %d pixels; the text is left out.", size_px);
        return NULL;
    }
    if (book->open_count < OPEN_LIMIT) {
        oldest = &book->open[book->open_count++];
    } else {
        TTF_CloseFont(oldest->font);
    }
    *oldest = (struct open_font){face, size_px, font, ++book->use_count};
    return font;
}

// How far the ink of the leftmost letter reaches left of the pen's start: SDL_ttf moves the whole
// picture right by as much.
static int left_overhang(TTF_Font *font, const struct run_style *style, const char *text) {
    const char *at = text, *end = text + strlen(text);
    if (style->is_right_to_left) {
        at = end - 1;
        while (at > text && ((unsigned char)*at & 0xC0) == 0x80) {
            at--;
        }
    }
    int left = 0;
    if (TTF_GlyphMetrics32(font, utf8_next(&at, end), &left, NULL, NULL, NULL, NULL) != 0) {
        return 0;
    }
    return left < 0 ? -left : 0;
}

// How far letters with tall accents reach above the font's own ascent.
static int top_overhang(TTF_Font *font, const char *text) {
    int over = 0, top = 0, ascent = TTF_FontAscent(font);
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t letter = utf8_next(&at, end);
        if (TTF_GlyphMetrics32(font, letter, NULL, NULL, NULL, &top, NULL) == 0 &&
            top - ascent > over) {
            over = top - ascent;
        }
    }
    return over;
}

bool font_book_draw(struct font_book *book, const struct run_style *style, int size_px,
                    const char *text, struct font_image *image) {
    SDL_FreeSurface(book->drawn);
    book->drawn = NULL;
    const struct face *face = face_find(book, style->family, style->weight);
    if (!face || !text || !*text || size_px < 1 || size_px > DRAW_SIZE_LIMIT) {
        return false;
    }
    TTF_Font *font = font_at(book, face, size_px);
    if (!font) {
        return false;
    }
    set_style(font, style);
    SDL_Color ink = {255, 255, 255, 255}, ground = {0, 0, 0, 255};
    SDL_Surface *drawn = TTF_RenderUTF8_Shaded(font, text, ink, ground);
    if (!drawn || drawn->format->BytesPerPixel != 1) {
        log_line("A text cannot be drawn and is left out (%s).", TTF_GetError());
        SDL_FreeSurface(drawn);
        return false;
    }
    book->drawn = drawn;
    bool is_tall = drawn->h > TTF_FontHeight(font);
    *image = (struct font_image){
        .coverage = drawn->pixels,
        .width_px = drawn->w,
        .height_px = drawn->h,
        .stride = drawn->pitch,
        .baseline_px = TTF_FontAscent(font) + (is_tall ? top_overhang(font, text) : 0),
        .left_px = left_overhang(font, style, text),
    };
    return true;
}

struct font_book *font_book_open(const char *assets_dir) {
    struct arena arena = {0};
    struct font_book *book = ARENA_NEW(&arena, struct font_book);
    book->arena = arena;
    book->is_working = TTF_Init() == 0;
    if (!book->is_working) {
        log_line("SDL_ttf does not start, so there are no words (%s).", TTF_GetError());
    }
    font_list_load(&book->list, assets_dir, &book->arena);
    book->fonts = (struct fonts){
        .self = book,
        .family_count = book->list.count > 0 ? book->list.count : 1,
        .has = family_has,
        .width_units = width_units,
    };
    book->letters = (struct letter_port){.self = book, .has = any_has};
    return book;
}

static void close_reference(struct face *face) {
    if (face->reference) {
        TTF_CloseFont(face->reference);
    }
}

void font_book_close(struct font_book *book) {
    SDL_FreeSurface(book->drawn);
    for (int i = 0; i < book->open_count; i++) {
        TTF_CloseFont(book->open[i].font);
    }
    for (int family = 0; family < FONT_FAMILY_LIMIT; family++) {
        for (int weight = 0; weight < WEIGHT_COUNT; weight++) {
            close_reference(&book->faces[family][weight]);
        }
    }
    close_reference(&book->builtin[0]);
    close_reference(&book->builtin[1]);
    if (book->is_working) {
        TTF_Quit();
    }
    struct arena arena = book->arena; // the book lives in its own arena
    arena_finish(&arena);
}

const struct fonts *font_book_fonts(struct font_book *book) {
    return &book->fonts;
}

const struct letter_port *font_book_letters(struct font_book *book) {
    return &book->letters;
}

// SPDX-License-Identifier: MIT
// See fonts.h. Widths are measured once, without hinting, at a letter size of 4096 pixels, where
// one pixel is one unit; letters are drawn with light hinting, which keeps their widths and
// sharpens their feet. SDL_ttf reports the ink's extent, not the pen's way, so a text is measured
// between two spaces, which take up whatever hangs over. fonts.ini names the families, each a
// section with a file for each weight; they are opened when a letter asks.
#include "platform/draw/fonts.h"

#include <SDL_ttf.h>
#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/ini.h"
#include "base/utf8.h"
#include "platform/system/builtin.h"
#include "platform/system/log.h"

enum {
    HINTED_BELOW_PX = 24, // larger letters are sharp enough, and hinting them costs a start dear
    LIST_BYTES = 64 * 1024,
    FACE_BYTES = 32 * 1024 * 1024,
    OPEN_LIMIT = 24,        // sizes open at once; a screen uses about ten
    WIDTH_SLOTS = 2048,     // measured texts that are remembered
    FAMILY_LIMIT = 32,      // in fonts.ini
    BUILTIN = FAMILY_LIMIT, // the family that is compiled in
};

static const char *const WEIGHT_KEYS[] = {"regular", "semibold", "bold"};
static_assert(COUNT_OF(WEIGHT_KEYS) == WEIGHT_COUNT, "a key for every weight");

struct face {
    const char *path; // NULL: the family has no such weight, or is compiled in
    struct str bytes;
    TTF_Font *reference; // at 4096 pixels, for measuring; NULL: it cannot be used
    int space_units;
    bool is_tried;
};

struct open_font {
    const struct face *face;
    int size_px;
    TTF_Font *font;
};

struct width_slot {
    uint64_t key; // 0: free
    int units;
};

struct font_book {
    struct arena arena, scratch;
    const char *section; // of fonts.ini, whose family is the last
    struct face faces[FAMILY_LIMIT + 1][WEIGHT_COUNT];
    struct open_font open[OPEN_LIMIT];
    unsigned opened_count; // ever
    struct width_slot widths[WIDTH_SLOTS];
    SDL_Surface *drawn; // the last picture handed out
    struct fonts fonts;
    struct letter_port letters;
};

// What is wrong with the list is one log line each; a list that cannot be read is empty.
static void take_pair(struct font_book *book, const struct ini_pair *pair, const char *assets_dir) {
    int weight = 0, *count = &book->fonts.family_count;
    while (weight < WEIGHT_COUNT && strcmp(WEIGHT_KEYS[weight], pair->key) != 0) {
        weight++;
    }
    bool is_new = book->section != pair->section;
    if (weight == WEIGHT_COUNT || (is_new && *count == FAMILY_LIMIT)) {
        log_line("fonts.ini:%d: \"%s\" is not understood and was left out.", pair->line, pair->key);
        return;
    }
    book->section = pair->section;
    *count += is_new;
    book->faces[*count - 1][weight].path =
        arena_format(&book->arena, "%s/fonts/%s", assets_dir, pair->value);
}

static void load_list(struct font_book *book, const char *assets_dir) {
    struct str text;
    const char *path = arena_format(&book->arena, "%s/fonts/fonts.ini", assets_dir);
    struct file_source source = {FILE_FROM_HERE, path, LIST_BYTES};
    if (file_load(&text, &source, &book->arena) != FILE_OK) {
        log_line("%s cannot be read; the built-in font is used. Install the kiosk again.", path);
        return;
    }
    struct findings findings = {.arena = &book->arena};
    struct ini ini = {.text = text, .place.path = path, .findings = &findings};
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        take_pair(book, &pair, assets_dir);
    }
}

// Whether all tables of a font (OpenType, "Table directory") lie inside the file. FreeType opens
// one that was cut short and then draws nothing, which on the wall is an empty screen.
static bool is_whole(struct str bytes) {
    enum { HEAD = 12, ENTRY = 16 };
    size_t table_count = bytes.size < HEAD ? 0 : big_endian(bytes.at + 4, 2);
    if (table_count == 0 || bytes.size < HEAD + table_count * ENTRY) {
        return false;
    }
    for (size_t i = 0; i < table_count; i++) {
        const char *entry = bytes.at + HEAD + i * ENTRY;
        uint64_t end = (uint64_t)big_endian(entry + 8, 4) + big_endian(entry + 12, 4);
        if (end > bytes.size) {
            return false;
        }
    }
    return true;
}

static TTF_Font *open_at(const struct face *face, int size_px) {
    SDL_RWops *bytes = SDL_RWFromConstMem(face->bytes.at, (int)face->bytes.size);
    TTF_Font *font = bytes ? TTF_OpenFontRW(bytes, 1, size_px) : NULL;
    if (font) {
        bool is_hinted = size_px < HINTED_BELOW_PX;
        TTF_SetFontHinting(font, is_hinted ? TTF_HINTING_LIGHT : TTF_HINTING_NONE);
    }
    return font;
}

// Opens the face for measuring, which also proves that it can be drawn with; NULL where it cannot.
static const struct face *face_open(struct font_book *book, int family, enum weight weight) {
    struct face *face = &book->faces[family][weight];
    const char *name = family == BUILTIN ? "that is built in" : face->path;
    if (name && !face->is_tried) {
        const struct file_source source = {FILE_FROM_HERE, name, FACE_BYTES};
        face->is_tried = true;
        face->bytes = builtin_font(weight); // unless a file takes its place
        bool is_read =
            family == BUILTIN || file_load(&face->bytes, &source, &book->arena) == FILE_OK;
        if (is_read && is_whole(face->bytes)) {
            face->reference = open_at(face, FONTS_UNITS_PER_EM);
        }
        if (face->reference) {
            TTF_SizeUTF8(face->reference, " ", &face->space_units, NULL);
        } else {
            log_line("The font %s cannot be used; the next best is. Install the kiosk again.",
                     name);
        }
    }
    return face->reference ? face : NULL;
}

// The face that draws a family's weight, or else its next heavier one, or NULL. The first family
// always ends at the built-in one.
static const struct face *face_find(struct font_book *book, int family, enum weight weight) {
    const struct face *face = NULL;
    for (int i = 0; i < WEIGHT_COUNT && !face; i++) {
        face = face_open(book, family, (weight + (unsigned)i) % WEIGHT_COUNT);
    }
    return !face && family == 0 ? face_open(book, BUILTIN, weight) : face;
}

static bool family_has(void *self, int family, uint32_t code_point) {
    const struct face *face = face_find(self, family, WEIGHT_REGULAR);
    return face && TTF_GlyphIsProvided32(face->reference, code_point);
}

static bool any_has(void *self, uint32_t code_point) {
    const struct font_book *book = self;
    for (int family = 0; family < book->fonts.family_count; family++) {
        if (family_has(self, family, code_point)) {
            return true;
        }
    }
    return false;
}

static void set_style(TTF_Font *font, const struct run_style *style) {
    TTF_SetFontDirection(font, style->is_right_to_left ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, style->script);
}

// 0 where a letter of the text is damaged in the font's file: it cannot be drawn either.
static int measure(struct font_book *book, const struct run_style *style, struct str text) {
    const struct face *face = face_find(book, style->family, style->weight);
    arena_reset(&book->scratch);
    char *spaced = arena_alloc(&book->scratch, text.size + 3);
    memset(spaced, ' ', text.size + 2);
    memcpy(spaced + 1, text.at, text.size);
    int units = 0;
    if (face) {
        set_style(face->reference, style);
        TTF_SizeUTF8(face->reference, spaced, &units, NULL);
        units -= 2 * face->space_units;
    }
    return units > 0 ? units : 0;
}

static int width_units(void *self, const struct run_style *style, struct str text) {
    struct font_book *book = self;
    if (text.size == 0) {
        return 0;
    }
    uint64_t key = hash_add(HASH_START, (struct str){(const char *)style, sizeof *style});
    key = hash_add(key, text);
    key += key == 0; // which is a free slot
    struct width_slot *slot = &book->widths[key % WIDTH_SLOTS];
    if (slot->key != key) {
        *slot = (struct width_slot){key, measure(book, style, text)};
    }
    return slot->units;
}

// The font at that size; the one that was opened first makes room for it.
static TTF_Font *font_at(struct font_book *book, const struct face *face, int size_px) {
    for (int i = 0; i < OPEN_LIMIT; i++) {
        if (book->open[i].face == face && book->open[i].size_px == size_px) {
            return book->open[i].font;
        }
    }
    TTF_Font *font = open_at(face, size_px);
    if (font) {
        struct open_font *slot = &book->open[book->opened_count++ % OPEN_LIMIT];
        TTF_CloseFont(slot->font);
        *slot = (struct open_font){face, size_px, font};
    }
    return font;
}

// How far the ink of the leftmost letter reaches left of the pen's start: SDL_ttf moves the whole
// picture right by as much.
static int left_overhang(TTF_Font *font, const struct run_style *style, const char *text) {
    const char *at = text, *end = text + strlen(text);
    uint32_t letter = utf8_next(&at, end);
    while (style->is_right_to_left && at < end) {
        letter = utf8_next(&at, end);
    }
    int left = 0; // and it stays so where the font has no such letter
    TTF_GlyphMetrics32(font, letter, &left, NULL, NULL, NULL, NULL);
    return left < 0 ? -left : 0;
}

// How far letters with tall accents reach above the font's own ascent.
static int top_overhang(TTF_Font *font, const char *text) {
    int over = 0, ascent = TTF_FontAscent(font);
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        int top = 0;
        TTF_GlyphMetrics32(font, utf8_next(&at, end), NULL, NULL, NULL, &top, NULL);
        over = int_max(over, top - ascent);
    }
    return over;
}

bool font_book_draw(struct font_book *book, const struct run_style *style, int size_px,
                    const char *text, struct font_image *image) {
    const struct face *face = face_find(book, style->family, style->weight);
    TTF_Font *font = face ? font_at(book, face, size_px) : NULL;
    SDL_Color ink = {255, 255, 255, 255}, ground = {0, 0, 0, 255};
    SDL_FreeSurface(book->drawn);
    book->drawn = NULL;
    if (font) {
        set_style(font, style);
        book->drawn = TTF_RenderUTF8_Shaded(font, text, ink, ground);
    }
    SDL_Surface *drawn = book->drawn;
    if (!drawn) {
        log_line("A text cannot be drawn and is left out (%s).", TTF_GetError());
        return false;
    }
    bool is_tall = drawn->h > TTF_FontHeight(font);
    *image = (struct font_image){
        .stencil = {drawn->pixels, drawn->w, drawn->h, drawn->pitch},
        .baseline_px = TTF_FontAscent(font) + (is_tall ? top_overhang(font, text) : 0),
        .left_px = left_overhang(font, style, text),
    };
    return true;
}

struct font_book *font_book_open(const char *assets_dir) {
    if (TTF_Init() != 0) {
        log_line("SDL_ttf does not start, so no words can be drawn (%s).", TTF_GetError());
        return NULL;
    }
    struct arena arena = {0};
    struct font_book *book = ARENA_NEW(&arena, struct font_book);
    book->arena = arena;
    book->fonts = (struct fonts){.self = book, .has = family_has, .width_units = width_units};
    if (assets_dir && *assets_dir) {
        load_list(book, assets_dir);
    }
    book->fonts.family_count = int_max(book->fonts.family_count, 1); // the built-in one
    book->letters = (struct letter_port){.self = book, .has = any_has};
    return book;
}

void font_book_close(struct font_book *book) {
    if (!book) {
        return;
    }
    SDL_FreeSurface(book->drawn);
    for (int i = 0; i < OPEN_LIMIT; i++) {
        TTF_CloseFont(book->open[i].font);
    }
    for (int family = 0; family <= BUILTIN; family++) {
        for (int weight = 0; weight < WEIGHT_COUNT; weight++) {
            TTF_CloseFont(book->faces[family][weight].reference);
        }
    }
    TTF_Quit();
    arena_finish(&book->scratch);
    struct arena arena = book->arena; // the book lives in its own arena
    arena_finish(&arena);
}

const struct fonts *font_book_fonts(struct font_book *book) {
    return &book->fonts;
}

const struct letter_port *font_book_letters(struct font_book *book) {
    return &book->letters;
}

// SPDX-License-Identifier: MIT
// See pictures.h. What was drawn is kept for the next repaint; what cannot be drawn is kept as a
// gap, so that it is neither read nor complained of with every frame. Cards come round in a circle,
// so one picture more than are kept is a picture drawn anew with every card, while nobody hears a
// touch: as many are kept as memory allows.
#include "platform/draw/pictures.h"

#include <string.h>

#include "base/folder.h"
#include "content/limits.h"
#include "platform/system/log.h"

enum {
    DRAWN_LIMIT = 112,
    DRAWN_BYTES = 48 * 1024 * 1024, // of all that are kept; a whole screen of 1920x1080 has 8 MB
    NAME_SIZE = 256,
};

// A picture of the content, or an icon: as coverage, because it is drawn in one ink.
struct drawn {
    char name[NAME_SIZE];
    bool is_icon;
    int width_px, height_px; // of the room that it was fitted into
    SDL_Surface *surface;    // NULL: a gap
};

struct picture_book {
    struct arena arena;   // for as long as the book
    struct arena content; // for as long as the content
    struct arena scratch; // one file at a time
    const char *assets_dir;
    const char *images_dir;          // of the content; "": there is none
    struct drawn drawn[DRAWN_LIMIT]; // what was used last comes first
    int drawn_count;
};

// Whether that may be a picture of the content.
static bool is_content(const struct picture_book *book, const char *name) {
    return *book->images_dir && *name && *name != '.' && !strchr(name, '/') &&
           strlen(name) < NAME_SIZE;
}

// The bytes of a file, until the next one is read; `folder` is one of ours, NULL for the content.
static bool read_file(struct picture_book *book, const char *folder, const char *name,
                      struct str *bytes) {
    arena_reset(&book->scratch);
    const char *path =
        folder ? arena_format(&book->scratch, "%s/%s/%s.svg", book->assets_dir, folder, name)
               : arena_format(&book->scratch, "%s/%s", book->images_dir, name);
    struct file_source source = {FILE_FROM_HERE, path, LIMIT_PICTURE_BYTES};
    if (file_load(bytes, &source, &book->scratch) == FILE_OK) {
        return true;
    }
    log_line("The picture %s cannot be read; its place stays empty.", path);
    return false;
}

// Only how far each pixel is covered is kept of an icon: each row is its coverage from now on.
static void keep_coverage(SDL_Surface *drawn) {
    for (int y = 0; y < drawn->h; y++) {
        uint8_t *row = (uint8_t *)drawn->pixels + (ptrdiff_t)drawn->pitch * y;
        for (int x = 0; x < drawn->w; x++) {
            row[x] = row[x * 4 + 3]; // of the bytes R, G, B and A, in which drawings come
        }
    }
}

static SDL_Surface *draw(struct picture_book *book, const struct drawn *it) {
    struct str bytes;
    if (!read_file(book, it->is_icon ? "icons" : NULL, it->name, &bytes)) {
        return NULL;
    }
    SDL_Surface *surface = it->is_icon ? decode_drawing(bytes, it->width_px, it->height_px)
                                       : decode_fitted(bytes, it->width_px, it->height_px);
    if (!surface) {
        log_line("The picture %s cannot be drawn (%s).", it->name, SDL_GetError());
    } else if (it->is_icon) {
        keep_coverage(surface);
    }
    return surface;
}

static size_t bytes_of(const SDL_Surface *surface) {
    return surface ? (size_t)surface->pitch * (size_t)surface->h : 0;
}

// What was used longest ago goes first: it stands at the end.
static void make_room(struct picture_book *book, size_t bytes) {
    size_t kept = bytes;
    for (int i = 0; i < book->drawn_count; i++) {
        kept += bytes_of(book->drawn[i].surface);
    }
    while (book->drawn_count == DRAWN_LIMIT || (book->drawn_count > 0 && kept > DRAWN_BYTES)) {
        SDL_Surface *oldest = book->drawn[--book->drawn_count].surface;
        kept -= bytes_of(oldest);
        SDL_FreeSurface(oldest);
    }
}

static bool is_same(const struct drawn *a, const struct drawn *b) {
    return a->width_px == b->width_px && a->height_px == b->height_px && a->is_icon == b->is_icon &&
           strcmp(a->name, b->name) == 0;
}

// As it was drawn before, or is drawn now; it comes to the front.
static SDL_Surface *find(struct picture_book *book, struct drawn *wanted, const char *name) {
    int at = 0;
    SDL_strlcpy(wanted->name, name, sizeof wanted->name);
    while (at < book->drawn_count && !is_same(&book->drawn[at], wanted)) {
        at++;
    }
    if (at < book->drawn_count) {
        wanted->surface = book->drawn[at].surface;
    } else {
        wanted->surface = draw(book, wanted);
        make_room(book, bytes_of(wanted->surface));
        at = book->drawn_count++;
    }
    memmove(book->drawn + 1, book->drawn, (size_t)at * sizeof *book->drawn);
    book->drawn[0] = *wanted;
    return wanted->surface;
}

bool picture_book_icon(struct picture_book *book, const char *name, int side_px,
                       struct stencil *stencil) {
    struct drawn wanted = {.is_icon = true, .width_px = side_px, .height_px = side_px};
    const SDL_Surface *drawn = find(book, &wanted, name);
    if (drawn) {
        *stencil = (struct stencil){drawn->pixels, drawn->w, drawn->h, drawn->pitch};
    }
    return drawn != NULL;
}

bool picture_book_drawing(struct picture_book *book, const char *name, struct drawing *drawing) {
    struct str svg;
    if (!read_file(book, "drawings", name, &svg)) {
        return false;
    }
    bool is_ours = drawing_read(drawing, svg, &book->scratch);
    if (!is_ours) {
        log_line("The drawing %s is not of the kind that can be shown.", name);
    }
    return is_ours;
}

SDL_Surface *picture_book_picture(struct picture_book *book, const char *name, int width_px,
                                  int height_px) {
    struct drawn wanted = {.width_px = width_px, .height_px = height_px};
    return is_content(book, name) ? find(book, &wanted, name) : NULL;
}

struct picture_book *picture_book_open(const char *assets_dir) {
    struct arena arena = {0};
    struct picture_book *book = ARENA_NEW(&arena, struct picture_book);
    book->arena = arena;
    book->assets_dir = arena_text(&book->arena, str_from(assets_dir));
    book->images_dir = "";
    return book;
}

// A stick may call the folder Images, and its copy is on a disk to which that is another name.
static const char *find_images(struct picture_book *book, const char *content_dir) {
    const struct folder_source source = {FILE_FROM_HERE, content_dir, LIMIT_FOLDER_ENTRIES};
    const char *name = "images";
    struct folder folder;
    if (!content_dir || !*content_dir) {
        return "";
    }
    if (folder_open(&folder, &source, &book->content) == FILE_OK) {
        const struct folder_entry *entry = folder_find(&folder, name);
        name = entry ? entry->name : name;
        folder_close(&folder);
    }
    return arena_format(&book->content, "%s/%s", content_dir, name);
}

void picture_book_set_content(struct picture_book *book, const char *content_dir) {
    while (book->drawn_count > 0) {
        SDL_FreeSurface(book->drawn[--book->drawn_count].surface);
    }
    arena_reset(&book->content);
    book->images_dir = find_images(book, content_dir);
}

void picture_book_close(struct picture_book *book) {
    picture_book_set_content(book, NULL);
    arena_finish(&book->content);
    arena_finish(&book->scratch);
    struct arena arena = book->arena; // the book lives in its own arena
    arena_finish(&arena);
}

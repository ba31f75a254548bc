// SPDX-License-Identifier: MIT
// See pictures.h. What was drawn is kept for the next repaint; what cannot be drawn is kept as a
// gap, so that it is neither read nor complained of with every frame. Cards come round in a circle,
// so one picture more than are kept is a picture drawn anew with every card, while nobody hears a
// touch: as many are kept as memory allows.
#include "platform/draw/pictures.h"

#include <string.h>

#include "base/folder.h"
#include "content/limits.h"
#include "content/picture/picture.h"
#include "platform/system/log.h"

enum {
    ICON_LIMIT = 48,
    ICON_BYTES = 64 * 1024, // of an SVG file
    PICTURE_LIMIT = 64,
    PICTURE_BYTES = 48 * 1024 * 1024, // of all that are kept; a whole screen of 1920x1080 has 8 MB
    SIDE_LIMIT = 4096,                // pixels of anything drawn
    NAME_SIZE = 256,
    SHAPE_LIMIT = 64,
};

struct drawn_icon {
    char name[NAME_SIZE];
    int side_px;
    uint8_t *coverage; // NULL: a gap
    uint64_t used;
};

struct drawn_picture {
    char name[NAME_SIZE];
    int room_w, room_h;
    SDL_Surface *surface; // NULL: a gap
    uint64_t used;
};

// The size of a picture of the content; 0 x 0: it cannot be shown.
struct known_shape {
    char name[NAME_SIZE];
    int width, height;
};

struct picture_book {
    struct arena arena;   // for as long as the book
    struct arena content; // for as long as the content
    struct arena scratch; // one file at a time
    const char *assets_dir;
    const char *images_dir; // of the content; "": there is none
    struct drawn_icon icons[ICON_LIMIT];
    struct drawn_picture pictures[PICTURE_LIMIT];
    struct known_shape known[SHAPE_LIMIT];
    int icon_count, picture_count, known_count;
    uint64_t use_count;
    enum decoder decoder; // of the content's pictures
    struct picture_shapes shapes;
    struct picture_port port;
};

static bool is_file_name(const char *name) {
    return name && *name && *name != '.' && !strchr(name, '/') && strlen(name) < NAME_SIZE;
}

static bool decodes(void *self, struct str bytes) {
    const struct picture_book *book = self;
    int width, height;
    return decode_size(bytes, book->decoder, &width, &height);
}

// The bytes of a file, until the scratch arena is emptied.
static bool read_file(struct picture_book *book, const char *path, size_t limit_bytes,
                      struct str *bytes) {
    struct file_source source = {FILE_FROM_HERE, path, limit_bytes};
    if (file_load(bytes, &source, &book->scratch) == FILE_OK) {
        return true;
    }
    log_line("The picture %s cannot be read; its place stays empty.", path);
    return false;
}

static SDL_Surface *read_icon(struct picture_book *book, const char *name, int side_px) {
    struct str bytes;
    arena_reset(&book->scratch);
    const char *path = arena_format(&book->scratch, "%s/icons/%s.svg", book->assets_dir, name);
    if (!read_file(book, path, ICON_BYTES, &bytes)) {
        return NULL;
    }
    SDL_Surface *surface = decode_drawing(bytes, side_px, side_px);
    if (!surface) {
        log_line("The icon %s cannot be drawn (%s).", path, SDL_GetError());
    }
    return surface;
}

// Icons are drawn in one ink, so only how far a pixel is covered is kept of them.
static uint8_t *take_coverage(SDL_Surface *drawn, int side_px) {
    SDL_Surface *argb = SDL_ConvertSurfaceFormat(drawn, SDL_PIXELFORMAT_ARGB8888, 0);
    uint8_t *coverage = SDL_calloc((size_t)side_px, (size_t)side_px);
    for (int y = 0; argb && coverage && y < side_px && y < argb->h; y++) {
        const uint8_t *row = (const uint8_t *)argb->pixels + (ptrdiff_t)argb->pitch * y;
        for (int x = 0; x < side_px && x < argb->w; x++) {
            uint32_t pixel;
            memcpy(&pixel, row + (ptrdiff_t)x * 4, sizeof pixel);
            coverage[(ptrdiff_t)y * side_px + x] = (uint8_t)(pixel >> 24);
        }
    }
    SDL_FreeSurface(argb);
    return coverage;
}

static struct drawn_icon *icon_find(struct picture_book *book, const char *name, int side_px) {
    struct drawn_icon *oldest = &book->icons[0];
    for (int i = 0; i < book->icon_count; i++) {
        struct drawn_icon *icon = &book->icons[i];
        if (icon->side_px == side_px && strcmp(icon->name, name) == 0) {
            return icon;
        }
        if (icon->used < oldest->used) {
            oldest = icon;
        }
    }
    if (book->icon_count < ICON_LIMIT) {
        oldest = &book->icons[book->icon_count++];
    }
    SDL_free(oldest->coverage);
    *oldest = (struct drawn_icon){.side_px = side_px};
    SDL_strlcpy(oldest->name, name, sizeof oldest->name);
    SDL_Surface *drawn = read_icon(book, name, side_px);
    if (drawn) {
        oldest->coverage = take_coverage(drawn, side_px);
    }
    SDL_FreeSurface(drawn);
    return oldest;
}

bool picture_book_icon(struct picture_book *book, const char *name, int side_px,
                       struct stencil *stencil) {
    if (!*book->assets_dir || !is_file_name(name) || side_px < 1 || side_px > SIDE_LIMIT) {
        return false;
    }
    struct drawn_icon *icon = icon_find(book, name, side_px);
    icon->used = ++book->use_count;
    if (!icon->coverage) {
        return false;
    }
    *stencil = (struct stencil){icon->coverage, side_px, side_px, side_px};
    return true;
}

static bool read_content(struct picture_book *book, const char *name, struct str *bytes) {
    arena_reset(&book->scratch);
    const char *path = arena_format(&book->scratch, "%s/%s", book->images_dir, name);
    return read_file(book, path, LIMIT_PICTURE_BYTES, bytes);
}

static SDL_Surface *draw_picture(struct picture_book *book, const char *name, struct rect room) {
    struct str bytes;
    if (!read_content(book, name, &bytes)) {
        return NULL;
    }
    SDL_Surface *surface = decode_fitted(bytes, book->decoder, room.w, room.h);
    if (!surface) {
        log_line("The picture %s cannot be drawn (%s).", name, SDL_GetError());
    }
    return surface;
}

static size_t bytes_of(const SDL_Surface *surface) {
    return surface ? (size_t)surface->pitch * (size_t)surface->h : 0;
}

static struct drawn_picture *find_oldest(struct picture_book *book) {
    struct drawn_picture *oldest = &book->pictures[0];
    for (int i = 1; i < book->picture_count; i++) {
        if (book->pictures[i].used < oldest->used) {
            oldest = &book->pictures[i];
        }
    }
    return oldest;
}

static void make_room(struct picture_book *book, size_t bytes) {
    size_t kept = bytes;
    for (int i = 0; i < book->picture_count; i++) {
        kept += bytes_of(book->pictures[i].surface);
    }
    while (book->picture_count == PICTURE_LIMIT ||
           (book->picture_count > 0 && kept > PICTURE_BYTES)) {
        struct drawn_picture *oldest = find_oldest(book);
        kept -= bytes_of(oldest->surface);
        SDL_FreeSurface(oldest->surface);
        *oldest = book->pictures[--book->picture_count];
    }
}

static struct drawn_picture *picture_find(struct picture_book *book, const char *name,
                                          struct rect room) {
    for (int i = 0; i < book->picture_count; i++) {
        struct drawn_picture *picture = &book->pictures[i];
        if (picture->room_w == room.w && picture->room_h == room.h &&
            strcmp(picture->name, name) == 0) {
            return picture;
        }
    }
    SDL_Surface *surface = draw_picture(book, name, room);
    make_room(book, bytes_of(surface));
    struct drawn_picture *picture = &book->pictures[book->picture_count++];
    *picture = (struct drawn_picture){.room_w = room.w, .room_h = room.h, .surface = surface};
    SDL_strlcpy(picture->name, name, sizeof picture->name);
    return picture;
}

SDL_Surface *picture_book_picture(struct picture_book *book, const char *name, int width_px,
                                  int height_px) {
    if (!*book->images_dir || !is_file_name(name) || width_px < 1 || height_px < 1 ||
        width_px > SIDE_LIMIT || height_px > SIDE_LIMIT) {
        return NULL;
    }
    struct drawn_picture *picture =
        picture_find(book, name, (struct rect){0, 0, width_px, height_px});
    picture->used = ++book->use_count;
    return picture->surface;
}

// Its size as its bytes say it; a drawing that does not say is drawn to find out.
static void read_shape(struct picture_book *book, struct known_shape *shape) {
    struct str bytes;
    struct picture picture;
    if (!read_content(book, shape->name, &bytes) || picture_read(bytes, &picture) != PICTURE_OK) {
        return;
    }
    shape->width = (int)picture.width;
    shape->height = (int)picture.height;
    bool is_known = shape->width > 0 && shape->height > 0;
    if (!is_known && !decode_size(bytes, book->decoder, &shape->width, &shape->height)) {
        *shape = (struct known_shape){.width = 0};
    }
}

// Layout asks for the shape of a picture many times; each is read once.
static bool shape_find(void *self, const char *name, int *width, int *height) {
    struct picture_book *book = self;
    if (!*book->images_dir || !is_file_name(name)) {
        return false;
    }
    struct known_shape *shape = NULL;
    for (int i = 0; i < book->known_count && !shape; i++) {
        shape = strcmp(book->known[i].name, name) == 0 ? &book->known[i] : NULL;
    }
    if (!shape) {
        shape = &book->known[book->known_count < SHAPE_LIMIT ? book->known_count++ : 0];
        *shape = (struct known_shape){.width = 0};
        SDL_strlcpy(shape->name, name, sizeof shape->name);
        read_shape(book, shape);
    }
    if (shape->width > 0) {
        *width = shape->width;
        *height = shape->height;
    }
    return shape->width > 0;
}

struct picture_book *picture_book_open(const char *assets_dir) {
    struct arena arena = {0};
    struct picture_book *book = ARENA_NEW(&arena, struct picture_book);
    book->arena = arena;
    book->assets_dir = arena_text(&book->arena, str_from(assets_dir));
    book->images_dir = "";
    book->shapes = (struct picture_shapes){.self = book, .find = shape_find};
    book->port = (struct picture_port){.self = book, .decodes = decodes};
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
    for (int i = 0; i < book->picture_count; i++) {
        SDL_FreeSurface(book->pictures[i].surface);
        book->pictures[i] = (struct drawn_picture){.surface = NULL};
    }
    book->picture_count = 0;
    book->known_count = 0;
    arena_reset(&book->content);
    book->images_dir = find_images(book, content_dir);
}

void picture_book_close(struct picture_book *book) {
    picture_book_set_content(book, NULL);
    for (int i = 0; i < book->icon_count; i++) {
        SDL_free(book->icons[i].coverage);
    }
    arena_finish(&book->content);
    arena_finish(&book->scratch);
    decode_finish();
    struct arena arena = book->arena; // the book lives in its own arena
    arena_finish(&arena);
}

const struct picture_shapes *picture_book_shapes(struct picture_book *book) {
    return &book->shapes;
}

void picture_book_decode_here(struct picture_book *book) {
    book->decoder = DECODER_SELF;
}

const struct picture_port *picture_book_port(struct picture_book *book) {
    return &book->port;
}

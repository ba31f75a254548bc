// SPDX-License-Identifier: MIT
// Tiles in a grid: topics, languages, what staff can do. It looks for the fewest pages, then for
// the most generous tiles. A drawing stands at the start of its tile, on a portrait screen above
// the words; the answer below the words goes where it has no room, before the words shrink.
#include "scene/frame.h"

struct grid {
    struct tiles tiles;
    struct rect room;
    int columns, rows; // of a page
    struct rect tile;  // the first
    int size_px;
};

// Tiles are large already; they follow the text size in smaller steps than text does.
static const double text_factors[TEXT_SIZE_COUNT] = {1.0, 1.2, 1.4};
static const double TITLE_U = 5, BARE_U = 8.4; // of words alone
static const double PICTURE_WIDE = 0.36, PICTURE_TALL = 0.62;
enum { SIZE_STEPS = 6, PAGE_TILES = 16 };

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 1.8, 2.4);
}

static int icon_px(const struct scene_builder *builder) {
    return builder_px(builder, 7.2);
}

// The part of a tile that its drawing stands in, taken out of `tile`.
static struct rect take_picture(const struct scene_builder *builder, const struct tile *what,
                                struct rect *tile) {
    if (!what->drawing) {
        return (struct rect){0};
    }
    if (builder->metrics->is_portrait) {
        return builder_take_top(tile, (int)(tile->h * PICTURE_TALL), 0);
    }
    return builder_take_start(tile, (int)(tile->w * PICTURE_WIDE), 0);
}

static struct rect words_room(const struct scene_builder *builder, const struct tile *what,
                              struct rect tile) {
    int pad = pad_px(builder);
    take_picture(builder, what, &tile);
    tile = builder_inset(tile, pad);
    if (what->icon) {
        builder_take_start(&tile, icon_px(builder), pad);
    }
    return tile;
}

static struct label title_of(const struct scene_builder *builder, const struct grid *grid,
                             const struct tile *tile) {
    bool is_bare = !tile->icon && !tile->drawing;
    struct look look = {grid->size_px, is_bare ? WEIGHT_BOLD : WEIGHT_SEMIBOLD,
                        tile->is_here ? COLOUR_ON_ACCENT : COLOUR_INK,
                        is_bare ? ALIGN_CENTRE : ALIGN_START};
    struct rect room = words_room(builder, tile, grid->tile);
    return builder_wrap(builder, str_from(tile->words), look, int_max(room.w, 1));
}

// The first of its answers that has room.
static struct label answer_of(const struct scene_builder *builder, const struct grid *grid,
                              const struct tile *tile, const struct label *title) {
    const char *const answers[] = {tile->answer, tile->short_answer};
    struct look look = {builder->metrics->small_px, WEIGHT_REGULAR,
                        tile->is_here ? COLOUR_ON_ACCENT : COLOUR_MUTED, title->look.align};
    struct rect room = words_room(builder, tile, grid->tile);
    for (int i = 0; i < COUNT_OF(answers); i++) {
        if (!answers[i]) {
            continue;
        }
        struct label label = builder_wrap(builder, str_from(answers[i]), look, int_max(room.w, 1));
        bool is_fitting = label.height_px + title->height_px <= room.h && label.width_px <= room.w;
        if (is_fitting) {
            return label;
        }
    }
    return (struct label){.height_px = 0};
}

static bool is_fitting(const struct scene_builder *builder, const struct grid *grid) {
    for (int i = 0; i < grid->tiles.count; i++) {
        const struct tile *tile = &grid->tiles.list[i];
        struct rect room = words_room(builder, tile, grid->tile);
        struct label title = title_of(builder, grid, tile);
        if (title.height_px > room.h || title.width_px > room.w || title.paragraph.is_torn) {
            return false;
        }
    }
    return true;
}

static int rows_for(int count, int columns) {
    return (count + columns - 1) / columns;
}

static int gap_px(const struct scene_builder *builder) {
    int gap = builder->metrics->gap_px;
    return builder->metrics->is_cramped ? gap : int_max(gap, builder_px(builder, 2.7));
}

static void divide(const struct scene_builder *builder, struct grid *grid, int per_page,
                   int columns) {
    int gap = gap_px(builder);
    grid->columns = columns;
    grid->rows = rows_for(per_page, columns);
    struct rect tile = grid->room;
    tile.w = (tile.w - (columns - 1) * gap) / columns;
    tile.h = (tile.h - (grid->rows - 1) * gap) / grid->rows;
    bool has_drawing = grid->tiles.count > 0 && grid->tiles.list[0].drawing;
    int most = tile.w * (has_drawing && builder->metrics->is_portrait ? 11 : 6) / 10;
    tile.h = int_min(tile.h, int_max(most, builder_px(builder, 27)));
    grid->tile = tile;
}

// Few columns first: long words need wide tiles.
static bool choose_columns(const struct scene_builder *builder, struct grid *grid, int per_page) {
    static const int wide[] = {3, 2, 4, 1, 0}, tall[] = {2, 1, 3, 0};
    const int *columns = builder->metrics->is_portrait ? tall : wide;
    for (int i = 0; columns[i] > 0; i++) {
        divide(builder, grid, per_page, columns[i]);
        if (is_fitting(builder, grid)) {
            return true;
        }
    }
    return false;
}

// Of the first pages that hold all the tiles, the largest letters; letters give way before a tile
// more than half a page is left for the next.
static struct grid choose_grid(const struct scene_builder *builder, struct rect room,
                               struct tiles tiles) {
    bool is_bare = tiles.count > 0 && !tiles.list[0].icon && !tiles.list[0].drawing;
    int wanted = builder_px(builder, is_bare ? BARE_U : TITLE_U);
    int normal = int_max(wanted, builder->metrics->label_px);
    double most = normal * text_factors[builder->view->text_size];
    struct grid grid = {.tiles = tiles, .room = room};
    for (int per_page = int_min(tiles.count, PAGE_TILES); per_page >= 1; per_page--) {
        for (int step = 0; step <= SIZE_STEPS; step++) {
            grid.size_px = (int)(most + (normal - most) * step / SIZE_STEPS);
            if (choose_columns(builder, &grid, per_page)) {
                return grid;
            }
        }
    }
    divide(builder, &grid, 1, 1);
    return grid;
}

static void draw_picture(struct scene_builder *builder, const struct tile *tile, struct rect at) {
    int edge = builder->metrics->stroke_px, side = int_min(at.w, at.h) * 92 / 100;
    struct rect square = {at.x + (at.w - side) / 2, at.y + at.h - side - edge, side, side};
    struct rect inside = builder_inset(at, edge);
    builder_shape(builder, inside, COLOUR_SKY, builder->metrics->button_radius_px - edge);
    builder_drawing(builder, square, tile->drawing);
    if (builder->metrics->is_portrait) {
        int line = builder_px(builder, 0.6);
        builder_shape(builder, (struct rect){inside.x, at.y + at.h - line, inside.w, line},
                      COLOUR_FLOOR, 0);
    }
}

static void draw_words(struct scene_builder *builder, const struct grid *grid,
                       const struct tile *tile, struct rect at) {
    struct rect room = words_room(builder, tile, at);
    struct label title = title_of(builder, grid, tile);
    struct label answer = answer_of(builder, grid, tile, &title);
    room.y += (room.h - title.height_px - answer.height_px) / 2;
    room.y = builder_below(builder, room, &title);
    builder_below(builder, room, &answer);
}

static void draw_tile(struct scene_builder *builder, const struct grid *grid,
                      const struct tile *tile, struct rect at) {
    enum colour fill = tile->is_here ? COLOUR_ACCENT : COLOUR_CARD;
    struct rect rest = at;
    builder_control(builder, at,
                    (struct control_look){tile->action, fill, COLOUR_ACCENT, COLOUR_EDGE});
    struct rect picture = take_picture(builder, tile, &rest);
    if (tile->drawing) {
        draw_picture(builder, tile, picture);
    }
    if (tile->icon) {
        int icon = icon_px(builder);
        struct rect side = {rest.x + pad_px(builder), rest.y, icon, rest.h};
        builder_icon(builder, builder_middle(side, icon), tile->icon,
                     builder_colour(builder, COLOUR_ACCENT));
    }
    draw_words(builder, grid, tile, at);
    builder_target(builder, at, tile->action, tile->words);
}

void grid_draw(struct scene_builder *builder, struct rect room, struct tiles tiles) {
    struct grid grid = choose_grid(builder, room, tiles);
    int per_page = grid.columns * grid.rows, gap = gap_px(builder);
    pages_set(builder, rows_for(tiles.count, per_page));
    int first = builder->scene->page * per_page;
    int used = grid.rows * (grid.tile.h + gap) - gap;
    grid.tile.y += (room.h - used) / (builder->metrics->is_portrait ? 2 : 3); // in reach
    for (int i = 0; i < per_page && first + i < tiles.count; i++) {
        struct rect at = grid.tile;
        at.x += i % grid.columns * (at.w + gap);
        at.y += i / grid.columns * (at.h + gap);
        draw_tile(builder, &grid, &tiles.list[first + i], at);
    }
}

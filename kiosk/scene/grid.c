// SPDX-License-Identifier: MIT
// Tiles in a grid: topics and languages. It looks for the fewest pages, then for the most generous
// tiles; where tiles are low, the icon moves from above the words to their side.
#include "scene/frame.h"

struct grid {
    struct tiles tiles;
    struct rect room;
    enum text_size letters;
    int columns, rows; // of a page
    int tile_w, tile_h;
    int size_px;
    bool has_icon_above;
};

// Tiles are large already; they follow the text size in smaller steps than text does.
static const double text_factors[TEXT_SIZE_COUNT] = {1.0, 1.2, 1.4};

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 2.0, 3.2);
}

static int icon_px(const struct scene_builder *builder) {
    return builder_px(builder, 7.2);
}

// What the icon takes of a tile's height, or else of its width.
static struct rect words_room(const struct scene_builder *builder, const struct grid *grid,
                              const struct tile *tile) {
    struct rect room = {0, 0, grid->tile_w, grid->tile_h};
    room = builder_inset(room, pad_px(builder));
    if (tile->icon && grid->has_icon_above) {
        room.h -= icon_px(builder) + builder_px(builder, 1.2);
    } else if (tile->icon) {
        room.w -= icon_px(builder) + pad_px(builder);
    }
    return room;
}

static struct label tile_label(const struct scene_builder *builder, const struct grid *grid,
                               const struct tile *tile) {
    struct look look = {grid->size_px, WEIGHT_SEMIBOLD, COLOUR_INK, ALIGN_START};
    int width = words_room(builder, grid, tile).w;
    return builder_wrap(builder, str_from(tile->words), look, int_max(width, 1));
}

static bool is_fitting(const struct scene_builder *builder, const struct grid *grid) {
    for (int i = 0; i < grid->tiles.count; i++) {
        const struct tile *tile = &grid->tiles.list[i];
        struct rect room = words_room(builder, grid, tile);
        struct label label = tile_label(builder, grid, tile);
        if (label.height_px > room.h || label.width_px > room.w) {
            return false;
        }
    }
    return true;
}

static int rows_for(int count, int columns) {
    return (count + columns - 1) / columns;
}

static void divide(const struct scene_builder *builder, struct grid *grid, int per_page,
                   int columns) {
    const struct metrics *m = builder->metrics;
    int gap = m->is_cramped ? m->gap_px : int_max(m->gap_px, builder_px(builder, 2.7));
    grid->columns = columns;
    grid->rows = rows_for(per_page, columns);
    grid->tile_w = (grid->room.w - (columns - 1) * gap) / columns;
    grid->tile_h = (grid->room.h - (grid->rows - 1) * gap) / grid->rows;
    int most = m->is_portrait ? grid->tile_w * 4 / 5 : grid->tile_w * 3 / 5;
    int least = builder_px(builder, 27);
    grid->tile_h = int_min(grid->tile_h, int_max(most, least));
}

static double letters_share(const struct scene_builder *builder, const struct tiles *tiles) {
    bool is_bare = tiles->count > 0 && !tiles->list[0].icon; // words alone may be larger
    return is_bare ? 1.5 : builder->metrics->is_portrait ? 1.2 : 1.0;
}

// Few columns first: long words need wide tiles.
static void choose_columns(const struct scene_builder *builder, struct grid *grid) {
    static const int columns_wide[] = {3, 2, 4, 1};
    static const int columns_tall[] = {2, 1, 3};
    bool is_tall = builder->metrics->is_portrait;
    const int *columns = is_tall ? columns_tall : columns_wide;
    int kinds = is_tall ? COUNT_OF(columns_tall) : COUNT_OF(columns_wide);
    int count = grid->tiles.count;
    grid->size_px = (int)(builder->metrics->label_px * letters_share(builder, &grid->tiles) *
                          text_factors[grid->letters]);
    for (int per_page = int_min(count, 16); per_page >= 1; per_page--) {
        for (int k = 0; k < 2 * kinds; k++) {
            divide(builder, grid, per_page, columns[k % kinds]);
            grid->has_icon_above = k < kinds;
            if (is_fitting(builder, grid)) {
                return;
            }
        }
    }
    divide(builder, grid, 1, 1);
}

// Letters follow the text size as far as they need no further page.
static struct grid choose_grid(const struct scene_builder *builder, struct rect room,
                               struct tiles tiles) {
    struct grid plain = {.tiles = tiles, .room = room};
    choose_columns(builder, &plain);
    for (int size = (int)builder->view->text_size; size > TEXT_NORMAL; size--) {
        struct grid grid = {.tiles = tiles, .room = room, .letters = (enum text_size)size};
        choose_columns(builder, &grid);
        if (grid.columns * grid.rows >= plain.columns * plain.rows) {
            return grid;
        }
    }
    return plain;
}

static void draw_tile(struct scene_builder *builder, const struct grid *grid,
                      const struct tile *tile, struct rect at) {
    uint32_t ink = builder_colour(builder, COLOUR_ACCENT);
    int pad = pad_px(builder), icon = icon_px(builder);
    struct label label = tile_label(builder, grid, tile);
    struct rect words = {at.x + pad, at.y, at.w - 2 * pad, at.h};
    builder_control(
        builder, at,
        (struct control_look){tile->action, COLOUR_CARD, COLOUR_ACCENT, COLOUR_EDGE, 18});
    if (tile->icon && grid->has_icon_above) {
        int air = int_max((at.h - icon - label.height_px) * 2 / 7, pad);
        builder_icon(builder, (struct rect){words.x, at.y + air, icon, icon}, tile->icon, ink);
        words.h = label.height_px;
        words.y = at.y + at.h - air - words.h;
    } else if (tile->icon) {
        struct rect side = builder_centred(builder_take_start(&words, icon, pad), icon);
        builder_icon(builder, side, tile->icon, ink);
    }
    builder_label(builder, words, &label);
    builder_target(builder, at, tile->action, tile->words);
}

void grid_draw(struct scene_builder *builder, struct rect room, struct tiles tiles) {
    struct grid grid = choose_grid(builder, room, tiles);
    int per_page = grid.columns * grid.rows;
    int gap_x = grid.columns > 1 ? (room.w - grid.columns * grid.tile_w) / (grid.columns - 1) : 0;
    int gap_y = builder->metrics->is_cramped || gap_x <= 0 ? builder->metrics->gap_px : gap_x;
    pages_set(builder, rows_for(tiles.count, per_page));
    int first = builder->scene->page * per_page;
    for (int i = first; i < tiles.count && i < first + per_page; i++) {
        int column = (i - first) % grid.columns, row = (i - first) / grid.columns;
        struct rect at = {room.x + column * (grid.tile_w + gap_x),
                          room.y + row * (grid.tile_h + gap_y), grid.tile_w, grid.tile_h};
        draw_tile(builder, &grid, &tiles.list[i], at);
    }
}

// SPDX-License-Identifier: MIT
// Tiles in a grid: topics and languages. It looks for the fewest pages, then for the most generous
// tiles; where tiles are low, the icon moves from above the words to their side.
#include "scene/grid.h"

#include "scene/frame.h"

struct grid {
    int columns, rows;
    int tile_w, tile_h;
    int size_px;
    bool has_icon_above;
};

// Tiles are large already; they follow the text size in smaller steps than text does.
static const double text_factors[TEXT_SIZE_COUNT] = {1.0, 1.2, 1.4};

static int pad_px(const struct scene_builder *builder) {
    return builder_px(builder, builder_metrics(builder)->is_cramped ? 2.0 : 3.2);
}

static int icon_px(const struct scene_builder *builder) {
    return builder_px(builder, 7.2);
}

static struct label tile_label(const struct scene_builder *builder, const struct tile *tile,
                               const struct grid *grid) {
    struct look look = {grid->size_px, WEIGHT_SEMIBOLD, COLOUR_INK, ALIGN_START};
    int width = grid->tile_w - 2 * pad_px(builder);
    if (tile->icon && !grid->has_icon_above) {
        width -= icon_px(builder) + pad_px(builder);
    }
    return builder_wrap(builder, str_from(tile->words), look, width > 1 ? width : 1);
}

static bool fits(const struct scene_builder *builder, struct tile_row row,
                 const struct grid *grid) {
    int room_h = grid->tile_h - 2 * pad_px(builder);
    int room_w = grid->tile_w - 2 * pad_px(builder);
    for (int i = 0; i < row.count; i++) {
        const struct tile *tile = &row.tiles[i];
        bool is_above = tile->icon && grid->has_icon_above;
        bool is_beside = tile->icon && !grid->has_icon_above;
        struct label label = tile_label(builder, tile, grid);
        int height = label.height_px + (is_above ? icon_px(builder) + builder_px(builder, 1.2) : 0);
        int width = label.width_px + (is_beside ? icon_px(builder) + pad_px(builder) : 0);
        if (height > room_h || width > room_w) {
            return false;
        }
    }
    return true;
}

static int rows_for(int count, int columns) {
    return (count + columns - 1) / columns;
}

static struct grid grid_of(const struct scene_builder *builder, struct rect room,
                           struct tile_row row, int columns) {
    const struct metrics *m = builder_metrics(builder);
    int gap = m->gap_px > builder_px(builder, 2.7) ? m->gap_px : builder_px(builder, 2.7);
    gap = m->is_cramped ? m->gap_px : gap;
    int rows = rows_for(row.count, columns);
    struct grid grid = {.columns = columns, .rows = rows};
    grid.tile_w = (room.w - (columns - 1) * gap) / columns;
    grid.tile_h = (room.h - (rows - 1) * gap) / rows;
    int most = m->is_portrait ? grid.tile_w * 4 / 5 : grid.tile_w * 3 / 5;
    int least = builder_px(builder, 27);
    most = most > least ? most : least;
    grid.tile_h = grid.tile_h > most ? most : grid.tile_h;
    bool is_bare = row.count > 0 && !row.tiles[0].icon; // words alone may be larger
    double share = is_bare ? 1.5 : m->is_portrait ? 1.2 : 1.0;
    grid.size_px = (int)(m->label_px * share * text_factors[row.letters]);
    return grid;
}

// Few columns first: long words need wide tiles.
static struct grid choose_grid(const struct scene_builder *builder, struct rect room,
                               struct tile_row row) {
    static const int columns_wide[] = {3, 2, 4, 1};
    static const int columns_tall[] = {2, 1, 3};
    bool is_tall = builder_metrics(builder)->is_portrait;
    const int *columns = is_tall ? columns_tall : columns_wide;
    int kinds = is_tall ? COUNT_OF(columns_tall) : COUNT_OF(columns_wide);
    for (int per_page = row.count < 16 ? row.count : 16; per_page >= 1; per_page--) {
        for (int k = 0; k < 2 * kinds; k++) {
            struct tile_row page = {row.tiles, per_page, row.letters};
            struct grid grid = grid_of(builder, room, page, columns[k % kinds]);
            grid.has_icon_above = k < kinds;
            if (fits(builder, row, &grid)) {
                return grid;
            }
        }
    }
    return grid_of(builder, room, (struct tile_row){row.tiles, 1, row.letters}, 1);
}

// Letters follow the text size as far as they need no further page.
static struct grid choose_letters(const struct scene_builder *builder, struct rect room,
                                  struct tile_row row) {
    row.letters = TEXT_NORMAL;
    struct grid plain = choose_grid(builder, room, row);
    for (int size = (int)builder->view->text_size; size > TEXT_NORMAL; size--) {
        row.letters = (enum text_size)size;
        struct grid grid = choose_grid(builder, room, row);
        if (grid.columns * grid.rows >= plain.columns * plain.rows) {
            return grid;
        }
    }
    return plain;
}

static void draw_tile(struct scene_builder *builder, const struct tile *tile,
                      const struct grid *grid, struct rect at) {
    uint32_t ink = builder_colour(builder, COLOUR_ACCENT);
    uint32_t fill = builder_colour(builder, COLOUR_CARD);
    if (action_equals(builder->view->pressed, tile->action)) {
        fill = theme_mix(fill, ink, 18);
    }
    bool is_focused = action_equals(builder->view->focused, tile->action);
    uint32_t edge = builder_colour(builder, is_focused ? COLOUR_FOCUS : COLOUR_EDGE);
    struct scene_item *box = builder_box(builder, at, fill, edge);
    box->edge_px = is_focused ? builder_px(builder, 0.8) : box->edge_px;
    int pad = pad_px(builder);
    int icon = icon_px(builder);
    struct label label = tile_label(builder, tile, grid);
    struct rect words = {at.x + pad, at.y, at.w - 2 * pad, at.h};
    if (tile->icon && grid->has_icon_above) {
        int used = icon + label.height_px;
        int air = (at.h - used) * 2 / 7;
        air = air < pad ? pad : air;
        builder_icon(builder, (struct rect){at.x + pad, at.y + air, icon, icon}, tile->icon, ink);
        words.h = label.height_px;
        words.y = at.y + at.h - air - words.h;
    } else if (tile->icon) {
        struct rect side = {at.x + pad, at.y + (at.h - icon) / 2, icon, icon};
        builder_icon(builder, side, tile->icon, ink);
        words.x += icon + pad;
        words.w -= icon + pad;
    }
    builder_label(builder, words, &label);
    builder_target(builder, at, tile->action, tile->words);
}

void grid_draw(struct scene_builder *builder, struct rect room, struct tile_row row) {
    struct scene *scene = builder->scene;
    struct grid grid = choose_letters(builder, room, row);
    int per_page = grid.columns * grid.rows;
    int gap_x = grid.columns > 1 ? (room.w - grid.columns * grid.tile_w) / (grid.columns - 1) : 0;
    int gap_y = builder_metrics(builder)->is_cramped ? builder_metrics(builder)->gap_px : gap_x;
    gap_y = gap_y > 0 ? gap_y : builder_metrics(builder)->gap_px;
    pages_set(builder, rows_for(row.count, per_page));
    int first = scene->page * per_page;
    for (int i = first; i < row.count && i < first + per_page; i++) {
        int column = (i - first) % grid.columns;
        int line = (i - first) / grid.columns;
        struct rect at = {room.x + column * (grid.tile_w + gap_x),
                          room.y + line * (grid.tile_h + gap_y), grid.tile_w, grid.tile_h};
        draw_tile(builder, &row.tiles[i], &grid, at);
    }
}

// SPDX-License-Identifier: MIT
// The staff menu: what can be done now, a tile each; what is still to do, beside the way out; and
// facts about this screen; and what is chosen among a few.
#include "scene/staff/staff_widgets.h"

#include <assert.h>

static const struct {
    enum staff_word words;
    const char *icon;
} items[] = {
    [MENU_EARLIER] = {STAFF_MENU_EARLIER, "undo"},
    [MENU_STICK] = {STAFF_MENU_STICK, "usb"},
    [MENU_COPY] = {STAFF_MENU_COPY, "copy"},
    [MENU_WIPE] = {STAFF_MENU_WIPE, "wipe"},
    [MENU_TOUCH] = {STAFF_MENU_TOUCH, "touch"},
    [MENU_ABOUT] = {STAFF_MENU_ABOUT, "info"},
    [MENU_RESTART] = {STAFF_MENU_RESTART, "restart"},
    [MENU_POWER] = {STAFF_MENU_POWER, "power"},
    [MENU_PIN] = {STAFF_MENU_PIN, "key"},
};
static_assert(COUNT_OF(items) == MENU_TILE_COUNT, "an item has no words");

enum { TODO_LIMIT = 3 };

struct todos {
    struct label list[TODO_LIMIT];
    int count, height_px;
};

static struct todos plan_todos(const struct scene_builder *builder, int width_px) {
    const struct staff_facts *facts = &builder->source->staff->facts;
    struct look look = {builder->metrics->small_px, WEIGHT_SEMIBOLD, COLOUR_INK, ALIGN_START};
    struct todos todos = {.count = 0};
    for (int i = 0; i < facts->count && todos.count < TODO_LIMIT; i++) {
        if (facts->list[i].what == STAFF_FACT_TODO) {
            const char *words = arena_format(builder->arena, "• %s", facts->list[i].text);
            struct label *label = &todos.list[todos.count++];
            *label = builder_wrap(builder, str_from(words), look, width_px);
            todos.height_px += label->height_px;
        }
    }
    return todos;
}

// In the middle of the row, or as far as they stand out above it; not over the way through pages.
static void draw_todos(struct scene_builder *builder, const struct todos *todos, struct rect room) {
    int spare = room.h - todos->height_px;
    room.y += spare > 0 ? spare / 2 : spare;
    for (int i = 0; i < todos->count && builder->scene->page_count == 1; i++) {
        room.y = builder_below(builder, room, &todos->list[i]);
    }
}

void screen_menu_build(struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    struct tile tiles[MENU_TILE_COUNT];
    int count = 0;
    for (int i = 0; i < MENU_TILE_COUNT; i++) {
        // What is kept from before is newer once somebody has gone back to the earlier cards.
        bool is_newer = i == MENU_EARLIER && staff->is_newer;
        enum staff_word words = is_newer ? STAFF_MENU_NEWER : items[i].words;
        if (staff->items[i]) {
            tiles[count++] = (struct tile){.action = {ACTION_MENU_ITEM, i},
                                           .words = staff_word(builder, words),
                                           .icon = items[i].icon};
        }
    }
    staff_header_draw(builder, STAFF_MENU_NOTE, STAFF_CLOSE);
    int y = heading_draw(builder, str_from(staff_word(builder, STAFF_MENU_HEADING)));
    struct button finish = staff_button(builder, BUTTON_PLAIN, ACTION_STAFF_CLOSE, STAFF_FINISH);
    struct rect room = frame_room(builder, y), row = navigation_row(builder);
    builder_take_end(&row, finish.width_px, builder_px(builder, 3));
    struct todos todos = plan_todos(builder, row.w);
    room.h -= int_max(todos.height_px - row.h, 0);
    grid_draw(builder, room, (struct tiles){tiles, count});
    draw_todos(builder, &todos, row);
    staff_row_draw(builder, (struct button){0}, finish);
}

void screen_choices_build(struct scene_builder *builder) {
    const struct staff_choices *choices = &builder->source->staff->choices;
    struct tile *tiles = ARENA_ARRAY(builder->arena, struct tile, choices->count + 1);
    for (int i = 0; i < choices->count; i++) {
        tiles[i] = (struct tile){.action = {ACTION_PICK, i},
                                 .words = choices->labels[i],
                                 .icon = i == choices->here ? "tick" : "chevron-right"};
    }
    staff_header_draw(builder, STAFF_MENU_NOTE, STAFF_CLOSE);
    int y = heading_draw(builder, str_from(staff_word(builder, choices->heading)));
    grid_draw(builder, frame_room(builder, y), (struct tiles){tiles, choices->count});
    staff_row_draw(builder, (struct button){0},
                   staff_button(builder, BUTTON_PLAIN, ACTION_MENU, STAFF_MENU));
}

void screen_about_build(struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    const struct staff_facts *facts = &staff->facts;
    struct value_row *rows = ARENA_ARRAY(builder->arena, struct value_row, facts->count + 1);
    for (int i = 0; i < facts->count; i++) {
        rows[i] = (struct value_row){.label = staff_word(builder, facts->list[i].what),
                                     .now = facts->list[i].text};
        if (facts->list[i].what == STAFF_FACT_NAME && staff->items[MENU_NAME]) {
            rows[i].action = (struct action){ACTION_MENU_ITEM, MENU_NAME};
        }
    }
    staff_header_draw(builder, STAFF_MENU_NOTE, STAFF_CLOSE);
    int y = heading_draw(builder, str_from(staff_word(builder, STAFF_ABOUT_HEADING)));
    struct staff_stack list = {.parts = rows, .count = facts->count, .wanted = -1};
    value_list_draw(builder, list, y);
    staff_row_draw(builder, (struct button){0},
                   staff_button(builder, BUTTON_FILLED, ACTION_MENU, STAFF_MENU));
}

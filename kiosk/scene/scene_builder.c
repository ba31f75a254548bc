// SPDX-License-Identifier: MIT
// The few ways in which anything gets onto a display list. Lines sit so that capitals are centred
// in their box, which is what the eye takes for the middle of a button.
#include "scene/scene_builder.h"

static const double LINE_PITCH_EM = 1.18; // of headings and labels
static const double HALF_CAPITAL_EM = 0.334;

const struct metrics *builder_metrics(const struct scene_builder *builder) {
    return builder->source->metrics;
}

int builder_px(const struct scene_builder *builder, double units) {
    return metrics_px(builder->source->metrics, units);
}

uint32_t builder_colour(const struct scene_builder *builder, enum colour colour) {
    return theme_colour(builder->view->theme, colour);
}

const char *builder_word(const struct scene_builder *builder, enum word word) {
    return builder->language->words.text[word];
}

struct rect builder_place(const struct scene_builder *builder, struct rect at) {
    if (builder->language->words.is_right_to_left) {
        at.x = builder->scene->width_px - at.x - at.w;
    }
    return at;
}

static struct scene_item *add_item(struct scene_builder *builder, enum scene_kind kind,
                                   struct rect at) {
    struct scene *scene = builder->scene;
    builder->items =
        arena_grow(builder->arena, builder->items, scene->item_count, sizeof *builder->items);
    struct scene_item *item = &builder->items[scene->item_count++];
    *item = (struct scene_item){.kind = kind, .at = at};
    scene->items = builder->items;
    return item;
}

struct scene_item *builder_box(struct scene_builder *builder, struct rect at, uint32_t fill,
                               uint32_t edge) {
    struct scene_item *item = add_item(builder, SCENE_BOX, builder_place(builder, at));
    item->fill = fill;
    item->ink = edge;
    item->edge_px = edge ? builder_metrics(builder)->stroke_px : 0;
    item->radius_px = builder_metrics(builder)->button_radius_px;
    return item;
}

void builder_icon(struct scene_builder *builder, struct rect at, const char *name, uint32_t ink) {
    struct scene_item *item = add_item(builder, SCENE_ICON, builder_place(builder, at));
    item->text = arena_text(builder->arena, str_from(name));
    item->ink = ink;
}

void builder_dim(struct scene_builder *builder) {
    const struct scene *scene = builder->scene;
    struct rect all = {0, 0, scene->width_px, scene->height_px};
    struct scene_item *item = add_item(builder, SCENE_DIM, all);
    bool is_light = builder->view->theme == THEME_LIGHT;
    item->fill = is_light ? 0xA614263A : 0xB3000000;
}

void builder_qr(struct scene_builder *builder, struct rect field, const struct qr *qr) {
    struct scene_item *item = add_item(builder, SCENE_QR, builder_place(builder, field));
    item->qr = qr;
    item->text = arena_text(builder->arena, str_from(qr->payload));
    item->module_px = field.w / (qr->modules + 2 * QR_QUIET_MODULES);
    item->fill = 0xFFFFFFFF; // ISO/IEC 18004: black on white, in every theme
    item->ink = 0xFF000000;
    item->radius_px = builder_px(builder, 1.2);
}

// A target's hit box grows to the least size a finger can meet, about its own middle.
void builder_target(struct scene_builder *builder, struct rect seen, struct action action,
                    const char *label) {
    struct scene *scene = builder->scene;
    int least = builder_metrics(builder)->hit_px;
    struct rect hit = seen;
    if (hit.w < least) {
        hit.x -= (least - hit.w) / 2;
        hit.w = least;
    }
    if (hit.h < least) {
        hit.y -= (least - hit.h) / 2;
        hit.h = least;
    }
    builder->targets =
        arena_grow(builder->arena, builder->targets, scene->target_count, sizeof *builder->targets);
    builder->targets[scene->target_count++] = (struct scene_target){
        .hit = builder_place(builder, hit),
        .seen = builder_place(builder, seen),
        .action = action,
        .label = label,
    };
    scene->targets = builder->targets;
}

static struct label label_build(const struct scene_builder *builder, struct str text,
                                struct look look, int width_px) {
    struct paragraph_style style = {
        .size_px = look.size_px,
        .width_px = width_px,
        .weight = look.weight,
        .is_right_to_left = builder->language->words.is_right_to_left,
        .is_balanced = width_px > 0,
    };
    struct label label = {.look = look};
    label.paragraph = paragraph_build(text, &style, builder->source->fonts, builder->arena);
    label.width_px = label.paragraph.widest_px;
    label.pitch_px = (int)(look.size_px * LINE_PITCH_EM + 0.5);
    label.height_px = label.pitch_px * label.paragraph.line_count;
    return label;
}

struct label builder_measure(const struct scene_builder *builder, const char *text,
                             struct look look) {
    return label_build(builder, str_from(text), look, 0);
}

struct label builder_wrap(const struct scene_builder *builder, struct str text, struct look look,
                          int width_px) {
    return label_build(builder, text, look, width_px);
}

static void add_run(struct scene_builder *builder, struct rect at, const struct run *run,
                    struct look look) {
    struct scene_item *item = add_item(builder, SCENE_TEXT, at);
    item->style = run->style;
    item->text = run->text;
    item->size_px = look.size_px;
    item->ink = builder_colour(builder, look.colour);
    item->baseline_px = (int)(at.h / 2.0 + HALF_CAPITAL_EM * look.size_px + 0.5);
}

void builder_line(struct scene_builder *builder, struct rect placed, const struct line *line,
                  struct look look) {
    bool ends_right = builder->language->words.is_right_to_left;
    int spare = placed.w - line->width_px;
    int x = placed.x;
    if (look.align == ALIGN_CENTRE) {
        x += spare / 2;
    } else if ((look.align == ALIGN_END) != ends_right) {
        x += spare;
    }
    for (int i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        add_run(builder, (struct rect){x + run->x_px, placed.y, run->width_px, placed.h}, run,
                look);
    }
}

void builder_label(struct scene_builder *builder, struct rect box, const struct label *label) {
    struct rect placed = builder_place(builder, box);
    placed.y += (box.h - label->height_px) / 2;
    placed.h = label->pitch_px;
    for (int i = 0; i < label->paragraph.line_count; i++) {
        builder_line(builder, placed, &label->paragraph.lines[i], label->look);
        placed.y += label->pitch_px;
    }
}

// Many a drawing is dark lines on nothing, made for white paper: on black it would not be seen.
static void lay_paper(struct scene_builder *builder, struct rect at) {
    if (builder->view->theme == THEME_CONTRAST) {
        struct scene_item *item = add_item(builder, SCENE_BOX, at);
        item->fill = 0xFFFFFFFF;
        item->is_decoration = true;
    }
}

static void add_piece(struct scene_builder *builder, const struct piece *piece, struct rect at) {
    struct scene_item *item = NULL;
    struct look look = {.size_px = piece->size_px, .colour = COLOUR_INK, .align = ALIGN_START};
    switch (piece->kind) {
    case PIECE_LINE:
    case PIECE_NUMBER:
        for (int i = 0; i < piece->line->run_count; i++) {
            const struct run *run = &piece->line->runs[i];
            struct rect box = {at.x + run->x_px, at.y, run->width_px, at.h};
            add_run(builder, box, run, look);
            builder->items[builder->scene->item_count - 1].baseline_px = piece->baseline_px;
        }
        return;
    case PIECE_BULLET:
        item = add_item(builder, SCENE_BOX, at);
        item->fill = builder_colour(builder, COLOUR_ACCENT);
        item->radius_px = at.w / 2;
        return;
    case PIECE_CALLOUT:
        item = add_item(builder, SCENE_BOX, at);
        item->fill = builder_colour(builder, COLOUR_CARD);
        item->ink = builder_colour(builder, COLOUR_LINE);
        item->edge_px = builder_metrics(builder)->stroke_px;
        item->radius_px = builder_px(builder, 1.2);
        item->is_decoration = true;
        return;
    case PIECE_PICTURE:
        lay_paper(builder, at);
        item = add_item(builder, SCENE_PICTURE, at);
        item->text = arena_text(builder->arena, str_from(piece->picture));
        return;
    }
}

void builder_page(struct scene_builder *builder, struct rect column, const struct page *page) {
    struct rect placed = builder_place(builder, column);
    for (int i = 0; i < page->piece_count; i++) {
        struct rect at = page->pieces[i].at;
        at.x += placed.x;
        at.y += placed.y;
        add_piece(builder, &page->pieces[i], at);
    }
}

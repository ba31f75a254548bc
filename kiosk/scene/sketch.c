// SPDX-License-Identifier: MIT
// The few ways in which anything gets onto a display list. Lines sit so that capitals are centred
// in their box, which is what the eye takes for the middle of a button.
#include "scene/sketch.h"

static const double LINE_PITCH_EM = 1.18; // of headings and labels
static const double HALF_CAPITAL_EM = 0.334;

const struct metrics *sketch_metrics(const struct sketch *sketch) {
    return sketch->source->metrics;
}

int sketch_px(const struct sketch *sketch, double units) {
    return metrics_px(sketch->source->metrics, units);
}

uint32_t sketch_colour(const struct sketch *sketch, enum colour colour) {
    return theme_colour(sketch->view->theme, colour);
}

const char *sketch_word(const struct sketch *sketch, enum word word) {
    return sketch->language->words.text[word];
}

struct rect sketch_place(const struct sketch *sketch, struct rect at) {
    if (sketch->language->words.is_right_to_left) {
        at.x = sketch->scene->width_px - at.x - at.w;
    }
    return at;
}

static struct scene_item *add_item(struct sketch *sketch, enum scene_kind kind, struct rect at) {
    struct scene *scene = sketch->scene;
    sketch->items =
        arena_grow(sketch->arena, sketch->items, scene->item_count, sizeof *sketch->items);
    struct scene_item *item = &sketch->items[scene->item_count++];
    *item = (struct scene_item){.kind = kind, .at = at};
    scene->items = sketch->items;
    return item;
}

struct scene_item *sketch_box(struct sketch *sketch, struct rect at, uint32_t fill, uint32_t edge) {
    struct scene_item *item = add_item(sketch, SCENE_BOX, sketch_place(sketch, at));
    item->fill = fill;
    item->ink = edge;
    item->edge_px = edge ? sketch_metrics(sketch)->stroke_px : 0;
    item->radius_px = sketch_metrics(sketch)->button_radius_px;
    return item;
}

void sketch_icon(struct sketch *sketch, struct rect at, const char *name, uint32_t ink) {
    struct scene_item *item = add_item(sketch, SCENE_ICON, sketch_place(sketch, at));
    item->text = arena_text(sketch->arena, str_from(name));
    item->ink = ink;
}

void sketch_dim(struct sketch *sketch) {
    const struct scene *scene = sketch->scene;
    struct rect all = {0, 0, scene->width_px, scene->height_px};
    struct scene_item *item = add_item(sketch, SCENE_DIM, all);
    bool is_light = sketch->view->theme == THEME_LIGHT;
    item->fill = is_light ? 0xA614263A : 0xB3000000;
}

void sketch_qr(struct sketch *sketch, struct rect field, const struct qr *qr) {
    struct scene_item *item = add_item(sketch, SCENE_QR, sketch_place(sketch, field));
    item->qr = qr;
    item->text = arena_text(sketch->arena, str_from(qr->payload));
    item->module_px = field.w / (qr->modules + 2 * QR_QUIET_MODULES);
    item->fill = 0xFFFFFFFF; // ISO/IEC 18004: black on white, in every theme
    item->ink = 0xFF000000;
    item->radius_px = sketch_px(sketch, 1.2);
}

// A target's hit box grows to the least size a finger can meet, about its own middle.
void sketch_target(struct sketch *sketch, struct rect seen, struct action action,
                   const char *label) {
    struct scene *scene = sketch->scene;
    int least = sketch_metrics(sketch)->hit_px;
    struct rect hit = seen;
    if (hit.w < least) {
        hit.x -= (least - hit.w) / 2;
        hit.w = least;
    }
    if (hit.h < least) {
        hit.y -= (least - hit.h) / 2;
        hit.h = least;
    }
    sketch->targets =
        arena_grow(sketch->arena, sketch->targets, scene->target_count, sizeof *sketch->targets);
    sketch->targets[scene->target_count++] = (struct scene_target){
        .hit = sketch_place(sketch, hit),
        .seen = sketch_place(sketch, seen),
        .action = action,
        .label = label,
    };
    scene->targets = sketch->targets;
}

static struct label label_build(const struct sketch *sketch, struct str text, struct look look,
                                int width_px) {
    struct paragraph_style style = {
        .size_px = look.size_px,
        .width_px = width_px,
        .weight = look.weight,
        .is_right_to_left = sketch->language->words.is_right_to_left,
        .is_balanced = width_px > 0,
    };
    struct label label = {.look = look};
    label.paragraph = paragraph_build(text, &style, sketch->source->fonts, sketch->arena);
    label.width_px = label.paragraph.widest_px;
    label.pitch_px = (int)(look.size_px * LINE_PITCH_EM + 0.5);
    label.height_px = label.pitch_px * label.paragraph.line_count;
    return label;
}

struct label sketch_measure(const struct sketch *sketch, const char *text, struct look look) {
    return label_build(sketch, str_from(text), look, 0);
}

struct label sketch_wrap(const struct sketch *sketch, struct str text, struct look look,
                         int width_px) {
    return label_build(sketch, text, look, width_px);
}

static void add_run(struct sketch *sketch, struct rect at, const struct run *run,
                    struct look look) {
    struct scene_item *item = add_item(sketch, SCENE_TEXT, at);
    item->style = run->style;
    item->text = run->text;
    item->size_px = look.size_px;
    item->ink = sketch_colour(sketch, look.colour);
    item->baseline_px = (int)(at.h / 2.0 + HALF_CAPITAL_EM * look.size_px + 0.5);
}

void sketch_line(struct sketch *sketch, struct rect placed, const struct line *line,
                 struct look look) {
    bool ends_right = sketch->language->words.is_right_to_left;
    int spare = placed.w - line->width_px;
    int x = placed.x;
    if (look.align == ALIGN_CENTRE) {
        x += spare / 2;
    } else if ((look.align == ALIGN_END) != ends_right) {
        x += spare;
    }
    for (int i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        add_run(sketch, (struct rect){x + run->x_px, placed.y, run->width_px, placed.h}, run, look);
    }
}

void sketch_label(struct sketch *sketch, struct rect box, const struct label *label) {
    struct rect placed = sketch_place(sketch, box);
    placed.y += (box.h - label->height_px) / 2;
    placed.h = label->pitch_px;
    for (int i = 0; i < label->paragraph.line_count; i++) {
        sketch_line(sketch, placed, &label->paragraph.lines[i], label->look);
        placed.y += label->pitch_px;
    }
}

// Many a drawing is dark lines on nothing, made for white paper: on black it would not be seen.
static void lay_paper(struct sketch *sketch, struct rect at) {
    if (sketch->view->theme == THEME_CONTRAST) {
        struct scene_item *item = add_item(sketch, SCENE_BOX, at);
        item->fill = 0xFFFFFFFF;
        item->is_decoration = true;
    }
}

static void add_piece(struct sketch *sketch, const struct piece *piece, struct rect at) {
    struct scene_item *item = NULL;
    struct look look = {.size_px = piece->size_px, .colour = COLOUR_INK, .align = ALIGN_START};
    switch (piece->kind) {
    case PIECE_LINE:
    case PIECE_NUMBER:
        for (int i = 0; i < piece->line->run_count; i++) {
            const struct run *run = &piece->line->runs[i];
            struct rect box = {at.x + run->x_px, at.y, run->width_px, at.h};
            add_run(sketch, box, run, look);
            sketch->items[sketch->scene->item_count - 1].baseline_px = piece->baseline_px;
        }
        return;
    case PIECE_BULLET:
        item = add_item(sketch, SCENE_BOX, at);
        item->fill = sketch_colour(sketch, COLOUR_ACCENT);
        item->radius_px = at.w / 2;
        return;
    case PIECE_CALLOUT:
        item = add_item(sketch, SCENE_BOX, at);
        item->fill = sketch_colour(sketch, COLOUR_CARD);
        item->ink = sketch_colour(sketch, COLOUR_LINE);
        item->edge_px = sketch_metrics(sketch)->stroke_px;
        item->radius_px = sketch_px(sketch, 1.2);
        item->is_decoration = true;
        return;
    case PIECE_PICTURE:
        lay_paper(sketch, at);
        item = add_item(sketch, SCENE_PICTURE, at);
        item->text = arena_text(sketch->arena, str_from(piece->picture));
        return;
    }
}

void sketch_page(struct sketch *sketch, struct rect column, const struct page *page) {
    struct rect placed = sketch_place(sketch, column);
    for (int i = 0; i < page->piece_count; i++) {
        struct rect at = page->pieces[i].at;
        at.x += placed.x;
        at.y += placed.y;
        add_piece(sketch, &page->pieces[i], at);
    }
}

// SPDX-License-Identifier: MIT
// The few ways in which anything gets onto a display list. Lines sit so that capitals are centred
// in their box, which is what the eye takes for the middle of a button.
#include "scene/scene_builder.h"

static const double LINE_PITCH_EM = 1.18; // of headings and labels
static const double TALL_PITCH_EM = 1.25;
static const double HALF_CAPITAL_EM = 0.334;
static const double LEAST_U = 2.6; // of all letters
enum { PRESSED_PERCENT = 18 };

int builder_px(const struct scene_builder *builder, double units) {
    return metrics_px(builder->metrics, units);
}

int builder_either_px(const struct scene_builder *builder, double wide_units, double tall_units) {
    return builder_px(builder, builder->metrics->is_portrait ? tall_units : wide_units);
}

int builder_tight_px(const struct scene_builder *builder, double cramped_units, double units) {
    return builder_px(builder, builder->metrics->is_cramped ? cramped_units : units);
}

uint32_t builder_colour(const struct scene_builder *builder, enum colour colour) {
    return theme_colour(builder->view->theme, colour);
}

const char *builder_word(const struct scene_builder *builder, enum word word) {
    return builder->language->words.text[word];
}

const char *builder_sentence(const struct scene_builder *builder,
                             const struct keyed_texts *sentences, const char *usual) {
    const struct keyed_text *own = settings_find_text(sentences, builder->language->words.tag);
    bool is_first = builder->language == &builder->source->deck->languages[0];
    return own && own->text[0] ? own->text : is_first ? usual : "";
}

struct rect builder_row(const struct scene_builder *builder, int y, int height_px) {
    const struct metrics *m = builder->metrics;
    return (struct rect){m->margin_px, y, m->width_px - 2 * m->margin_px, height_px};
}

struct rect builder_inset(struct rect at, int by_px) {
    return (struct rect){at.x + by_px, at.y + by_px, at.w - 2 * by_px, at.h - 2 * by_px};
}

struct rect builder_centred(struct rect at, int height_px) {
    return (struct rect){at.x, at.y + (at.h - height_px) / 2, at.w, height_px};
}

struct rect builder_middle(struct rect at, int side_px) {
    at.x += (at.w - side_px) / 2;
    at.w = side_px;
    return builder_centred(at, side_px);
}

struct rect builder_take_start(struct rect *room, int width_px, int gap_px) {
    struct rect taken = {room->x, room->y, width_px, room->h};
    room->x += width_px + gap_px;
    room->w -= width_px + gap_px;
    return taken;
}

struct rect builder_take_end(struct rect *room, int width_px, int gap_px) {
    struct rect taken = {room->x + room->w - width_px, room->y, width_px, room->h};
    room->w -= width_px + gap_px;
    return taken;
}

struct rect builder_take_top(struct rect *room, int height_px, int gap_px) {
    struct rect taken = {room->x, room->y, room->w, height_px};
    room->y += height_px + gap_px;
    room->h -= height_px + gap_px;
    return taken;
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
    struct scene_item *item = ARENA_ADD(builder->arena, builder->items, scene->item_count);
    *item = (struct scene_item){.kind = kind, .at = at};
    scene->items = builder->items;
    return item;
}

struct scene_item *builder_box(struct scene_builder *builder, struct rect at, uint32_t fill,
                               uint32_t edge) {
    struct scene_item *item = add_item(builder, SCENE_BOX, builder_place(builder, at));
    item->fill = fill;
    item->ink = edge;
    item->edge_px = edge ? builder->metrics->stroke_px : 0;
    item->radius_px = builder->metrics->button_radius_px;
    return item;
}

uint32_t builder_fill(const struct scene_builder *builder, struct control_look look) {
    uint32_t fill = builder_colour(builder, look.fill);
    bool is_pressed = action_equals(builder->view->pressed, look.action);
    return is_pressed ? theme_mix(fill, builder_colour(builder, look.ink), PRESSED_PERCENT) : fill;
}

struct scene_item *builder_control(struct scene_builder *builder, struct rect at,
                                   struct control_look look) {
    if (action_equals(builder->view->focused, look.action)) {
        builder_focus(builder, at, builder->metrics->button_radius_px);
    }
    return builder_box(builder, at, builder_fill(builder, look),
                       builder_colour(builder, look.edge));
}

void builder_focus(struct scene_builder *builder, struct rect at, int radius_px) {
    static const enum colour colours[] = {COLOUR_FOCUS_AROUND, COLOUR_FOCUS};
    int ring_px = builder_px(builder, 0.5);
    for (int out_px = 2 * ring_px, i = 0; i < COUNT_OF(colours); i++, out_px -= ring_px) {
        struct scene_item *ring = builder_box(builder, builder_inset(at, -out_px), 0,
                                              builder_colour(builder, colours[i]));
        ring->edge_px = ring_px;
        ring->radius_px = radius_px + out_px;
        ring->is_decoration = true;
    }
}

void builder_shape(struct scene_builder *builder, struct rect at, enum colour colour,
                   int radius_px) {
    struct scene_item *item = builder_box(builder, at, builder_colour(builder, colour), 0);
    item->radius_px = radius_px;
    item->is_decoration = true;
}

void builder_icon(struct scene_builder *builder, struct rect at, const char *name, uint32_t ink) {
    struct scene_item *item = add_item(builder, SCENE_ICON, builder_place(builder, at));
    item->text = arena_text(builder->arena, str_from(name));
    item->ink = ink;
}

void builder_drawing(struct scene_builder *builder, struct rect square, const char *name) {
    struct scene_item *item = add_item(builder, SCENE_DRAWING, builder_place(builder, square));
    item->text = arena_text(builder->arena, str_from(name));
    item->is_mirrored = builder->language->words.is_right_to_left;
    item->theme = builder->view->theme;
}

void builder_cover(struct scene_builder *builder) {
    struct scene *scene = builder->scene;
    struct rect all = {0, 0, scene->width_px, scene->height_px};
    bool is_light = builder->view->theme == THEME_LIGHT;
    add_item(builder, SCENE_DIM, all)->fill = is_light ? 0xA614263A : 0xB3000000;
    scene->target_count = 0;
    scene->sliding = scene->progress = (struct rect){0};
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

// A target's hit box grows to the least size a finger can meet, about its own middle, as far as the
// screen goes.
void builder_target(struct scene_builder *builder, struct rect seen, struct action action,
                    const char *label) {
    struct scene *scene = builder->scene;
    int width = int_max(seen.w, builder->metrics->hit_px);
    int height = int_max(seen.h, builder->metrics->hit_px);
    struct rect hit = {seen.x - (width - seen.w) / 2, seen.y - (height - seen.h) / 2, width,
                       height};
    hit.x = int_max(int_min(hit.x, scene->width_px - hit.w), 0);
    hit.y = int_max(int_min(hit.y, scene->height_px - hit.h), 0);
    *ARENA_ADD(builder->arena, builder->targets, scene->target_count) = (struct scene_target){
        builder_place(builder, hit), builder_place(builder, seen), action, label};
    scene->targets = builder->targets;
}

struct label builder_wrap(const struct scene_builder *builder, struct str text, struct look look,
                          int width_px) {
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
    builder_set_pitch(&label, LINE_PITCH_EM);
    return label;
}

struct label builder_measure(const struct scene_builder *builder, const char *text,
                             struct look look) {
    return builder_wrap(builder, str_from(text), look, 0);
}

struct label builder_fit(const struct scene_builder *builder, struct str text, struct look look,
                         struct fit fit) {
    struct label label = builder_wrap(builder, text, look, fit.width_px);
    int least = fit.least_px > 0 ? fit.least_px : builder_px(builder, LEAST_U);
    while (label.look.size_px > least &&
           (label.paragraph.line_count > fit.lines || label.paragraph.is_torn ||
            label.width_px > fit.width_px)) {
        look.size_px = int_max(look.size_px * 19 / 20, least);
        label = builder_wrap(builder, text, look, fit.width_px);
    }
    return label;
}

// Letters of other scripts than Latin reach higher and deeper.
static bool is_tall_script(const struct paragraph *paragraph) {
    for (int i = 0; i < paragraph->line_count; i++) {
        for (int k = 0; k < paragraph->lines[i].run_count; k++) {
            if (paragraph->lines[i].runs[k].style.family > 0) {
                return true;
            }
        }
    }
    return false;
}

void builder_set_pitch(struct label *label, double em) {
    em = is_tall_script(&label->paragraph) && em < TALL_PITCH_EM ? TALL_PITCH_EM : em;
    label->pitch_px = (int)(label->look.size_px * em + 0.5);
    label->height_px = label->pitch_px * label->paragraph.line_count;
}

static struct scene_item *add_run(struct scene_builder *builder, struct rect line,
                                  const struct run *run, struct look look) {
    struct rect at = {line.x + run->x_px, line.y, run->width_px, line.h};
    struct scene_item *item = add_item(builder, SCENE_TEXT, at);
    item->style = run->style;
    item->text = run->text;
    item->size_px = look.size_px;
    item->ink = builder_colour(builder, look.colour);
    item->baseline_px = (int)(at.h / 2.0 + HALF_CAPITAL_EM * look.size_px + 0.5);
    return item;
}

// `placed` is not mirrored again.
static void add_line(struct scene_builder *builder, struct rect placed, const struct line *line,
                     struct look look) {
    bool ends_right = builder->language->words.is_right_to_left;
    int spare = placed.w - line->width_px;
    if (look.align == ALIGN_CENTRE) {
        placed.x += spare / 2;
    } else if ((look.align == ALIGN_END) != ends_right) {
        placed.x += spare;
    }
    for (int i = 0; i < line->run_count; i++) {
        add_run(builder, placed, &line->runs[i], look);
    }
}

void builder_label(struct scene_builder *builder, struct rect box, const struct label *label) {
    struct rect placed = builder_place(builder, box);
    placed.y += (box.h - label->height_px) / 2;
    placed.h = label->pitch_px;
    for (int i = 0; i < label->paragraph.line_count; i++) {
        add_line(builder, placed, &label->paragraph.lines[i], label->look);
        placed.y += label->pitch_px;
    }
}

int builder_below(struct scene_builder *builder, struct rect room, const struct label *label) {
    room.h = label->height_px;
    builder_label(builder, room, label);
    return room.y + room.h;
}

void builder_note(struct scene_builder *builder, struct rect room, const char *words,
                  struct look look) {
    struct label label = builder_measure(builder, words, look);
    if (label.width_px <= room.w) {
        builder_label(builder, room, &label);
    }
}

static void add_picture(struct scene_builder *builder, struct rect placed, const char *name) {
    struct scene_item *item = add_item(builder, SCENE_PICTURE, placed);
    item->text = arena_text(builder->arena, str_from(name));
    item->fill = builder_colour(builder, COLOUR_PAPER);
    item->ink = builder_colour(builder, COLOUR_MUTED);
    item->edge_px = builder->metrics->stroke_px;
}

struct rect builder_picture_fit(struct rect room, const struct picture_plan *picture) {
    int64_t by_width = (int64_t)room.w * picture->height;
    int64_t by_height = (int64_t)room.h * picture->width;
    struct rect at = room;
    if (by_width < by_height) {
        at.h = (int)(by_width / picture->width);
    } else {
        at.w = (int)(by_height / picture->height);
    }
    at.x += (room.w - at.w) / 2;
    at.y += (room.h - at.h) / 2;
    return at;
}

void builder_picture(struct scene_builder *builder, struct rect room,
                     const struct picture_plan *picture) {
    if (!rect_is_empty(room)) {
        struct rect placed = builder_place(builder, builder_picture_fit(room, picture));
        add_picture(builder, placed, picture->name);
    }
}

static void add_piece(struct scene_builder *builder, const struct piece *piece, struct rect at,
                      enum colour ink) {
    struct scene_item *item = NULL;
    struct look look = {.size_px = piece->size_px, .colour = ink};
    switch (piece->kind) {
    case PIECE_LINE:
    case PIECE_NUMBER:
        for (int i = 0; i < piece->line->run_count; i++) {
            add_run(builder, at, &piece->line->runs[i], look)->baseline_px = piece->baseline_px;
        }
        break;
    case PIECE_BULLET:
        item = add_item(builder, SCENE_BOX, at);
        item->fill = builder_colour(builder, COLOUR_ACCENT);
        item->radius_px = at.w / 2;
        break;
    case PIECE_CALLOUT:
        item =
            builder_box(builder, builder_place(builder, at), // which it undoes
                        builder_colour(builder, COLOUR_CARD), builder_colour(builder, COLOUR_LINE));
        item->radius_px = builder_px(builder, 1.2);
        item->is_decoration = true;
        break;
    case PIECE_PICTURE:
        add_picture(builder, at, piece->picture);
        break;
    }
}

void builder_page(struct scene_builder *builder, struct rect column, const struct page *page,
                  enum colour ink) {
    struct rect placed = builder_place(builder, column);
    builder->scene->word_count += page->word_count;
    for (int i = 0; i < page->piece_count; i++) {
        struct rect at = page->pieces[i].at;
        at.x += placed.x;
        at.y += placed.y;
        add_piece(builder, &page->pieces[i], at, ink);
    }
}

// SPDX-License-Identifier: MIT
// A display list as text, one line each, for tests and for eyes: kind, x y w h, then what it shows.
// The form is part of the command line (DESIGN: `render --dump`), so fields are added at the end.
#include "scene/scene.h"

#include "base/buffer.h"

#include <assert.h>

static void put_quoted(struct buffer *out, const char *text) {
    buffer_text(out, "\"");
    for (const char *c = text ? text : ""; *c; c++) {
        if (*c == '"' || *c == '\\') {
            buffer_format(out, "\\%c", *c);
        } else if (*c == '\n') {
            buffer_text(out, "\\n");
        } else {
            buffer_format(out, "%c", *c);
        }
    }
    buffer_text(out, "\"");
}

static void put_rect(struct buffer *out, const char *kind, struct rect r) {
    buffer_format(out, "%s %d %d %d %d", kind, r.x, r.y, r.w, r.h);
}

static void put_part(struct buffer *out, const char *kind, struct rect part) {
    if (!rect_is_empty(part)) {
        put_rect(out, kind, part);
        buffer_text(out, "\n");
    }
}

static void put_text_style(struct buffer *out, const struct scene_item *item) {
    static const char *const weights[] = {"regular", "semibold", "bold"};
    static_assert(COUNT_OF(weights) == WEIGHT_COUNT, "a weight has no name");
    buffer_format(out, " size=%d baseline=%d weight=%s family=%d dir=%s script=%s ink=#%06X",
                  item->size_px, item->at.y + item->baseline_px, weights[item->style.weight],
                  item->style.family, item->style.is_right_to_left ? "rtl" : "ltr",
                  item->style.script, (unsigned)(item->ink & 0xFFFFFF));
}

static void put_item(struct buffer *out, const struct scene_item *item) {
    static const char *const kinds[] = {"box", "text", "qr", "icon", "picture", "drawing", "dim"};
    put_rect(out, item->is_decoration ? "decoration" : kinds[item->kind], item->at);
    if (item->text) {
        buffer_text(out, " ");
        put_quoted(out, item->text);
    }
    if (item->kind == SCENE_TEXT) {
        put_text_style(out, item);
    } else if (item->kind == SCENE_QR) {
        buffer_format(out, " modules=%d module_px=%d", item->qr->modules, item->module_px);
    } else if (item->kind == SCENE_DIM) {
        buffer_format(out, " fill=#%08X", (unsigned)item->fill);
    } else if (item->kind == SCENE_BOX) {
        buffer_format(out, " fill=#%08X edge=#%08X edge_px=%d radius=%d", (unsigned)item->fill,
                      (unsigned)item->ink, item->edge_px, item->radius_px);
    }
    buffer_text(out, "\n");
}

static bool has_argument(enum action_kind kind) {
    return kind == ACTION_OPEN_CARD || kind == ACTION_SET_LANGUAGE || kind == ACTION_PIN_DIGIT ||
           kind == ACTION_CONFIRM || kind == ACTION_OPEN_CHANGE || kind == ACTION_CHOOSE ||
           kind == ACTION_PICK || kind == ACTION_MENU_ITEM || kind == ACTION_ARROW;
}

static void put_target(struct buffer *out, const struct scene_target *target) {
#define ACTION_NAME(name, text) text,
    static const char *const names[] = {ACTIONS(ACTION_NAME)};
    put_rect(out, "target", target->hit);
    buffer_format(out, " \"%s", names[target->action.kind]);
    if (has_argument(target->action.kind)) {
        buffer_format(out, " %d", target->action.argument);
    }
    buffer_text(out, "\" label=");
    put_quoted(out, target->label);
    buffer_format(out, " seen=%d,%d,%d,%d\n", target->seen.x, target->seen.y, target->seen.w,
                  target->seen.h);
}

const char *scene_dump(const struct scene *scene, struct arena *arena) {
    struct buffer out = {.arena = arena};
    buffer_format(&out, "scene 0 0 %d %d page=%d/%d words=%d\n", scene->width_px, scene->height_px,
                  scene->page + 1, scene->page_count, scene->word_count);
    for (int i = 0; i < scene->item_count; i++) {
        put_item(&out, &scene->items[i]);
    }
    put_part(&out, "progress", scene->progress);
    put_part(&out, "sliding", scene->sliding);
    for (int i = 0; i < scene->target_count; i++) {
        put_target(&out, &scene->targets[i]);
    }
    return out.at;
}

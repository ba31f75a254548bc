// SPDX-License-Identifier: MIT
// A display list as text, one line each, for tests and for eyes: kind, x y w h, then what it shows.
// The form is part of the command line (DESIGN: `render --dump`), so fields are added at the end.
#include "scene/scene.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct out {
    struct arena *arena;
    char *text;
    size_t size, room;
};

static void put(struct out *out, const char *format, ...) PRINTF_LIKE(2, 3);

static void put(struct out *out, const char *format, ...) {
    va_list list;
    va_start(list, format);
    char line[1024];
    int wanted = vsnprintf(line, sizeof line, format, list);
    va_end(list);
    size_t size = wanted < 0 ? 0 : (size_t)wanted;
    size = size < sizeof line ? size : sizeof line - 1;
    if (out->size + size + 1 > out->room) {
        size_t room = (out->room + size) * 2 + 4096;
        char *grown = arena_alloc(out->arena, room);
        if (out->size > 0) {
            memcpy(grown, out->text, out->size);
        }
        out->text = grown;
        out->room = room;
    }
    memcpy(out->text + out->size, line, size + 1);
    out->size += size;
}

static void put_quoted(struct out *out, const char *text) {
    put(out, "\"");
    for (const char *c = text ? text : ""; *c; c++) {
        if (*c == '"' || *c == '\\') {
            put(out, "\\%c", *c);
        } else if (*c == '\n') {
            put(out, "\\n");
        } else {
            put(out, "%c", *c);
        }
    }
    put(out, "\"");
}

static void put_rect(struct out *out, const char *kind, struct rect r) {
    put(out, "%s %d %d %d %d", kind, r.x, r.y, r.w, r.h);
}

static void put_text_item(struct out *out, const struct scene_item *item) {
    static const char *const weights[] = {"regular", "semibold", "bold", "italic"};
    static_assert(COUNT_OF(weights) == WEIGHT_COUNT, "a weight has no name");
    put_rect(out, "text", item->at);
    put(out, " ");
    put_quoted(out, item->text);
    put(out, " size=%d baseline=%d weight=%s family=%d dir=%s script=%s ink=#%06X", item->size_px,
        item->at.y + item->baseline_px, weights[item->style.weight], item->style.family,
        item->style.is_right_to_left ? "rtl" : "ltr", item->style.script,
        (unsigned)(item->ink & 0xFFFFFF));
}

static void put_item(struct out *out, const struct scene_item *item) {
    switch (item->kind) {
    case SCENE_BOX:
        put_rect(out, item->is_decoration ? "decoration" : "box", item->at);
        put(out, " fill=#%08X edge=#%08X edge_px=%d radius=%d", (unsigned)item->fill,
            (unsigned)item->ink, item->edge_px, item->radius_px);
        break;
    case SCENE_TEXT:
        put_text_item(out, item);
        break;
    case SCENE_QR:
        put_rect(out, "qr", item->at);
        put(out, " ");
        put_quoted(out, item->text);
        put(out, " modules=%d module_px=%d", item->qr->modules, item->module_px);
        break;
    case SCENE_ICON:
    case SCENE_PICTURE:
        put_rect(out, item->kind == SCENE_ICON ? "icon" : "picture", item->at);
        put(out, " ");
        put_quoted(out, item->text);
        break;
    case SCENE_DIM:
        put_rect(out, "dim", item->at);
        put(out, " fill=#%08X", (unsigned)item->fill);
        break;
    }
    put(out, "\n");
}

static void put_target(struct out *out, const struct scene_target *target) {
    put_rect(out, "target", target->hit);
    put(out, " \"%s", action_name(target->action.kind));
    if (action_has_argument(target->action.kind)) {
        put(out, " %d", target->action.argument);
    }
    put(out, "\" label=");
    put_quoted(out, target->label);
    put(out, " seen=%d,%d,%d,%d\n", target->seen.x, target->seen.y, target->seen.w, target->seen.h);
}

const char *scene_dump(const struct scene *scene, struct arena *arena) {
    struct out out = {.arena = arena};
    put(&out, "scene 0 0 %d %d page=%d/%d words=%d\n", scene->width_px, scene->height_px,
        scene->page + 1, scene->page_count, scene->word_count);
    for (int i = 0; i < scene->item_count; i++) {
        put_item(&out, &scene->items[i]);
    }
    if (!rect_is_empty(scene->progress)) {
        put_rect(&out, "progress", scene->progress);
        put(&out, "\n");
    }
    if (!rect_is_empty(scene->sliding)) {
        put_rect(&out, "sliding", scene->sliding);
        put(&out, "\n");
    }
    for (int i = 0; i < scene->target_count; i++) {
        put_target(&out, &scene->targets[i]);
    }
    return out.text;
}

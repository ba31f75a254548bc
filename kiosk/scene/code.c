// SPDX-License-Identifier: MIT
// The number and its code, which are equals: neither is the only way. A code is black on white in
// whole pixels, in every theme.
#include "scene/widgets.h"

enum { LARGE_MODULE_PX = 6 };

struct label widget_number(const struct scene_builder *builder, int room_px, int most_px,
                           enum colour colour) {
    struct look look = {most_px, WEIGHT_BOLD, colour, ALIGN_START};
    const char *phone = builder->source->deck->settings.phone;
    struct label label = builder_measure(builder, phone, look);
    if (label.width_px > room_px && label.width_px > 0) {
        look.size_px = (int)((double)most_px * room_px / label.width_px);
        label = builder_measure(builder, phone, look);
    }
    return label;
}

static struct code plan_code(const struct scene_builder *builder, int wanted_px,
                             enum qr_strength strength) {
    struct qr *qr = ARENA_NEW(builder->arena, struct qr);
    const char *payload = settings_qr_payload(&builder->source->deck->settings, builder->arena);
    if (!qr_build(qr, payload, strength, builder->arena)) {
        return (struct code){0};
    }
    int modules = qr->modules + 2 * QR_QUIET_MODULES;
    return (struct code){qr, modules * int_max((wanted_px + modules / 2) / modules, 1)};
}

// Decoders that look at a blurred, slanted or glaring picture decide: from six pixels a module on,
// the fewest modules are read best.
struct code widget_code_plan(const struct scene_builder *builder, int wanted_px) {
    struct code code = plan_code(builder, wanted_px, QR_LARGE_MODULES);
    bool is_small =
        code.qr && code.side_px < LARGE_MODULE_PX * (code.qr->modules + 2 * QR_QUIET_MODULES);
    return is_small ? plan_code(builder, wanted_px, QR_MORE_MODULES) : code;
}

void widget_code_draw(struct scene_builder *builder, struct code code, struct rect room) {
    if (code.qr) {
        builder_qr(builder, builder_middle(room, code.side_px), code.qr);
    }
}

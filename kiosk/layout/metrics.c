// SPDX-License-Identifier: MIT
// Sizes: the larger of what the design asks in units and what the standards ask in millimetres. On
// a small screen of known size the millimetres win, and layout answers with fewer words to a page.
#include "layout/metrics.h"

#include <math.h>

// Capital height of the house's face, in ems: turns a capital in mm into a letter size.
static const double CAPITAL_EM = 0.668;
static const double CAPITAL_MM = 4.8;     // US Access Board 402.4
static const double TARGET_MM = 11.6;     // least side of a control, Colle and Hiszem 2004
static const double PRIMARY_MM = 20.0;    // a control for a shaking hand, the same source
static const double APART_MM = 3.0;       // between two controls
static const double TAP_SLOP_MM = 12.0;   // a finger's roll and tremor
static const double QR_MM = 50.0;         // scanned from half a metre
static const double ROW_CONTROLS = 5.2;   // widths of a control that the fullest row takes
static const double PRIMARY_SHARE = 0.15; // of the height, that a row of controls may take

int metrics_px(const struct metrics *metrics, double units) {
    long px = lround(units * metrics->u_px);
    return px < 1 ? 1 : (int)px;
}

static int px_at_least(const struct metrics *m, double units, double mm) {
    return int_max(metrics_px(m, units), (int)ceil(mm * m->px_per_mm));
}

static double unit_px(int width, int height) {
    double by_width = width >= height ? 0.5625 * width : 0.78 * width;
    double by_height = width >= height ? height : 0.5625 * height;
    return fmin(by_width, by_height) / 100.0;
}

static void build_letters(struct metrics *m) {
    m->body_px = px_at_least(m, 4.0, CAPITAL_MM / CAPITAL_EM);
    double growth = m->body_px / (4.0 * m->u_px);
    m->is_cramped = growth > 1.3;
    double modest = m->is_cramped ? 1.0 + (growth - 1.0) * 0.35 : fmax(growth, 1.0);
    m->title_px = metrics_px(m, 7.2 * modest);
    m->label_px = metrics_px(m, 3.9 * modest);
    m->small_px = metrics_px(m, 3.0 * modest);
}

// 20 mm where they fit: in height, and four controls with their gaps side by side.
static double fitting_primary_mm(const struct metrics *m) {
    double by_height = PRIMARY_SHARE * m->height_px / m->px_per_mm;
    double by_width = m->width_px / m->px_per_mm / ROW_CONTROLS - APART_MM;
    return fmin(PRIMARY_MM, fmin(by_height, by_width));
}

static void build_controls(struct metrics *m) {
    double primary_mm = m->px_per_mm > 0 ? fitting_primary_mm(m) : PRIMARY_MM;
    m->primary_px = (int)ceil(PRIMARY_MM * m->px_per_mm);
    m->hit_px = (int)ceil(TARGET_MM * m->px_per_mm);
    m->pill_px = px_at_least(m, 7.6, TARGET_MM);
    m->button_px = px_at_least(m, 12.0, fmax(primary_mm, TARGET_MM));
    m->button_radius_px = metrics_px(m, 2.4);
    m->gap_px = px_at_least(m, 2.0, APART_MM);
    m->margin_px = metrics_px(m, m->is_cramped ? 3.6 : 5.0);
    m->edge_gap_px = metrics_px(m, m->is_cramped ? 1.8 : 3.2);
    m->header_px = int_max(m->pill_px + 2 * metrics_px(m, 1.4), metrics_px(m, 11.0));
    m->stroke_px = metrics_px(m, 0.3);
    m->tap_slop_px = m->px_per_mm > 0 ? (int)lround(TAP_SLOP_MM * m->px_per_mm) : metrics_px(m, 8);
}

struct metrics metrics_build(int width_px, int height_px, double screen_inches) {
    struct metrics m = {.width_px = width_px, .height_px = height_px};
    m.is_portrait = height_px > width_px;
    m.u_px = unit_px(width_px, height_px);
    m.px_per_mm = screen_inches > 0 ? hypot(width_px, height_px) / (screen_inches * 25.4) : 0;
    build_letters(&m);
    build_controls(&m);
    m.qr_box_px = px_at_least(&m, 31.0, QR_MM);
    m.panel_w_px = metrics_px(&m, 46.0);
    m.panel_h_px = metrics_px(&m, 38.0);
    m.panel_radius_px = metrics_px(&m, 3.0);
    return m;
}

// SPDX-License-Identifier: MIT
// Sizes: the larger of what the design asks in units and what the standards ask in millimetres. On
// a small screen of known size the millimetres win, and layout answers with fewer words to a page.
#include "layout/metrics.h"

#include <math.h>

// Capital height of the house's face, in ems: turns a capital in mm into a letter size.
static const double CAPITAL_EM = 0.668;
static const double CAPITAL_MM = 4.8;    // US Access Board 402.4
static const double TARGET_MM = 11.6;    // least side of a control, Colle and Hiszem 2004
static const double LARGEST_MM = 7.3;    // EN 301 549 5.1.4: a capital at 600 mm
static const double SMALL_INCHES = 10.0; // screens that are read from near
static const double PRIMARY_MM = 20.0;   // a control for a shaking hand, the same source
static const double APART_MM = 3.0;      // between two controls
static const double TAP_SLOP_MM = 12.0;  // a finger's roll and tremor
static const double QR_MM = 50.0;        // scanned from half a metre

int metrics_px(const struct metrics *metrics, double units) {
    long px = lround(units * metrics->u_px);
    return px < 1 ? 1 : (int)px;
}

static int px_at_least(const struct metrics *m, double units, double mm) {
    return int_max(metrics_px(m, units), (int)ceil(mm * m->px_per_mm));
}

// `inches` is 0 where it is not known.
static void build_letters(struct metrics *m, double inches) {
    bool is_near = inches > 0 && inches <= SMALL_INCHES;
    m->read_px = px_at_least(m, m->is_portrait ? 5.6 : 4.8, CAPITAL_MM / CAPITAL_EM);
    m->loop_px = px_at_least(m, m->is_portrait ? 7.0 : 5.8, CAPITAL_MM / CAPITAL_EM);
    m->largest_px = is_near ? px_at_least(m, 1.0, LARGEST_MM / CAPITAL_EM) : 2 * m->read_px;
    m->body_px = px_at_least(m, 4.0, CAPITAL_MM / CAPITAL_EM);
    double growth = m->body_px / (4.0 * m->u_px);
    m->is_cramped = growth > 1.3;
    double modest = m->is_cramped ? 1.0 + (growth - 1.0) * 0.12 : fmax(growth, 1.0);
    m->title_px = metrics_px(m, 7.2 * modest);
    m->label_px = metrics_px(m, 4.0 * modest);
    m->small_px = metrics_px(m, (m->is_portrait ? 3.6 : 3.2) * modest);
}

static void build_controls(struct metrics *m) {
    bool is_small = m->is_cramped, is_tall = m->is_portrait;
    m->primary_px = (int)ceil(PRIMARY_MM * m->px_per_mm);
    m->hit_px = (int)ceil(TARGET_MM * m->px_per_mm);
    m->pill_px = px_at_least(m, 7.6, TARGET_MM);
    m->button_px = px_at_least(m, !is_small ? 12.0 : is_tall ? 17.0 : 14.0, TARGET_MM);
    m->urgent_w_px = metrics_px(m, !is_small ? 40.0 : is_tall ? 48.0 : 46.0);
    m->button_radius_px = metrics_px(m, 2.4);
    m->gap_px = px_at_least(m, 2.0, APART_MM);
    m->margin_px = metrics_px(m, !is_small ? 5.0 : is_tall ? 4.0 : 3.4);
    m->edge_gap_px = metrics_px(m, is_small ? 3.4 : 4.0);
    m->upper_row_px = !is_tall ? 0 : is_small ? m->button_px : m->pill_px;
    m->floor_px = m->button_px + 2 * m->edge_gap_px + (is_tall ? m->upper_row_px + m->gap_px : 0);
    m->header_px = int_max(m->pill_px + 2 * metrics_px(m, 1.4), metrics_px(m, 11.0));
    m->stroke_px = metrics_px(m, 0.3);
    m->tap_slop_px = m->px_per_mm > 0 ? (int)lround(TAP_SLOP_MM * m->px_per_mm) : metrics_px(m, 8);
}

struct metrics metrics_build(int width_px, int height_px, double screen_inches) {
    struct metrics m = {.width_px = width_px, .height_px = height_px};
    m.is_portrait = height_px > width_px;
    double by_width = m.is_portrait ? 0.78 * width_px : 0.5625 * width_px;
    double by_height = m.is_portrait ? 0.5625 * height_px : height_px;
    m.u_px = fmin(by_width, by_height) / 100.0;
    m.px_per_mm = screen_inches > 0 ? hypot(width_px, height_px) / (screen_inches * 25.4) : 0;
    build_letters(&m, screen_inches);
    build_controls(&m);
    m.qr_px = (int)ceil(QR_MM * m.px_per_mm);
    return m;
}

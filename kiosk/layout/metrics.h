// SPDX-License-Identifier: MIT
// Every size of the kiosk, from one unit `u` (a hundredth of the short side, more or less), and from
// millimetres where the installer gave the screen's diagonal. All values are pixels. There is one
// layout for every screen: what differs is only these numbers.
#ifndef DIT_METRICS_H
#define DIT_METRICS_H

#include "base/base.h"

struct metrics {
    int width_px, height_px; // of the upright picture, after rotation
    bool is_portrait;
    double u_px;        // design unit
    double px_per_mm;   // 0 where the screen's size is not known
    int margin_px;      // left and right
    int gap_px;         // between controls: 2u, at least 3 mm
    int header_px, pill_px;         // heights
    int button_px, button_radius_px;
    int panel_w_px, panel_h_px, panel_radius_px;
    int qr_box_px;      // least side of the code with its quiet zone
    int title_px, body_px, small_px; // letter sizes; body_px is the minimum for normal text
    int edge_px;        // stroke of controls
    int tap_slop_px;    // a move below this is still a tap: 12 mm, or 8u
    int hit_px;         // least side of a touch target: 11.6 mm, or 0 where mm are unknown
};

// `screen_inches` is the diagonal, 0 where unknown.
struct metrics metrics_build(int width_px, int height_px, double screen_inches);

// `units` times u, rounded, at least 1.
int metrics_px(const struct metrics *metrics, double units);

#endif

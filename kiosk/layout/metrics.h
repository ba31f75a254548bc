// SPDX-License-Identifier: MIT
// Every size of the kiosk, from one unit `u` (a hundredth of the short side, more or less), and
// from millimetres where the installer gave the screen's diagonal. All values are pixels. There is
// one layout for every screen: what differs is only these numbers.
#pragma once

#include "base/base.h"

struct metrics {
    int width_px, height_px; // of the upright picture, after rotation
    bool is_portrait;
    bool is_cramped;  // a small screen of known size: letters as large as a page allows come first
    double u_px;      // design unit
    double px_per_mm; // 0 where the screen's size is not known
    int margin_px;    // left and right
    int edge_gap_px;  // above the header and below the navigation
    int gap_px;       // between controls: 2u, and 3 mm where mm are known
    int header_px;    // height of the row of pills with its air
    int pill_px, button_px, button_radius_px;
    int urgent_w_px;        // of its button, which is as high as the others
    int floor_px;           // height of the ground of the controls: one row of them,
    int upper_row_px;       // or two, where the upper one is so high; else 0
    int qr_px;              // least side of a code that is scanned from afar; may be 0
    int title_px, body_px;  // letter sizes of headings, and of text for staff
    int read_px, loop_px;   // of the words of cards at normal size; and in the loop
    int largest_px;         // of the words of cards at the largest size
    int label_px, small_px; // letter sizes of buttons and of quiet words
    int stroke_px;          // edges of controls
    int tap_slop_px;        // a move below this is still a tap: 12 mm, or 8u
    int primary_px; // side of a control for a shaking hand: 20 mm, or 0 where mm are unknown
    int hit_px;     // least side of a touch target: 11.6 mm, or 0 where mm are unknown
};

// `screen_inches` is the diagonal, 0 where unknown.
struct metrics metrics_build(int width_px, int height_px, double screen_inches);

// `units` times u, rounded, at least 1.
int metrics_px(const struct metrics *metrics, double units);

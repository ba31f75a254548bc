// SPDX-License-Identifier: MIT
// One function a screen of staff; each has a file of its own, or shares one with its twin.
#ifndef DIT_STAFF_BUILDERS_H
#define DIT_STAFF_BUILDERS_H

#include "scene/sketch.h"

// The lower row under new content that is not yet on screen; everything else on it rests.
void preview_draw(struct sketch *sketch);

void screen_keypad_build(struct sketch *sketch); // over whatever was built before
void screen_working_build(struct sketch *sketch);
void screen_findings_build(struct sketch *sketch);
void screen_advice_build(struct sketch *sketch);
void screen_changes_build(struct sketch *sketch);
void screen_notice_build(struct sketch *sketch);
void screen_menu_build(struct sketch *sketch);
void screen_about_build(struct sketch *sketch);
void screen_wipe_build(struct sketch *sketch);
void screen_touch_build(struct sketch *sketch);
void screen_cross_build(struct sketch *sketch);
void screen_arrows_build(struct sketch *sketch);

#endif

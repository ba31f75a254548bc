// SPDX-License-Identifier: MIT
// One function a screen of staff; each has a file of its own, or shares one with its twin.
#pragma once

#include "scene/scene_builder.h"

// The lower row under new content that is not yet on screen; everything else on it rests.
void preview_draw(struct scene_builder *builder);

void screen_keypad_build(struct scene_builder *builder); // over whatever was built before
void screen_working_build(struct scene_builder *builder);
void screen_findings_build(struct scene_builder *builder);
void screen_advice_build(struct scene_builder *builder);
void screen_changes_build(struct scene_builder *builder);
void screen_notice_build(struct scene_builder *builder);
void screen_menu_build(struct scene_builder *builder);
void screen_about_build(struct scene_builder *builder);
void screen_wipe_build(struct scene_builder *builder);
void screen_touch_build(struct scene_builder *builder);
void screen_cross_build(struct scene_builder *builder);
void screen_arrows_build(struct scene_builder *builder);

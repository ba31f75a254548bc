// SPDX-License-Identifier: MIT
// One function a screen of patients; each has a file of its own.
#pragma once

#include "scene/scene_builder.h"

void screen_card_build(struct scene_builder *builder);
void screen_topics_build(struct scene_builder *builder);
void screen_languages_build(struct scene_builder *builder);
void screen_refer_build(struct scene_builder *builder);
void screen_urgent_build(struct scene_builder *builder);

// Whether the title of urgent help has a number in it, which patients must not be left without.
bool urgent_title_is_call(const struct scene_builder *builder);

// "Are you still reading?" over whatever was built before.
void screen_reading_build(struct scene_builder *builder);

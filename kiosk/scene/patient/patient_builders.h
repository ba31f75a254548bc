// SPDX-License-Identifier: MIT
// One function a screen of patients; each has a file of its own.
#ifndef DIT_PATIENT_BUILDERS_H
#define DIT_PATIENT_BUILDERS_H

#include "scene/sketch.h"

void screen_card_build(struct sketch *sketch);
void screen_topics_build(struct sketch *sketch);
void screen_languages_build(struct sketch *sketch);
void screen_refer_build(struct sketch *sketch);
void screen_urgent_build(struct sketch *sketch);

// Whether the title of urgent help has a number in it, which patients must not be left without.
bool urgent_title_is_call(const struct sketch *sketch);

// "Are you still reading?" over whatever was built before.
void screen_reading_build(struct sketch *sketch);

#endif

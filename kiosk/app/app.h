// SPDX-License-Identifier: MIT
// What happens next: one state machine that takes inputs and the time, and changes the view. It
// never draws and never asks a clock, so a month of waiting room runs in a second.
#pragma once

#include "app/state/state.h"

// What the shell is to do for staff now; JOB_NONE the next time.
enum staff_job app_take_job(struct app *app);

// `scene` is the picture on the glass that the person reacted to. After an input that changes the
// view, build its scene and send INPUT_SHOWN before the next.
void app_apply(struct app *app, const struct input *input, const struct scene *scene,
               uint64_t now_ms);

// When something is due, so that the loop can sleep until then; UINT64_MAX: nothing is.
uint64_t app_deadline_ms(const struct app *app);

// Whether "forwards" points to the left now; staff screens are in English.
bool app_is_right_to_left(const struct app *app);

// Which of the two a drag by that much uncovers: -1 or +1, in the language's direction.
int app_drag_step(const struct app *app, int drag_px);

// SPDX-License-Identifier: MIT
// When nobody has touched the kiosk for a while, it asks whether somebody still reads, and returns
// to the loop when nobody answers. Until somebody touches it, it never asks.
#pragma once

#include "app/state/state.h"

void idle_step(struct app *app);
uint64_t idle_deadline_ms(const struct app *app); // UINT64_MAX: none

void idle_touch(struct app *app);  // somebody is there
void idle_extend(struct app *app); // the question has its whole countdown ahead

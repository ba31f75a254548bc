// SPDX-License-Identifier: MIT
// Cards and pictures that lie beside kiosk.ini, where nobody looks for them: somebody's work that
// is on no screen.
#pragma once

#include "base/folder.h"

// A warning for each, with the folder that it belongs in.
void strays_check(const struct folder *content, struct findings *findings);

// SPDX-License-Identifier: MIT
// From a view to a display list: one pure function of deck, view, sizes and fonts.
#pragma once

#include "scene/scene.h"

// Lives in `arena`. A view that points past the deck shows the nearest card or page there is.
const struct scene *scene_build(const struct scene_source *source, const struct view *view,
                                struct arena *arena);

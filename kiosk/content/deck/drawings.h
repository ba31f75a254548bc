// SPDX-License-Identifier: MIT
// The lines below [drawings] against what there is: drawings in assets/drawings and cards. Cards
// ask for theirs while they are loaded; lines that nobody asked for name a card that does not
// exist.
#pragma once

#include "content/settings/settings.h"

// Looks the drawings up in assets_dir/drawings; a missing one is a finding.
void drawings_check(const struct settings *settings, const char *assets_dir,
                    struct findings *findings);

// The drawing for a card, or NULL.
const char *drawings_find(const struct settings *settings, const char *owner);

// Findings for the lines that no card asked for.
void drawings_check_owners(const struct settings *settings, struct findings *findings);

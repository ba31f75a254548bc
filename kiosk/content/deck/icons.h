// SPDX-License-Identifier: MIT
// The `icon` lines of kiosk.ini against what there is: drawings in assets/icons and cards. Cards
// ask for theirs while they are loaded; lines that nobody asked for name a card that does not
// exist.
#pragma once

#include "content/settings/settings.h"

// Looks the drawings up in assets_dir/icons; a missing one is a finding.
void icons_check_drawings(const struct settings *settings, const char *assets_dir,
                          struct findings *findings);

// The drawing for a card, or NULL.
const char *icons_find(const struct settings *settings, const char *card_id);

// Findings for the lines that no card asked for.
void icons_check_cards(const struct settings *settings, struct findings *findings);

// SPDX-License-Identifier: MIT
// The `icon` lines of kiosk.ini against what there is: drawings in assets/icons and cards. Cards
// ask for theirs while they are loaded; lines that nobody asked for name a card that does not
// exist.
#pragma once

#include "base/finding.h"
#include "content/settings/settings.h"

struct icons {
    const struct settings *settings;
    bool *has_drawing; // one for each line
    bool *is_asked_for;
};

// Looks the drawings up in assets_dir/icons; a missing one is a finding.
void icons_open(struct icons *icons, const struct settings *settings, const char *assets_dir,
                struct findings *findings);

// The drawing for a card, or NULL.
const char *icons_find(struct icons *icons, const char *card_id);

// Findings for the lines that no card asked for.
void icons_close(const struct icons *icons, struct findings *findings);

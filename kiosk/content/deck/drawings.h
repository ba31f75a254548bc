// SPDX-License-Identifier: MIT
// The lines below [drawings] of kiosk.ini against what there is: drawings in assets/drawings and
// cards. Cards ask for theirs while they are loaded; lines that nobody asked for name a card that
// does not exist.
#pragma once

#include "base/finding.h"
#include "content/settings/settings.h"

struct drawings {
    const struct settings *settings;
    bool *has_drawing; // one for each line
    bool *is_asked_for;
};

// Looks the drawings up in assets_dir/drawings; a missing one is a finding.
void drawings_open(struct drawings *drawings, const struct settings *settings,
                   const char *assets_dir, struct findings *findings);

// The drawing for a card, or NULL.
const char *drawings_find(struct drawings *drawings, const char *card_id);

// Findings for the lines that no card asked for.
void drawings_close(const struct drawings *drawings, struct findings *findings);

// SPDX-License-Identifier: MIT
// The pictures of a content folder, images/. Each is looked at once, however many cards use it, and
// only when one does.
#pragma once

#include "base/folder.h"
#include "content/card/block.h"

struct gallery_picture {
    bool is_looked_at;
    int width, height; // 0: it cannot be drawn
};

struct gallery {
    struct folder folder;
    struct gallery_picture *pictures;    // one for each entry of the folder; NULL: it is not open
    bool (*decodes)(struct str picture); // as in struct ports
    struct findings *findings;
    struct arena *bytes; // emptied for each file
};

// Opens images/ of the content; without that folder every picture is missing. Whoever opened it
// closes the folder.
void gallery_open(struct gallery *gallery, const struct folder *content);

// Whether the picture of the card's blocks, if any, can be drawn; adds the findings. A second one
// is a fault of the card, and not looked at. New blocks have the picture's size, and its name in
// the file's own letters, where it has others (Team.JPG, team.jpg).
MUST_USE bool gallery_check(struct gallery *gallery, struct document *document, const char *path);

// When every card was checked: warnings for the pictures that none of them shows.
void gallery_check_unused(const struct gallery *gallery);

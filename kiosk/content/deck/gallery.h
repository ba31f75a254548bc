// SPDX-License-Identifier: MIT
// The pictures of a content folder, images/. Each is looked at once, however many cards use it, and
// only when one does.
#pragma once

#include "base/folder.h"
#include "content/card/block.h"
#include "content/ports.h"

enum gallery_verdict { GALLERY_UNKNOWN, GALLERY_GOOD, GALLERY_BAD };

struct gallery {
    struct folder folder;
    enum gallery_verdict *verdicts; // one for each entry of the folder; NULL: it is not open
    const struct picture_port *port;
    struct findings *findings;
    struct arena *bytes; // emptied for each picture
};

// Opens images/ of the content; without that folder every picture is missing. Whoever opened it
// closes the folder.
void gallery_open(struct gallery *gallery, const struct folder *content);

// Whether the picture of the card's blocks, if any, can be drawn; adds the findings. A second one
// is a fault of the card, and not looked at. A name in other letters than the file's (Team.JPG,
// team.jpg) becomes the file's, in new blocks where need be.
MUST_USE bool gallery_check(struct gallery *gallery, struct document *document, const char *path);

// When every card was checked: warnings for the pictures that none of them shows.
void gallery_check_unused(const struct gallery *gallery);

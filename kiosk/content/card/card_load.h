// SPDX-License-Identifier: MIT
// From the bytes of a file to a card that can be shown, or findings that say why not.
#pragma once

#include "base/finding.h"
#include "content/card/card.h"
#include "content/ports.h"

// Reads one card from the bytes of a file, in any encoding that Notepad and Macs write. False where
// the card cannot be shown, with at least one error in `findings`; warnings alone still load. The
// caller's id, icon and order stay as they are, and an unshown card is untouched. Nothing of
// `bytes` is kept.
MUST_USE bool card_load(struct card *card, struct str bytes, const char *path,
                        const struct ports *ports, struct findings *findings);

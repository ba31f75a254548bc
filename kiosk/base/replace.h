// SPDX-License-Identifier: MIT
// Writes small files of the kiosk's own so that a power cut leaves the old file whole or the new
// one whole: a file beside it is written and synced, takes the name by one rename, and the folder
// is synced. It knows nothing of what the files say.
#ifndef DIT_REPLACE_H
#define DIT_REPLACE_H

#include "base/base.h"

enum { REPLACE_NAME_BYTES = 64 };

// Gives `name` in the open `folder` these bytes, readable by the folder's owner alone: what root
// writes is given to that owner, who has to read it later. `name.new` is written on the way. True
// once it is on the disk; after false the file is the old one, whole, or (where only the last sync
// failed) the new one.
MUST_USE bool replace_file(int folder, const char *name, struct str bytes);

#endif

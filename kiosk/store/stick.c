// SPDX-License-Identifier: MIT
// Looks at names alone: nothing on the stick is opened here.
#include "store/stick.h"

#include "model/name.h"

#include <strings.h>

#define CONTENT "kiosk"

static void add(struct findings *findings, const char *what, const char *todo) {
    finding_add(findings, (struct finding){
                              .level = FINDING_ERROR, .path = CONTENT, .what = what, .todo = todo});
}

// Somebody has copied what is inside the folder instead of the folder.
static bool is_content_itself(const struct folder *stick) {
    for (int i = 0; i < stick->count; i++) {
        if (name_is(stick->entries[i].name, "kiosk.ini")) {
            return true;
        }
    }
    return folder_find(stick, "cards") != NULL;
}

static void add_missing(const struct folder *stick, struct findings *findings) {
    if (is_content_itself(stick)) {
        add(findings, "The content lies on the stick without its folder.",
            "Make a folder named kiosk on the stick, and move kiosk.ini, cards and images into "
            "it.");
    } else {
        add(findings, "There is no folder named kiosk on the stick.",
            "Copy the folder kiosk onto the stick, not into another folder.");
    }
}

const char *stick_find_content(const struct folder *stick, struct findings *findings) {
    const struct folder_entry *found = NULL;
    if (stick->is_over_limit) {
        add(findings, "There are far too many files on the stick.",
            "Copy the folder kiosk onto an empty stick.");
        return NULL;
    }
    for (int i = 0; i < stick->count; i++) {
        const struct folder_entry *entry = &stick->entries[i];
        if (strcasecmp(entry->name, CONTENT) != 0) {
            continue;
        }
        if (found) {
            add(findings, "There are several folders named kiosk on the stick.",
                "Keep the one that is meant, and take the others away.");
            return NULL;
        }
        found = entry;
    }
    if (!found) {
        add_missing(stick, findings);
    } else if (found->kind != ENTRY_FOLDER) {
        folder_add_finding(findings, found->kind == ENTRY_LINK ? FILE_IS_LINK : FILE_IS_SPECIAL,
                           CONTENT);
        return NULL;
    }
    return found ? found->name : NULL;
}

// SPDX-License-Identifier: MIT
// Looks at the names on top of the stick; where the cards are not there, stick_search.c looks
// deeper.
#include "store/stick/stick.h"

#include "store/stick/stick_search.h"

#include <strings.h>

#define CONTENT "kiosk"

static void add(struct findings *findings, const char *what, const char *todo) {
    finding_add(findings, (struct finding){
                              .level = FINDING_ERROR, .path = CONTENT, .what = what, .todo = todo});
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
        stick_search_add_missing(stick, findings);
    } else if (found->kind != ENTRY_FOLDER) {
        folder_add_finding(findings, found->kind == ENTRY_LINK ? FILE_IS_LINK : FILE_IS_SPECIAL,
                           CONTENT);
        return NULL;
    } else if (stick_search_is_deeper(stick, found->name, findings)) {
        return NULL;
    }
    return found ? found->name : NULL;
}

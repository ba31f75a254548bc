// SPDX-License-Identifier: MIT
// See strays.h. A README, a settings file and whatever else has no name of a card is nobody's slip.
#include "content/deck/strays.h"

#include "content/name.h"

static void add(struct findings *findings, const char *name, const char *what, const char *todo) {
    finding_add(findings, (struct finding){
                              .path = name, .what = what, .todo = todo, .code = FINDING_UNSHOWN});
}

void strays_check(const struct folder *content, struct findings *findings) {
    for (int i = 0; i < content->count; i++) {
        const struct folder_entry *entry = &content->entries[i];
        struct name name = name_read(entry->name, findings->arena);
        if (entry->kind == ENTRY_FILE && name.id) {
            add(findings, entry->name, "This card lies outside the folder cards.",
                "Move it to the cards of its language, such as into cards/en.");
        } else if (entry->kind == ENTRY_FILE && name.kind == NAME_PICTURE) {
            add(findings, entry->name, "This picture lies outside the folder images.",
                "Move it into the folder images.");
        }
    }
}

// SPDX-License-Identifier: MIT
// One row for each kind of name that is no card's.
#include "content/deck/bad_name.h"

#include "content/words/word_list.h"

#include <assert.h>
#include <string.h>

// {name}: one that the file could have.
static const struct {
    enum finding_level level;
    const char *what, *todo;
} name_words[] = {
    [NAME_NO_NUMBER] = {FINDING_ERROR, "This card has no number in front of its name.",
                        "Rename it, such as {name}: the number says where it comes."},
    [NAME_STRANGE] = {FINDING_ERROR,
                      "The name of this card is too long, or has signs in it that cannot be used.",
                      "Rename it with letters, digits and hyphens, such as {name}."},
    [NAME_TEXT] = {FINDING_ERROR, "The name of this file does not end in .txt, so it is not shown.",
                   "Rename it, such as {name}."},
    [NAME_DOCUMENT] = {FINDING_ERROR, "This file is not plain text, so it is not shown.",
                       "Open it, copy its words into Notepad, save them here as {name}, and take "
                       "this file away."},
    [NAME_ARCHIVE] = {FINDING_ERROR, "The files inside this one are not shown.",
                      "Right-click it and choose “Extract all”, put the cards that were in it "
                      "here, and take this file away."},
    [NAME_PICTURE] = {FINDING_WARNING, "Pictures are not looked for in this folder.",
                      "Move it into the folder images."},
    [NAME_OTHER] = {FINDING_WARNING, "This file is not a card, so it is not shown.",
                    "Take it away, or give it a name such as {name}."},
};
static_assert(COUNT_OF(name_words) == NAME_KIND_COUNT, "a sentence for every kind of name");

enum name_kind bad_name_add(struct findings *findings, const char *path, enum name_kind kind) {
    struct arena *arena = findings->arena;
    const char *file = strrchr(path, '/') + 1;
    const char *meant = kind < NAME_ARCHIVE ? name_find_meant(file, arena) : NULL;
    struct finding finding = {
        .level = name_words[kind].level, .path = path, .what = name_words[kind].what};
    if (meant && kind != NAME_DOCUMENT) {
        finding.what = arena_format(arena, "This file is not called %s.", meant);
        finding.todo = arena_format(arena, "Did you mean %s? Rename it.", meant);
    } else {
        finding.todo = word_fill(name_words[kind].todo, "{name}", name_propose(file, arena), arena);
    }
    finding_add(findings, finding);
    return meant ? name_read(meant, arena).kind : kind;
}

// SPDX-License-Identifier: MIT
// One language's folder: names become slots, slots are sorted, and each slot becomes a card.
#include "content/deck/language.h"

#include "base/hash.h"
#include "content/card/card_load.h"
#include "content/deck/calls.h"
#include "content/deck/urgent.h"
#include "content/limits.h"
#include "content/name.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct slot {
    struct name name;
    const char *file;
    uint64_t id_hash; // so that a thousand ids are compared as numbers
};

struct shelf {
    const struct language_source *source;
    struct findings *findings;
    struct folder folder;
    struct slot *slots;
    int slot_count;
    struct card *cards;
    int card_count;
    struct card refer, urgent;
    bool has_refer, has_urgent;
    bool is_refer_meant, is_urgent_meant; // by a file whose misspelt name is a finding
    const char *path;                     // "cards/en"
};

static const char *path_of(const struct shelf *shelf, const char *file) {
    return arena_format(shelf->source->names, "%s/%s", shelf->path, file);
}

static const struct {
    enum finding_level level;
    const char *what, *todo;
} name_words[] = {
    [NAME_NO_NUMBER] = {FINDING_ERROR, "This card has no number in front of its name.",
                        "Rename it, such as 70-my-card.md: the number says where it comes."},
    [NAME_STRANGE] = {FINDING_ERROR,
                      "The name of this card is too long, or has signs in it that cannot be used.",
                      "Rename it with letters, digits and hyphens, such as 70-my-card.md."},
    [NAME_TEXT] = {FINDING_ERROR, "The name of this file does not end in .md, so it is not shown.",
                   "Rename it so that it ends in .md."},
    [NAME_DOCUMENT] = {FINDING_ERROR, "This file is not plain text, so it is not shown.", ""},
    [NAME_PICTURE] = {FINDING_WARNING, "Pictures are not looked for in this folder.",
                      "Move it into the folder images."},
    [NAME_OTHER] = {FINDING_WARNING, "This file is not a card, so it is not shown.",
                    "Take it away, or give it a name such as 70-my-card.md."},
};
static_assert(COUNT_OF(name_words) == NAME_KIND_COUNT, "a sentence for every kind of name");

static void add(const struct shelf *shelf, struct finding finding, const char *file) {
    finding.path = file ? path_of(shelf, file) : shelf->path;
    finding_add(shelf->findings, finding);
}

static void add_entry_finding(const struct shelf *shelf, const struct folder_entry *entry) {
    if (entry->kind == ENTRY_FOLDER) {
        add(shelf,
            (struct finding){.what = "This folder is not looked into.",
                             .todo = "Move the cards in it one folder up, or take it away."},
            entry->name);
        return;
    }
    enum file_fault fault = entry->kind == ENTRY_LINK ? FILE_IS_LINK : FILE_IS_SPECIAL;
    file_add_finding(shelf->findings, fault, path_of(shelf, entry->name));
}

// A misspelt name is the one finding: the file that it should be is not said to be missing too.
static void add_name_finding(struct shelf *shelf, enum name_kind kind, const char *file) {
    struct arena *arena = shelf->source->names;
    struct finding finding = {name_words[kind].level, NULL, 0, name_words[kind].what,
                              name_words[kind].todo};
    bool is_other = kind == NAME_PICTURE || kind == NAME_OTHER;
    const char *meant = is_other ? NULL : name_find_meant(file, arena);
    shelf->is_refer_meant |= meant && strcmp(meant, "refer.md") == 0;
    shelf->is_urgent_meant |= meant && strcmp(meant, "urgent-help.md") == 0;
    if (meant && kind != NAME_DOCUMENT) {
        finding.what = arena_format(arena, "This file is not called %s.", meant);
        finding.todo = arena_format(arena, "Did you mean %s? Rename it.", meant);
    } else if (kind == NAME_DOCUMENT) {
        finding.todo = arena_format(arena,
                                    "Open it, copy its words into Notepad, save them here as %s, "
                                    "and take this file away.",
                                    meant ? meant : name_with_md(file, arena));
    } else if (kind == NAME_TEXT) {
        finding.todo = arena_format(arena, "Rename it so that it ends in .md, such as %s.",
                                    name_with_md(file, arena));
    }
    add(shelf, finding, file);
}

static void take_entry(struct shelf *shelf, const struct folder_entry *entry) {
    struct name name = name_read(entry->name, shelf->source->names);
    if (name.kind == NAME_JUNK) {
        return;
    }
    if (entry->kind != ENTRY_FILE) {
        add_entry_finding(shelf, entry);
    } else if (name.id) {
        shelf->slots[shelf->slot_count++] =
            (struct slot){name, entry->name, hash_add(HASH_START, str_from(name.id))};
    } else {
        add_name_finding(shelf, name.kind, entry->name);
    }
}

static int slot_order(const void *left, const void *right) {
    const struct slot *a = left;
    const struct slot *b = right;
    if (a->name.order != b->name.order) {
        return a->name.order < b->name.order ? -1 : 1;
    }
    int order = strcmp(a->name.id, b->name.id);
    return order != 0 ? order : strcmp(a->file, b->file);
}

static const struct slot *find_same(const struct shelf *shelf, const struct slot *slot) {
    for (const struct slot *before = shelf->slots; before < slot; before++) {
        bool is_alike = before->id_hash == slot->id_hash && before->name.kind == slot->name.kind;
        if (is_alike && strcmp(before->name.id, slot->name.id) == 0) {
            return before;
        }
    }
    return NULL;
}

// A card with the id of one before it: a second drawing, a second name, and which of them is new?
static bool is_repeated(const struct shelf *shelf, int at) {
    struct arena *arena = shelf->source->names;
    const struct slot *slot = &shelf->slots[at];
    const struct slot *before = at > 0 ? slot - 1 : NULL;
    const struct slot *same = find_same(shelf, slot);
    if (same) {
        add(shelf,
            (struct finding){.level = FINDING_ERROR,
                             .what =
                                 arena_format(arena, "This is the same card as %s.", same->file),
                             .todo = "Keep one of the two files, or give this one another name."},
            slot->file);
        return true;
    }
    if (before && before->name.order == slot->name.order && slot->name.order >= 0) {
        add(shelf,
            (struct finding){.what = arena_format(arena, "%s has the same number.", before->file),
                             .todo = "Give each card a number of its own."},
            slot->file);
    }
    return false;
}

static bool read_card(struct shelf *shelf, const struct slot *slot, struct card *card) {
    const struct language_source *source = shelf->source;
    const char *path = path_of(shelf, slot->file);
    const struct file_source file = {shelf->folder.descriptor, slot->file, LIMIT_TEXT_BYTES};
    struct str bytes;
    arena_reset(source->bytes);
    enum file_fault fault = file_load(&bytes, &file, source->bytes);
    if (fault != FILE_OK) {
        file_add_finding(shelf->findings, fault, path);
        return false;
    }
    if (!card_load(card, bytes, path, source->ports, shelf->findings)) {
        return false;
    }
    calls_check(card, source->settings->phone, shelf->findings);
    return gallery_check(source->gallery, &card->body, card->path);
}

// Neither refer.md nor urgent-help.md has room for the line above the heading, and calls for help
// come before pictures: what patients will not see is said, rather than left to be noticed.
static void check_unshown(const struct shelf *shelf, const struct card *card, bool has_pictures) {
    struct finding finding = {.path = card->path, .line = 1};
    if (card->label.size > 0) {
        finding.what = "The line above the heading is not shown on this screen.";
        finding.todo = "Move its words below the heading, or take it out.";
        finding_add(shelf->findings, finding);
    }
    for (int i = 0; i < card->body.count && !has_pictures; i++) {
        if (card->body.blocks[i].kind == BLOCK_PICTURE) {
            finding.line = card->body.blocks[i].line;
            finding.what = "Pictures are not shown on this screen.";
            finding.todo = "Write in words what it says, and take the picture out.";
            finding_add(shelf->findings, finding);
        }
    }
}

static void take_slot(struct shelf *shelf, const struct slot *slot) {
    struct card card = {.id = slot->name.id, .order = slot->name.order};
    bool is_in_order = slot->name.kind == NAME_CARD;
    if (is_in_order) {
        card.icon = icons_find(shelf->source->icons, card.id);
    }
    if (!read_card(shelf, slot, &card)) {
        return;
    }
    card.id = arena_text(shelf->findings->arena, str_from(card.id));
    if (!is_in_order && !shelf->source->ports->skips_advice) {
        check_unshown(shelf, &card, slot->name.kind == NAME_REFER);
    }
    if (is_in_order) {
        shelf->cards[shelf->card_count++] = card;
    } else if (slot->name.kind == NAME_REFER) {
        shelf->refer = card;
        shelf->has_refer = true;
    } else {
        int errors_before = shelf->findings->error_count;
        urgent_check(&card, shelf->findings);
        shelf->urgent = card;
        shelf->has_urgent = shelf->findings->error_count == errors_before;
    }
}

static bool has_slot(const struct shelf *shelf, enum name_kind kind) {
    for (int i = 0; i < shelf->slot_count; i++) {
        if (shelf->slots[i].name.kind == kind) {
            return true;
        }
    }
    return false;
}

static void check_required(const struct shelf *shelf) {
    if (!has_slot(shelf, NAME_URGENT) && !shelf->is_urgent_meant) {
        file_add_finding(shelf->findings, FILE_MISSING, path_of(shelf, "urgent-help.md"));
    }
    if (!has_slot(shelf, NAME_REFER) && !shelf->is_refer_meant) {
        file_add_finding(shelf->findings, FILE_MISSING, path_of(shelf, "refer.md"));
    }
    if (!has_slot(shelf, NAME_CARD)) {
        add(shelf,
            (struct finding){.level = FINDING_ERROR,
                             .what = "There is no card in this folder.",
                             .todo = "Put at least one there, such as 10-my-card.md."},
            NULL);
    }
}

// Cards beyond the limit are left out, the last in order first.
static void limit_slots(struct shelf *shelf) {
    int most = LIMIT_CARDS + has_slot(shelf, NAME_REFER) + has_slot(shelf, NAME_URGENT);
    if (shelf->slot_count > most) {
        add(shelf,
            (struct finding){.level = FINDING_ERROR,
                             .what = arena_format(shelf->source->names,
                                                  "There are %d files here; the kiosk shows %d "
                                                  "cards at most.",
                                                  shelf->slot_count, LIMIT_CARDS),
                             .todo = "Take some of them away."},
            NULL);
        shelf->slot_count = most;
    }
}

static bool has_same_title(const struct card *a, const struct card *b) {
    return a->title.size == b->title.size &&
           strncasecmp(a->title.at, b->title.at, a->title.size) == 0;
}

// Said once for each card, of the first that has that title.
static void check_titles(const struct shelf *shelf) {
    struct arena *arena = shelf->source->names;
    for (int i = 1; i < shelf->card_count; i++) {
        const struct card *card = &shelf->cards[i];
        const struct card *before = shelf->cards;
        while (before < card && !has_same_title(before, card)) {
            before++;
        }
        if (before < card) {
            const char *file = strrchr(before->path, '/');
            finding_add(shelf->findings,
                        (struct finding){
                            .path = card->path,
                            .line = card->title_line,
                            .what = arena_format(arena, "%s has the same heading.",
                                                 file ? file + 1 : before->path),
                            .todo = "Give each card a heading of its own, so that people can "
                                    "tell them apart.",
                        });
        }
    }
}

static void fill_shelf(struct shelf *shelf) {
    const struct language_source *source = shelf->source;
    if (shelf->folder.is_over_limit) {
        folder_add_finding(shelf->findings, FILE_TOO_BIG, shelf->path);
        return;
    }
    shelf->slots = ARENA_ARRAY(source->names, struct slot, shelf->folder.count + 1);
    for (int i = 0; i < shelf->folder.count; i++) {
        take_entry(shelf, &shelf->folder.entries[i]);
    }
    qsort(shelf->slots, (size_t)shelf->slot_count, sizeof *shelf->slots, slot_order);
    check_required(shelf);
    limit_slots(shelf);
    shelf->cards = ARENA_ARRAY(shelf->findings->arena, struct card, shelf->slot_count + 1);
    for (int i = 0; i < shelf->slot_count; i++) {
        if (!is_repeated(shelf, i)) {
            take_slot(shelf, &shelf->slots[i]);
        }
    }
    if (!source->ports->skips_advice) {
        check_titles(shelf);
    }
}

bool language_load(struct language *language, const struct language_source *source,
                   struct findings *findings) {
    struct shelf shelf = {.source = source, .findings = findings};
    shelf.path = arena_format(source->names, "cards/%s", source->folder_name);
    const struct folder_source folder = {source->cards->descriptor, source->folder_name,
                                         LIMIT_FOLDER_ENTRIES};
    enum file_fault fault = folder_open(&shelf.folder, &folder, source->names);
    if (fault != FILE_OK) {
        folder_add_finding(findings, fault, shelf.path);
        return false;
    }
    fill_shelf(&shelf);
    folder_close(&shelf.folder);
    if (!shelf.has_refer || !shelf.has_urgent || shelf.card_count == 0) {
        return false;
    }
    language->cards = shelf.cards;
    language->card_count = shelf.card_count;
    language->refer = shelf.refer;
    language->urgent = shelf.urgent;
    return true;
}

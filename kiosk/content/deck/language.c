// SPDX-License-Identifier: MIT
// One language's folder: names become slots, slots are sorted, and each slot becomes a card.
#include "content/deck/language.h"

#include "content/card/card_load.h"
#include "content/deck/card_numbers.h"
#include "content/deck/drawings.h"
#include "content/limits.h"
#include "content/name.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAMED_MOST = 3 };

struct slot {
    struct name name;
    const char *file, *path;
    const char *same; // the first file of the same card; NULL: it is this one
};

struct language_loader {
    struct language_source source;
    struct findings *findings;
    struct folder folder;
    const char *path; // "cards/en"
    struct slot *slots;
    int slot_count, read_count;
    bool is_there[NAME_KIND_COUNT]; // a file of that kind, or one whose misspelt name is a finding
    struct language *language;
    struct card *cards; // of the language, while they are read
};

static void add_error(const struct language_loader *loader, const char *path, const char *what,
                      const char *todo) {
    finding_error(loader->findings, (struct finding_place){path, 0}, what, todo);
}

static void add_advice(const struct language_loader *loader, const char *path, const char *what,
                       const char *todo) {
    finding_warning(loader->findings, (struct finding_place){path, 0}, what, todo);
}

// A misspelt name is the one finding: the file that it should be is not said to be missing too.
static void take_entry(struct language_loader *loader, const struct folder_entry *entry) {
    struct arena *arena = loader->findings->arena;
    const char *path = arena_format(arena, "%s/%s", loader->path, entry->name);
    struct name name = name_read(entry->name, arena);
    if (name.kind == NAME_JUNK) {
        return;
    }
    if (entry->kind == ENTRY_FOLDER) {
        add_advice(loader, path, "This folder is not looked into.",
                   "Move the cards in it one folder up, or take it away.");
    } else if (entry->kind != ENTRY_FILE) {
        bool is_link = entry->kind == ENTRY_LINK;
        file_add_finding(loader->findings, is_link ? FILE_IS_LINK : FILE_IS_SPECIAL, path);
    } else if (name.id) {
        loader->slots[loader->slot_count++] = (struct slot){name, entry->name, path, NULL};
        loader->is_there[name.kind] = true;
    } else {
        loader->is_there[name_add_finding(loader->findings, path, name.kind)] = true;
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

static int id_order(const void *left, const void *right) {
    const struct slot *a = left;
    const struct slot *b = right;
    int order = strcmp(a->name.id, b->name.id);
    if (order == 0 && a->name.kind != b->name.kind) {
        return a->name.kind < b->name.kind ? -1 : 1; // 10-refer.txt is not refer.txt
    }
    return order != 0 ? order : slot_order(a, b);
}

// In the order in which they are shown, each with the first file of the same card.
static void sort_slots(struct language_loader *loader) {
    size_t count = (size_t)loader->slot_count;
    qsort(loader->slots, count, sizeof *loader->slots, id_order);
    for (int i = 1; i < loader->slot_count; i++) {
        const struct slot *before = &loader->slots[i - 1];
        struct slot *slot = &loader->slots[i];
        if (slot->name.kind == before->name.kind && strcmp(slot->name.id, before->name.id) == 0) {
            slot->same = before->same ? before->same : before->file;
        }
    }
    qsort(loader->slots, count, sizeof *loader->slots, slot_order);
}

// A card with the id of one before it: a second drawing, a second name, and which of them is new?
static bool is_repeated(const struct language_loader *loader, const struct slot *slot) {
    struct arena *arena = loader->findings->arena;
    const struct slot *before = slot > loader->slots ? slot - 1 : NULL;
    if (slot->same) {
        add_error(loader, slot->path,
                  arena_format(arena, "This is the same card as %s.", slot->same),
                  "Keep one of the two files, or give this one another name.");
    } else if (before && before->name.order == slot->name.order && slot->name.order >= 0) {
        add_advice(loader, slot->path, arena_format(arena, "%s has the same number.", before->file),
                   "Give each card a number of its own.");
    }
    return slot->same;
}

const struct card *language_find_card(const struct language *language, const char *id) {
    for (int i = 0; language && i < language->card_count; i++) {
        const struct card *card = &language->cards[i];
        if (strcmp(card->id, id) == 0 && !card->is_borrowed) {
            return card;
        }
    }
    return NULL;
}

static const char *find_shown_title(const struct language_loader *loader, struct name name) {
    const struct language *shown = loader->source.shown;
    const struct card *card = !shown                     ? NULL
                              : name.kind == NAME_REFER  ? &shown->refer
                              : name.kind == NAME_URGENT ? &shown->urgent
                                                         : language_find_card(shown, name.id);
    return card ? arena_text(loader->findings->arena, card->title) : NULL;
}

static bool read_card(struct language_loader *loader, const struct slot *slot, struct card *card) {
    const struct language_source *source = &loader->source;
    const struct file_source file = {loader->folder.descriptor, slot->file, LIMIT_TEXT_BYTES};
    struct str bytes;
    arena_reset(source->gallery->bytes);
    enum file_fault fault = file_load(&bytes, &file, source->gallery->bytes);
    if (fault != FILE_OK) {
        file_add_finding(loader->findings, fault, slot->path);
        return false;
    }
    const struct card_source typed = {.bytes = bytes,
                                      .path = slot->path,
                                      .known_title = find_shown_title(loader, slot->name),
                                      .ports = source->ports};
    bool is_shown = card_load(card, &typed, loader->findings);
    if (!source->ports->skips_advice) {
        card_numbers_check(card, source->settings->phone, loader->findings);
    }
    return gallery_check(source->gallery, &card->body, card->path) && is_shown;
}

// Neither refer.txt nor urgent-help.txt has room for the line above the heading, and calls for help
// come before pictures: what patients will not see is said, rather than left to be noticed.
static void check_unshown(const struct language_loader *loader, const struct card *card,
                          bool has_pictures) {
    if (card->label.size > 0) {
        finding_warning(loader->findings, (struct finding_place){card->path, card->label_line},
                        "The line above the heading is not shown on this screen.",
                        "Move its words below the heading, or take it out.");
    }
    for (int i = 0; i < card->body.count && !has_pictures; i++) {
        const struct block *block = &card->body.blocks[i];
        if (block->kind == BLOCK_PICTURE) {
            finding_warning(loader->findings, (struct finding_place){card->path, block->line},
                            "Pictures are not shown on this screen.",
                            "Write in words what it says, and take the picture out.");
        }
    }
}

static void take_slot(struct language_loader *loader, const struct slot *slot) {
    const struct language_source *source = &loader->source;
    struct language *language = loader->language;
    struct card card = {.id = slot->name.id, .order = slot->name.order};
    bool is_in_order = slot->name.kind == NAME_CARD, is_stored = source->ports->skips_advice;
    card.drawing = drawings_find(source->settings, card.id);
    if (!read_card(loader, slot, &card)) {
        return;
    }
    if (!is_in_order && !is_stored) {
        check_unshown(loader, &card, slot->name.kind == NAME_REFER);
    }
    if (is_in_order) {
        loader->cards[language->card_count++] = card;
    } else if (slot->name.kind == NAME_REFER) {
        language->refer = card;
    } else if (card_numbers_check_urgent(&card, is_stored, loader->findings)) {
        language->urgent = card;
    }
}

// English is missing a file; another language never had it.
static void add_missing(const struct language_loader *loader, const char *id) {
    struct arena *arena = loader->findings->arena;
    const char *tag = loader->source.folder_name;
    if (strcasecmp(tag, "en") == 0) {
        file_add_finding(loader->findings, FILE_MISSING,
                         arena_format(arena, "%s/%s.txt", loader->path, id));
    } else {
        add_error(loader, loader->path,
                  arena_format(arena, "%s has no card “%s”.", words_language_name(tag, arena), id),
                  arena_format(arena,
                               "Have cards/en/%s.txt translated, or take %s out of “show =”.", id,
                               tag));
    }
}

static void check_required(const struct language_loader *loader) {
    if (!loader->is_there[NAME_URGENT]) {
        add_missing(loader, "urgent-help");
    }
    if (!loader->is_there[NAME_REFER] && !loader->source.english) {
        add_missing(loader, "refer");
    }
    if (!loader->is_there[NAME_CARD]) {
        add_error(loader, loader->path, "There is no card in this folder.",
                  "Put at least one there, such as 10-my-card.txt.");
    }
}

static bool has_slot(const struct language_loader *loader, const struct card *card) {
    for (int i = 0; i < loader->slot_count; i++) {
        const struct name *name = &loader->slots[i].name;
        if (name->kind == NAME_CARD && strcmp(name->id, card->id) == 0) {
            return true;
        }
    }
    return false;
}

static int card_order(const void *left, const void *right) {
    const struct card *a = left, *b = right;
    return a->order != b->order ? (a->order < b->order ? -1 : 1) : strcmp(a->id, b->id);
}

static void add_borrowed(const struct language_loader *loader, const char *names, int count) {
    struct arena *arena = loader->findings->arena;
    const char *tag = loader->source.folder_name;
    const char *more =
        count > NAMED_MOST ? arena_format(arena, " and %d more", count - NAMED_MOST) : "";
    add_advice(loader, loader->path,
               arena_format(arena, "%s has no card %s%s: %s shown in English.",
                            words_language_name(tag, arena), names, more,
                            count > 1 ? "they are" : "it is"),
               arena_format(
                   arena, "Have what is in cards/en translated, or take %s out of “show =”.", tag));
}

// What the language lacks, and English has.
static void borrow_cards(struct language_loader *loader) {
    const struct language *english = loader->source.english;
    struct language *language = loader->language;
    struct arena *arena = loader->findings->arena;
    const char *names = "";
    int count = 0;
    for (int i = -1; english && i < english->card_count; i++) {
        const struct card *card = i < 0 ? &english->refer : &english->cards[i];
        bool is_there = i < 0 ? loader->is_there[NAME_REFER] : has_slot(loader, card);
        if (is_there || language->card_count == LIMIT_CARDS) {
            continue;
        }
        struct card *borrowed = i < 0 ? &language->refer : &loader->cards[language->card_count++];
        *borrowed = *card;
        borrowed->is_borrowed = true;
        if (count++ < NAMED_MOST) {
            names = arena_format(arena, "%s%s“%s”", names, count > 1 ? ", " : "", card->id);
        }
    }
    qsort(loader->cards, (size_t)language->card_count, sizeof *loader->cards, card_order);
    if (count > 0 && !loader->source.ports->skips_advice) {
        add_borrowed(loader, names, count);
    }
}

// Cards beyond the limit are left out, the last in order first.
static void limit_slots(struct language_loader *loader) {
    int most = LIMIT_CARDS + loader->is_there[NAME_REFER] + loader->is_there[NAME_URGENT];
    if (loader->slot_count > most) {
        add_error(loader, loader->path,
                  arena_format(loader->findings->arena,
                               "There are %d files here; the kiosk shows %d cards at most.",
                               loader->slot_count, LIMIT_CARDS),
                  "Take some of them away.");
        loader->slot_count = most;
    }
}

static bool has_same_title(const struct card *a, const struct card *b) {
    return a->title.size == b->title.size &&
           strncasecmp(a->title.at, b->title.at, a->title.size) == 0;
}

// Said once for each card, of the first that has that title.
static void check_titles(const struct language_loader *loader) {
    for (int i = 1; i < loader->language->card_count; i++) {
        const struct card *card = &loader->cards[i];
        const struct card *before = loader->cards;
        while (!has_same_title(before, card)) {
            before++;
        }
        if (before < card) {
            const char *file = before->path + strlen(loader->path) + strlen("/");
            finding_warning(
                loader->findings, (struct finding_place){card->path, card->title_line},
                arena_format(loader->findings->arena, "%s has the same heading.", file),
                "Give each card a heading of its own, so that people can tell them apart.");
        }
    }
}

static void find_slots(struct language_loader *loader) {
    const struct language *english = loader->source.english;
    loader->slots = ARENA_ARRAY(loader->findings->arena, struct slot, loader->folder.count + 1);
    for (int i = 0; i < loader->folder.count; i++) {
        take_entry(loader, &loader->folder.entries[i]);
    }
    sort_slots(loader);
    check_required(loader);
    limit_slots(loader);
    int english_count = english ? english->card_count : 0;
    loader->cards =
        ARENA_ARRAY(loader->findings->arena, struct card, loader->slot_count + english_count + 1);
    loader->language->cards = loader->cards;
}

struct language_loader *language_open(struct language *language,
                                      const struct language_source *source,
                                      struct findings *findings) {
    struct language_loader *loader = ARENA_NEW(findings->arena, struct language_loader);
    const char *path = arena_format(findings->arena, "cards/%s", source->folder_name);
    const struct folder_source folder = {source->cards->descriptor, source->folder_name,
                                         LIMIT_FOLDER_ENTRIES};
    *loader = (struct language_loader){
        .source = *source, .findings = findings, .path = path, .language = language};
    if (!folder_open_content(&loader->folder, &folder, path, findings)) {
        return NULL;
    }
    find_slots(loader);
    return loader;
}

bool language_step(struct language_loader *loader) {
    if (loader->read_count == loader->slot_count) {
        return false;
    }
    const struct slot *slot = &loader->slots[loader->read_count++];
    if (!is_repeated(loader, slot)) {
        take_slot(loader, slot);
    }
    return true;
}

bool language_close(struct language_loader *loader) {
    struct language *language = loader->language;
    if (!loader->source.ports->skips_advice) {
        check_titles(loader);
    }
    if (language->card_count > 0) {
        borrow_cards(loader);
    }
    folder_close(&loader->folder);
    bool is_whole = language->refer.id && language->urgent.id;
    language->card_count = is_whole ? language->card_count : 0;
    return language->card_count > 0;
}

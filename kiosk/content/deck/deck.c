// SPDX-License-Identifier: MIT
// A deck from a content folder: the settings first, because they say which languages to read, then
// each language. Whatever is wrong on the way becomes a finding and the reading goes on, so that
// staff see everything that is wrong at once.
#include "content/deck/deck.h"

#include "base/encoding.h"
#include "content/card/card_check.h"
#include "content/deck/drawings.h"
#include "content/deck/language.h"
#include "content/limits.h"
#include "content/name.h"

#include <string.h>
#include <strings.h>

struct deck_loader {
    struct deck_source source;
    struct findings *findings;
    struct folder content, cards;
    struct deck deck; // as far as it is read
    struct gallery gallery;
    struct words english;
    bool has_english;
    struct language *languages;      // in the order of the settings; NULL: there is nothing to read
    const struct language *lender;   // English, once it is read; NULL: there is none
    struct language *language;       // the one that is being read
    struct language_loader *reading; // NULL: none is
    int turn, errors_before;
    struct arena bytes;
};

static void add_error(struct deck_loader *loader, const char *path, const char *what,
                      const char *todo) {
    finding_error(loader->findings, (struct finding_place){path, 0}, what, todo);
}

static void add_advice(struct deck_loader *loader, const char *path, const char *what,
                       const char *todo) {
    finding_warning(loader->findings, (struct finding_place){path, 0}, what, todo);
}

static void add_stray(struct findings *findings, const char *path, const char *what,
                      const char *todo) {
    finding_add(findings, (struct finding){
                              .path = path, .what = what, .todo = todo, .code = FINDING_UNSHOWN});
}

// Of the line "show =".
static void add_show_error(struct deck_loader *loader, const char *what, const char *todo) {
    const struct finding_place place = {"kiosk.ini", loader->deck.settings.languages_line};
    finding_error(loader->findings, place, what, todo);
}

// The bytes of a small file, good until the next one is read.
static enum file_fault load_file(struct deck_loader *loader, int folder, const char *name,
                                 struct str *bytes) {
    const struct file_source source = {folder, name, LIMIT_TEXT_BYTES};
    arena_reset(&loader->bytes);
    return file_load(bytes, &source, &loader->bytes);
}

// Notes are for staff alone; every other line may come to the screen.
static void check_lines(struct deck_loader *loader, struct str text, const char *path) {
    const struct letter_port *letters = loader->source.ports.letters;
    struct finding_place place = {path, 1};
    for (; letters && text.size > 0; place.line++) {
        struct str words = str_trim(str_take_line(&text));
        if (words.size > 0 && !strchr("#;[", words.at[0])) {
            card_check_letters(words, place, letters, loader->findings);
        }
    }
}

static bool decode(struct deck_loader *loader, struct str bytes, const char *path,
                   struct str *text) {
    const struct encoding_source source = {bytes, path, &loader->bytes};
    if (!encoding_load(text, &source, loader->findings)) {
        return false;
    }
    check_lines(loader, *text, path);
    return true;
}

static const char *find_settings(struct deck_loader *loader) {
    const char *found = NULL;
    for (int i = 0; i < loader->content.count; i++) {
        const char *name = loader->content.entries[i].name;
        if (!name_is(name, "kiosk.ini")) {
            continue;
        }
        if (found) {
            add_error(loader, name,
                      arena_format(loader->findings->arena, "This is the same file as %s.", found),
                      "Keep one of the two files.");
        } else {
            found = name;
        }
    }
    return found ? found : "kiosk.ini";
}

static void read_settings(struct deck_loader *loader) {
    struct str bytes, text;
    const char *name = find_settings(loader);
    settings_init(&loader->deck.settings, loader->findings->arena);
    enum file_fault fault = load_file(loader, loader->content.descriptor, name, &bytes);
    if (fault != FILE_OK) {
        file_add_finding(loader->findings, fault, name);
    } else if (decode(loader, bytes, name, &text)) {
        settings_load(&loader->deck.settings, text, name, loader->findings);
    }
}

static bool read_words(struct deck_loader *loader, const char *tag, struct words *words) {
    struct arena *arena = loader->findings->arena;
    struct str bytes, text;
    const char *path = arena_format(arena, "assets/words/%s.ini", tag);
    const char *name = arena_format(arena, "%s/words/%s.ini", loader->source.assets_dir, tag);
    enum file_fault fault = load_file(loader, FILE_FROM_HERE, name, &bytes);
    if (fault == FILE_MISSING && loader->has_english) { // nothing that staff could put back
        add_show_error(
            loader,
            arena_format(arena, "This screen has no %s buttons.", words_language_name(tag, arena)),
            arena_format(arena, "Take %s out of “show =”.", tag));
        return false;
    }
    if (fault != FILE_OK) {
        file_add_finding(loader->findings, fault, path);
        return false;
    }
    if (!decode(loader, bytes, path, &text)) {
        return false;
    }
    words->tag = arena_text(arena, str_from(tag));
    words_load(words, text, path, loader->has_english ? &loader->english : NULL, loader->findings);
    return true;
}

// The shown language that “en - Copy” or “en (2)” is a copy of, or NULL.
static const char *find_copied(const struct deck_loader *loader, const char *folder_name) {
    for (int i = 0; i < loader->deck.settings.language_count; i++) {
        const char *tag = loader->deck.settings.language_tags[i];
        size_t size = strlen(tag);
        bool is_start = strncasecmp(folder_name, tag, size) == 0;
        if (is_start && folder_name[size] && strchr(" (_.", folder_name[size])) {
            return tag;
        }
    }
    return NULL;
}

static void add_strange_folder(struct deck_loader *loader, const char *name, const char *path) {
    struct arena *arena = loader->findings->arena;
    const char *tag = find_copied(loader, name);
    if (tag && folder_find(&loader->cards, tag)) {
        add_advice(loader, path, arena_format(arena, "This is a copy of the folder %s.", tag),
                   arena_format(arena,
                                "Only the folder %s is shown: keep the one that is right under "
                                "that name, and take the other away.",
                                tag));
    } else if (tag) {
        add_advice(loader, path, arena_format(arena, "This folder is not called %s.", tag),
                   arena_format(arena, "Rename it to %s.", tag));
    } else if (strcasecmp(name, "images") == 0) {
        add_stray(loader->findings, path, "Pictures are not looked for in this folder.",
                  "Pictures belong in the folder images, beside kiosk.ini.");
    } else if (!settings_is_language(name)) {
        add_advice(loader, path, "The name of this folder is no short name of a language.",
                   "Rename it, such as ar for Arabic, or take it away.");
    } else {
        add_advice(loader, path, "This language is not shown.",
                   arena_format(arena, "Write %s behind “show =” in kiosk.ini to show it.", name));
    }
}

// What lies in cards/ and is not the folder of a shown language. After a slip in the line "show ="
// or its heading nobody knows which are shown.
static void check_cards_folder(struct deck_loader *loader) {
    bool is_in_doubt =
        loader->deck.settings.languages_line == 0 && loader->findings->error_count > 0;
    for (int i = 0; i < loader->cards.count; i++) {
        const struct folder_entry *entry = &loader->cards.entries[i];
        const char *path = arena_format(loader->findings->arena, "cards/%s", entry->name);
        if (name_is_junk(entry->name) || settings_shows(&loader->deck.settings, entry->name)) {
            continue;
        }
        if (entry->kind == ENTRY_FILE) {
            add_advice(loader, path, "This file is in no language's folder.",
                       "Move it, such as into cards/en.");
        } else if (entry->kind != ENTRY_FOLDER) {
            folder_add_finding(loader->findings,
                               entry->kind == ENTRY_LINK ? FILE_IS_LINK : FILE_IS_SPECIAL, path);
        } else if (!is_in_doubt) {
            add_strange_folder(loader, entry->name, path);
        }
    }
}

const struct language *deck_find_language(const struct deck *deck, const char *tag) {
    for (int i = 0; deck && i < deck->language_count; i++) {
        if (strcmp(deck->languages[i].words.tag, tag) == 0) {
            return &deck->languages[i];
        }
    }
    return NULL;
}

static bool is_english(const char *tag) {
    return strcmp(tag, "en") == 0;
}

static void open_language(struct deck_loader *loader, const char *tag) {
    const struct folder_entry *entry = folder_find(&loader->cards, tag);
    struct arena *arena = loader->findings->arena;
    const char *path = arena_format(arena, "cards/%s", tag);
    if (!entry && loader->deck.settings.languages_line == 0) {
        folder_add_finding(loader->findings, FILE_MISSING, path);
        return;
    }
    if (!entry) {
        add_show_error(loader, arena_format(arena, "There is no folder %s.", path),
                       arena_format(arena, "Copy it there, or take %s out of “show =”.", tag));
        return;
    }
    const struct language_source source = {.cards = &loader->cards,
                                           .folder_name = entry->name,
                                           .english = loader->lender,
                                           .shown = deck_find_language(loader->source.shown, tag),
                                           .settings = &loader->deck.settings,
                                           .ports = &loader->source.ports,
                                           .gallery = &loader->gallery};
    loader->language->words = loader->english;
    if (is_english(tag) ? loader->has_english : read_words(loader, tag, &loader->language->words)) {
        loader->reading = language_open(loader->language, &source, loader->findings);
    }
}

static void close_language(struct deck_loader *loader) {
    bool is_shown = loader->reading && language_close(loader->reading);
    if (is_shown && is_english(loader->language->words.tag)) {
        loader->lender = loader->language;
    }
    loader->reading = NULL;
}

// Two rounds, the first for English, whatever its place: the others borrow what they lack.
bool deck_load_step(struct deck_loader *loader) {
    const struct settings *settings = &loader->deck.settings;
    if (loader->reading && language_step(loader->reading)) {
        return true;
    }
    close_language(loader);
    if (!loader->languages || loader->turn == 2 * settings->language_count) {
        return false;
    }
    int at = loader->turn % settings->language_count;
    const char *tag = settings->language_tags[at];
    if (is_english(tag) == (loader->turn++ < settings->language_count)) {
        loader->language = &loader->languages[at];
        open_language(loader, tag);
    }
    return true;
}

// A README, a settings file and whatever else has no name of a card is nobody's slip.
void deck_check_strays(const struct folder *content, struct findings *findings) {
    for (int i = 0; i < content->count; i++) {
        const struct folder_entry *entry = &content->entries[i];
        struct name name = name_read(entry->name, findings->arena);
        if (entry->kind == ENTRY_FILE && name.id) {
            add_stray(findings, entry->name, "This card lies outside the folder cards.",
                      "Move it to the cards of its language, such as into cards/en.");
        } else if (entry->kind == ENTRY_FILE && name.kind == NAME_PICTURE) {
            add_stray(findings, entry->name, "This picture lies outside the folder images.",
                      "Move it into the folder images.");
        }
    }
}

// What stands in front of the cards.
static void read_front(struct deck_loader *loader) {
    struct findings *findings = loader->findings;
    const struct folder_entry *cards = folder_find(&loader->content, "cards");
    const struct folder_source source = {loader->content.descriptor, cards ? cards->name : "cards",
                                         LIMIT_FOLDER_ENTRIES};
    if (loader->content.is_over_limit) {
        folder_add_finding(findings, FILE_TOO_BIG, loader->source.content_dir);
        return;
    }
    deck_check_strays(&loader->content, findings);
    read_settings(loader);
    loader->has_english = read_words(loader, "en", &loader->english);
    if (!folder_open_content(&loader->cards, &source, "cards", findings)) {
        return;
    }
    check_cards_folder(loader);
    loader->gallery.decodes = loader->source.ports.decodes;
    loader->gallery.findings = findings;
    loader->gallery.bytes = &loader->bytes;
    gallery_open(&loader->gallery, &loader->content);
    drawings_check(&loader->deck.settings, loader->source.assets_dir, findings);
    loader->deck.poster_drawing = drawings_find(&loader->deck.settings, "poster");
    loader->languages =
        ARENA_ARRAY(findings->arena, struct language, loader->deck.settings.language_count);
    loader->errors_before = findings->error_count;
}

static void loader_close(struct deck_loader *loader) {
    folder_close(&loader->gallery.folder);
    folder_close(&loader->cards);
    folder_close(&loader->content);
    arena_finish(&loader->bytes);
}

struct deck_loader *deck_load_open(const struct deck_source *source, struct findings *findings) {
    struct deck_loader *loader = ARENA_NEW(findings->arena, struct deck_loader);
    const char *dir = source->content_dir;
    const struct folder_source folder = {FILE_FROM_HERE, dir, LIMIT_FOLDER_ENTRIES};
    *loader = (struct deck_loader){.source = *source, .findings = findings};
    loader->deck.content_dir = arena_text(findings->arena, str_from(dir));
    loader->deck.assets_dir = arena_text(findings->arena, str_from(source->assets_dir));
    enum file_fault fault = folder_open(&loader->content, &folder, findings->arena);
    if (fault == FILE_OK) {
        read_front(loader);
    } else if (fault == FILE_MISSING) {
        add_error(loader, dir, arena_format(findings->arena, "There is no folder %s.", dir),
                  "Check the name.");
    } else if (fault == FILE_IS_SPECIAL) {
        add_error(loader, dir, "This is not a folder.",
                  "Name the folder that kiosk.ini is in. For device.ini use check --device.");
    } else {
        folder_add_finding(findings, fault, dir);
    }
    return loader;
}

// A card that was refused is not "no card": its own finding says what to do.
static void check_unused(struct deck_loader *loader) {
    bool has_all = loader->languages && loader->findings->error_count == loader->errors_before;
    if (has_all) {
        drawings_check_owners(&loader->deck.settings, loader->findings);
    }
    if (has_all && !loader->source.ports.skips_advice) {
        gallery_check_unused(&loader->gallery);
    }
}

bool deck_load_close(struct deck_loader *loader, struct deck *deck) {
    struct deck *read = &loader->deck;
    close_language(loader);
    check_unused(loader);
    for (int i = 0; loader->languages && i < read->settings.language_count; i++) {
        if (loader->languages[i].card_count > 0) {
            loader->languages[read->language_count++] = loader->languages[i];
        }
    }
    read->languages = loader->languages;
    bool is_good = read->language_count > 0 && read->settings.phone[0] != '\0';
    if (is_good) {
        *deck = *read;
    }
    loader_close(loader);
    return is_good;
}

bool deck_load(struct deck *deck, const struct deck_source *source, struct findings *findings) {
    struct deck_loader *loader = deck_load_open(source, findings);
    while (deck_load_step(loader)) {
    }
    return deck_load_close(loader, deck);
}

bool deck_load_settings(struct settings *settings, const struct deck_source *source,
                        struct findings *findings) {
    struct deck_loader *loader = deck_load_open(source, findings);
    bool is_good = loader->deck.settings.phone && loader->deck.settings.phone[0];
    if (is_good) {
        *settings = loader->deck.settings;
    }
    loader_close(loader);
    return is_good;
}

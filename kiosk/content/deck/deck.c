// SPDX-License-Identifier: MIT
// A deck from a content folder: the settings first, because they say which languages to read, then
// each language. Whatever is wrong on the way becomes a finding and the reading goes on, so that
// staff see everything that is wrong at once.
#include "content/deck/deck.h"

#include "base/encoding.h"
#include "content/card/card_check.h"
#include "content/card/card_load.h"
#include "content/deck/language.h"
#include "content/limits.h"
#include "content/name.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

struct deck_loader {
    const struct deck_source *source;
    struct findings *findings;
    const char *assets_dir;
    struct folder content, cards;
    struct settings settings;
    struct gallery gallery;
    struct icons icons;
    struct words english;
    bool has_english, has_cards;
    struct arena names, bytes;
};

static void add(struct deck_loader *loader, struct finding finding) {
    finding_add(loader->findings, finding);
}

// The words of a language are nothing that staff could put back.
static void add_file_fault(struct deck_loader *loader, enum file_fault fault, const char *path) {
    bool are_words = strncmp(path, "assets/", strlen("assets/")) == 0;
    if (fault != FILE_MISSING || !are_words || !loader->has_english) {
        file_add_finding(loader->findings, fault, path);
        return;
    }
    add(loader,
        (struct finding){.level = FINDING_ERROR,
                         .path = "kiosk.ini",
                         .line = loader->settings.languages_line,
                         .what = arena_format(&loader->names, "The kiosk has no %s.", path),
                         .todo = "Take that language out of “show =”, or have its words added."});
}

// The text of a small file, good until the next one is read.
static bool read_text(struct deck_loader *loader, const struct file_source *file, const char *path,
                      struct str *text) {
    struct str bytes = {NULL, 0};
    arena_reset(&loader->bytes);
    enum file_fault fault = file_load(&bytes, file, &loader->bytes);
    if (fault != FILE_OK) {
        add_file_fault(loader, fault, path);
        return false;
    }
    const struct encoding_source encoded = {bytes, path, &loader->bytes};
    return encoding_load(text, &encoded, loader->findings);
}

// Notes are for staff alone; every other line may come to the screen.
static void check_lines(struct deck_loader *loader, struct str text, const char *path) {
    const struct letter_port *letters = loader->source->ports->letters;
    const char *end = text.at + text.size;
    int line = 1;
    for (const char *at = text.at; letters && at < end; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        struct str words = str_trim((struct str){at, (size_t)((stop ? stop : end) - at)});
        if (words.size > 0 && !strchr("#;[", words.at[0])) {
            card_check_letters(words, (struct fault_place){path, line}, letters, loader->findings);
        }
        at = stop ? stop + 1 : end;
    }
}

static const struct folder_entry *find_settings(struct deck_loader *loader) {
    const struct folder_entry *found = NULL;
    for (int i = 0; i < loader->content.count; i++) {
        const struct folder_entry *entry = &loader->content.entries[i];
        if (!name_is(entry->name, "kiosk.ini")) {
            continue;
        }
        if (found) {
            add(loader,
                (struct finding){.level = FINDING_ERROR,
                                 .path = entry->name,
                                 .what = arena_format(&loader->names,
                                                      "This is the same file as %s.", found->name),
                                 .todo = "Keep one of the two files."});
        } else {
            found = entry;
        }
    }
    return found;
}

static void read_settings(struct deck_loader *loader) {
    struct str text;
    settings_init(&loader->settings, loader->findings->arena);
    const struct folder_entry *entry = find_settings(loader);
    if (!entry) {
        file_add_finding(loader->findings, FILE_MISSING, "kiosk.ini");
        return;
    }
    const struct file_source file = {loader->content.descriptor, entry->name, LIMIT_TEXT_BYTES};
    if (read_text(loader, &file, entry->name, &text)) {
        settings_load(&loader->settings, text, entry->name, loader->findings);
        check_lines(loader, text, entry->name);
    }
}

static bool read_words(struct deck_loader *loader, const char *tag, struct words *words) {
    struct str text;
    const char *path = arena_format(&loader->names, "assets/words/%s.ini", tag);
    const char *name = arena_format(&loader->names, "%s/words/%s.ini", loader->assets_dir, tag);
    const struct file_source file = {FILE_FROM_HERE, name, LIMIT_TEXT_BYTES};
    if (!read_text(loader, &file, path, &text)) {
        return false;
    }
    words->tag = arena_text(loader->findings->arena, str_from(tag));
    words_load(words, text, path, loader->has_english ? &loader->english : NULL, loader->findings);
    check_lines(loader, text, path);
    return true;
}

// A slip in the line "show =" or its heading: which languages are shown is not known then.
static bool is_show_in_doubt(const struct deck_loader *loader) {
    return loader->settings.languages_line == 0 && loader->findings->error_count > 0;
}

static bool is_shown(const struct settings *settings, const char *folder_name) {
    for (int i = 0; i < settings->language_count; i++) {
        if (str_equals_ignoring_case(str_from(folder_name), settings->language_tags[i])) {
            return true;
        }
    }
    return false;
}

// The shown language that “en - Copy” or “en (2)” is a copy of, or NULL.
static const char *find_copied(const struct deck_loader *loader, const char *folder_name) {
    for (int i = 0; i < loader->settings.language_count; i++) {
        const char *tag = loader->settings.language_tags[i];
        size_t size = strlen(tag);
        bool is_start = strncasecmp(folder_name, tag, size) == 0;
        if (is_start && folder_name[size] && strchr(" (_.", folder_name[size])) {
            return tag;
        }
    }
    return NULL;
}

static void add_strange_folder(struct deck_loader *loader, const char *name, const char *path) {
    const char *tag = find_copied(loader, name);
    struct finding finding = {.path = path, .what = "This language is not shown."};
    if (tag && folder_find(&loader->cards, tag)) {
        finding.what = arena_format(&loader->names, "This is a copy of the folder %s.", tag);
        finding.todo = arena_format(&loader->names,
                                    "Only the folder %s is shown: keep the one that is right "
                                    "under that name, and take the other away.",
                                    tag);
    } else if (tag) {
        finding.what = arena_format(&loader->names, "This folder is not called %s.", tag);
        finding.todo = arena_format(&loader->names, "Rename it to %s.", tag);
    } else if (!settings_is_language(name)) {
        finding.what = "The name of this folder is no short name of a language.";
        finding.todo = "Rename it, such as ar for Arabic, or take it away.";
    } else {
        finding.todo =
            arena_format(&loader->names, "Write %s behind “show =” in kiosk.ini to show it.", name);
    }
    add(loader, finding);
}

// What lies in cards/ and is not the folder of a shown language.
static void check_cards_folder(struct deck_loader *loader) {
    for (int i = 0; i < loader->cards.count; i++) {
        const struct folder_entry *entry = &loader->cards.entries[i];
        const char *path = arena_format(&loader->names, "cards/%s", entry->name);
        if (name_is_junk(entry->name) || is_shown(&loader->settings, entry->name)) {
            continue;
        }
        if (entry->kind == ENTRY_FOLDER && is_show_in_doubt(loader)) {
            continue;
        }
        if (entry->kind == ENTRY_FOLDER) {
            add_strange_folder(loader, entry->name, path);
        } else if (entry->kind == ENTRY_FILE) {
            add(loader, (struct finding){.path = path,
                                         .what = "This file is in no language's folder.",
                                         .todo = "Move it, such as into cards/en."});
        } else {
            folder_add_finding(loader->findings,
                               entry->kind == ENTRY_LINK ? FILE_IS_LINK : FILE_IS_SPECIAL, path);
        }
    }
}

static void open_cards(struct deck_loader *loader) {
    const struct folder_entry *entry = folder_find(&loader->content, "cards");
    const struct folder_source source = {loader->content.descriptor, entry ? entry->name : "cards",
                                         LIMIT_FOLDER_ENTRIES};
    enum file_fault fault = folder_open(&loader->cards, &source, &loader->names);
    if (fault != FILE_OK) {
        folder_add_finding(loader->findings, fault, "cards");
        return;
    }
    loader->has_cards = true;
    if (loader->cards.is_over_limit) {
        folder_add_finding(loader->findings, FILE_TOO_BIG, "cards");
    }
    check_cards_folder(loader);
}

static bool read_language(struct deck_loader *loader, const char *tag, struct language *language) {
    const struct folder_entry *entry = folder_find(&loader->cards, tag);
    if (!entry && loader->settings.languages_line == 0) {
        const char *path = arena_format(&loader->names, "cards/%s", tag);
        folder_add_finding(loader->findings, FILE_MISSING, path);
        return false;
    }
    if (!entry) {
        add(loader, (struct finding){
                        .level = FINDING_ERROR,
                        .path = "kiosk.ini",
                        .line = loader->settings.languages_line,
                        .what = arena_format(&loader->names, "There is no folder cards/%s.", tag),
                        .todo = arena_format(&loader->names,
                                             "Copy it there, or take %s out of “show =”.", tag)});
        return false;
    }
    const struct language_source source = {.cards = &loader->cards,
                                           .folder_name = entry->name,
                                           .settings = &loader->settings,
                                           .ports = loader->source->ports,
                                           .gallery = &loader->gallery,
                                           .icons = &loader->icons,
                                           .names = &loader->names,
                                           .bytes = &loader->bytes};
    bool has_words =
        strcmp(tag, "en") == 0 ? loader->has_english : read_words(loader, tag, &language->words);
    if (strcmp(tag, "en") == 0) {
        language->words = loader->english;
    }
    return language_load(language, &source, loader->findings) && has_words;
}

static int read_languages(struct deck_loader *loader, struct language *languages) {
    int count = 0;
    for (int i = 0; i < loader->settings.language_count; i++) {
        struct language language = {0};
        if (read_language(loader, loader->settings.language_tags[i], &language)) {
            languages[count++] = language;
        }
    }
    return count;
}

static bool read_content(struct deck_loader *loader, struct deck *deck) {
    struct arena *arena = loader->findings->arena;
    if (loader->content.is_over_limit) {
        folder_add_finding(loader->findings, FILE_TOO_BIG, loader->source->content_dir);
        return false;
    }
    read_settings(loader);
    loader->has_english = read_words(loader, "en", &loader->english);
    open_cards(loader);
    if (!loader->has_cards) {
        return false;
    }
    loader->gallery = (struct gallery){.port = loader->source->ports->pictures,
                                       .findings = loader->findings,
                                       .bytes = &loader->bytes};
    gallery_open(&loader->gallery, &loader->content, &loader->names);
    icons_open(&loader->icons, &loader->settings, loader->assets_dir, loader->findings);
    struct language *languages =
        ARENA_ARRAY(arena, struct language, loader->settings.language_count);
    int errors_before = loader->findings->error_count;
    int count = read_languages(loader, languages);
    // A card that was refused is not "no card": its own finding says what to do.
    if (loader->findings->error_count == errors_before) {
        icons_close(&loader->icons, loader->findings);
    }
    gallery_close(&loader->gallery);
    folder_close(&loader->cards);
    if (count == 0 || loader->settings.phone_uri[0] == '\0') {
        return false;
    }
    *deck =
        (struct deck){loader->settings, arena_text(arena, str_from(loader->source->content_dir)),
                      arena_text(arena, str_from(loader->assets_dir)), languages, count};
    return true;
}

static void add_folder_fault(enum file_fault fault, const char *path, struct findings *findings) {
    if (fault != FILE_MISSING) {
        folder_add_finding(findings, fault, path);
        return;
    }
    finding_add(findings, (struct finding){
                              .level = FINDING_ERROR,
                              .path = path,
                              .what = arena_format(findings->arena, "There is no folder %s.", path),
                              .todo = "Check the name."});
}

bool deck_load(struct deck *deck, const struct deck_source *source, struct findings *findings) {
    static const struct ports no_ports = {0};
    struct deck_source known = *source;
    known.ports = source->ports ? source->ports : &no_ports;
    struct deck_loader loader = {.source = &known, .findings = findings};
    loader.assets_dir = source->assets_dir ? source->assets_dir : "";
    const struct folder_source folder = {FILE_FROM_HERE, source->content_dir, LIMIT_FOLDER_ENTRIES};
    enum file_fault fault = folder_open(&loader.content, &folder, &loader.names);
    bool is_good = false;
    if (fault == FILE_OK) {
        is_good = read_content(&loader, deck);
        folder_close(&loader.content);
    } else {
        add_folder_fault(fault, source->content_dir, findings);
    }
    arena_finish(&loader.names);
    arena_finish(&loader.bytes);
    return is_good;
}

bool deck_load_settings(struct settings *settings, const struct deck_source *source,
                        struct findings *findings) {
    static const struct ports no_ports = {0};
    struct deck_source known = *source;
    known.ports = &no_ports;
    struct deck_loader loader = {.source = &known, .findings = findings};
    const struct folder_source folder = {FILE_FROM_HERE, source->content_dir, LIMIT_FOLDER_ENTRIES};
    bool is_open = folder_open(&loader.content, &folder, &loader.names) == FILE_OK;
    if (is_open) {
        read_settings(&loader);
        folder_close(&loader.content);
    }
    arena_finish(&loader.names);
    arena_finish(&loader.bytes);
    bool is_good = is_open && loader.settings.phone_uri[0] != '\0';
    if (is_good) {
        *settings = loader.settings;
    }
    return is_good;
}

static struct card read_builtin_card(struct str markdown, const char *id,
                                     struct findings *findings) {
    static const struct ports no_ports = {0};
    struct card card = {.id = id, .order = -1};
    bool is_good = card_load(&card, markdown, id, &no_ports, findings);
    assert(is_good);
    (void)is_good;
    return card;
}

void deck_load_builtin(struct deck *deck, const struct deck_builtin *files, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct language *language = ARENA_NEW(arena, struct language);
    struct card *card = ARENA_NEW(arena, struct card);
    *deck = (struct deck){.content_dir = "", .assets_dir = "", .language_count = 1};
    settings_load(&deck->settings, files->kiosk_ini, "kiosk.ini", &findings);
    language->words.tag = "en";
    words_load(&language->words, files->words_ini, "en.ini", NULL, &findings);
    language->refer = read_builtin_card(files->refer_md, "refer", &findings);
    language->urgent = read_builtin_card(files->urgent_md, "urgent-help", &findings);
    *card = language->refer; // the loop needs a card to stand on
    card->order = 0;
    language->cards = card;
    language->card_count = 1;
    deck->languages = language;
    assert(findings.error_count == 0);
}

const char *deck_qr_payload(const struct deck *deck, struct arena *arena) {
    return settings_qr_payload(&deck->settings, arena);
}

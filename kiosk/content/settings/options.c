// SPDX-License-Identifier: MIT
// The option table at work. A pair of the file is looked up and read, and what was never seen is
// compared with what is required at the end. A misspelt key sets nothing: a wrong guess would
// change what patients see. A key is known by itself: headings are for people, but for one below
// which any key may stand.
#include "content/settings/options.h"

#include "base/edit_distance.h"
#include "base/ini.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

struct options_loader {
    void *target;
    const struct option_table *table;
    struct option_file *file;
    struct findings *findings;
    const char *heading; // the one above, as it is written
    const char *section; // that heading in the table, or the nearest there; NULL: none is
};

static void add(const struct options_loader *loader, int line, const char *what, const char *todo) {
    finding_error(loader->findings, (struct finding_place){loader->file->path, line}, what, todo);
}

// One of that section, or else of any; -1: there is none.
static int find_option(const struct option_table *table, const char *section, const char *key) {
    int found = -1;
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        size_t size = strlen(option->key);
        bool is_own = section && strcmp(option->section, section) == 0;
        bool begins = strncasecmp(option->key, key, size) == 0 && (size > 0 || is_own);
        bool is_it = begins && option->has_tail == (key[size] != '\0');
        if (is_it && (is_own || found < 0)) {
            found = i;
        }
    }
    return found;
}

// Of the keys or of the sections, whichever was written; NULL where none is near.
static const char *find_nearest(const struct option_table *table, const char *written,
                                bool is_section) {
    const char *names[OPTIONS_LIMIT];
    int count = 0;
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (is_section || !option->has_tail) {
            names[count++] = is_section ? option->section : option->key;
        }
    }
    return edit_distance_nearest(written, names, count);
}

// The key that a line was to set, or NULL; it is not said to be missing.
static const char *note_meant(struct options_loader *loader, const char *written) {
    const char *key = find_nearest(loader->table, written, false);
    if (key) {
        int *line = &loader->file->line_of[find_option(loader->table, NULL, key)];
        *line = *line == 0 ? OPTION_MEANT : *line;
    }
    return key;
}

// Said once for each strange heading, at its first setting.
static void take_heading(struct options_loader *loader, const struct ini_pair *pair) {
    struct arena *arena = loader->findings->arena;
    const char *what = "This setting stands above the first heading.";
    const char *todo = arena_format(arena, "Put a heading such as [%s] above it.",
                                    loader->table->options[0].section);
    loader->heading = pair->section;
    loader->section = find_nearest(loader->table, pair->section, true);
    if (loader->section && strcasecmp(loader->section, pair->section) == 0) {
        return;
    }
    if (pair->section[0]) {
        what = arena_format(arena, "This setting stands below [%s], which the kiosk does not know.",
                            finding_quote(pair->section, arena));
        todo = loader->section ? arena_format(arena, "Did you mean [%s]?", loader->section)
                               : "Take that heading and the lines below it away.";
    }
    add(loader, pair->line, what, todo);
}

static void take_strange_key(struct options_loader *loader, const struct ini_pair *pair) {
    struct arena *arena = loader->findings->arena;
    const char *meant = note_meant(loader, pair->key);
    if (loader->section) { // else its heading is strange, which is said
        add(loader, pair->line,
            arena_format(arena, "“%s” is not a setting below [%s].",
                         finding_quote(pair->key, arena), loader->section),
            meant ? arena_format(arena, "Did you mean “%s”?", meant)
                  : "Take this line away, or put # in front of it.");
    }
}

static bool begins_note(const char *text) {
    size_t blanks = strspn(text, " \t");
    return text[blanks] == '#' && (text[blanks + 1] == ' ' || text[blanks + 1] == '\t');
}

// Whether there is a note, such as “ # since May”; “We are #1” has none. Where no quotes end the
// value, nobody can be sure what was meant to be shown.
static bool has_note(const char *value) {
    while (*value && !begins_note(value)) {
        value += strcspn(value + 1, " \t") + 1;
    }
    return *value;
}

// As other programs want it, people write quotes around all of a value, and a note behind them.
// Word makes curly quotes of the straight ones.
static const char *plain_value(const char *value, struct arena *arena) {
    static const char *const quotes[][2] = {{"\"", "\""}, {"“", "”"}, {"'", "'"}, {"‘", "’"}};
    for (int i = 0; i < COUNT_OF(quotes); i++) {
        size_t size = strlen(quotes[i][0]);
        bool is_open = strncmp(value, quotes[i][0], size) == 0;
        const char *end = is_open ? strstr(value + size, quotes[i][1]) : NULL;
        const char *rest = end ? end + size : "x";
        if (!*rest || begins_note(rest)) {
            return arena_text(arena, (struct str){value + size, (size_t)(end - value) - size});
        }
    }
    return value;
}

static void take_pair(struct options_loader *loader, const struct ini_pair *pair) {
    if (loader->heading != pair->section) {
        take_heading(loader, pair);
    }
    int at = find_option(loader->table, loader->section, pair->key);
    if (at < 0) {
        take_strange_key(loader, pair);
        return;
    }
    const struct option *option = &loader->table->options[at];
    int *first_line = &loader->file->line_of[at];
    if (*first_line > 0 && !option->may_repeat) {
        add(loader, pair->line,
            arena_format(loader->findings->arena, "“%s” stands here again, after line %d.",
                         option->key, *first_line),
            "Keep one of the two lines.");
        return;
    }
    *first_line = pair->line;
    const struct finding_place place = {loader->file->path, pair->line};
    const char *value = plain_value(pair->value, loader->findings->arena);
    const struct option_line line = {option, pair->key, loader->target,
                                     value,  place,     loader->findings};
    if (has_note(value)) {
        add(loader, pair->line, "There is a note behind the value, which would be shown.",
            "Put it on a line of its own, with # in front of it.");
    } else {
        option_read(&line);
    }
}

// A heading without its brackets, or a setting without its sign: "phone 0203 228 1350".
static void take_refused(struct options_loader *loader, const char *line) {
    const char *section = find_nearest(loader->table, line, true);
    struct str word = {line, strcspn(line, "=: \t")};
    if (section && strcasecmp(section, line) == 0) {
        loader->section = section;
    } else {
        note_meant(loader, arena_text(loader->findings->arena, word));
    }
}

void options_init(void *target, const struct option_table *table, struct arena *arena) {
    struct findings findings = {.arena = arena};
    assert(table->count <= OPTIONS_LIMIT);
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        const struct option_line line = {option,           option->key, target,
                                         option->standard, {"", 0},     &findings};
        if (option->standard) {
            option_read(&line);
        }
    }
    assert(findings.count == 0);
}

void options_load(void *target, const struct option_table *table, struct option_file *file,
                  struct findings *findings) {
    struct options_loader loader = {
        .target = target, .table = table, .file = file, .findings = findings};
    struct ini ini = {.text = file->ini, .place.path = file->path, .findings = findings};
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        if (pair.is_refused) {
            take_refused(&loader, pair.key);
        } else {
            take_pair(&loader, &pair);
        }
    }
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (option->is_required && file->line_of[i] == 0) {
            add(&loader, 0,
                arena_format(findings->arena, "“%s” is missing below [%s].", option->key,
                             option->section),
                option->about);
        }
    }
}

static const char *note_of(const struct option *option, struct arena *arena) {
    if (option->is_required) {
        return "Required.";
    }
    if (option->may_repeat) {
        return "May stand on several lines.";
    }
    return arena_format(arena, "Without it: %s.",
                        option->standard[0] ? option->standard : "nothing");
}

const char *options_reference(const struct option_table *table, struct arena *arena) {
    const char *text = "";
    const char *section = "";
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (strcmp(section, option->section) != 0) {
            section = option->section;
            text = arena_format(arena, "%s%s[%s]\n", text, i > 0 ? "\n" : "", section);
        }
        text = arena_format(arena, "%s\n%s%s = %s\n    %s %s\n", text, option->key,
                            option->has_tail ? "…" : "", option_form(option, arena), option->about,
                            note_of(option, arena));
    }
    return text;
}

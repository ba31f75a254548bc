// SPDX-License-Identifier: MIT
// Looks the names in a settings file up in the table of options, and guesses where they are not
// there. A guessed key sets nothing: a wrong guess would change what patients see. A guessed
// heading only says where the keys below it belong, and those have to be right themselves.
#include "content/settings/option_typo.h"

#include "base/edit_distance.h"

#include <string.h>
#include <strings.h>

static void add(const struct option_typo *slips, int line, const char *what, const char *todo) {
    finding_add(
        slips->findings,
        (struct finding){
            .level = FINDING_ERROR, .path = slips->path, .line = line, .what = what, .todo = todo});
}

static bool has_section(const struct option_table *table, const char *section) {
    for (int i = 0; i < table->count; i++) {
        if (strcasecmp(table->options[i].section, section) == 0) {
            return true;
        }
    }
    return false;
}

// Of the sections or of the keys, whichever was misspelt.
static const char *find_nearest(const struct option_table *table, const char *written,
                                bool is_section) {
    const char *names[OPTIONS_LIMIT];
    for (int i = 0; i < table->count; i++) {
        names[i] = is_section ? table->options[i].section : table->options[i].key;
    }
    return edit_distance_nearest(written, names, table->count);
}

// The option of that name in whichever section, or -1.
static int find_key(const struct option_table *table, const char *key) {
    for (int i = 0; key && i < table->count; i++) {
        if (strcasecmp(table->options[i].key, key) == 0) {
            return i;
        }
    }
    return -1;
}

// Notes which option a line was to set.
static void note_meant(struct option_typo *slips, const char *key) {
    int at = find_key(slips->table, key);
    at = at < 0 ? find_key(slips->table, find_nearest(slips->table, key, false)) : at;
    if (at >= 0) {
        slips->is_meant[at] = true;
    }
}

// Once for each strange section, at its first setting.
static void add_strange_section(struct option_typo *slips, const struct ini_pair *pair,
                                const char *nearest) {
    struct arena *arena = slips->findings->arena;
    if (slips->section && strcmp(slips->section, pair->section) == 0) {
        return;
    }
    slips->section = arena_text(arena, str_from(pair->section));
    if (pair->section[0] == '\0') {
        add(slips, pair->line, "This setting stands above the first heading.",
            arena_format(arena, "Put a heading such as [%s] above it.",
                         slips->table->options[0].section));
        return;
    }
    add(slips, pair->line,
        arena_format(arena, "This setting stands below [%s], which the kiosk does not know.",
                     pair->section),
        nearest ? arena_format(arena, "Did you mean [%s]?", nearest)
                : "Take that heading and the lines below it away.");
}

static int find_option(const struct option_table *table, const char *section, const char *key) {
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (strcasecmp(option->key, key) == 0 && strcasecmp(option->section, section) == 0) {
            return i;
        }
    }
    return -1;
}

// Said once for lines that follow each other: below a missing heading they are all in the wrong
// place.
static bool is_moved_too(struct option_typo *slips, int to) {
    const char *section = slips->table->options[to].section;
    bool is_same = slips->moved_to && strcmp(slips->moved_to, section) == 0;
    slips->moved_to = section;
    return is_same;
}

static void add_strange_key(struct option_typo *slips, const struct ini_pair *pair,
                            const char *section) {
    struct arena *arena = slips->findings->arena;
    int elsewhere = find_key(slips->table, pair->key);
    const char *nearest = find_nearest(slips->table, pair->key, false);
    const char *what = arena_format(arena, "“%s” is not a setting below [%s].", pair->key, section);
    const char *todo = "Take this line away, or put # in front of it.";
    if (elsewhere >= 0 && is_moved_too(slips, elsewhere)) {
        return;
    }
    if (elsewhere >= 0) {
        todo = arena_format(arena, "Move this line below [%s], or write [%s] above it.",
                            slips->moved_to, slips->moved_to);
    } else if (nearest) {
        todo = arena_format(arena, "Did you mean “%s”?", nearest);
    }
    add(slips, pair->line, what, todo);
}

int option_typo_find(struct option_typo *slips, const struct ini_pair *pair) {
    const char *section = pair->section;
    if (!has_section(slips->table, section)) {
        section = section[0] ? find_nearest(slips->table, section, true) : NULL;
        add_strange_section(slips, pair, section);
    }
    int at = section ? find_option(slips->table, section, pair->key) : -1;
    if (at >= 0) {
        slips->moved_to = NULL;
    } else if (slips->lost) {
        at = find_option(slips->table, slips->lost, pair->key);
    }
    if (at < 0) {
        note_meant(slips, pair->key);
    }
    if (at < 0 && section) {
        add_strange_key(slips, pair, section);
    }
    return at;
}

void option_typo_take_refused(struct option_typo *slips, struct str line) {
    const char *text = arena_text(slips->findings->arena, line);
    if (has_section(slips->table, text)) {
        slips->lost = text;
        return;
    }
    size_t size = 0;
    while (size < line.size && !strchr("=: \t", line.at[size])) {
        size++;
    }
    note_meant(slips, arena_text(slips->findings->arena, (struct str){line.at, size}));
}

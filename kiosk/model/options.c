// SPDX-License-Identifier: MIT
// The option table at work. A pair of the file is looked up, its value is read by the function of
// its kind, and what was never seen is compared with what is required at the end.
#include "model/options.h"

#include "base/ini.h"
#include "base/spelling.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct load {
    const struct option_table *table;
    const char *path;
    const char *strange_section; // the last one that was reported
    struct findings *findings;
    int seen_line[OPTIONS_MAX];
};

void option_refuse(const struct option_reading *reading, const char *value, const char *what,
                   const char *todo) {
    const char *key = reading->option->key;
    struct arena *arena = reading->findings->arena;
    const char *line = value[0] ? arena_format(arena, "“%s = %s” %s", key, value, what)
                                : arena_format(arena, "“%s” has no value.", key);
    finding_add(reading->findings, (struct finding){.level = FINDING_ERROR,
                                                    .path = reading->path,
                                                    .line = reading->line,
                                                    .what = line,
                                                    .todo = todo});
}

static void *place_of(const struct option_reading *reading) {
    return (char *)reading->target + reading->option->offset;
}

static int letters_in(struct str text) {
    int count = 0;
    const char *end = text.at + text.size;
    for (const char *at = text.at; at < end; count++) {
        utf8_next(&at, end);
    }
    return count;
}

static void take_text(const struct option_reading *reading, const char *value) {
    const struct option *option = reading->option;
    struct arena *arena = reading->findings->arena;
    if (value[0] == '\0' && option->is_required) {
        option_refuse(
            reading, value, "",
            arena_format(arena, "Write it like this: %s = %s.", option->key, option->example));
        return;
    }
    if (letters_in(str_from(value)) > option->most) {
        option_refuse(reading, value, "is too long.",
                      arena_format(arena, "Use up to %d letters.", option->most));
        return;
    }
    char *text = arena_text(arena, str_from(value));
    for (char *tab = text; (tab = strchr(tab, '\t')) != NULL;) {
        *tab = ' ';
    }
    memcpy(place_of(reading), &text, sizeof text);
}

static void refuse_number(const struct option_reading *reading, const char *value,
                          const char *what) {
    const struct option *option = reading->option;
    struct arena *arena = reading->findings->arena;
    const char *todo =
        option->kind == OPTION_DECIMAL
            ? arena_format(arena, "Write a number from %d to %d, or 0 when it is not known.",
                           option->least, option->most)
            : arena_format(arena, "Write a whole number from %d to %d.", option->least,
                           option->most);
    option_refuse(reading, value, what, todo);
}

static bool has_only(const char *value, const char *signs) {
    return value[0] && value[strspn(value, signs)] == '\0';
}

static void take_number(const struct option_reading *reading, const char *value) {
    long number = strtol(value, NULL, 10);
    if (!has_only(value, "0123456789")) {
        refuse_number(reading, value, "is not a whole number.");
    } else if (strlen(value) > 9 || number > reading->option->most) {
        refuse_number(reading, value, "is too much.");
    } else if (number < reading->option->least) {
        refuse_number(reading, value, "is too little.");
    } else {
        *(int *)place_of(reading) = (int)number;
    }
}

// Digits with one point or comma; strtod would take the machine's language into account.
static void take_decimal(const struct option_reading *reading, const char *value) {
    size_t whole = strspn(value, "0123456789");
    const char *tail = value + whole + (value[whole] == '.' || value[whole] == ',');
    if (!has_only(value, "0123456789.,") || whole == 0 || whole > 6 || strlen(tail) > 6 ||
        tail[strspn(tail, "0123456789")] != '\0') {
        refuse_number(reading, value, "is not a number.");
        return;
    }
    double number = (double)strtol(value, NULL, 10);
    double part = 0.1;
    for (; *tail; tail++, part /= 10) {
        number += (*tail - '0') * part;
    }
    if (number > 0 && (number < reading->option->least || number > reading->option->most)) {
        refuse_number(reading, value, "cannot be right.");
        return;
    }
    *(double *)place_of(reading) = number;
}

// "normal, larger or largest"
static const char *choice_names(const struct option_choice *choices, struct arena *arena) {
    const char *names = choices[0].name;
    for (int i = 1; choices[i].name; i++) {
        const char *joint = choices[i + 1].name ? ", " : " or ";
        names = arena_format(arena, "%s%s%s", names, joint, choices[i].name);
    }
    return names;
}

static const struct option_choice *find_choice(const struct option_reading *reading,
                                               const struct option_choice *choices,
                                               const char *value) {
    for (int i = 0; choices[i].name; i++) {
        if (strcasecmp(choices[i].name, value) == 0) {
            return &choices[i];
        }
    }
    struct arena *arena = reading->findings->arena;
    option_refuse(reading, value, "is not one of the choices.",
                  arena_format(arena, "Write %s.", choice_names(choices, arena)));
    return NULL;
}

static void take_choice(const struct option_reading *reading, const char *value) {
    const struct option_choice *choice = find_choice(reading, reading->option->choices, value);
    if (choice) {
        memcpy(place_of(reading), &choice->value, sizeof choice->value);
    }
}

static const struct option_choice flags[] = {{"on", 1}, {"off", 0}, {NULL, 0}};

static void take_flag(const struct option_reading *reading, const char *value) {
    const struct option_choice *choice = find_choice(reading, flags, value);
    if (choice) {
        *(bool *)place_of(reading) = choice->value != 0;
    }
}

static void take_own(const struct option_reading *reading, const char *value) {
    reading->option->take(reading, value);
}

static void (*const takers[])(const struct option_reading *, const char *) = {
    [OPTION_TEXT] = take_text,     [OPTION_NUMBER] = take_number, [OPTION_DECIMAL] = take_decimal,
    [OPTION_CHOICE] = take_choice, [OPTION_FLAG] = take_flag,     [OPTION_OWN] = take_own,
};
static_assert(COUNT_OF(takers) == OPTION_KIND_COUNT, "a reader for every kind");

void options_init(const struct option_table *table, struct arena *arena) {
    struct findings findings = {.arena = arena};
    assert(table->count <= OPTIONS_MAX);
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        const struct option_reading reading = {option, table->target, table->file_name, 0,
                                               &findings};
        if (option->kind == OPTION_TEXT) {
            memcpy(place_of(&reading), &option->standard, sizeof option->standard);
        } else if (option->standard[0]) {
            takers[option->kind](&reading, option->standard);
        }
    }
    assert(findings.count == 0);
}

static void add(const struct load *load, int line, const char *what, const char *todo) {
    finding_add(
        load->findings,
        (struct finding){
            .level = FINDING_ERROR, .path = load->path, .line = line, .what = what, .todo = todo});
}

static bool has_section(const struct option_table *table, const char *section) {
    for (int i = 0; i < table->count; i++) {
        if (strcasecmp(table->options[i].section, section) == 0) {
            return true;
        }
    }
    return false;
}

static const char *nearest_section(const struct option_table *table, const char *section) {
    const char *nearest = NULL;
    int least = SPELLING_FAR;
    for (int i = 0; i < table->count; i++) {
        int distance = spelling_distance(section, table->options[i].section);
        if (distance < least) {
            least = distance;
            nearest = table->options[i].section;
        }
    }
    return nearest;
}

// Once for each strange section, at its first setting.
static void add_strange_section(struct load *load, const struct ini_pair *pair) {
    struct arena *arena = load->findings->arena;
    if (load->strange_section && strcmp(load->strange_section, pair->section) == 0) {
        return;
    }
    load->strange_section = arena_text(arena, str_from(pair->section));
    if (pair->section[0] == '\0') {
        add(load, pair->line, "This setting stands above the first heading.",
            arena_format(arena, "Put a heading such as [%s] above it.",
                         load->table->options[0].section));
        return;
    }
    const char *nearest = nearest_section(load->table, pair->section);
    add(load, pair->line,
        arena_format(arena, "This setting stands below [%s], which the kiosk does not know.",
                     pair->section),
        nearest ? arena_format(arena, "Did you mean [%s]?", nearest)
                : "Take that heading and the lines below it away.");
}

static const struct option *nearest_option(const struct option_table *table, const char *key) {
    const struct option *nearest = NULL;
    int least = SPELLING_FAR;
    for (int i = 0; i < table->count; i++) {
        int distance = spelling_distance(key, table->options[i].key);
        if (distance < least) {
            least = distance;
            nearest = &table->options[i];
        }
    }
    return nearest;
}

static void add_strange_key(const struct load *load, const struct ini_pair *pair) {
    struct arena *arena = load->findings->arena;
    const struct option *nearest = nearest_option(load->table, pair->key);
    const char *what =
        arena_format(arena, "“%s” is not a setting below [%s].", pair->key, pair->section);
    const char *todo = "Take this line away, or put # in front of it.";
    if (nearest && strcasecmp(nearest->key, pair->key) == 0) {
        todo = arena_format(arena, "Move this line below [%s].", nearest->section);
    } else if (nearest) {
        todo = arena_format(arena, "Did you mean “%s”?", nearest->key);
    }
    add(load, pair->line, what, todo);
}

static int find_option(const struct option_table *table, const struct ini_pair *pair) {
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (strcasecmp(option->key, pair->key) == 0 &&
            strcasecmp(option->section, pair->section) == 0) {
            return i;
        }
    }
    return -1;
}

static void take_pair(void *self, const struct ini_pair *pair) {
    struct load *load = self;
    int at = find_option(load->table, pair);
    if (at < 0 && !has_section(load->table, pair->section)) {
        add_strange_section(load, pair);
        return;
    }
    if (at < 0) {
        add_strange_key(load, pair);
        return;
    }
    const struct option *option = &load->table->options[at];
    if (load->seen_line[at] > 0 && !option->is_repeatable) {
        add(load, pair->line,
            arena_format(load->findings->arena, "“%s” stands here again, after line %d.",
                         option->key, load->seen_line[at]),
            "Keep one of the two lines.");
        return;
    }
    load->seen_line[at] = pair->line;
    const struct option_reading reading = {option, load->table->target, load->path, pair->line,
                                           load->findings};
    takers[option->kind](&reading, pair->value);
}

void options_load(const struct option_table *table, struct str text, const char *path,
                  struct findings *findings) {
    struct load load = {.table = table, .path = path, .findings = findings};
    const struct ini_taker taker = {&load, take_pair};
    ini_load(text, path, &taker, findings);
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (option->is_required && load.seen_line[i] == 0) {
            add(&load, 0, arena_format(findings->arena, "“%s” is missing.", option->key),
                arena_format(findings->arena, "Add the line “%s = %s” below [%s].", option->key,
                             option->example, option->section));
        }
    }
}

static const char *values_of(const struct option *option, struct arena *arena) {
    switch (option->kind) {
    case OPTION_TEXT:
        return arena_format(arena, "up to %d letters", option->most);
    case OPTION_NUMBER:
        return arena_format(arena, "%d to %d", option->least, option->most);
    case OPTION_DECIMAL:
        return arena_format(arena, "0, or %d to %d", option->least, option->most);
    case OPTION_CHOICE:
        return choice_names(option->choices, arena);
    case OPTION_FLAG:
        return choice_names(flags, arena);
    default:
        return option->example;
    }
}

static const char *note_of(const struct option *option, struct arena *arena) {
    if (option->is_required) {
        return "Required.";
    }
    if (option->is_repeatable) {
        return "May stand on several lines.";
    }
    return arena_format(arena, "Without it: %s.", option->standard[0] ? option->standard : "empty");
}

const char *options_reference(const struct option_table *table, struct arena *arena) {
    const char *text = arena_format(arena, "%s\n", table->file_name);
    const char *section = "";
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (strcmp(section, option->section) != 0) {
            section = option->section;
            text = arena_format(arena, "%s\n[%s]\n", text, section);
        }
        text = arena_format(arena, "%s\n%s = %s\n    %s %s\n", text, option->key,
                            values_of(option, arena), option->meaning, note_of(option, arena));
    }
    return text;
}

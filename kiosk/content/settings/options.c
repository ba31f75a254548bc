// SPDX-License-Identifier: MIT
// The option table at work. A pair of the file is looked up, its value is read by the function of
// its kind, and what was never seen is compared with what is required at the end.
#include "content/settings/options.h"

#include "base/bidi_quote.h"
#include "base/ini.h"
#include "base/utf8.h"
#include "content/settings/option_typo.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct load {
    void *target;
    const struct option_table *table;
    struct option_file *file;
    struct findings *findings;
    struct option_typo slips;
};

void option_add_error(const struct option_line *line, const char *what, const char *todo) {
    struct arena *arena = line->findings->arena;
    const char *space = line->value[0] ? " " : "";
    finding_add(line->findings,
                (struct finding){.level = FINDING_ERROR,
                                 .path = line->path,
                                 .line = line->line,
                                 .what = arena_format(arena, "“%s =%s%s” %s", line->option->key,
                                                      space, bidi_quote(line->value, arena), what),
                                 .todo = todo});
}

static void *place_of(void *target, const struct option_line *line) {
    return (char *)target + line->option->offset;
}

static int letters_in(struct str text) {
    int count = 0;
    const char *end = text.at + text.size;
    for (const char *at = text.at; at < end; count++) {
        utf8_next(&at, end);
    }
    return count;
}

static void read_text(void *target, const struct option_line *line) {
    const struct option *option = line->option;
    struct arena *arena = line->findings->arena;
    if (line->value[0] == '\0' && option->is_required) {
        option_add_error(line, "is empty.", option->about);
        return;
    }
    if (letters_in(str_from(line->value)) > option->most) {
        option_add_error(line, "is too long for the screen.",
                         arena_format(arena, "Use up to %d letters.", option->most));
        return;
    }
    char *text = arena_text(arena, str_from(line->value));
    for (char *tab = text; (tab = strchr(tab, '\t')) != NULL;) {
        *tab = ' ';
    }
    memcpy(place_of(target, line), &text, sizeof text);
}

static const char *limits_text(const struct option *option, struct arena *arena) {
    return arena_format(arena, "%s%d to %d", option->allows_zero ? "0, or " : "", option->least,
                        option->most);
}

static void refuse_number(const struct option_line *line, const char *what) {
    struct arena *arena = line->findings->arena;
    option_add_error(line, what,
                     arena_format(arena, "Write a number: %s.", limits_text(line->option, arena)));
}

static void read_number(void *target, const struct option_line *line) {
    const char *value = line->value;
    long number = strtol(value, NULL, 10);
    if (!value[0] || value[strspn(value, "0123456789")]) {
        refuse_number(line, "is not a whole number.");
    } else if (strlen(value) > 9 || number > line->option->most) {
        refuse_number(line, "is too large.");
    } else if (number < line->option->least) {
        refuse_number(line, "is too small.");
    } else {
        *(int *)place_of(target, line) = (int)number;
    }
}

// Digits with one point or comma; strtod would ask for the machine's language.
static bool parse_decimal(const char *value, double *number) {
    size_t whole = strspn(value, "0123456789");
    const char *tail = value + whole + (value[whole] == '.' || value[whole] == ',');
    if (whole == 0 || whole > 6 || strlen(tail) > 6 || tail[strspn(tail, "0123456789")]) {
        return false;
    }
    *number = (double)strtol(value, NULL, 10);
    double part = 1;
    for (; *tail; tail++) {
        part /= 10;
        *number += (*tail - '0') * part;
    }
    return true;
}

static void read_decimal(void *target, const struct option_line *line) {
    double number = 0;
    if (!parse_decimal(line->value, &number)) {
        refuse_number(line, "is not a number.");
    } else if (number > line->option->most) {
        refuse_number(line, "is too large.");
    } else if (number < line->option->least && !(line->option->allows_zero && number <= 0)) {
        refuse_number(line, "is too small.");
    } else {
        *(double *)place_of(target, line) = number;
    }
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

static const struct option_choice *find_choice(const struct option_line *line,
                                               const struct option_choice *choices) {
    for (int i = 0; choices[i].name; i++) {
        if (strcasecmp(choices[i].name, line->value) == 0) {
            return &choices[i];
        }
    }
    struct arena *arena = line->findings->arena;
    option_add_error(line, "is not one of the choices.",
                     arena_format(arena, "Write %s.", choice_names(choices, arena)));
    return NULL;
}

static void read_choice(void *target, const struct option_line *line) {
    const struct option_choice *choice = find_choice(line, line->option->choices);
    if (choice) {
        memcpy(place_of(target, line), &choice->value, sizeof choice->value);
    }
}

static const struct option_choice switches[] = {{"on", 1}, {"off", 0}, {NULL, 0}};

static void read_switch(void *target, const struct option_line *line) {
    const struct option_choice *choice = find_choice(line, switches);
    if (choice) {
        *(bool *)place_of(target, line) = choice->value != 0;
    }
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

static bool is_date(const char *value) {
    for (int i = 0; i < 10; i++) {
        bool is_digit = value[i] >= '0' && value[i] <= '9';
        if (i == 4 || i == 7 ? value[i] != '-' : !is_digit) {
            return false;
        }
    }
    int year = (int)strtol(value, NULL, 10);
    int month = (int)strtol(value + 5, NULL, 10);
    int day = (int)strtol(value + 8, NULL, 10);
    return value[10] == '\0' && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in(year, month);
}

static void read_date(void *target, const struct option_line *line) {
    if (line->value[0] && !is_date(line->value)) {
        option_add_error(line, "is not a day written as year-month-day.",
                         "Write it such as 2026-11-01, or leave it empty.");
        return;
    }
    long year = strtol(line->value, NULL, 10);
    if (line->value[0] && (year < 2000 || year > 2100)) {
        option_add_error(line, "has a year that cannot be right.", "Write it such as 2026-11-01.");
        return;
    }
    const char *text = arena_text(line->findings->arena, str_from(line->value));
    memcpy(place_of(target, line), &text, sizeof text);
}

static void read_own(void *target, const struct option_line *line) {
    line->option->read(target, line);
}

static void (*const readers[])(void *, const struct option_line *) = {
    [OPTION_TEXT] = read_text,     [OPTION_NUMBER] = read_number, [OPTION_DECIMAL] = read_decimal,
    [OPTION_CHOICE] = read_choice, [OPTION_SWITCH] = read_switch, [OPTION_DATE] = read_date,
    [OPTION_OWN] = read_own,
};
static_assert(COUNT_OF(readers) == OPTION_KIND_COUNT, "a reader for every kind");

void options_init(void *target, const struct option_table *table, struct arena *arena) {
    struct findings findings = {.arena = arena};
    assert(table->count <= OPTIONS_LIMIT);
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        const struct option_line line = {option, option->standard, "", 0, &findings};
        if (option->kind == OPTION_TEXT) {
            memcpy(place_of(target, &line), &option->standard, sizeof option->standard);
        } else if (option->standard) {
            readers[option->kind](target, &line);
        }
    }
    assert(findings.count == 0);
}

static void add(const struct load *load, int line, const char *what, const char *todo) {
    finding_add(load->findings, (struct finding){.level = FINDING_ERROR,
                                                 .path = load->file->path,
                                                 .line = line,
                                                 .what = what,
                                                 .todo = todo});
}

static void take_pair(void *self, const struct ini_pair *pair) {
    struct load *load = self;
    int at = option_typo_find(&load->slips, pair);
    if (at < 0) {
        return;
    }
    const struct option *option = &load->table->options[at];
    int *first_line = &load->file->line_of[at];
    if (*first_line > 0 && !option->may_repeat) {
        add(load, pair->line,
            arena_format(load->findings->arena, "“%s” stands here again, after line %d.",
                         option->key, *first_line),
            "Keep one of the two lines.");
        return;
    }
    *first_line = pair->line;
    const struct option_line line = {option, pair->value, load->file->path, pair->line,
                                     load->findings};
    readers[option->kind](load->target, &line);
}

static void take_refused(void *self, struct str line) {
    struct load *load = self;
    option_typo_take_refused(&load->slips, line);
}

void options_load(void *target, const struct option_table *table, struct option_file *file,
                  struct findings *findings) {
    struct load load = {.target = target, .table = table, .file = file, .findings = findings};
    const struct ini_taker taker = {&load, take_pair, take_refused};
    load.slips = (struct option_typo){.table = table, .path = file->path, .findings = findings};
    ini_load(file->ini, file->path, &taker, findings);
    for (int i = 0; i < table->count; i++) {
        const struct option *option = &table->options[i];
        if (option->is_required && file->line_of[i] == 0 && !load.slips.is_meant[i]) {
            add(&load, 0,
                arena_format(findings->arena, "“%s” is missing below [%s].", option->key,
                             option->section),
                option->about);
        }
    }
}

static const char *choice_name(const struct option_choice *choices, int value) {
    for (int i = 0; choices[i].name; i++) {
        if (choices[i].value == value) {
            return choices[i].name;
        }
    }
    return "";
}

const char *options_value(const void *source, const struct option *option, struct arena *arena) {
    const void *at = (const char *)source + option->offset;
    const char *text = NULL;
    int number = 0;
    switch (option->kind) {
    case OPTION_TEXT:
    case OPTION_DATE:
        memcpy(&text, at, sizeof text);
        return text ? text : "";
    case OPTION_NUMBER:
        memcpy(&number, at, sizeof number);
        return arena_format(arena, "%d", number);
    case OPTION_CHOICE:
        memcpy(&number, at, sizeof number);
        return choice_name(option->choices, number);
    case OPTION_SWITCH:
        return choice_name(switches, *(const bool *)at);
    case OPTION_DECIMAL:
        return arena_format(arena, "%g", *(const double *)at);
    default:
        return NULL;
    }
}

static const char *form_of(const struct option *option, struct arena *arena) {
    switch (option->kind) {
    case OPTION_TEXT:
        return arena_format(arena, "up to %d letters", option->most);
    case OPTION_NUMBER:
    case OPTION_DECIMAL:
        return limits_text(option, arena);
    case OPTION_CHOICE:
        return choice_names(option->choices, arena);
    case OPTION_SWITCH:
        return choice_names(switches, arena);
    case OPTION_DATE:
        return "year-month-day";
    default:
        return option->form;
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
        text = arena_format(arena, "%s\n%s = %s\n    %s %s\n", text, option->key,
                            form_of(option, arena), option->about, note_of(option, arena));
    }
    return text;
}

// SPDX-License-Identifier: MIT
// A reader for each kind of option. Numbers and days are read digit by digit: the C library's own
// readers ask for the machine's language, and take more than staff should write.
#include "content/settings/options.h"

#include "base/utf8.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

void option_add_error(const struct option_line *line, const char *what, const char *todo) {
    struct arena *arena = line->findings->arena;
    const char *space = line->value[0] ? " " : "";
    const char *value = finding_quote(line->value, arena);
    finding_error(line->findings, line->place,
                  arena_format(arena, "“%s =%s%s” %s", line->key, space, value, what), todo);
}

void *option_place(const struct option_line *line) {
    return (char *)line->target + line->option->offset;
}

void option_set_text(const struct option_line *line) {
    *(const char **)option_place(line) = line->value;
}

static void read_text(const struct option_line *line) {
    if (line->value[0] == '\0' && line->option->is_required) {
        option_add_error(line, "is empty.", line->option->about);
    } else if (utf8_letter_count(str_from(line->value)) > line->option->most) {
        option_add_error(
            line, "is too long for the screen.",
            arena_format(line->findings->arena, "Use up to %d letters.", line->option->most));
    } else {
        char *text = arena_text(line->findings->arena, str_from(line->value));
        for (char *tab = text; (tab = strchr(tab, '\t')) != NULL;) {
            *tab = ' '; // as it comes from a spreadsheet
        }
        *(const char **)option_place(line) = text;
    }
}

static const char *limits_text(const struct option *option, struct arena *arena) {
    return arena_format(arena, "%s%d to %d", option->allows_zero ? "0, or " : "", option->least,
                        option->most);
}

// Digits, and in a decimal one point or comma.
static bool parse_number(const char *value, enum option_kind kind, double *number) {
    size_t whole = strspn(value, DIGITS);
    const char *tail = value + whole;
    tail += kind == OPTION_DECIMAL && (*tail == '.' || *tail == ',');
    double part = 1;
    *number = (double)strtol(value, NULL, 10);
    for (; char_is_digit(*tail); tail++) {
        part /= 10;
        *number += (*tail - '0') * part;
    }
    return whole > 0 && !*tail;
}

static void read_number(const struct option_line *line) {
    const struct option *option = line->option;
    struct arena *arena = line->findings->arena;
    bool is_decimal = option->kind == OPTION_DECIMAL;
    double number = 0;
    const char *what = NULL;
    if (!parse_number(line->value, option->kind, &number)) {
        what = is_decimal ? "is not a number." : "is not a whole number.";
    } else if (number > option->most) {
        what = "is too large.";
    } else if (number < option->least && !(option->allows_zero && number <= 0)) {
        what = "is too small.";
    }
    if (what) {
        option_add_error(line, what,
                         arena_format(arena, "Write a number: %s.", limits_text(option, arena)));
    } else if (is_decimal) {
        *(double *)option_place(line) = number;
    } else {
        *(int *)option_place(line) = (int)number;
    }
}

static const struct option_choice *choices_of(const struct option *option) {
    static const struct option_choice switches[] = {{"on", 1}, {"off", 0}, {NULL, 0}};
    return option->kind == OPTION_SWITCH ? switches : option->choices;
}

// "normal, larger or largest"
static const char *choice_names(const struct option *option, struct arena *arena) {
    const struct option_choice *choices = choices_of(option);
    const char *names = choices[0].name;
    for (int i = 1; choices[i].name; i++) {
        const char *joint = choices[i + 1].name ? ", " : " or ";
        names = arena_format(arena, "%s%s%s", names, joint, choices[i].name);
    }
    return names;
}

static void read_choice(const struct option_line *line) {
    struct arena *arena = line->findings->arena;
    const struct option_choice *choice = choices_of(line->option);
    while (choice->name && strcasecmp(choice->name, line->value) != 0) {
        choice++;
    }
    if (!choice->name) {
        option_add_error(line, "is not one of the choices.",
                         arena_format(arena, "Write %s.", choice_names(line->option, arena)));
    } else if (line->option->kind == OPTION_SWITCH) {
        *(bool *)option_place(line) = choice->value != 0;
    } else {
        *(int *)option_place(line) = choice->value;
    }
}

static int days_in(long year, long month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

static bool parse_date(const char *value, long *year) {
    char y[5], m[3], d[3];
    int size = 0;
    int count = sscanf(value, "%4[0-9]-%2[0-9]-%2[0-9]%n", y, m, d, &size);
    if (count != 3 || size != 10 || value[size]) {
        return false;
    }
    long month = strtol(m, NULL, 10);
    long day = strtol(d, NULL, 10);
    *year = strtol(y, NULL, 10);
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in(*year, month);
}

static void read_date(const struct option_line *line) {
    long year = 2000;
    if (line->value[0] && !parse_date(line->value, &year)) {
        option_add_error(line, "is not a day written as year-month-day.",
                         "Write it such as 2026-11-01, or leave it empty.");
    } else if (year < 2000 || year > 2100) {
        option_add_error(line, "has a year that cannot be right.", "Write it such as 2026-11-01.");
    } else {
        option_set_text(line);
    }
}

void option_read(const struct option_line *line) {
    static void (*const readers[])(const struct option_line *) = {
        [OPTION_TEXT] = read_text,      [OPTION_NUMBER] = read_number,
        [OPTION_DECIMAL] = read_number, [OPTION_CHOICE] = read_choice,
        [OPTION_SWITCH] = read_choice,  [OPTION_DATE] = read_date,
    };
    static_assert(COUNT_OF(readers) == OPTION_OWN, "a reader for every kind but that");
    const struct option *option = line->option;
    (option->kind == OPTION_OWN ? option->read : readers[option->kind])(line);
}

static const char *choice_text(const struct option *option, int value) {
    const struct option_choice *choice = choices_of(option);
    while (choice->name && choice->value != value) {
        choice++;
    }
    return choice->name;
}

const char *option_text(const void *source, const struct option *option, struct arena *arena) {
    const void *at = (const char *)source + option->offset;
    switch (option->kind) {
    case OPTION_TEXT:
    case OPTION_DATE:
        return *(const char *const *)at;
    case OPTION_NUMBER:
        return arena_format(arena, "%d", *(const int *)at);
    case OPTION_CHOICE:
        return choice_text(option, *(const int *)at);
    case OPTION_SWITCH:
        return choice_text(option, *(const bool *)at);
    default:
        return NULL;
    }
}

const char *option_form(const struct option *option, struct arena *arena) {
    switch (option->kind) {
    case OPTION_TEXT:
        return arena_format(arena, "up to %d letters", option->most);
    case OPTION_NUMBER:
    case OPTION_DECIMAL:
        return limits_text(option, arena);
    case OPTION_CHOICE:
    case OPTION_SWITCH:
        return choice_names(option, arena);
    case OPTION_DATE:
        return "year-month-day";
    default:
        return option->form;
    }
}

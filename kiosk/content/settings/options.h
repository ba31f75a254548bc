// SPDX-License-Identifier: MIT
// One mechanism for every settings file: a table of options says what may stand there, and from
// that table the file is read, its findings are made and its reference is printed. A setting that
// is in no table does not exist.
#ifndef DIT_OPTIONS_H
#define DIT_OPTIONS_H

#include "base/finding.h"

enum option_kind {
    OPTION_TEXT,    // const char *; `most` is its length in letters
    OPTION_NUMBER,  // int
    OPTION_DECIMAL, // double
    OPTION_CHOICE,  // an enum or int, from `choices`
    OPTION_SWITCH,  // bool: on or off
    OPTION_DATE,    // const char *: YYYY-MM-DD, or empty
    OPTION_OWN,     // read by `read`
    OPTION_KIND_COUNT,
};

struct option_choice {
    const char *name;
    int value;
};

struct option_line;

struct option {
    const char *section, *key;
    enum option_kind kind;
    const char *standard; // the default, as it would stand in the file; NULL: there is none
    int least, most;
    size_t offset;                       // in the struct that the table fills
    const struct option_choice *choices; // ends with a name that is NULL
    void (*read)(void *target, const struct option_line *line);
    const char *form;  // of OPTION_OWN, for the reference: "a telephone number"
    const char *plain; // its name for people, where changes of it are told
    const char *about; // whole sentences for staff
    bool is_required, may_repeat, allows_zero;
};

// What a `read` function is given.
struct option_line {
    const struct option *option;
    const char *value;
    const char *path;
    int line;
    struct findings *findings;
};

enum { OPTIONS_LIMIT = 32 };

struct option_table {
    const struct option *options;
    int count; // at most OPTIONS_LIMIT
};

struct option_file {
    struct str ini; // UTF-8 with LF
    const char *path;
    int line_of[OPTIONS_LIMIT]; // filled: where each option stands, 0 where it does not
};

// Fills the target with every option's default.
void options_init(void *target, const struct option_table *table, struct arena *arena);

// A fault is a finding on file->path and leaves the option as it was.
void options_load(void *target, const struct option_table *table, struct option_file *file,
                  struct findings *findings);

// An option's value as it would stand in the file; NULL for OPTION_OWN.
const char *options_value(const void *source, const struct option *option, struct arena *arena);

const char *options_reference(const struct option_table *table, struct arena *arena);

// An error on that line: “key = value” WHAT
void option_add_error(const struct option_line *line, const char *what, const char *todo);

#endif

// SPDX-License-Identifier: MIT
// One mechanism for every settings file: a table of options says what may stand there, and from
// that table the file is read, its findings are made and its reference is printed. A setting that
// is in no table does not exist.
#pragma once

#include "base/finding.h"

// One setting as a row of a table: what may stand there, where it is kept, and how it comes from
// the text of a file into its place and back (option.c).
enum option_kind {
    OPTION_TEXT,    // const char *; `most` is its length in letters
    OPTION_NUMBER,  // int
    OPTION_DECIMAL, // double
    OPTION_CHOICE,  // an enum or int, from `choices`
    OPTION_SWITCH,  // bool: on or off
    OPTION_DATE,    // const char *: YYYY-MM-DD, or empty
    OPTION_OWN,     // read by `read`
};

struct option_choice {
    const char *name;
    int value;
};

struct option_line;

struct option {
    const char *section, *key; // with `has_tail`, what the key begins with: "poster."
    enum option_kind kind;
    const char *standard; // the default, as it would stand in the file; NULL: there is none
    int least, most;
    size_t offset;                       // in the struct that the table fills
    const struct option_choice *choices; // ends with a name that is NULL
    void (*read)(const struct option_line *line);
    const char *form;  // of OPTION_OWN, for the reference: "a telephone number"
    const char *plain; // its name for people, where changes of it are told
    const char *about; // whole sentences for staff
    bool is_required, may_repeat, allows_zero, has_tail;
};

// What a `read` function is given.
struct option_line {
    const struct option *option;
    const char *key; // as it is written
    void *target;
    const char *value; // lives as long as the target
    struct finding_place place;
    struct findings *findings;
};

// Sets the option in the target. A fault is an error, and leaves the target as it was.
void option_read(const struct option_line *line);

// Where the option's value is kept in the target; a text there is the line's own from now on.
void *option_place(const struct option_line *line);
void option_set_text(const struct option_line *line);

// An error on that line: “key = value” WHAT
void option_add_error(const struct option_line *line, const char *what, const char *todo);

// The value as it would stand in the file; NULL for OPTION_OWN.
const char *option_text(const void *source, const struct option *option, struct arena *arena);

// What may stand there, such as "60 to 600" or "on or off".
const char *option_form(const struct option *option, struct arena *arena);

enum { OPTIONS_LIMIT = 32, OPTION_MEANT = -1 };

struct option_table {
    const struct option *options;
    int count; // at most OPTIONS_LIMIT
};

struct option_file {
    struct str ini; // UTF-8 with LF
    const char *path;
    int line_of[OPTIONS_LIMIT]; // filled: where each option stands; 0: nowhere; OPTION_MEANT: a
                                // line with a slip was to set it
};

// Fills the target with every option's default.
void options_init(void *target, const struct option_table *table, struct arena *arena);

// A fault is a finding on file->path and leaves the option as it was. Texts live in
// findings->arena.
void options_load(void *target, const struct option_table *table, struct option_file *file,
                  struct findings *findings);

const char *options_reference(const struct option_table *table, struct arena *arena);

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
    OPTION_DECIMAL, // double; 0 is always allowed and stands for "not known"
    OPTION_CHOICE,  // an enum or int, from `choices`
    OPTION_FLAG,    // bool: on or off
    OPTION_OWN,     // read by `take`
    OPTION_KIND_COUNT,
};

struct option_choice {
    const char *name;
    int value;
};

struct option_reading;

struct option {
    const char *section, *key;
    enum option_kind kind;
    bool is_required, is_repeatable;
    size_t offset; // in the struct that the table fills
    int least, most;
    const char *standard;                // the default, as it would be written in the file
    const char *example;                 // what staff are told to write
    const struct option_choice *choices; // ends with a name that is NULL
    void (*take)(const struct option_reading *reading, const char *value);
    const char *meaning; // whole sentences for staff
};

// What a `take` function is given.
struct option_reading {
    const struct option *option;
    void *target;
    const char *path;
    int line;
    struct findings *findings;
};

struct option_table {
    const char *file_name; // "kiosk.ini"
    const struct option *options;
    int count; // at most OPTIONS_MAX
    void *target;
};

enum { OPTIONS_MAX = 40 };

// Fills the target with every option's standard; those of OPTION_OWN without one are left alone.
void options_init(const struct option_table *table, struct arena *arena);

// Reads `text` (UTF-8 with LF). A fault is a finding on `path` and leaves the option as it was.
void options_load(const struct option_table *table, struct str text, const char *path,
                  struct findings *findings);

const char *options_reference(const struct option_table *table, struct arena *arena);

// An error on the line that is being read: “key = value” WHAT.
void option_refuse(const struct option_reading *reading, const char *value, const char *what,
                   const char *todo);

#endif

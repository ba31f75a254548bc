// SPDX-License-Identifier: MIT
// What every command's line has in common: its options as a table, one sentence and status 2 where
// it cannot be understood, and the help that the same table prints. It knows no command.
#ifndef DIT_COMMAND_LINE_H
#define DIT_COMMAND_LINE_H

#include "base/base.h"

enum { EXIT_DONE = 0, EXIT_USAGE = 2 };
enum { OPTION_LIMIT = 12 }; // of one command, its table's end included

enum value {
    VALUE_CONTENT,
    VALUE_STORE,
    VALUE_STICK,
    VALUE_DEVICE,
    VALUE_WINDOW,
    VALUE_OUT,
    VALUE_SIZE,
    VALUE_ROTATE,
    VALUE_THEME,
    VALUE_TEXT,
    VALUE_LANGUAGE,
    VALUE_DUMP,
    VALUE_NO_PICTURES,
    VALUE_EXPLAIN,
    VALUE_HELP,
    VALUE_COUNT,
};

// What the line says: of each option its argument, or "" where it takes none; NULL where absent.
struct arguments {
    const char *values[VALUE_COUNT];
    const char *folder; // the one word that is no option
};

struct option_row {
    const char *name;
    enum value value;
    const char *argument; // as the help names it; NULL: takes none
    const char *help;
};

struct command {
    const char *name;
    const char *synopsis;
    const char *about;
    const struct option_row *rows;
    int row_count;
    bool has_folder; // takes one word that is no option
    int (*run)(const struct command *command, const struct arguments *arguments);
    const char *more; // printed below the options
};

// Options may stand before and after the folder, as everywhere on Linux. 0, or EXIT_USAGE.
MUST_USE int command_line_read(const struct command *command, int argc, char **argv,
                               struct arguments *arguments);

// Says what is wrong as one sentence of three parts, and where the help is; EXIT_USAGE.
int command_line_complain(const struct command *command, const char *before, const char *word,
                          const char *after);

int command_line_help(const struct command *command); // on standard output; EXIT_DONE

// "WIDTHxHEIGHT" in pixels, from 320 to 8192 each.
MUST_USE bool command_line_size(const char *text, int *width_px, int *height_px);

// One of the words of a list that ends with NULL, as its index; -1 where `text` is none of them.
int command_line_word(const char *text, const char *const *words);

#endif

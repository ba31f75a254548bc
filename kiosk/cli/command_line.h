// SPDX-License-Identifier: MIT
// What every command's line has in common: its options as a table, from which the line is read, the
// help is printed, and one sentence is said where something is wrong or missing. The commands are
// values of one type, each in a file of its own.
#pragma once

#include "base/base.h"
#include "base/exit_code.h"

enum { OPTION_LIMIT = 10 }; // of one command

struct option_row {
    const char *name;
    const char *argument; // as the help names it; NULL: takes none
    const char *help;
};

// What the line says: of each row its argument, or "" where it takes none; NULL where absent.
struct arguments {
    const char *values[OPTION_LIMIT];
    const char *folder; // the one word that is no option
    bool wants_help;
};

struct command {
    const char *name, *synopsis, *about;
    const char *more; // printed below the options; NULL: nothing
    const struct option_row *options;
    int option_count;
    bool has_folder;           // takes one word that is no option
    const char *folder_needed; // what a line without it lacks; NULL: it may be left out
    const char *first_needed;  // the same of the first option
    int (*run)(const struct arguments *arguments); // the exit code
};

extern const struct command command_run, command_render, command_check, command_import,
    command_export, command_rollback, command_set_pin, command_deliver;

// Reads the line, of which argv[0] is not looked at, and runs the command or prints its help; the
// exit code. Options may stand before and after the folder, as everywhere on Linux.
MUST_USE int command_line_run(const struct command *command, int argc, char **argv);

// Says what is wrong in one sentence, and where the help is (NULL: the program's); EXIT_USAGE.
int command_line_complain(const struct command *command, const char *format, ...) PRINTF_LIKE(2, 3);

// "WIDTHxHEIGHT" in pixels, from 320 to 8192 each. False after a complaint.
MUST_USE bool command_line_size(const struct command *command, const char *text, int *width_px,
                                int *height_px);

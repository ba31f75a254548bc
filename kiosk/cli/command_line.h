// SPDX-License-Identifier: MIT
// What the commands have in common: their line and their findings. All options stand in one table,
// from which a line is read, its values are checked and the help is printed; a command says which
// of them it takes. The commands are values of one type, each in a file of its own.
#pragma once

#include "base/exit_code.h"
#include "base/finding.h"

enum option_name {
    OPTION_STORE,
    OPTION_STICK,
    OPTION_CONTENT,
    OPTION_DEVICE,
    OPTION_WINDOW,
    OPTION_OUT,
    OPTION_SIZE,
    OPTION_ROTATE,
    OPTION_THEME,
    OPTION_TEXT,
    OPTION_LANGUAGE,
    OPTION_DUMP,
    OPTION_NO_PICTURES,
    OPTION_EXPLAIN,
    OPTION_HELP,
    OPTION_FOLDER, // the one word that is no option
    OPTION_COUNT,
};

#define OPTION_BIT(name) (1U << OPTION_##name)

struct arguments {
    const char *values[OPTION_COUNT]; // "" of an option without a value; NULL: absent
    int choices[OPTION_COUNT];        // which of the words that an option takes; -1: absent
    int width_px, height_px;          // of --window and --size, or what they are otherwise
};

struct command {
    const char *name, *synopsis, *about;
    unsigned takes, needs;                         // a bit for each option
    int (*run)(const struct arguments *arguments); // the exit code
};

extern const struct command command_run, command_render, command_check, command_import,
    command_export, command_rollback, command_set_pin, command_deliver;

// Reads the line, of which argv[0] is not looked at, and runs the command or prints its help; the
// exit code. Options may stand before and after the folder, as everywhere on Linux.
MUST_USE int command_line_run(const struct command *command, int argc, char **argv);

// Says what is wrong in one sentence, and where the help is (NULL: the program's); EXIT_USAGE.
int command_line_complain(const struct command *command, const char *format, ...) PRINTF_LIKE(2, 3);

// Sorts findings and prints a line on standard output for each of `least` and graver; those that
// were not kept are counted on standard error. False, with a line in the log, where standard output
// cannot be written.
MUST_USE bool command_line_print(struct findings *findings, enum finding_level least);

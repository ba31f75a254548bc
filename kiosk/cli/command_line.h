// SPDX-License-Identifier: MIT
// What the commands have in common: their line and their findings. All options stand in one table,
// from which a line is read, its values are checked and the help is printed; a command says which
// of them it takes. The commands are values of one type, each in a file of its own.
#pragma once

#include "base/exit_code.h"
#include "base/finding.h"

// One list: the name, how a line spells it, how the help names its value (where it is one of some
// words, those; NULL: it has none), and the help.
// clang-format off
#define COMMAND_OPTIONS(OPTION) \
    OPTION(STORE, "store", "DIR", "the folder that keeps the content and the PIN") \
    OPTION(STICK, "stick", "DIR", "where the USB stick is (run: /run/dit-kiosk/stick)") \
    OPTION(CONTENT, "content", "DIR", "show the cards in DIR, where the store has none") \
    OPTION(DEVICE, "device", "FILE", "how the screen hangs (run: /etc/dit-kiosk/device.ini)") \
    OPTION(WINDOW, "window", "WxH", "size of the window on a desktop (1280x720)") \
    OPTION(OUT, "out", "OUT", "the folder for the pictures; it is created") \
    OPTION(SIZE, "size", "WxH", "pixels of the screen (1280x720)") \
    OPTION(ROTATE, "rotate", "0|90|180|270", "turn the picture clockwise") \
    OPTION(THEME, "theme", "light|contrast", "the colours; as kiosk.ini says otherwise") \
    OPTION(TEXT, "text", "normal|larger|largest", "the letters; as kiosk.ini says otherwise") \
    OPTION(LANGUAGE, "language", "TAG", "such as en; the first of kiosk.ini otherwise") \
    OPTION(DUMP, "dump", NULL, "write the display list of each picture beside it, as .txt") \
    OPTION(NO_PICTURES, "no-pictures", NULL, "with --dump: the display lists alone") \
    OPTION(KEEP, "keep", "screen|stick", "what was changed on both since the copy (screen)") \
    OPTION(TO, "to", "N", "the number of an earlier content (the one before)") \
    OPTION(EXPLAIN, "explain", NULL, "print what every setting means, its default and limits") \
    OPTION(HELP, "help", NULL, "this text")
// clang-format on

#define OPTION_ENUM(name, spelt, value, help) OPTION_##name,
enum option_name {
    COMMAND_OPTIONS(OPTION_ENUM) OPTION_FOLDER, // the one word that is no option
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
    unsigned needs, takes; // a bit for each option: those it has to have, and those it may have too
    int (*run)(const struct arguments *arguments); // the exit code
};

extern const struct command command_run, command_render, command_check, command_import,
    command_export, command_rollback, command_set_pin, command_deliver;

// Reads the line, of which argv[0] is not looked at, and runs the command or prints its help; the
// exit code. Options may stand before and after the folder, as everywhere on Linux.
MUST_USE int command_line_run(const struct command *command, int argc, char **argv);

// Where the line is that of a child of this program (see system/child.h), does its job; the exit
// code, for _exit, because a sandbox leaves nothing to tidy up with. -1: it is none.
int command_line_run_child(int argc, char **argv);

// Says what is wrong in one sentence, and where the help is (NULL: the program's); EXIT_USAGE.
int command_line_complain(const struct command *command, const char *format, ...) PRINTF_LIKE(2, 3);

// Sorts findings and prints a line on standard output for each of `least` and graver; those that
// were not kept are counted on standard error. False, with a line in the log, where standard output
// cannot be written.
MUST_USE bool command_line_print(struct findings *findings, enum finding_level least);

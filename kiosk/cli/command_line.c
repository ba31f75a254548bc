// SPDX-License-Identifier: MIT
// Reads a command's line by its table, with getopt, and complains in whole sentences.
#include "cli/command_line.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDE_MIN_PX = 320, SIDE_MAX_PX = 8192 };

int command_line_complain(const struct command *command, const char *before, const char *word,
                          const char *after) {
    fprintf(stderr, "dit-kiosk: %s%s%s See `dit-kiosk %s%s--help`.\n", before, word, after,
            command ? command->name : "", command ? " " : "");
    return EXIT_USAGE;
}

int command_line_help(const struct command *command) {
    printf("dit-kiosk %s\n\n%s\n\n", command->synopsis, command->about);
    for (int i = 0; i < command->row_count; i++) {
        const struct option_row *row = &command->rows[i];
        char left[40];
        snprintf(left, sizeof left, "--%s%s%s", row->name, row->argument ? " " : "",
                 row->argument ? row->argument : "");
        printf("  %-20s %s\n", left, row->help);
    }
    if (command->more) {
        printf("\n%s", command->more);
    }
    return EXIT_DONE;
}

int command_line_read(const struct command *command, int argc, char **argv,
                      struct arguments *arguments) {
    struct option options[OPTION_LIMIT] = {{0}};
    for (int i = 0; i < command->row_count; i++) {
        const struct option_row *row = &command->rows[i];
        options[i] = (struct option){row->name, row->argument ? required_argument : no_argument,
                                     NULL, row->value};
    }
    opterr = 0;
    int found;
    while ((found = getopt_long(argc, argv, ":", options, NULL)) != -1) {
        if (found == ':') {
            return command_line_complain(command, "The option ", argv[optind - 1],
                                         " needs a value behind it.");
        }
        if (found == '?') {
            return command_line_complain(command, "There is no option ", argv[optind - 1],
                                         " here.");
        }
        arguments->values[found] = optarg ? optarg : "";
    }
    if (optind < argc && command->has_folder) {
        arguments->folder = argv[optind++];
    }
    if (optind < argc) {
        return command_line_complain(command, "\"", argv[optind], "\" is one word too many.");
    }
    return 0;
}

static bool parse_side(const char **text, int *side_px) {
    size_t digits = strspn(*text, "0123456789");
    char *end;
    long side = strtol(*text, &end, 10);
    if (digits == 0 || digits > 4 || side < SIDE_MIN_PX || side > SIDE_MAX_PX) {
        return false;
    }
    *text = end;
    *side_px = (int)side;
    return true;
}

bool command_line_size(const char *text, int *width_px, int *height_px) {
    int w, h;
    if (!parse_side(&text, &w) || (*text != 'x' && *text != 'X')) {
        return false;
    }
    text++;
    if (!parse_side(&text, &h) || *text) {
        return false;
    }
    *width_px = w;
    *height_px = h;
    return true;
}

int command_line_word(const char *text, const char *const *words) {
    for (int i = 0; words[i]; i++) {
        if (strcmp(text, words[i]) == 0) {
            return i;
        }
    }
    return -1;
}

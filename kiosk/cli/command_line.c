// SPDX-License-Identifier: MIT
// Reads a command's line by its table, with getopt, and complains in whole sentences.
#include "cli/command_line.h"

#include <assert.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/system/log.h"

enum { SIDE_MIN_PX = 320, SIDE_MAX_PX = 8192 };

int command_line_complain(const struct command *command, const char *format, ...) {
    char text[300];
    va_list words;
    va_start(words, format);
    vsnprintf(text, sizeof text, format, words);
    va_end(words);
    log_line("%s See `dit-kiosk %s%s--help`.", text, command ? command->name : "",
             command ? " " : "");
    return EXIT_USAGE;
}

static void print_option(const struct option_row *row, bool is_needed) {
    char left[40];
    snprintf(left, sizeof left, "--%s%s%s", row->name, row->argument ? " " : "",
             row->argument ? row->argument : "");
    printf("  %-20s %s%s\n", left, row->help, is_needed ? " (required)" : "");
}

static int print_help(const struct command *command) {
    printf("dit-kiosk %s\n\n%s\n\n", command->synopsis, command->about);
    for (int i = 0; i < command->option_count; i++) {
        print_option(&command->options[i], i == 0 && command->first_needed);
    }
    print_option(&(struct option_row){"help", NULL, "this text"}, false);
    if (command->more) {
        printf("\n%s", command->more);
    }
    return EXIT_DONE;
}

static int read_options(const struct command *command, int argc, char **argv,
                        struct arguments *arguments) {
    struct option options[OPTION_LIMIT + 2] = {{0}};
    assert(command->option_count <= OPTION_LIMIT);
    for (int i = 0; i < command->option_count; i++) {
        const struct option_row *row = &command->options[i];
        options[i] =
            (struct option){row->name, row->argument ? required_argument : no_argument, NULL, i};
    }
    options[command->option_count] = (struct option){"help", no_argument, NULL, OPTION_LIMIT};
    opterr = 0;
    int found;
    while ((found = getopt_long(argc, argv, ":", options, NULL)) != -1) {
        if (found == ':' || found == '?') {
            return command_line_complain(command,
                                         found == ':' ? "The option %s needs a value behind it."
                                                      : "There is no option %s here.",
                                         argv[optind - 1]);
        }
        if (found == OPTION_LIMIT) {
            arguments->wants_help = true;
        } else {
            arguments->values[found] = optarg ? optarg : "";
        }
    }
    return EXIT_DONE;
}

static int read_line(const struct command *command, int argc, char **argv,
                     struct arguments *arguments) {
    int code = read_options(command, argc, argv, arguments);
    if (code != EXIT_DONE) {
        return code;
    }
    if (optind < argc && command->has_folder) {
        arguments->folder = argv[optind++];
    }
    return optind < argc
               ? command_line_complain(command, "\"%s\" is one word too many.", argv[optind])
               : EXIT_DONE;
}

static int find_missing(const struct command *command, const struct arguments *arguments) {
    if (command->folder_needed && !arguments->folder) {
        return command_line_complain(command, "%s needs %s.", command->name,
                                     command->folder_needed);
    }
    if (command->first_needed && !arguments->values[0]) {
        return command_line_complain(command, "%s needs --%s and %s.", command->name,
                                     command->options[0].name, command->first_needed);
    }
    return EXIT_DONE;
}

int command_line_run(const struct command *command, int argc, char **argv) {
    struct arguments arguments = {0};
    int code = read_line(command, argc, argv, &arguments);
    if (code == EXIT_DONE && arguments.wants_help) {
        return print_help(command);
    }
    if (code == EXIT_DONE) {
        code = find_missing(command, &arguments);
    }
    return code == EXIT_DONE ? command->run(&arguments) : code;
}

// The number in front of `text` as a side in pixels, and in `*rest` what stands behind it.
static bool parse_side(const char *text, int *side_px, const char **rest) {
    size_t digits = strspn(text, "0123456789");
    *rest = text + digits;
    *side_px = digits > 0 && digits <= 4 ? (int)strtol(text, NULL, 10) : 0;
    return *side_px >= SIDE_MIN_PX && *side_px <= SIDE_MAX_PX;
}

bool command_line_size(const struct command *command, const char *text, int *width_px,
                       int *height_px) {
    int w, h;
    const char *rest;
    if (parse_side(text, &w, &rest) && (*rest == 'x' || *rest == 'X') &&
        parse_side(rest + 1, &h, &rest) && *rest == '\0') {
        *width_px = w;
        *height_px = h;
        return true;
    }
    command_line_complain(command,
                          "A size is WIDTHxHEIGHT in pixels, from 320 to 8192, not \"%s\".", text);
    return false;
}

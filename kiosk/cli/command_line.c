// SPDX-License-Identifier: MIT
// Reads a command's line by the table, with getopt, and complains in whole sentences.
#include "cli/command_line.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "platform/draw/decode.h"
#include "platform/staff/update.h"
#include "platform/system/log.h"

enum { SIDE_MIN_PX = 320, SIDE_MAX_PX = 8192 };

#define OPTION_ROW(name, spelt, value, help) {spelt, value, help},
static const struct row {
    const char *name, *value, *help;
} options[] = {COMMAND_OPTIONS(OPTION_ROW)};

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

static unsigned options_of(const struct command *command) {
    return command->needs | command->takes | OPTION_BIT(HELP);
}

static int print_help(const struct command *command) {
    printf("dit-kiosk %s\n\n%s\n\n", command->synopsis, command->about);
    for (int i = 0; i < OPTION_FOLDER; i++) {
        const struct row *row = &options[i];
        if (options_of(command) >> i & 1) {
            int width = printf("  --%s %s", row->name, row->value ? row->value : "");
            printf("%*s%s%s\n", 32 - width, "", row->help,
                   command->needs >> i & 1 ? " (required)" : "");
        }
    }
    return EXIT_DONE;
}

// Which of the words with | between them it is; -1: none.
static int find_choice(const char *value, const char *words) {
    for (int i = 0; *words; i++) {
        size_t size = strcspn(words, "|");
        if (strlen(value) == size && strncmp(value, words, size) == 0) {
            return i;
        }
        words += size + (words[size] == '|');
    }
    return -1;
}

static bool parse_size(const char *text, int *width_px, int *height_px) {
    char rest;
    return sscanf(text, "%4dx%4d%c", width_px, height_px, &rest) == 2 && // NOLINT(cert-err34-c)
           *width_px >= SIDE_MIN_PX && *width_px <= SIDE_MAX_PX && *height_px >= SIDE_MIN_PX &&
           *height_px <= SIDE_MAX_PX;
}

static int take_option(const struct command *command, int option, struct arguments *arguments) {
    const struct row *row = &options[option];
    if (!(options_of(command) >> option & 1)) {
        return command_line_complain(command, "There is no option --%s here.", row->name);
    }
    arguments->values[option] = row->value ? optarg : "";
    if ((option == OPTION_SIZE || option == OPTION_WINDOW) &&
        !parse_size(optarg, &arguments->width_px, &arguments->height_px)) {
        return command_line_complain(
            command, "A size is WIDTHxHEIGHT in pixels, from 320 to 8192, not \"%s\".", optarg);
    }
    if (row->value && strchr(row->value, '|')) {
        arguments->choices[option] = find_choice(optarg, row->value);
        if (arguments->choices[option] < 0) {
            return command_line_complain(command, "--%s takes %s, not \"%s\".", row->name,
                                         row->value, optarg);
        }
    }
    return EXIT_DONE;
}

static int read_line(const struct command *command, int argc, char **argv,
                     struct arguments *arguments) {
    struct option list[OPTION_COUNT] = {{0}};
    int code = EXIT_DONE, found;
    for (int i = 0; i < OPTION_FOLDER; i++) {
        int value = options[i].value ? required_argument : no_argument;
        list[i] = (struct option){options[i].name, value, NULL, i};
    }
    opterr = 0;
    while (code == EXIT_DONE && (found = getopt_long(argc, argv, ":", list, NULL)) != -1) {
        if (found == ':' || found == '?') {
            return command_line_complain(command,
                                         found == ':' ? "The option %s needs a value behind it."
                                                      : "There is no option %s here.",
                                         argv[optind - 1]);
        }
        code = take_option(command, found, arguments);
    }
    if (code == EXIT_DONE && optind < argc && options_of(command) & OPTION_BIT(FOLDER)) {
        arguments->values[OPTION_FOLDER] = argv[optind++];
    }
    return code == EXIT_DONE && optind < argc
               ? command_line_complain(command, "\"%s\" is one word too many.", argv[optind])
               : code;
}

int command_line_run(const struct command *command, int argc, char **argv) {
    struct arguments arguments = {.width_px = 1280, .height_px = 720};
    memset(arguments.choices, -1, sizeof arguments.choices);
    int code = read_line(command, argc, argv, &arguments);
    if (code == EXIT_DONE && arguments.values[OPTION_HELP]) {
        return print_help(command);
    }
    for (int i = 0; i < OPTION_COUNT && code == EXIT_DONE; i++) {
        if (command->needs >> i & 1 && !arguments.values[i]) {
            code = command_line_complain(command, "%s needs more: dit-kiosk %s.", command->name,
                                         command->synopsis);
        }
    }
    return code == EXIT_DONE ? command->run(&arguments) : code;
}

// The words are no commands of anybody's, so no help names them.
int command_line_run_child(int argc, char **argv) {
    if (argc == 3 && strcmp(argv[1], DECODE_CHILD) == 0) {
        return decode_in_child(argv[2]);
    }
    return argc == 3 && strcmp(argv[1], UPDATE_CHILD) == 0 ? update_in_child(argv[2]) : -1;
}

bool command_line_print(struct findings *findings, enum finding_level least) {
    findings_sort(findings);
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level >= least) {
            puts(finding_text(&findings->list[i], findings->arena));
        }
    }
    if (findings->dropped_count > 0) {
        fprintf(stderr, "%d more are not listed.\n", findings->dropped_count);
    }
    if (fflush(stdout) != 0) {
        log_line("The findings cannot be written.");
        return false;
    }
    return true;
}

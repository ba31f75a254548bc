// SPDX-License-Identifier: MIT
// Reads a command's line by the table, with getopt, and complains in whole sentences.
#include "cli/command_line.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "platform/system/log.h"

enum { SIDE_MIN_PX = 320, SIDE_MAX_PX = 8192 };

static const struct row {
    const char *name;
    const char *value; // as the help names it; where it is one of some words, those; NULL: none
    const char *help;
} options[OPTION_COUNT] = {
    [OPTION_STORE] = {"store", "DIR", "the folder that keeps the content and the PIN"},
    [OPTION_STICK] = {"stick", "DIR", "where the USB stick is (run: /run/dit-kiosk/stick)"},
    [OPTION_CONTENT] = {"content", "DIR", "show the cards in DIR, where the store has none"},
    [OPTION_DEVICE] = {"device", "FILE", "how the screen hangs (run: /etc/dit-kiosk/device.ini)"},
    [OPTION_WINDOW] = {"window", "WxH", "size of the window on a desktop (1280x720)"},
    [OPTION_OUT] = {"out", "OUT", "the folder for the pictures; it is created"},
    [OPTION_SIZE] = {"size", "WxH", "pixels of the screen (1280x720)"},
    [OPTION_ROTATE] = {"rotate", "0|90|180|270", "turn the picture clockwise"},
    [OPTION_THEME] = {"theme", "light|contrast", "the colours; as kiosk.ini says otherwise"},
    [OPTION_TEXT] = {"text", "normal|larger|largest", "the letters; as kiosk.ini says otherwise"},
    [OPTION_LANGUAGE] = {"language", "TAG", "such as en; the first of kiosk.ini otherwise"},
    [OPTION_DUMP] = {"dump", NULL, "write the display list of each picture beside it, as .txt"},
    [OPTION_NO_PICTURES] = {"no-pictures", NULL, "with --dump: the display lists alone"},
    [OPTION_EXPLAIN] = {"explain", NULL, "print what every setting means, its default and limits"},
    [OPTION_HELP] = {"help", NULL, "this text"},
};

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

static int print_help(const struct command *command) {
    printf("dit-kiosk %s\n\n%s\n\n", command->synopsis, command->about);
    for (int i = 0; i < OPTION_FOLDER; i++) {
        const struct row *row = &options[i];
        if ((command->takes | OPTION_BIT(HELP)) >> i & 1) {
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
    if (!((command->takes | OPTION_BIT(HELP)) >> option & 1)) {
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
    if (code == EXIT_DONE && optind < argc && command->takes & OPTION_BIT(FOLDER)) {
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
    log_route_sdl();
    return code == EXIT_DONE ? command->run(&arguments) : code;
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

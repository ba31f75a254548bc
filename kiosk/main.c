// SPDX-License-Identifier: MIT
// Finds the command that the line names and calls it; each command is a file of cli/ with its
// options, its help and its checks. Without a name it is `run`.
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command_line.h"

static const struct command *const COMMANDS[] = {
    &command_run,    &command_render,   &command_check,   &command_import,
    &command_export, &command_rollback, &command_set_pin, &command_deliver,
};

static int print_help(void) {
    printf("dit-kiosk " DIT_VERSION ": cards about Dynamic Interpersonal Therapy on a touch "
           "screen\n\n");
    for (int i = 0; i < COUNT_OF(COMMANDS); i++) {
        printf("  dit-kiosk %s\n", COMMANDS[i]->synopsis);
    }
    printf("  dit-kiosk --version | --help | COMMAND --help\n\n"
           "Findings go to standard output, everything else to standard error.\n"
           "Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the system failed\n"
           "(disk, device, display).\n");
    return EXIT_DONE;
}

static const struct command *find_command(const char *name) {
    for (int i = 0; i < COUNT_OF(COMMANDS); i++) {
        if (strcmp(name, COMMANDS[i]->name) == 0) {
            return COMMANDS[i];
        }
    }
    return NULL;
}

// A program that is started without its three standard files would get its first descriptors in
// their place, and write its log into them. What takes the place of one fails as it would: it is
// open the wrong way round.
static void keep_standard_files(void) {
    int file = STDIN_FILENO;
    while (file >= 0 && file <= STDERR_FILENO) {
        bool is_input = fcntl(STDIN_FILENO, F_GETFD) < 0;
        file = open("/dev/null", is_input ? O_WRONLY : O_RDONLY);
    }
    close(file);
}

int main(int argc, char **argv) {
    keep_standard_files();
    int code = command_line_run_child(argc, argv);
    if (code >= 0) {
        _exit(code);
    }
    // A picture's memory goes back to the system with it. By itself glibc would learn to keep more.
    mallopt(M_MMAP_THRESHOLD, 64 * 1024);
    const char *first = argc > 1 ? argv[1] : "";
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0) {
        return print_help();
    }
    if (strcmp(first, "--version") == 0) {
        printf("dit-kiosk " DIT_VERSION "\n");
        return EXIT_DONE;
    }
    bool is_named = first[0] && first[0] != '-';
    const struct command *command = find_command(is_named ? first : "run");
    if (!command) {
        return command_line_complain(NULL, "There is no command \"%s\".", first);
    }
    return command_line_run(command, argc - is_named, argv + is_named);
}

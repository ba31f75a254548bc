// SPDX-License-Identifier: MIT
// `dit-kiosk set-pin`: asks for the new staff PIN twice on a terminal, or takes it as one line from
// standard input, and keeps its hash in the store. While a terminal hides what is typed, the keys
// that end or stop a program are letters like any other, so nothing can end the reading but a line,
// and the terminal is put right in one place. A keypad that wrong tries have closed is opened: who
// may write the store is past it already. What a good PIN is and how it is kept, the store knows.
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/disk.h"
#include "cli/command_line.h"
#include "platform/system/log.h"
#include "store/pin/pin_lockout.h"

enum { LINE_BYTES = 64, CONTROL_C = 3 };

static int refuse(const char *sentence) {
    log_line("%s The PIN was not changed.", sentence);
    return EXIT_CONTENT;
}

// One byte at a time, so that nothing lies in a buffer that is not ours to wipe.
static int read_line(char line[LINE_BYTES]) {
    size_t size = 0;
    char byte = '\0';
    ssize_t got;
    while ((got = read(STDIN_FILENO, &byte, 1)) == 1 && byte != '\n' && byte != CONTROL_C) {
        if (size < LINE_BYTES - 1) {
            line[size++] = byte ? byte : '?'; // a NUL would hide what follows it
        }
    }
    line[size] = '\0';
    line[strcspn(line, "\r")] = '\0'; // of a file from Windows
    if (got < 0) {
        log_line("The PIN cannot be read from the terminal or standard input.");
        return EXIT_SYSTEM;
    }
    bool is_nothing = byte == CONTROL_C || (got == 0 && size == 0);
    return is_nothing ? refuse("No PIN was given.") : EXIT_DONE;
}

// What was typed beyond the line goes too: it must not reach the shell.
static int load(char line[LINE_BYTES], const char *question) {
    struct termios shown;
    if (tcgetattr(STDIN_FILENO, &shown) != 0) {
        return read_line(line); // from no terminal
    }
    struct termios hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ISIG);
    hidden.c_lflag |= ICANON;
    hidden.c_cc[VEOL] = CONTROL_C; // as a line's end it is seen at once
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    fputs(question, stderr);
    int code = read_line(line);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    fputc('\n', stderr);
    return code;
}

static int ask_again(const char *pin) {
    char again[LINE_BYTES];
    int code = load(again, "The same PIN again: ");
    if (code == EXIT_DONE && strcmp(pin, again) != 0) {
        code = refuse("The two PINs are not the same.");
    }
    explicit_bzero(again, sizeof again);
    return code;
}

static int ask(char pin[LINE_BYTES]) {
    int code = load(pin, "New staff PIN, 6 to 12 digits (not shown): ");
    const char *refusal = code == EXIT_DONE ? pin_find_refusal(pin) : NULL;
    if (refusal) {
        return refuse(refusal);
    }
    return code == EXIT_DONE && isatty(STDIN_FILENO) ? ask_again(pin) : code;
}

static int keep(int store, const char *pin) {
    struct pin_lockout lockout = {.folder = store}; // whatever was counted is over
    if (!pin_store(store, pin) || !pin_lockout_reset(&lockout)) {
        log_line("The PIN cannot be written to the store.");
        return EXIT_SYSTEM;
    }
    log_line("The staff PIN is set.");
    return EXIT_DONE;
}

static int run(const struct arguments *arguments) {
    char pin[LINE_BYTES];
    int store;
    const struct disk_place place = {FILE_FROM_HERE, arguments->values[OPTION_STORE]};
    if (disk_open_folder(&store, place) != FILE_OK) {
        log_line("The store %s is not a folder that can be opened.", place.name);
        return EXIT_SYSTEM;
    }
    int code = ask(pin);
    if (code == EXIT_DONE) {
        code = keep(store, pin);
    }
    explicit_bzero(pin, sizeof pin);
    disk_close(store);
    return code;
}

const struct command command_set_pin = {
    .name = "set-pin",
    .synopsis = "set-pin --store DIR",
    .about =
        "Sets the staff PIN, 6 to 12 digits: asks for it twice on a terminal without showing it, "
        "or\n"
        "reads it as one line from standard input. Exit status 1: it was refused; nothing changed.",
    .needs = OPTION_BIT(STORE),
    .run = run,
};

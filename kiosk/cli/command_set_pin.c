// SPDX-License-Identifier: MIT
// `dit-kiosk set-pin`: asks for the new staff PIN twice on a terminal, or takes it as one line from
// standard input, and keeps its hash in the store. A keypad that wrong tries have closed is opened:
// who may write the store is past it already. What a good PIN is and how it is kept, the store
// knows.
#include <string.h>
#include <unistd.h>

#include "base/disk.h"
#include "cli/command_line.h"
#include "platform/system/log.h"
#include "platform/system/passphrase.h"
#include "store/pin/pin_lockout.h"

static int refuse(const char *sentence) {
    log_line("%s The PIN was not changed.", sentence);
    return EXIT_CONTENT;
}

static int load(char pin[PASSPHRASE_BYTES], const char *question) {
    enum passphrase_answer answer = passphrase_load(pin, question);
    if (answer == PASSPHRASE_NONE) {
        return refuse("No PIN was given.");
    }
    if (answer == PASSPHRASE_FAILED) {
        log_line("The PIN cannot be read from the terminal or standard input.");
        return EXIT_SYSTEM;
    }
    return EXIT_DONE;
}

static int ask_again(const char *pin) {
    char again[PASSPHRASE_BYTES] = "";
    int code = load(again, "The same PIN again: ");
    if (code == EXIT_DONE && strcmp(pin, again) != 0) {
        code = refuse("The two PINs are not the same.");
    }
    explicit_bzero(again, sizeof again);
    return code;
}

static int ask(char pin[PASSPHRASE_BYTES]) {
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
    char pin[PASSPHRASE_BYTES] = "";
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

// SPDX-License-Identifier: MIT
// `dit-kiosk set-pin`: asks for the new staff PIN twice on a terminal, or takes it as one line from
// standard input, and keeps its hash in the store. A keypad that wrong tries have closed is opened:
// who may write the store is past it already. What a good PIN is and how it is kept, the store
// knows.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "cli/command_line.h"
#include "platform/system/boot_id.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"
#include "platform/system/passphrase.h"
#include "store/pin/pin.h"
#include "store/pin/pin_lockout.h"

enum { OPTION_STORE };

static const struct option_row OPTIONS[] = {
    [OPTION_STORE] = {"store", "DIR", "the folder that keeps the content and the PIN"},
};

enum { STORE_ENTRY_LIMIT = 10000 };

static int refuse(const char *sentence) {
    log_line("%s The PIN was not changed.", sentence);
    return EXIT_CONTENT;
}

static int refuse_answer(enum passphrase_answer answer) {
    if (answer == PASSPHRASE_NONE) {
        return refuse("No PIN was given.");
    }
    log_line("The PIN cannot be read from the terminal or standard input.");
    return EXIT_SYSTEM;
}

static int ask_again(const struct passphrase *first) {
    struct passphrase second;
    enum passphrase_answer answer = passphrase_load(&second, STDIN_FILENO, "The same PIN again: ");
    if (answer != PASSPHRASE_LINE) {
        return refuse_answer(answer);
    }
    bool is_same = !second.is_cut && strcmp(first->text, second.text) == 0;
    passphrase_wipe(&second);
    return is_same ? EXIT_DONE : refuse("The two PINs are not the same.");
}

static int ask(struct passphrase *passphrase) {
    enum passphrase_answer answer =
        passphrase_load(passphrase, STDIN_FILENO, "New staff PIN, 6 to 12 digits (not shown): ");
    if (answer != PASSPHRASE_LINE) {
        return refuse_answer(answer);
    }
    const char *refusal = pin_find_refusal(passphrase->text);
    if (refusal) {
        return refuse(refusal);
    }
    return passphrase_is_typed(STDIN_FILENO) ? ask_again(passphrase) : EXIT_DONE;
}

static bool open_gate(int store) {
    struct pin_lockout lockout;
    char boot[BOOT_ID_BYTES + 1];
    boot_id_load(boot);
    pin_lockout_load(&lockout, store, boot, clock_ms());
    return pin_lockout_reset(&lockout);
}

static int keep(int store, const char *pin) {
    if (!pin_store(store, pin)) {
        log_line("The PIN cannot be written to the store.");
        return EXIT_SYSTEM;
    }
    if (!open_gate(store)) {
        log_line("The PIN is set, but earlier wrong tries cannot be cleared in the store.");
        return EXIT_SYSTEM;
    }
    log_line("The staff PIN is set.");
    return EXIT_DONE;
}

static int set_pin(int store) {
    struct passphrase passphrase = {0};
    int code = ask(&passphrase);
    if (code == EXIT_DONE) {
        code = keep(store, passphrase.text);
    }
    passphrase_wipe(&passphrase);
    return code;
}

static int run(const struct arguments *arguments) {
    const char *store_dir = arguments->values[OPTION_STORE];
    struct arena arena = {0};
    struct folder store;
    const struct folder_source source = {FILE_FROM_HERE, store_dir, STORE_ENTRY_LIMIT};
    int code = EXIT_SYSTEM;
    if (folder_open(&store, &source, &arena) == FILE_OK) {
        code = set_pin(store.descriptor);
        folder_close(&store);
    } else {
        log_line("The store %s is not a folder that can be opened.", store_dir);
    }
    arena_finish(&arena);
    return code;
}

const struct command command_set_pin = {
    .name = "set-pin",
    .synopsis = "set-pin --store DIR",
    .about =
        "Sets the staff PIN, 6 to 12 digits: asks for it twice on a terminal without showing it, "
        "or\n"
        "reads it as one line from standard input. Exit status 1: it was refused; nothing changed.",
    .options = OPTIONS,
    .option_count = COUNT_OF(OPTIONS),
    .first_needed = "the folder of the store",
    .run = run,
};

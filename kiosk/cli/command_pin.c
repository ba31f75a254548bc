// SPDX-License-Identifier: MIT
// See command_pin.h. It only asks and says; what a good PIN is and how it is kept, the store knows.
#include "cli/command_pin.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "platform/system/boot_id.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"
#include "platform/system/passphrase.h"
#include "store/pin/pin.h"
#include "store/pin/pin_lockout.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_SYSTEM = 3 };
enum { STORE_ENTRY_LIMIT = 10000 };

static int refuse(const char *sentence) {
    log_line("%s The PIN was not changed.", sentence);
    return EXIT_REFUSED;
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

int command_pin(const char *store_dir) {
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

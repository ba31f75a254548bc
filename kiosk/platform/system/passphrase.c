// SPDX-License-Identifier: MIT
// See passphrase.h. While the echo is off, signals arrive through a descriptor and not by surprise:
// one loop waits for them and for the line, puts the terminal right in one place, and only then
// lets the signal have its way.
#include "platform/system/passphrase.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

static const int caught_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

struct wait {
    int input;
    int signals;       // a signalfd; -1 where signals take their usual way
    int caught_signal; // 0: none
};

bool passphrase_is_typed(int input) {
    return isatty(input) == 1;
}

void passphrase_wipe(struct passphrase *passphrase) {
    explicit_bzero(passphrase, sizeof *passphrase);
}

// A terminal that cannot be written to asks nothing, but still reads.
static void say(const char *words) {
    ssize_t put = write(STDERR_FILENO, words, strlen(words));
    (void)put;
}

// Waits until there is something to read. False after a signal, or when waiting fails.
static bool wait_for_input(struct wait *wait) {
    struct pollfd polled[] = {{wait->input, POLLIN, 0}, {wait->signals, POLLIN, 0}};
    while (poll(polled, COUNT_OF(polled), -1) < 0) {
        if (errno != EINTR) {
            return false;
        }
    }
    struct signalfd_siginfo about;
    if (polled[1].revents && read(wait->signals, &about, sizeof about) == sizeof about) {
        wait->caught_signal = (int)about.ssi_signo;
        return false;
    }
    return true;
}

// One byte at a time, so that nothing behind the line is taken from whoever reads next, and nothing
// lies in a buffer that is not ours to wipe. 1, 0 at the end, or -1.
static int read_byte(struct wait *wait, char *byte) {
    for (;;) {
        if (!wait_for_input(wait)) {
            return -1;
        }
        ssize_t size = read(wait->input, byte, 1);
        if (size >= 0 || errno != EINTR) {
            return (int)size;
        }
    }
}

static enum passphrase_answer read_line(struct passphrase *passphrase, struct wait *wait) {
    size_t size = 0;
    char byte = '\0';
    int got;
    *passphrase = (struct passphrase){0};
    while ((got = read_byte(wait, &byte)) == 1 && byte != '\n') {
        if (size < PASSPHRASE_BYTES) {
            passphrase->text[size++] = byte ? byte : '?'; // a NUL would hide what follows it
        } else {
            passphrase->is_cut = true;
        }
    }
    // A file from Windows ends its lines with CR and LF.
    if (size > 0 && passphrase->text[size - 1] == '\r') {
        passphrase->text[size - 1] = '\0';
    }
    bool is_typed_out = got == 0 && size == 0;
    return got < 0 ? PASSPHRASE_FAILED : is_typed_out ? PASSPHRASE_NONE : PASSPHRASE_LINE;
}

// What was typed beyond the line goes too: it must not reach the shell.
static enum passphrase_answer read_without_echo(struct passphrase *passphrase, struct wait *wait,
                                                const char *question) {
    struct termios shown, hidden;
    if (tcgetattr(wait->input, &shown) != 0) {
        return PASSPHRASE_FAILED;
    }
    hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
    hidden.c_lflag |= ICANON | ISIG;
    if (tcsetattr(wait->input, TCSAFLUSH, &hidden) != 0) {
        return PASSPHRASE_FAILED;
    }
    say(question);
    enum passphrase_answer answer = read_line(passphrase, wait);
    bool is_restored = tcsetattr(wait->input, TCSAFLUSH, &shown) == 0;
    say("\n");
    return is_restored ? answer : PASSPHRASE_FAILED;
}

static enum passphrase_answer read_typed(struct passphrase *passphrase, struct wait *wait,
                                         const char *question) {
    sigset_t caught, before;
    sigemptyset(&caught);
    for (int i = 0; i < COUNT_OF(caught_signals); i++) {
        sigaddset(&caught, caught_signals[i]);
    }
    wait->caught_signal = 0;
    wait->signals = signalfd(-1, &caught, SFD_CLOEXEC);
    if (wait->signals < 0) {
        return PASSPHRASE_FAILED;
    }
    sigprocmask(SIG_BLOCK, &caught, &before);
    enum passphrase_answer answer = read_without_echo(passphrase, wait, question);
    close(wait->signals);
    if (wait->caught_signal) {
        passphrase_wipe(passphrase);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return answer;
}

enum passphrase_answer passphrase_load(struct passphrase *passphrase, int input,
                                       const char *question) {
    struct wait wait = {.input = input, .signals = -1};
    enum passphrase_answer answer;
    do {
        answer = passphrase_is_typed(input) ? read_typed(passphrase, &wait, question)
                                            : read_line(passphrase, &wait);
        if (wait.caught_signal) {
            raise(wait.caught_signal);
        }
    } while (wait.caught_signal);
    if (answer != PASSPHRASE_LINE) {
        passphrase_wipe(passphrase);
    }
    return answer;
}

// SPDX-License-Identifier: MIT
// See passphrase.h. While the echo is off, signals wait: a descriptor says that there is one, the
// terminal is put right in one place, and then the signal has its way.
#include "platform/system/passphrase.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

enum { SIGNAL_CAME = PASSPHRASE_FAILED + 1 };

// One byte at a time, so that nothing behind the line is taken from whoever reads next, and nothing
// lies in a buffer that is not ours to wipe. `signals` may be -1.
static int read_line(char text[PASSPHRASE_BYTES], int signals) {
    struct pollfd polled[] = {{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}};
    size_t size = 0;
    char byte = '\0';
    ssize_t got = 1;
    while (got != 0 && byte != '\n') {
        bool is_ready = poll(polled, COUNT_OF(polled), -1) > 0;
        if (is_ready && polled[1].revents) {
            return SIGNAL_CAME;
        }
        got = is_ready ? read(STDIN_FILENO, &byte, 1) : -1;
        if (got < 0 && errno != EINTR) {
            return PASSPHRASE_FAILED;
        }
        if (got > 0 && size < PASSPHRASE_BYTES - 1) {
            text[size++] = byte ? byte : '?'; // a NUL would hide what follows it
        }
    }
    bool is_nothing = size == 0;
    size -= size > 0 && text[size - 1] == '\n';
    size -= size > 0 && text[size - 1] == '\r'; // a file from Windows
    text[size] = '\0';
    return is_nothing ? PASSPHRASE_NONE : PASSPHRASE_LINE;
}

// What was typed beyond the line goes too: it must not reach the shell.
static int ask(char text[PASSPHRASE_BYTES], const char *question, int signals) {
    struct termios shown;
    if (signals < 0 || tcgetattr(STDIN_FILENO, &shown) != 0) {
        return PASSPHRASE_FAILED;
    }
    struct termios hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
    hidden.c_lflag |= ICANON | ISIG;
    if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) != 0) {
        return PASSPHRASE_FAILED;
    }
    fputs(question, stderr);
    int answer = read_line(text, signals);
    bool is_restored = tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) == 0;
    fputc('\n', stderr);
    return is_restored ? answer : PASSPHRASE_FAILED;
}

static int ask_at_terminal(char text[PASSPHRASE_BYTES], const char *question) {
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    sigset_t caught, before;
    sigemptyset(&caught);
    for (int i = 0; i < COUNT_OF(ending); i++) {
        sigaddset(&caught, ending[i]);
    }
    sigprocmask(SIG_BLOCK, &caught, &before);
    int signals = signalfd(-1, &caught, SFD_CLOEXEC);
    int answer = ask(text, question, signals);
    close(signals);
    if (answer == SIGNAL_CAME) {
        explicit_bzero(text, PASSPHRASE_BYTES); // or a core dump would have it
    }
    sigprocmask(SIG_SETMASK, &before, NULL); // and here the signal ends or stops us
    return answer;
}

enum passphrase_answer passphrase_load(char text[PASSPHRASE_BYTES], const char *question) {
    int answer;
    do {
        answer = isatty(STDIN_FILENO) ? ask_at_terminal(text, question) : read_line(text, -1);
    } while (answer == SIGNAL_CAME);
    return (enum passphrase_answer)answer;
}

// SPDX-License-Identifier: MIT
// See passphrase.h. While the echo is off, the keys that end or stop a program are letters like any
// other, so nothing can end the reading but a line, and the terminal is put right in one place.
#include "platform/system/passphrase.h"

#include <stdio.h>
#include <termios.h>
#include <unistd.h>

enum { CONTROL_C = 3 };

// One byte at a time, so that nothing behind the line is taken from whoever reads next, and nothing
// lies in a buffer that is not ours to wipe.
static enum passphrase_answer read_line(char text[PASSPHRASE_BYTES]) {
    size_t size = 0;
    char byte = '\0';
    ssize_t got = 1;
    while (got != 0 && byte != '\n' && byte != CONTROL_C) {
        got = read(STDIN_FILENO, &byte, 1);
        if (got < 0) {
            return PASSPHRASE_FAILED;
        }
        if (got > 0 && size < PASSPHRASE_BYTES - 1) {
            text[size++] = byte ? byte : '?'; // a NUL would hide what follows it
        }
    }
    bool is_nothing = size == 0 || byte == CONTROL_C;
    size -= size > 0 && text[size - 1] == '\n';
    size -= size > 0 && text[size - 1] == '\r'; // a file from Windows
    text[size] = '\0';
    return is_nothing ? PASSPHRASE_NONE : PASSPHRASE_LINE;
}

// What was typed beyond the line goes too: it must not reach the shell.
static enum passphrase_answer ask(char text[PASSPHRASE_BYTES], const char *question) {
    struct termios shown;
    if (tcgetattr(STDIN_FILENO, &shown) != 0) {
        return PASSPHRASE_FAILED;
    }
    struct termios hidden = shown;
    hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ISIG);
    hidden.c_lflag |= ICANON;
    hidden.c_cc[VEOL] = CONTROL_C; // as a line's end it is seen at once
    if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) != 0) {
        return PASSPHRASE_FAILED;
    }
    fputs(question, stderr);
    enum passphrase_answer answer = read_line(text);
    bool is_restored = tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) == 0;
    fputc('\n', stderr);
    return is_restored ? answer : PASSPHRASE_FAILED;
}

enum passphrase_answer passphrase_load(char text[PASSPHRASE_BYTES], const char *question) {
    return isatty(STDIN_FILENO) ? ask(text, question) : read_line(text);
}

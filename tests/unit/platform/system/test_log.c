// SPDX-License-Identifier: MIT
// The log: one line of a kind a minute, and nothing in it that could forge a second line.
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on
#include <SDL.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "platform/system/log.h"

static int kept_stderr, pipe_ends[2];

static int take_stderr(void **state) {
    (void)state;
    kept_stderr = dup(STDERR_FILENO);
    assert_int_equal(pipe(pipe_ends), 0);
    assert_int_equal(dup2(pipe_ends[1], STDERR_FILENO), STDERR_FILENO);
    return 0;
}

// What was written to standard error, which is given back.
static void read_stderr(char *text, size_t size) {
    fflush(stderr);
    dup2(kept_stderr, STDERR_FILENO);
    close(kept_stderr);
    close(pipe_ends[1]);
    ssize_t got = read(pipe_ends[0], text, size - 1);
    close(pipe_ends[0]);
    text[got > 0 ? got : 0] = '\0';
}

static int count_lines(const char *text) {
    int lines = 0;
    for (; *text; text++) {
        lines += *text == '\n';
    }
    return lines;
}

static void a_line_that_repeats_is_written_once_a_minute(void **state) {
    (void)state;
    char text[4096];
    struct log log = {0};
    for (int i = 0; i < 1000; i++) {
        log_line(&log, "A frame was lost after %d ms.", i);
    }
    log_line(&log, "The font %s is missing.", "one");
    log_line(&log, "The font %s is missing.", "other");
    read_stderr(text, sizeof text);
    assert_int_equal(count_lines(text), 3);
    assert_non_null(strstr(text, "after 0 ms"));
    assert_non_null(strstr(text, "other"));
}

static void more_kinds_than_there_is_room_for_are_still_written(void **state) {
    (void)state;
    char text[8192];
    struct log log = {0};
    for (int i = 0; i < 2 * LOG_KIND_LIMIT; i++) {
        char kind[3] = {(char)('a' + i / 26), (char)('a' + i % 26), '\0'};
        log_line(&log, "Kind %s.", kind);
    }
    read_stderr(text, sizeof text);
    assert_int_equal(count_lines(text), 2 * LOG_KIND_LIMIT);
}

static void control_characters_cannot_forge_a_line(void **state) {
    (void)state;
    char text[2048];
    log_line(NULL, "The file %s is missing.", "a\nforged: line\033[2J");
    read_stderr(text, sizeof text);
    assert_int_equal(count_lines(text), 1);
    assert_null(strchr(text, '\033'));
}

static void a_very_long_line_is_cut_and_still_ends(void **state) {
    (void)state;
    char text[4096], words[2000];
    memset(words, 'x', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    log_line(NULL, "%s", words);
    read_stderr(text, sizeof text);
    assert_int_equal(count_lines(text), 1);
    assert_true(strlen(text) < 600);
}

static void what_sdl_says_takes_the_same_way(void **state) {
    (void)state;
    char text[4096];
    struct log log = {0};
    log_route_sdl(&log);
    for (int i = 0; i < 50; i++) {
        SDL_LogError(SDL_LOG_CATEGORY_VIDEO, "Could not queue pageflip: -%d", i);
    }
    read_stderr(text, sizeof text);
    assert_int_equal(count_lines(text), 1);
    assert_non_null(strstr(text, "SDL says: Could not queue pageflip"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_line_that_repeats_is_written_once_a_minute, take_stderr),
        cmocka_unit_test_setup(more_kinds_than_there_is_room_for_are_still_written, take_stderr),
        cmocka_unit_test_setup(control_characters_cannot_forge_a_line, take_stderr),
        cmocka_unit_test_setup(a_very_long_line_is_cut_and_still_ends, take_stderr),
        cmocka_unit_test_setup(what_sdl_says_takes_the_same_way, take_stderr),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

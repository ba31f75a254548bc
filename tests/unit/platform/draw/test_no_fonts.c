// SPDX-License-Identifier: MIT
// The day on which SDL_ttf cannot start: whoever needs letters ends with status 3, and the service
// manager tries again. This program has a TTF_Init of its own, which is found before the library's.
#include "cli/command_line.h"
#include "platform/draw/fonts.h"
#include "unit_test.h"
#include <getopt.h>

#define CONTENT DIT_SOURCE_DIR "/config"

int TTF_Init(void);

int TTF_Init(void) {
    return -1;
}

UNIT_TEST(there_is_no_book_of_fonts) {
    assert_null(font_book_open(DIT_SOURCE_DIR "/assets"));
    font_book_close(NULL);
}

UNIT_TEST(every_command_ends_with_status_3) {
    char run[] = "run", check[] = "check", render[] = "render", content[] = "--content";
    char out[] = "--out", folder[] = "no-fonts", config[] = CONTENT;
    char *const lines[][4] = {
        {run, content, config}, {check, config}, {render, config, out, folder}};
    static const struct command *const commands[] = {&command_run, &command_check, &command_render};
    for (int i = 0; i < COUNT_OF(lines); i++) {
        int count = 0;
        char *line[5] = {NULL};
        for (; count < 4 && lines[i][count]; count++) {
            line[count] = lines[i][count];
        }
        optind = 0; // getopt begins afresh
        assert_int_equal(command_line_run(commands[i], count, line), EXIT_SYSTEM);
    }
}

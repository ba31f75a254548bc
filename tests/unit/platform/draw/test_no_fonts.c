// SPDX-License-Identifier: MIT
// The day on which SDL_ttf cannot start: whoever needs letters ends with status 3, and the service
// manager tries again. This program has a TTF_Init of its own, which is found before the library's.
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on
#include "cli/command_check.h"
#include "cli/command_render.h"
#include "cli/command_run.h"
#include "platform/draw/fonts.h"

#define CONTENT DIT_SOURCE_DIR "/config"

int TTF_Init(void);

int TTF_Init(void) {
    return -1;
}

static void there_is_no_book_of_fonts(void **state) {
    (void)state;
    assert_null(font_book_open(DIT_SOURCE_DIR "/assets", NULL));
    font_book_close(NULL);
}

static void every_command_ends_with_status_3(void **state) {
    (void)state;
    const struct run_options run = {.content_dir = CONTENT, .device_path = "/dev/null"};
    const struct check_options check = {.content_dir = CONTENT};
    const struct render_options render = {
        .content_dir = CONTENT, .out_dir = "no-fonts", .width_px = 800, .height_px = 480};
    assert_int_equal(command_run(&run), 3);
    assert_int_equal(command_check(&check), 3);
    assert_int_equal(command_render(&render), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_is_no_book_of_fonts),
        cmocka_unit_test(every_command_ends_with_status_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

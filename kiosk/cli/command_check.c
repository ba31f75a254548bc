// SPDX-License-Identifier: MIT
// See command_check.h. The same loading as in `run`, with the fonts and pictures of this machine,
// so that what passes here is what can be shown.
#include "cli/command_check.h"

#include <stdio.h>

#include "cli/print_findings.h"
#include "content/deck/deck.h"
#include "platform/draw/fonts.h"
#include "platform/draw/pictures.h"
#include "platform/system/data_dir.h"
#include "platform/system/device_file.h"

enum { EXIT_DONE = 0, EXIT_CONTENT = 1, EXIT_SYSTEM = 3 };

static int explain(struct arena *arena) {
    printf("kiosk.ini, the settings of the practice:\n\n%s\n", settings_reference(arena));
    printf("device.ini, the settings of the machine:\n\n%s", device_reference(arena));
    return fflush(stdout) == 0 ? EXIT_DONE : EXIT_SYSTEM;
}

static void put_summary(const struct findings *findings, bool is_shown) {
    int warning_count = findings->count + findings->dropped_count - findings->error_count;
    fprintf(stderr, "%d %s, %d %s. %s\n", findings->error_count,
            findings->error_count == 1 ? "error" : "errors", warning_count,
            warning_count == 1 ? "warning" : "warnings",
            !is_shown                    ? "This folder cannot be shown."
            : findings->error_count == 0 ? "This folder can be shown."
                                         : "What has errors is left out.");
}

// *is_shown: whether the content could be shown with what is wrong in it. False where the system
// failed.
static bool check_content(const struct check_options *options, struct findings *findings,
                          bool *is_shown, struct log *log) {
    struct arena *arena = findings->arena;
    const char *assets_dir =
        options->assets_dir ? options->assets_dir : data_dir_find("assets", arena);
    struct font_book *fonts = font_book_open(assets_dir, log);
    if (!fonts) {
        return false;
    }
    struct picture_book *pictures = picture_book_open(assets_dir, log);
    struct ports ports = {font_book_letters(fonts), picture_book_port(pictures), false};
    struct deck_source source = {options->content_dir, assets_dir ? assets_dir : "", &ports};
    struct deck deck = {0};
    *is_shown = deck_load(&deck, &source, findings);
    picture_book_close(pictures);
    font_book_close(fonts);
    return true;
}

static int check(const struct check_options *options, struct arena *arena, struct log *log) {
    struct findings findings = {.arena = arena};
    bool is_shown = true;
    if (options->device_path) {
        struct device device;
        device_file_load(&device, options->device_path, &findings);
    }
    if (options->content_dir && !check_content(options, &findings, &is_shown, log)) {
        return EXIT_SYSTEM;
    }
    if (!print_findings(&findings)) {
        return EXIT_SYSTEM;
    }
    if (options->content_dir) {
        put_summary(&findings, is_shown);
    }
    return is_shown && findings.error_count == 0 ? EXIT_DONE : EXIT_CONTENT;
}

int command_check(const struct check_options *options) {
    struct arena arena = {0};
    struct log log = {0};
    log_route_sdl(&log);
    int code = options->is_explaining ? explain(&arena) : check(options, &arena, &log);
    arena_finish(&arena);
    return code;
}

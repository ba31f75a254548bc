// SPDX-License-Identifier: MIT
// `dit-kiosk check`: every finding of a content folder, in the order in which staff work through
// their files. It loads as `run` does, with the fonts and decoders of this machine, so that what
// passes here is what can be shown.
#include <stdio.h>

#include "cli/command_line.h"
#include "content/deck/deck.h"
#include "platform/draw/decode.h"
#include "platform/draw/fonts.h"
#include "platform/system/installed.h"

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
static bool check_content(const char *content_dir, struct findings *findings, bool *is_shown) {
    const char *assets_dir = installed_find_folder("assets", findings->arena);
    struct font_book *fonts = font_book_open(assets_dir);
    if (!fonts) {
        return false;
    }
    const struct deck_source source = {
        content_dir,
        assets_dir ? assets_dir : "",
        {.letters = font_book_letters(fonts), .decodes = decode_is_whole},
        NULL};
    struct deck deck = {0};
    *is_shown = deck_load(&deck, &source, findings);
    font_book_close(fonts);
    return true;
}

static int check(const char *content_dir, const char *device_path, struct arena *arena) {
    struct findings findings = {.arena = arena};
    bool is_shown = true;
    if (device_path) {
        struct device device;
        installed_load_device(&device, device_path, &findings);
    }
    if (content_dir && !check_content(content_dir, &findings, &is_shown)) {
        return EXIT_SYSTEM;
    }
    if (!command_line_print(&findings, FINDING_WARNING)) {
        return EXIT_SYSTEM;
    }
    if (content_dir) {
        put_summary(&findings, is_shown);
    }
    return is_shown && findings.error_count == 0 ? EXIT_DONE : EXIT_CONTENT;
}

static int run(const struct arguments *arguments) {
    const char *device_path = arguments->values[OPTION_DEVICE];
    const char *content_dir = arguments->values[OPTION_FOLDER];
    bool is_explaining = arguments->values[OPTION_EXPLAIN] != NULL;
    if (is_explaining == (content_dir || device_path)) {
        return command_line_complain(&command_check,
                                     "check takes a folder, or --device, or --explain alone.");
    }
    struct arena arena = {0};
    int code = is_explaining ? explain(&arena) : check(content_dir, device_path, &arena);
    arena_finish(&arena);
    return code;
}

const struct command command_check = {
    .name = "check",
    .synopsis = "check DIR | check --device FILE | check --explain",
    .about = "Lists everything that is wrong with the content in DIR, a line each:\n"
             "  PATH:LINE: error|warning: WHAT. WHAT TO DO.",
    .takes = OPTION_BIT(FOLDER) | OPTION_BIT(DEVICE) | OPTION_BIT(EXPLAIN),
    .run = run,
};

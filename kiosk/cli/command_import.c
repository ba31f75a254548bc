// SPDX-License-Identifier: MIT
// `dit-kiosk import`: what an update with a stick does, without a screen. It walks the update to
// its end and says how it ended; the fonts and decoders of this machine take part in the check, so
// that what is imported can be shown here.
#include <assert.h>
#include <poll.h>
#include <sys/stat.h>

#include "cli/command_line.h"
#include "platform/draw/decode.h"
#include "platform/draw/fonts.h"
#include "platform/staff/update.h"
#include "platform/system/clock.h"
#include "platform/system/installed.h"
#include "platform/system/log.h"

enum { PATIENCE_STEP_MS = 1000 };

static void walk(struct update *update) {
    while (update_step(update, clock_ms())) {
        struct pollfd waker = {.fd = update_waker(update), .events = POLLIN};
        poll(&waker, 1, update_deadline_ms(update) > 0 ? PATIENCE_STEP_MS : 0);
    }
}

static int import_say(const struct import *import) {
    static const struct {
        const char *words;
        int code;
    } ends[] = {
        [IMPORT_DONE] = {"The new content is in place.", EXIT_DONE},
        [IMPORT_UNCHANGED] = {"This content is in place already: nothing to do.", EXIT_DONE},
        [IMPORT_REFUSED] = {"The content has errors. Nothing was changed.", EXIT_CONTENT},
        [IMPORT_FAILED] = {NULL, EXIT_SYSTEM},
    };
    static_assert(COUNT_OF(ends) == IMPORT_STATE_COUNT, "a word for every end");
    const char *words = ends[import->state].words;
    log_line("%s", words ? words : import->trouble);
    return ends[import->state].code;
}

static int run(const struct arguments *arguments) {
    struct arena arena = {0};
    struct update update;
    struct deck_slot slot = {0};
    char when[CLOCK_DATE_BYTES];
    const char *assets_dir = installed_find_folder("assets", &arena);
    umask(0022); // content is for everybody to read
    struct font_book *fonts = font_book_open(assets_dir);
    if (!fonts) {
        arena_finish(&arena);
        return EXIT_SYSTEM;
    }
    const struct import_source source = {
        .store_dir = arguments->values[OPTION_STORE],
        .shipped_dir = installed_find_folder("config", &arena),
        .assets_dir = assets_dir ? assets_dir : "",
        .ports = {font_book_letters(fonts), decode_is_whole, decode_reduced, false},
        .when = clock_date_and_time(when) ? when : NULL,
        .slot = &slot,
        .choice.keeps_stick = arguments->choices[OPTION_KEEP] == 1,
    };
    update_open(&update, &source, arguments->values[OPTION_FOLDER]);
    walk(&update);
    if (update.import.state == IMPORT_READY) {
        import_commit(&update.import);
        walk(&update);
    }
    bool is_said = command_line_print(&update.findings, FINDING_WARNING);
    int code = import_say(&update.import);
    update_close(&update);
    arena_finish(&slot.arena);
    font_book_close(fonts);
    arena_finish(&arena);
    return is_said ? code : EXIT_SYSTEM;
}

const struct command command_import = {
    .name = "import",
    .synopsis = "import STICK --store DIR [--keep screen|stick]",
    .about = "Checks the folder `kiosk` on the stick and puts it on screen whole, or changes "
             "nothing and\n"
             "lists what is wrong, as `check` does. What was changed on the screen since the "
             "stick's copy\n"
             "of the cards was made is kept, and listed too.\n"
             "\n"
             "Example: dit-kiosk import /media/stick --store /var/lib/dit-kiosk --keep screen",
    .needs = OPTION_BIT(FOLDER) | OPTION_BIT(STORE),
    .takes = OPTION_BIT(KEEP),
    .run = run,
};

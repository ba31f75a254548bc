// SPDX-License-Identifier: MIT
// Each command walks one of the store's step functions to its end and says how it ended. The fonts
// and pictures of this machine take part in the check, so that what is imported can be shown here.
#include "cli/command_store.h"

#include <assert.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/print_findings.h"
#include "platform/draw/fonts.h"
#include "platform/staff/content_trial.h"
#include "platform/staff/update.h"
#include "platform/system/clock.h"
#include "store/stick/export.h"

enum { EXIT_DONE = 0, EXIT_CONTENT = 1, EXIT_SYSTEM = 3 };

// Content is for everybody to read, whatever the shell of the one who imports it thinks of files.
enum { OPEN_TO_ALL = 0022 };

enum { PATIENCE_STEP_MS = 1000 };

// What is at work on a terminal; it stays on one line.
struct progress {
    const char *doing;
    bool is_terminal;
};

static void progress_show(const struct progress *progress, int done_count, int file_count) {
    if (progress->is_terminal && file_count > 0) {
        fprintf(stderr, "\r%s: %d of %d files ", progress->doing, done_count, file_count);
    }
}

static void progress_end(const struct progress *progress, int file_count) {
    if (progress->is_terminal && file_count > 0) {
        fprintf(stderr, "\n");
    }
}

static void import_walk(struct update *update) {
    const struct progress progress = {"Copying", isatty(STDERR_FILENO) == 1};
    const struct import *import = &update->import;
    while (update_step(update, clock_ms())) {
        progress_show(&progress, import->done_count, import->file_count);
        struct pollfd waker = {.fd = update_waker(update), .events = POLLIN};
        poll(&waker, 1, PATIENCE_STEP_MS);
    }
    progress_end(&progress, import->file_count);
    if (import->state == IMPORT_READY) {
        update_commit(update);
    }
}

static int import_say(const struct import *import) {
    static const struct {
        const char *words;
        int code;
    } ends[] = {
        [IMPORT_READY] = {"The new content is not in place.", EXIT_SYSTEM},
        [IMPORT_DONE] = {"The new content is in place.", EXIT_DONE},
        [IMPORT_UNCHANGED] = {"This content is in place already: nothing to do.", EXIT_DONE},
        [IMPORT_REFUSED] = {"The content has errors. Nothing was changed.", EXIT_CONTENT},
        [IMPORT_FAILED] = {NULL, EXIT_SYSTEM},
    };
    static_assert(COUNT_OF(ends) == IMPORT_STATE_COUNT, "a word for every end");
    const char *words = ends[import->state].words;
    log_line(NULL, "%s", words ? words : import->trouble);
    return ends[import->state].code;
}

int command_import(const struct store_options *options) {
    struct log log = {0};
    struct update update;
    umask(OPEN_TO_ALL);
    log_route_sdl(&log);
    struct font_book *fonts = font_book_open(options->assets_dir, &log);
    struct picture_book *pictures = picture_book_open(options->assets_dir, &log);
    const struct ports ports = {font_book_letters(fonts), picture_book_port(pictures), false};
    const struct import_source source = {
        .stick_dir = options->folder,
        .store_dir = options->store_dir,
        .assets_dir = options->assets_dir ? options->assets_dir : "",
        .ports = &ports,
    };
    update_open(&update, &source, pictures, &log);
    import_walk(&update);
    bool is_said = print_findings(&update.findings);
    int code = import_say(&update.import);
    update_close(&update);
    picture_book_close(pictures);
    font_book_close(fonts);
    return is_said ? code : EXIT_SYSTEM;
}

static int export_walk(const struct export_source *source, struct findings *findings) {
    const struct progress progress = {"Writing", isatty(STDERR_FILENO) == 1};
    struct export export;
    export_open(&export, source, findings);
    while (export_step(&export)) {
        progress_show(&progress, export.done_count, export.file_count);
    }
    progress_end(&progress, export.file_count);
    export_close(&export);
    if (export.state == EXPORT_FAILED) {
        log_line(NULL, "%s", export.trouble);
        return EXIT_SYSTEM;
    }
    log_line(NULL,
             export.state == EXPORT_DONE ? "The content was written to %s."
                                         : "Nothing was written to %s.",
             source->dest_dir);
    return export.state == EXPORT_DONE ? EXIT_DONE : EXIT_CONTENT;
}

int command_export(const struct store_options *options) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    const char *current_dir = store_current_path(options->store_dir, &arena);
    const struct export_source source = {
        .content_dir = current_dir ? current_dir : options->shipped_dir,
        .dest_dir = options->folder,
        .guide_path = options->shipped_dir
                          ? arena_format(&arena, "%s/README.md", options->shipped_dir)
                          : NULL,
    };
    umask(OPEN_TO_ALL);
    int code = EXIT_SYSTEM;
    if (source.content_dir) {
        code = export_walk(&source, &findings);
    } else {
        log_line(NULL, "There is no content to write: see the installation.");
    }
    bool is_said = print_findings(&findings);
    arena_finish(&arena);
    return is_said ? code : EXIT_SYSTEM;
}

static int rollback_say(const struct store_options *options, enum file_fault fault) {
    if (fault == FILE_OK) {
        log_line(NULL, "The earlier content is in place again.");
        return EXIT_DONE;
    }
    log_line(NULL, "The earlier content cannot be put in place in %s: %s.", options->store_dir,
             file_fault_text(fault));
    return EXIT_SYSTEM;
}

static int refuse_rollback(const struct store_options *options, struct arena *arena) {
    struct findings findings = {.arena = arena};
    finding_add(&findings, (struct finding){.level = FINDING_ERROR,
                                            .path = options->store_dir,
                                            .what = "There is no earlier content.",
                                            .todo = "Import what should be shown."});
    return print_findings(&findings) ? EXIT_CONTENT : EXIT_SYSTEM;
}

int command_rollback(const struct store_options *options) {
    struct arena arena = {0};
    struct store store;
    enum file_fault fault = store_open(&store, options->store_dir, &arena);
    bool has_earlier = fault == FILE_OK && (store.previous > 0 || store.current > 0);
    int code;
    if (fault == FILE_OK && !has_earlier) {
        code = refuse_rollback(options, &arena);
    } else {
        code = rollback_say(options, fault == FILE_OK ? store_roll_back(&store) : fault);
    }
    content_trial_log_store(&store, NULL);
    store_close(&store);
    arena_finish(&arena);
    return code;
}

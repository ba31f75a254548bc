// SPDX-License-Identifier: MIT
// Tries folder after folder until one can be shown. A folder with a fault in one card is shown
// without that card: the line in the log names the first fault and how many more there are.
#include "platform/content.h"

#include "platform/builtin.h"

static const struct finding *first_error(const struct findings *findings) {
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level == FINDING_ERROR) {
            return &findings->list[i];
        }
    }
    return NULL;
}

static void say_errors(struct findings *findings, const char *before, struct log *log) {
    findings_sort(findings);
    const struct finding *first = first_error(findings);
    if (!first) {
        return;
    }
    const char *text = finding_text(first, findings->arena);
    if (findings->error_count == 1) {
        log_line(log, "%s: %s", before, text);
    } else {
        log_line(log, "%s: %s (and %d more; `dit-kiosk check` lists them)", before, text,
                 findings->error_count - 1);
    }
}

static bool load(struct deck *deck, const struct deck_source *source, struct arena *arena,
                 struct log *log) {
    arena_reset(arena);
    struct findings findings = {.arena = arena};
    bool is_loaded = deck_load(deck, source, &findings);
    const char *before = arena_format(arena, "%s %s", source->content_dir,
                                      is_loaded ? "has a fault" : "cannot be shown");
    say_errors(&findings, before, log);
    return is_loaded;
}

// Words that came with the program are shown with the practice's own number, where that is sound.
static void keep_practice(struct deck *deck, const struct content_source *source,
                          struct arena *arena) {
    struct settings settings;
    struct findings unsaid = {.arena = arena}; // they were said when the folder was tried
    const struct deck_source from = {.content_dir = source->content_dir};
    if (source->content_dir && deck_load_settings(&settings, &from, &unsaid)) {
        settings_take_practice(&deck->settings, &settings);
    }
}

bool content_load(struct deck *deck, const struct content_source *source, struct arena *arena,
                  struct log *log) {
    const char *const dirs[] = {source->content_dir, source->shipped_dir};
    for (int i = 0; i < COUNT_OF(dirs); i++) {
        struct deck_source from = {
            .content_dir = dirs[i],
            .assets_dir = source->assets_dir ? source->assets_dir : "",
            .ports = source->ports,
        };
        if (dirs[i] && load(deck, &from, arena, log)) {
            if (i > 0) {
                keep_practice(deck, source, arena);
            }
            return true;
        }
    }
    log_line(log, "No cards can be shown: the screen has the number and urgent help alone.");
    arena_reset(arena);
    struct deck_builtin files;
    builtin_deck(&files);
    deck_load_builtin(deck, &files, arena);
    keep_practice(deck, source, arena);
    return false;
}

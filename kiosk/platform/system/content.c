// SPDX-License-Identifier: MIT
// Tries folder after folder until one can be shown. A folder with a fault in one card is shown
// without that card, and each fault is a line in the log.
#include "platform/system/content.h"

#include "content/ports.h"
#include "platform/system/builtin.h"
#include "platform/system/log.h"
#include "store/store.h"

static void say_errors(struct findings *findings, const char *dir, const char *state) {
    findings_sort(findings);
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level == FINDING_ERROR) {
            log_line("%s %s: %s", dir, state, finding_text(&findings->list[i], findings->arena));
        }
    }
}

static bool load(struct deck *deck, const struct deck_source *source, struct arena *arena) {
    arena_reset(arena);
    struct findings findings = {.arena = arena};
    bool is_loaded = deck_load(deck, source, &findings);
    say_errors(&findings, source->content_dir, is_loaded ? "has a fault" : "cannot be shown");
    return is_loaded;
}

// Words from elsewhere are shown with the practice's own number: that of the first folder before
// them that has a sound one.
static void keep_practice(struct deck *deck, const char *const *dirs, int count,
                          struct arena *arena) {
    struct settings settings;
    struct findings unsaid = {.arena = arena}; // they were said when the folder was tried
    for (int i = 0; i < count; i++) {
        const struct deck_source from = {.content_dir = dirs[i], .assets_dir = ""};
        if (dirs[i] && deck_load_settings(&settings, &from, &unsaid)) {
            settings_take_practice(&deck->settings, &settings);
            return;
        }
    }
}

// The folder that `current` names now: an update that comes later leaves it as it is.
static const char *find_generation(const char *store_dir, struct arena *arena) {
    const char *path = store_dir ? store_current_path(store_dir, arena) : NULL;
    if (store_dir && !path) {
        log_line("The store %s has no content yet: other cards are shown.", store_dir);
    }
    return path;
}

bool content_load(struct deck *deck, const struct content_source *source, struct arena *arena) {
    struct arena names = {0};
    const char *const dirs[] = {find_generation(source->store_dir, &names), source->content_dir,
                                source->shipped_dir};
    bool is_whole = false;
    int tried = 0;
    for (; tried < COUNT_OF(dirs) && !is_whole; tried++) {
        struct deck_source from = {
            .content_dir = dirs[tried],
            .assets_dir = source->assets_dir ? source->assets_dir : "",
            .ports = *source->ports,
        };
        if (tried == 0) {
            // An update decodes every picture before it lets it into the store, in a sandbox and
            // with time. To do it again at every start would keep the screen dark for as long.
            from.ports.decodes = NULL;
        }
        is_whole = dirs[tried] && load(deck, &from, arena);
    }
    if (!is_whole) {
        log_line("No cards can be shown: the screen has the number and urgent help alone.");
        arena_reset(arena);
        struct deck_builtin files;
        builtin_deck(&files);
        deck_load_builtin(deck, &files, arena);
    }
    keep_practice(deck, dirs, is_whole ? tried - 1 : tried, arena);
    arena_finish(&names);
    return is_whole;
}

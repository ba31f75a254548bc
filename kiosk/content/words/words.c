// SPDX-License-Identifier: MIT
// The words of the interface in one language. The table of keys is indexed by the enum, and no text
// in it is ever shown as it stands unless a word is missing in English too.
#include "content/words/words.h"

#include "content/words/word_list.h"

#include <assert.h>
#include <string.h>

static const char *const keys[] = {
    [WORD_LANGUAGE_NAME] = "language_name",
    [WORD_URGENT_HELP] = "urgent_help",
    [WORD_URGENT_HELP_SHORT] = "urgent_help_short",
    [WORD_TOPICS] = "topics",
    [WORD_TOPICS_SHORT] = "topics_short",
    [WORD_BACK] = "back",
    [WORD_NEXT] = "next",
    [WORD_PAUSE] = "pause",
    [WORD_RESUME] = "resume",
    [WORD_LARGER_TEXT] = "larger_text",
    [WORD_NORMAL_TEXT] = "normal_text",
    [WORD_CONTRAST] = "contrast",
    [WORD_LIGHT] = "light",
    [WORD_PANEL_HEADING] = "panel_heading",
    [WORD_PANEL_SCAN] = "panel_scan",
    [WORD_PANEL_SCAN_SHORT] = "panel_scan_short",
    [WORD_PANEL_GP] = "panel_gp",
    [WORD_TOPICS_HEADING] = "topics_heading",
    [WORD_REFER] = "refer",
    [WORD_REFER_SHORT] = "refer_short",
    [WORD_REFER_RING] = "refer_ring",
    [WORD_READING_HEADING] = "reading_heading",
    [WORD_READING_COUNTDOWN] = "reading_countdown",
    [WORD_READING_FINISH] = "reading_finish",
    [WORD_READING_KEEP] = "reading_keep",
    [WORD_PAGE_OF] = "page_of",
    [WORD_LANGUAGES_HEADING] = "languages_heading",
    [WORD_LAST_CHECKED] = "last_checked",
};
static_assert(COUNT_OF(keys) == WORD_COUNT, "a key for every word");

static const struct word_mark marks[] = {
    {WORD_READING_COUNTDOWN, "{seconds}"},
    {WORD_PAGE_OF, "{page}"},
    {WORD_PAGE_OF, "{pages}"},
    {WORD_LAST_CHECKED, "{date}"},
};

struct words_loader {
    struct words words;
    const char *path;
    struct findings *findings;
    bool has_direction;
};

static void add_error(const struct words_loader *loader, int line, const char *what,
                      const char *todo) {
    finding_add(loader->findings, (struct finding){.level = FINDING_ERROR,
                                                   .path = loader->path,
                                                   .line = line,
                                                   .what = what,
                                                   .todo = todo});
}

static bool take_direction(void *self, const struct ini_pair *pair) {
    struct words_loader *loader = self;
    bool is_right = str_equals_ignoring_case(str_from(pair->value), "rtl");
    if (strcmp(pair->key, "direction") != 0) {
        return false;
    }
    if (!is_right && !str_equals_ignoring_case(str_from(pair->value), "ltr")) {
        add_error(loader, pair->line,
                  arena_format(loader->findings->arena, "“direction = %s” is not a direction.",
                               pair->value),
                  "Write ltr (left to right) or rtl (right to left).");
        return true;
    }
    loader->words.is_right_to_left = is_right;
    loader->has_direction = true;
    return true;
}

void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings) {
    struct words_loader loader = {.words = {.tag = words->tag}, .path = path, .findings = findings};
    struct word_list list = {.keys = keys,
                             .count = WORD_COUNT,
                             .marks = marks,
                             .mark_count = COUNT_OF(marks),
                             .texts = loader.words.text,
                             .fallback = fallback ? fallback->text : NULL,
                             .self = &loader,
                             .take_other = take_direction};
    word_list_load(&list, ini, path, findings);
    if (!loader.has_direction) {
        add_error(&loader, 0, "The line “direction = …” is missing.",
                  "Write direction = ltr (left to right) or rtl (right to left).");
    }
    *words = loader.words;
}

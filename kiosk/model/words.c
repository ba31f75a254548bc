// SPDX-License-Identifier: MIT
// The words of the interface in one language. The table of keys is indexed by the enum, and no text
// in it is ever shown as it stands unless a word is missing in English too.
#include "model/words.h"

#include "base/ini.h"
#include "model/nearest.h"

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

// What a word has to contain for the screen to fill in.
static const struct {
    enum word word;
    const char *mark;
} marks[] = {
    {WORD_READING_COUNTDOWN, "{seconds}"},
    {WORD_PAGE_OF, "{page}"},
    {WORD_PAGE_OF, "{pages}"},
    {WORD_LAST_CHECKED, "{date}"},
};

struct words_walk {
    struct words words;
    const char *path;
    struct findings *findings;
    bool has_direction;
};

static void add(struct words_walk *walk, int line, enum finding_level level,
                const struct finding *words) {
    finding_add(walk->findings, (struct finding){.level = level,
                                                 .path = walk->path,
                                                 .line = line,
                                                 .what = words->what,
                                                 .todo = words->todo});
}

static void take_direction(struct words_walk *walk, const struct ini_pair *pair) {
    bool is_right = str_equals_ignoring_case(str_from(pair->value), "rtl");
    if (!is_right && !str_equals_ignoring_case(str_from(pair->value), "ltr")) {
        add(walk, pair->line, FINDING_ERROR,
            &(struct finding){.what =
                                  arena_format(walk->findings->arena,
                                               "“direction = %s” is not a direction.", pair->value),
                              .todo = "Write ltr (left to right) or rtl (right to left)."});
        return;
    }
    walk->words.is_right_to_left = is_right;
    walk->has_direction = true;
}

static bool has_marks(enum word word, const char *text) {
    for (int i = 0; i < COUNT_OF(marks); i++) {
        if (marks[i].word == word && !strstr(text, marks[i].mark)) {
            return false;
        }
    }
    return true;
}

static void take_word(struct words_walk *walk, enum word word, const struct ini_pair *pair) {
    struct arena *arena = walk->findings->arena;
    if (walk->words.text[word]) {
        add(walk, pair->line, FINDING_ERROR,
            &(struct finding){.what = arena_format(arena, "“%s” is here a second time.", pair->key),
                              .todo = "Keep one of the two lines."});
    } else if (!has_marks(word, pair->value)) {
        add(walk, pair->line, FINDING_ERROR,
            &(struct finding){.what = arena_format(arena, "“%s” lacks a part in { }.", pair->key),
                              .todo =
                                  "Keep every { } of the English line: the screen fills it in."});
    } else if (pair->value[0]) {
        walk->words.text[word] = arena_text(arena, str_from(pair->value));
    }
}

static void take_unknown(struct words_walk *walk, const struct ini_pair *pair) {
    struct arena *arena = walk->findings->arena;
    const char *near = nearest_find(pair->key, keys, WORD_COUNT);
    add(walk, pair->line, FINDING_ERROR,
        &(struct finding){.what = arena_format(arena, "There is no word “%s”.", pair->key),
                          .todo = near ? arena_format(arena, "Did you mean “%s”?", near)
                                       : "Take the line out."});
}

// Files keep the order of the table, so the word after the last one is tried first.
static int find_word(const char *key, int expected) {
    for (int i = 0; i < WORD_COUNT; i++) {
        int word = (expected + i) % WORD_COUNT;
        if (strcmp(key, keys[word]) == 0) {
            return word;
        }
    }
    return -1;
}

static void take_pair(void *self, const struct ini_pair *pair) {
    struct words_walk *walk = self;
    if (strcmp(pair->key, "direction") == 0) {
        take_direction(walk, pair);
        return;
    }
    int expected = 0;
    while (expected < WORD_COUNT - 1 && walk->words.text[expected]) {
        expected++;
    }
    int word = find_word(pair->key, expected);
    if (word >= 0) {
        take_word(walk, (enum word)word, pair);
    } else {
        take_unknown(walk, pair);
    }
}

static void fill_gaps(struct words_walk *walk, const struct words *fallback) {
    struct arena *arena = walk->findings->arena;
    for (int i = 0; i < WORD_COUNT; i++) {
        if (walk->words.text[i]) {
            continue;
        }
        walk->words.text[i] = fallback ? fallback->text[i] : arena_format(arena, "[%s]", keys[i]);
        add(walk, 0, FINDING_WARNING,
            &(struct finding){.what = arena_format(arena, "The word “%s” is missing.", keys[i]),
                              .todo = fallback ? "Add it; until then the English word is shown."
                                               : "Add it."});
    }
    if (!walk->has_direction) {
        add(walk, 0, FINDING_ERROR,
            &(struct finding){.what = "The line “direction = …” is missing.",
                              .todo = "Write direction = ltr (left to right) or rtl (right to "
                                      "left)."});
    }
}

void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings) {
    struct words_walk walk = {.words = {.tag = words->tag}, .path = path, .findings = findings};
    const struct ini_taker taker = {&walk, take_pair, NULL};
    ini_load(ini, path, &taker, findings);
    fill_gaps(&walk, fallback);
    *words = walk.words;
}

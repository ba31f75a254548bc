// SPDX-License-Identifier: MIT
// See staff_words.h. The keys of the file are the names of the list in small letters.
#include "content/words/staff_words.h"

#include "content/words/word_list.h"

#include <ctype.h>

#define STAFF_WORD_NAME(name) #name,
static const char *const names[] = {STAFF_WORDS(STAFF_WORD_NAME)};

static const struct word_mark marks[] = {
    {STAFF_STAY, "{seconds}"},
    {STAFF_CLOSES, "{seconds}"},
    {STAFF_PAGE, "{page}"},
    {STAFF_PAGE, "{pages}"},
    {STAFF_PIN_WRONG, "{tries}"},
    {STAFF_PIN_CLOSED, "{time}"},
    {STAFF_MINUTES, "{count}"},
    {STAFF_SECONDS, "{count}"},
    {STAFF_FILES_DONE, "{done}"},
    {STAFF_FILES_DONE, "{total}"},
    {STAFF_NEEDS_MANY, "{count}"},
    {STAFF_FINDING_LINE, "{path}"},
    {STAFF_FINDING_LINE, "{line}"},
    {STAFF_FINDING_FILE, "{path}"},
    {STAFF_MORE_FINDINGS, "{count}"},
    {STAFF_NUMBER_IN, "{card}"},
    {STAFF_NUMBER_IN_TWO, "{card}"},
    {STAFF_NUMBER_IN_MANY, "{card}"},
    {STAFF_NUMBER_IN_MANY, "{count}"},
    {STAFF_CARD_LINES, "{count}"},
    {STAFF_PICTURE, "{name}"},
    {STAFF_LANGUAGE, "{language}"},
    {STAFF_LANGUAGE_NEW, "{count}"},
    {STAFF_SETTING, "{key}"},
    {STAFF_SAME_MANY, "{count}"},
    {STAFF_ADVICE_MANY, "{count}"},
    {STAFF_CONFIRM_FIRST, "{done}"},
    {STAFF_CONFIRM_FIRST, "{count}"},
    {STAFF_CONFIRM_SHORT, "{done}"},
    {STAFF_CONFIRM_SHORT, "{count}"},
    {STAFF_PREVIEW_NOTE, "{page}"},
    {STAFF_PREVIEW_NOTE, "{pages}"},
    {STAFF_PREVIEW_PAGE, "{note}"},
    {STAFF_PREVIEW_PAGE, "{page}"},
    {STAFF_PREVIEW_PAGE, "{pages}"},
    {STAFF_COPY_OVER_TEXT, "{name}"},
    {STAFF_WIPE_TEXT, "{seconds}"},
    {STAFF_CROSS_TEXT, "{done}"},
    {STAFF_CROSS_WAIT, "{seconds}"},
    {STAFF_KEEP_TEXT, "{seconds}"},
    {STAFF_STORAGE_FREE, "{count}"},
    {STAFF_HEAT_GOOD, "{count}"},
    {STAFF_HEAT_WARM, "{count}"},
    {STAFF_HEAT_HOT, "{count}"},
    {STAFF_DAYS, "{count}"},
    {STAFF_HOURS, "{count}"},
    {STAFF_R_KIOSK, "{name}"},
    {STAFF_R_WHEN, "{time}"},
    {STAFF_R_PROGRAM, "{version}"},
    {STAFF_R_CONTENT, "{version}"},
    {STAFF_R_MORE, "{count}"},
};

static const char *key_of(const char *name, struct arena *arena) {
    char *key = arena_text(arena, str_from(name));
    for (char *c = key; *c; c++) {
        *c = (char)tolower((unsigned char)*c);
    }
    return key;
}

void staff_words_load(struct staff_words *words, struct str ini, const char *path,
                      struct findings *findings) {
    const char *keys[STAFF_WORD_COUNT];
    for (int i = 0; i < STAFF_WORD_COUNT; i++) {
        keys[i] = key_of(names[i], findings->arena);
    }
    *words = (struct staff_words){{NULL}};
    struct word_list list = {.keys = keys,
                             .count = STAFF_WORD_COUNT,
                             .marks = marks,
                             .mark_count = COUNT_OF(marks),
                             .texts = words->text};
    word_list_load(&list, ini, path, findings);
}

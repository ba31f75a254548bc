// SPDX-License-Identifier: MIT
// A row of a table for each kind, and a few kinds that say more than their row.
#include "content/diff/change_words.h"

// A sentence with `mark` in it for the label, NULL for `where` alone.
static const struct {
    enum staff_word label, now;
    const char *mark;
} rows[CHANGE_KIND_COUNT] = {
    [CHANGE_PHONE] = {.label = STAFF_PHONE, .mark = "{}"},
    [CHANGE_CODE] = {.label = STAFF_CODE, .mark = "{}"},
    [CHANGE_NUMBER] = {.label = STAFF_NUMBER_IN, .mark = "{card}"},
    [CHANGE_CARD_ADDED] = {.now = STAFF_CARD_NEW},
    [CHANGE_CARD_CHANGED] = {.now = STAFF_CARD_LINES},
    [CHANGE_CARD_REMOVED] = {.now = STAFF_CARD_GONE},
    [CHANGE_PICTURE] = {STAFF_PICTURE, STAFF_PICTURE_CHANGED, "{name}"},
    [CHANGE_CONTESTED] = {.now = STAFF_BOTH_KEPT},
    [CHANGE_KEPT] = {.now = STAFF_KEPT},
    [CHANGE_ORDER] = {STAFF_ORDER, STAFF_ORDER_CHANGED, "{}"},
    [CHANGE_LANGUAGE_ADDED] = {STAFF_LANGUAGE, STAFF_LANGUAGE_NEW, "{language}"},
    [CHANGE_LANGUAGE_REMOVED] = {STAFF_LANGUAGE, STAFF_LANGUAGE_GONE, "{language}"},
    [CHANGE_START] = {STAFF_LANGUAGE, STAFF_LANGUAGE_START, "{language}"},
    [CHANGE_SETTING] = {STAFF_SETTING, STAFF_SETTING_CHANGED, "{key}"},
};

static const char *fill_count(const char *words, int count, struct arena *arena) {
    return word_fill(words, "{count}", arena_format(arena, "%d", count), arena);
}

static const char *label_of(const struct change *change, const char *const *texts,
                            struct arena *arena) {
    int others = change->kind == CHANGE_NUMBER ? change->card_count - 1 : 0;
    enum staff_word word = others <= 0   ? rows[change->kind].label
                           : others == 1 ? STAFF_NUMBER_IN_TWO
                                         : STAFF_NUMBER_IN_MANY;
    const char *mark = rows[change->kind].mark;
    const char *label = mark ? word_fill(texts[word], mark, change->where, arena) : change->where;
    label = fill_count(label, others, arena);
    return change->language ? arena_format(arena, "%s (%s)", label, change->language) : label;
}

// What is empty is said in a word.
static const char *said(const char *value, const char *const *texts) {
    return value && value[0] ? value : texts[STAFF_NOTHING];
}

struct change_words change_words_of(const struct change *change, const struct staff_words *words,
                                    struct arena *arena) {
    const char *const *texts = words->text;
    bool is_line = change->kind == CHANGE_CARD_CHANGED && change->line_count == 1;
    const char *now = texts[is_line            ? STAFF_CARD_LINE
                            : change->is_taken ? STAFF_BOTH_TAKEN
                                               : rows[change->kind].now];
    struct change_words row = {.label = label_of(change, texts, arena),
                               .is_confirmed = change->kind <= CHANGE_NUMBER};
    bool is_setting = change->kind == CHANGE_SETTING;
    if (row.is_confirmed || (is_setting && change->old)) {
        row.old = said(change->old, texts);
    }
    row.now = row.is_confirmed || (is_setting && change->now)
                  ? said(change->now, texts)
                  : fill_count(now, change->line_count, arena);
    return row;
}

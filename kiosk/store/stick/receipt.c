// SPDX-License-Identifier: MIT
// Lines put together one after the other.
#include "store/stick/receipt.h"

#include "base/buffer.h"
#include "base/encoding.h"

static void add(struct buffer *text, const char *line) {
    buffer_text(text, line);
    buffer_text(text, "\n");
}

static void add_with(struct buffer *text, const char *words, const char *name, const char *value) {
    add(text, word_fill(words, name, value, text->arena));
}

static void add_changes(struct buffer *text, const struct receipt_facts *facts) {
    const struct changes *changes = facts->changes;
    const char *const *words = facts->words->text;
    if (!changes || changes->count == 0) {
        return;
    }
    add(text, "");
    add(text, words[STAFF_R_CHANGES]);
    for (int i = 0; i < changes->count; i++) {
        struct change_words said = change_words_of(&changes->list[i], facts->words, text->arena);
        buffer_format(text, "- %s: ", said.label);
        if (said.old) {
            buffer_format(text, "%s -> ", said.old);
        }
        add(text, said.now);
    }
    if (changes->dropped_count > 0) {
        add_with(text, words[STAFF_R_MORE], "{count}",
                 arena_format(text->arena, "%d", changes->dropped_count));
    }
}

static void add_findings(struct buffer *text, const struct receipt_facts *facts,
                         enum finding_level level, enum staff_word heading) {
    const struct findings *findings = facts->findings;
    bool has_heading = false;
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        if (finding->level != level) {
            continue;
        }
        if (!has_heading) {
            add(text, "");
            add(text, facts->words->text[heading]);
            has_heading = true;
        }
        buffer_format(text, "- %s", finding->path);
        if (finding->line > 0) {
            buffer_format(text, ", line %d", finding->line);
        }
        buffer_format(text, ": %s ", finding->what);
        add(text, finding->todo);
    }
}

struct str receipt_text(const struct receipt_facts *facts, struct arena *arena) {
    const char *const *words = facts->words->text;
    struct buffer text = {.arena = arena};
    add(&text, words[STAFF_R_TITLE]);
    add(&text, "");
    add(&text, words[facts->result]);
    if (facts->detail && facts->detail[0]) {
        add(&text, facts->detail);
    }
    add(&text, "");
    add_with(&text, words[STAFF_R_KIOSK], "{name}", facts->kiosk_name);
    add_with(&text, words[STAFF_R_WHEN], "{time}",
             facts->when ? facts->when : words[STAFF_R_NO_CLOCK]);
    add_with(&text, words[STAFF_R_PROGRAM], "{version}", facts->program);
    add_with(&text, words[STAFF_R_CONTENT], "{version}", facts->content);
    if (facts->advice) {
        add(&text, facts->advice);
    }
    add_changes(&text, facts);
    add_findings(&text, facts, FINDING_ERROR, STAFF_R_ERRORS);
    add_findings(&text, facts, FINDING_WARNING, STAFF_R_ADVICE);
    if (facts->findings->dropped_count > 0) {
        add_with(&text, words[STAFF_R_MORE], "{count}",
                 arena_format(arena, "%d", facts->findings->dropped_count));
    }
    return encoding_for_windows(buffer_str(&text), arena);
}

// SPDX-License-Identifier: MIT
// See desk.h. It is the kiosk's own reading and checking, so that the desk and the screen say the
// same of a folder.
#include "desk/desk.h"

#include <stdlib.h>

#include "base/encoding.h"
#include "content/card/card_load.h"
#include "content/limits.h"
#include "desk/json.h"

#define ASSETS "assets"
#define TYPED "typed" // the text that is being typed

struct desk {
    struct arena arena; // of one question and its answer
    struct buffer answer;
};

static bool has_letter(void *self, uint32_t code_point) {
    (void)self;
    return page_has_letter(code_point);
}

static bool decodes(struct str picture) {
    return page_decodes(picture.at);
}

static const struct letter_port letters = {NULL, has_letter};
static const struct ports ports = {&letters, decodes, NULL, false};

static bool load(struct deck *deck, const char *content_dir, struct findings *findings) {
    const struct deck_source source = {content_dir, ASSETS, ports, NULL};
    return deck_load(deck, &source, findings);
}

struct buffer *desk_begin(struct desk *desk) {
    arena_reset(&desk->arena);
    desk->answer = (struct buffer){.arena = &desk->arena};
    return &desk->answer;
}

static void put_findings(struct buffer *to, struct findings *findings) {
    findings_sort(findings);
    buffer_text(to, "\"findings\":[");
    for (int i = 0; i < findings->count; i++) {
        buffer_text(to, i > 0 ? "," : "");
        json_text(to, str_from(finding_text(&findings->list[i], findings->arena)));
    }
    buffer_format(to, "],\"dropped\":%d", findings->dropped_count);
}

// The bytes of what is typed; none where the page has no such file.
static struct str load_typed(struct desk *desk) {
    const struct file_source source = {FILE_FROM_HERE, TYPED, LIMIT_PICTURE_BYTES};
    struct str bytes = {NULL, 0};
    return file_load(&bytes, &source, &desk->arena) == FILE_OK ? bytes : (struct str){"", 0};
}

struct desk *desk_open(void) {
    return calloc(1, sizeof(struct desk));
}

const char *desk_answer(const struct desk *desk) {
    return desk->answer.at;
}

size_t desk_answer_size(const struct desk *desk) {
    return desk->answer.size;
}

void desk_check(struct desk *desk) {
    struct buffer *to = desk_begin(desk);
    struct findings findings = {.arena = &desk->arena};
    struct deck deck = {0};
    bool is_shown = load(&deck, "content", &findings);
    buffer_format(to, "{\"isShown\":%s,", is_shown ? "true" : "false");
    put_findings(to, &findings);
    if (is_shown) {
        buffer_text(to, ",\"deck\":");
        json_deck(to, &deck);
    }
    buffer_text(to, "}");
}

void desk_card(struct desk *desk) {
    struct buffer *to = desk_begin(desk);
    struct findings unsaid = {.arena = &desk->arena};
    struct card card = {0};
    const struct card_source source = {load_typed(desk), TYPED, NULL, &ports};
    bool is_good = card_load(&card, &source, &unsaid);
    (void)is_good; // it is checked where the whole folder is
    json_card(to, &card);
}

void desk_text(struct desk *desk) {
    struct buffer *to = desk_begin(desk);
    struct findings unsaid = {.arena = &desk->arena};
    struct str text;
    const struct encoding_source source = {load_typed(desk), TYPED, &desk->arena};
    buffer_text(to, "{");
    if (encoding_load(&text, &source, &unsaid)) {
        buffer_text(to, "\"text\":");
        json_text(to, text);
    }
    buffer_text(to, "}");
}

void desk_for_windows(struct desk *desk) {
    struct buffer *to = desk_begin(desk);
    buffer_put(to, encoding_for_windows(load_typed(desk), &desk->arena));
}

static void load_words(struct staff_words *words, struct arena *arena) {
    struct str ini = {"", 0};
    struct findings unsaid = {.arena = arena};
    const struct file_source source = {FILE_FROM_HERE, ASSETS "/staff.ini", LIMIT_TEXT_BYTES};
    enum file_fault fault = file_load(&ini, &source, arena);
    (void)fault; // the page has it, or else the keys stand there
    staff_words_load(words, ini, source.name, &unsaid);
}

void desk_changes(struct desk *desk) {
    struct buffer *to = desk_begin(desk);
    struct findings unsaid = {.arena = &desk->arena};
    struct changes changes = {.arena = &desk->arena};
    struct deck before = {0}, now = {0};
    struct staff_words words;
    if (!load(&before, "before", &unsaid) || !load(&now, "content", &unsaid)) {
        buffer_text(to, "null");
        return;
    }
    changes_find(&changes, &before, &now);
    load_words(&words, &desk->arena);
    json_changes(to, &changes, &words);
}

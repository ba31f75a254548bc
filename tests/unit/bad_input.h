// SPDX-License-Identifier: MIT
// A row of spoilt content folders, each with the findings that it has to give: exactly these, in
// this order, each beginning as written here.
#ifndef DIT_BAD_INPUT_H
#define DIT_BAD_INPUT_H

#include "content/ports.h"
#include "content_change.h"

enum shown { SHOWN, NOT_SHOWN };

struct bad_input {
    const char *about;
    struct change changes[3];
    const char *findings[5]; // how each line begins, in order
    enum shown shown;
};

#define CARD "cards/en/10-what.md"
#define SECOND "cards/en/20-next.md"
#define SETTINGS(lines)                                                                            \
    { PUT, "kiosk.ini", "[practice]\nname = Surgery\n[referral]\n" lines, 0 }
#define PHONE "phone = 0203 228 1350\n"
#define WITH(lines) SETTINGS(PHONE lines)
#define BYTES(path, bytes)                                                                         \
    { PUT, path, bytes, sizeof bytes - 1 }

static inline bool latin_only(void *self, uint32_t code_point) {
    (void)self;
    return code_point < 0x3000;
}

static inline bool decodes_unless_broken(void *self, struct str bytes) {
    (void)self;
    return !memmem(bytes.at, bytes.size, "BROKEN", 6);
}

static const struct letter_port letters = {NULL, latin_only};
static const struct picture_port pictures = {NULL, decodes_unless_broken};
static const struct ports ports = {&letters, &pictures, false};

static inline bool load(struct deck *deck, const struct content_folder *folder,
                        struct findings *findings) {
    const struct deck_source source = {folder->path, DIT_SOURCE_DIR "/assets", &ports};
    uid_t user = geteuid();
    bool is_root = user == 0; // may read everything, so it becomes nobody for a while
    if (is_root) {
        assert_return_code(seteuid(65534), 0);
    }
    bool is_shown = deck_load(deck, &source, findings);
    if (is_root) {
        assert_return_code(seteuid(user), 0);
    }
    findings_sort(findings);
    return is_shown;
}

static inline void print_findings(const struct bad_input *input, struct findings *findings) {
    print_error("%s:\n", input->about);
    for (int i = 0; i < findings->count; i++) {
        print_error("    %s\n", finding_text(&findings->list[i], findings->arena));
    }
}

static inline bool matches(const struct bad_input *input, struct findings *findings) {
    int count = 0;
    while (count < COUNT_OF(input->findings) && input->findings[count]) {
        const char *text =
            count < findings->count ? finding_text(&findings->list[count], findings->arena) : "";
        if (strncmp(text, input->findings[count], strlen(input->findings[count])) != 0) {
            return false;
        }
        count++;
    }
    return count == findings->count;
}

static inline void bad_inputs_check(const struct bad_input *inputs, int count) {
    int wrong = 0;
    for (int i = 0; i < count; i++) {
        struct arena arena = {0};
        struct findings findings = {.arena = &arena};
        struct deck deck = {0};
        struct content_folder folder = content_make();
        for (int k = 0; k < COUNT_OF(inputs[i].changes); k++) {
            change_apply(&folder, &inputs[i].changes[k]);
        }
        bool is_shown = load(&deck, &folder, &findings);
        if (is_shown != (inputs[i].shown == SHOWN) || !matches(&inputs[i], &findings)) {
            print_findings(&inputs[i], &findings);
            print_error("    shown: %d\n", is_shown);
            wrong++;
        }
        assert_true(is_shown == (deck.languages != NULL));
        content_remove(&folder);
        arena_finish(&arena);
    }
    assert_int_equal(wrong, 0);
}

#endif

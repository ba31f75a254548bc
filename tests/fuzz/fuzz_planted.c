// SPDX-License-Identifier: MIT
// A target that is wrong on purpose, to prove that a wrong target is found: a letter in the
// environment chooses the fault, and each shared check of fuzz.h is given something that it must
// not let pass. One fault more is hidden behind six bytes of the input, where only a fuzzer that
// sees which way the program takes comes to it.
#include "fuzz_card.h"

static volatile int zero;

static void read_too_far(struct arena *arena) {
    (void)arena;
    char *text = malloc(4);
    FUZZ_CHECK(text);
    text[3] = 'x';
    zero += text[4 + zero];
    free(text);
}

static void write_past_arena(struct arena *arena) {
    char *text = arena_alloc(arena, 5);
    text[5 + zero] = 'x';
}

static void read_after_reset(struct arena *arena) {
    char *text = arena_alloc(arena, 5);
    arena_reset(arena);
    zero += text[zero];
}

static void overflow_a_number(struct arena *arena) {
    (void)arena;
    int largest = 0x7FFFFFFF - zero;
    zero = largest + 1;
}

static void lose_memory(struct arena *arena) {
    (void)arena;
    char *volatile text = malloc(100);
    text = NULL;
    (void)text;
}

static void hang(struct arena *arena) {
    (void)arena;
    while (!zero) {
    }
}

static void eat_memory(struct arena *arena) {
    arena_alloc(arena, (size_t)1 << 30);
}

static void break_a_promise(struct arena *arena) {
    (void)arena;
    FUZZ_CHECK(zero == 1);
}

static void check_one(struct arena *arena, struct finding finding) {
    struct findings findings = {.arena = arena, .list = &finding, .count = 1};
    findings.error_count = finding.level == FINDING_ERROR;
    fuzz_check_findings(&findings, 10);
}

static void say_nothing(struct arena *arena) {
    check_one(arena, (struct finding){FINDING_ERROR, "a.md", 1, "", "Do it.", FINDING_SAID});
}

static void say_without_a_stop(struct arena *arena) {
    check_one(arena,
              (struct finding){FINDING_ERROR, "a.md", 1, "It is wrong.", "Do it", FINDING_SAID});
}

static void say_with_a_control(struct arena *arena) {
    check_one(arena, (struct finding){FINDING_ERROR, "a\033[2J.md", 1, "It is wrong.", "Do it.",
                                      FINDING_SAID});
}

static void say_what_is_no_text(struct arena *arena) {
    check_one(arena, (struct finding){FINDING_ERROR, "a.md", 1, "It is \xC3 wrong.", "Do it.",
                                      FINDING_SAID});
}

static void say_a_line_that_is_not(struct arena *arena) {
    check_one(arena,
              (struct finding){FINDING_ERROR, "a.md", 11, "It is wrong.", "Do it.", FINDING_SAID});
}

static void miscount_errors(struct arena *arena) {
    struct finding finding = {FINDING_ERROR, "a.md", 1, "It is wrong.", "Do it.", FINDING_SAID};
    struct findings findings = {.arena = arena, .list = &finding, .count = 1};
    fuzz_check_findings(&findings, 10);
}

// A card that keeps every promise but for what is given here.
static void check_card_of(const char *title, const char *text, uint32_t stretch_size) {
    const struct stretch stretch = {stretch_size, EMPHASIS_NONE};
    const struct block block = {.kind = BLOCK_PARAGRAPH,
                                .line = 2,
                                .text = str_from(text),
                                .stretches = &stretch,
                                .stretch_count = 1};
    const struct card card = {
        .title = str_from(title), .title_line = 1, .body = {.blocks = &block, .count = 1}};
    fuzz_check_card(&card, 2);
}

static void show_no_title(struct arena *arena) {
    (void)arena;
    check_card_of("Title", "words", 5);
    check_card_of("\xC2\xA0", "words", 5);
}

static void show_a_blank_at_the_end(struct arena *arena) {
    (void)arena;
    check_card_of("Title", "words ", 6);
}

static void leave_a_letter_uncovered(struct arena *arena) {
    (void)arena;
    check_card_of("Title", "words", 4);
}

// In the order of the letters that fuzz.sh tries, from 'a'.
static void (*const faults[])(struct arena *) = {
    read_too_far,
    write_past_arena,
    read_after_reset,
    overflow_a_number,
    lose_memory,
    hang,
    eat_memory,
    break_a_promise,
    say_nothing,
    say_without_a_stop,
    say_with_a_control,
    say_what_is_no_text,
    say_a_line_that_is_not,
    miscount_errors,
    show_no_title,
    show_a_blank_at_the_end,
    leave_a_letter_uncovered,
};

static bool is_hidden(const uint8_t *data, size_t size) {
    return size >= 6 && data[0] == 'H' && data[1] == 'i' && data[2] == 'd' && data[3] == 'd' &&
           data[4] == 'e' && data[5] == 'n';
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena = {0};
    if (is_hidden(data, size)) {
        break_a_promise(&arena);
    }
    const char *letter = getenv("DIT_PLANTED");
    if (letter && *letter >= 'a' && *letter - 'a' < COUNT_OF(faults)) {
        faults[*letter - 'a'](&arena);
    }
    arena_finish(&arena);
    return 0;
}

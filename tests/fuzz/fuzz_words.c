// SPDX-License-Identifier: MIT
// Any bytes as the words of the interface in one language. No button is ever without a word, a
// language that lacks a word has the English one's, and no sentence is without a part that the
// English one has for the screen to fill in.
#include "fuzz.h"

#include "content/words/words.h"

static const char english[] = "assets/words/en.ini";

static void check_words(const struct words *words) {
    for (int i = 0; i < WORD_COUNT; i++) {
        FUZZ_CHECK(words->text[i] && words->text[i][0] && !strpbrk(words->text[i], "\n\r"));
        fuzz_check_text(str_from(words->text[i]));
    }
}

// As a translation of an English text with parts to fill in.
static void check_translation(struct str text, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct words source = {.tag = "en"};
    struct words other = {.tag = "ta"};
    words_load(&source, str_from("direction = ltr\npage_of = {page} of {pages}\n"), english, NULL,
               &findings);
    words_load(&other, text, "assets/words/ta.ini", &source, &findings);
    FUZZ_CHECK(strstr(other.text[WORD_PAGE_OF], "{page}"));
    FUZZ_CHECK(strstr(other.text[WORD_PAGE_OF], "{pages}"));
}

// A file of nothing has every word of the other language.
static void check_borrowed(const struct words *words, struct arena *arena) {
    struct words other = {.tag = "ta"};
    struct findings findings = {.arena = arena};
    words_load(&other, (struct str){"", 0}, "assets/words/ta.ini", words, &findings);
    FUZZ_CHECK(strcmp(other.tag, "ta") == 0);
    for (int i = 0; i < WORD_COUNT; i++) {
        FUZZ_CHECK(strcmp(other.text[i], words->text[i]) == 0);
    }
    fuzz_check_findings(&findings, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    const struct encoding_source source = {fuzz_str(data, size), english, &arena};
    struct str text;
    if (encoding_load(&text, &source, &findings)) {
        struct words words = {.tag = "en"};
        words_load(&words, text, english, NULL, &findings);
        check_words(&words);
        check_borrowed(&words, &arena);
        check_translation(text, &arena);
        fuzz_check_findings(&findings, fuzz_count_lines(text));
    }
    arena_finish(&arena);
    return 0;
}

// SPDX-License-Identifier: MIT
// The words of the interface in one language, from assets/words/<tag>.ini. The table of names in
// words.c is the whole list; a language that lacks one borrows the English word and says so.
#ifndef DIT_WORDS_H
#define DIT_WORDS_H

#include "base/finding.h"

enum word {
    WORD_LANGUAGE_NAME, // in the language itself: "English"
    WORD_URGENT_HELP,
    WORD_URGENT_HELP_SHORT,
    WORD_TOPICS,
    WORD_TOPICS_SHORT,
    WORD_BACK,
    WORD_NEXT,
    WORD_PAUSE,  // said by the dump and by a reader, drawn as a sign
    WORD_RESUME, // likewise
    WORD_LARGER_TEXT,
    WORD_NORMAL_TEXT, // when the text is at its largest
    WORD_CONTRAST,
    WORD_LIGHT, // when the contrast theme is on
    WORD_PANEL_HEADING,
    WORD_PANEL_SCAN,
    WORD_PANEL_SCAN_SHORT,
    WORD_PANEL_GP,
    WORD_TOPICS_HEADING,
    WORD_REFER,
    WORD_REFER_SHORT,
    WORD_REFER_RING,
    WORD_READING_HEADING,
    WORD_READING_COUNTDOWN, // with {seconds}
    WORD_READING_FINISH,
    WORD_READING_KEEP,
    WORD_PAGE_OF, // with {page} and {pages}
    WORD_LANGUAGES_HEADING,
    WORD_LAST_CHECKED, // with {date}
    WORD_COUNT,
};

struct words {
    const char *tag;       // BCP 47: "en"
    bool is_right_to_left; // from the key `direction`
    const char *text[WORD_COUNT];
};

// Reads the text of a words file (UTF-8). Missing keys take `fallback`'s word (NULL: the key's own
// name, in brackets) and give a warning on `path`; `words->tag` stays. Texts live in
// findings->arena.
void words_load(struct words *words, struct str ini, const char *path, const struct words *fallback,
                struct findings *findings);

#endif

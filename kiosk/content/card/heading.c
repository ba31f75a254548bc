// SPDX-License-Identifier: MIT
// Looks at the lines as staff typed them: md4c makes a paragraph of “#Opening times” and runs it
// into the line below.
#include "content/card/heading.h"

#include "base/bidi_quote.h"
#include "base/utf8.h"
#include "content/card/fault.h"
#include "content/limits.h"

#include <string.h>

enum { LETTER_BYTES = 4, MOST_MARKS = 6 };

struct guess {
    struct str marks; // the # signs in front of it
    struct str words;
    int line;
};

static size_t count_of(struct str line, const char *signs) {
    size_t count = 0;
    while (count < line.size && line.at[count] && strchr(signs, line.at[count])) {
        count++;
    }
    return count;
}

static struct str without(struct str text, size_t bytes) {
    return (struct str){text.at + bytes, text.size - bytes};
}

static struct str without_end(struct str text, const char *signs) {
    while (text.size > 0 && text.at[text.size - 1] && strchr(signs, text.at[text.size - 1])) {
        text.size--;
    }
    return text;
}

// "#Opening times", with nothing between the two, or nothing but what is not seen.
static bool guess_unspaced(struct guess *guess, struct str line) {
    size_t marks = count_of(line, "#");
    struct str words = without(line, marks);
    words = without(words, utf8_blank_bytes(words));
    guess->marks = (struct str){line.at, marks};
    guess->words = without_end(str_trim(words), "# \t");
    return marks > 0 && marks <= MOST_MARKS;
}

// "- One", "1. One", "> One", "![Us](us.png)" and the like are no headings.
static bool guess_plain(struct guess *guess, struct str line) {
    struct str words = without_end(without(line, count_of(line, "*_")), "*_");
    size_t digits = count_of(words, "0123456789");
    if (words.size == 0 || words.at[0] == ' ' || words.size > LIMIT_TITLE_LETTERS * LETTER_BYTES) {
        return false;
    }
    unsigned char first = (unsigned char)words.at[0];
    bool is_letter =
        first >= 0x80 || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    bool is_numbered = digits < words.size && (words.at[digits] == '.' || words.at[digits] == ')');
    guess->marks = str_from("#");
    guess->words = words;
    return is_letter || (digits > 0 && !is_numbered);
}

static struct str next_line(struct str *text) {
    const char *end = text->size > 0 ? memchr(text->at, '\n', text->size) : NULL;
    size_t size = end ? (size_t)(end - text->at) : text->size;
    struct str line = {text->at, size};
    *text = without(*text, size + (end != NULL));
    return str_trim(without(line, utf8_blank_bytes(line)));
}

static bool find_unspaced(struct guess *guess, struct str text) {
    for (guess->line = 1; text.size > 0; guess->line++) {
        if (guess_unspaced(guess, next_line(&text))) {
            return true;
        }
    }
    return false;
}

static bool find_plain(struct guess *guess, struct str text) {
    struct str line = {0};
    for (guess->line = 0; text.size > 0 && utf8_is_blank(line); guess->line++) {
        line = next_line(&text);
    }
    return guess_plain(guess, line);
}

// Every finding ends like a sentence; a mark of direction may be the last of `words`.
static const char *full_stop(const char *words) {
    size_t size = strlen(words);
    return size > 0 && strchr(".?", words[size - 1]) ? "" : ".";
}

void heading_add_missing(struct str text, const char *path, struct findings *findings) {
    struct arena *arena = findings->arena;
    struct guess guess = {0};
    struct finding finding = {
        .level = FINDING_ERROR, .path = path, .what = "The card has no heading."};
    bool is_unspaced = find_unspaced(&guess, text);
    if (!is_unspaced && !find_plain(&guess, text)) {
        fault_add(findings, FAULT_NO_HEADING, (struct fault_place){path, 0});
        return;
    }
    const char *marks = arena_text(arena, guess.marks);
    const char *words = bidi_quote(arena_text(arena, guess.words), arena);
    finding.line = guess.line;
    const char *stop = full_stop(words);
    finding.todo =
        is_unspaced
            ? arena_format(arena, "Put a space after %s: write %s %s%s", marks, marks, words, stop)
            : arena_format(arena, "Is “%s” the heading? Write # %s%s", words, words, stop);
    finding_add(findings, finding);
}

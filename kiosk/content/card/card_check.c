// SPDX-License-Identifier: MIT
// What is looked at on a card that can be read. Every check walks the same texts, block by block,
// and looks at each byte once.
#include "content/card/card_check.h"

#include "base/utf8.h"
#include "content/limits.h"

#include <string.h>

enum { CACHE_SIZE = 128, MISSING_LIMIT = 16 };

// Which code points were asked for already, so that the fonts are asked once for each.
struct letter_walk {
    const struct letter_port *letters;
    struct findings *findings;
    struct finding_place place;
    uint32_t cache[CACHE_SIZE];
    uint32_t missing[MISSING_LIMIT];
    int missing_count;
    bool has_emoji; // that was reported
};

static bool is_known(struct letter_walk *walk, uint32_t c) {
    uint32_t *slot = &walk->cache[c % CACHE_SIZE];
    bool was_seen = *slot == c;
    *slot = c;
    return was_seen;
}

// The first font on the box has the whole of ASCII; see test_fonts.c.
static const char *skip_ascii(const char *at, const char *end) {
    uint64_t eight;
    while (end - at >= (ptrdiff_t)sizeof eight) {
        memcpy(&eight, at, sizeof eight);
        if (eight & 0x8080808080808080u) {
            break;
        }
        at += sizeof eight;
    }
    while (at < end && (unsigned char)*at < 128) {
        at++;
    }
    return at;
}

static bool is_reported(const struct letter_walk *walk, uint32_t c) {
    for (int i = 0; i < walk->missing_count; i++) {
        if (walk->missing[i] == c) {
            return true;
        }
    }
    return walk->missing_count == MISSING_LIMIT;
}

// Symbols and pictographs; flags and faces are there by the hundred, so one finding is enough.
static bool is_emoji(uint32_t c) {
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) ||
           (c >= 0x2B00 && c <= 0x2BFF);
}

static void report(struct letter_walk *walk, uint32_t c) {
    char letter[5] = "";
    struct arena *arena = walk->findings->arena;
    if (is_emoji(c)) {
        if (!walk->has_emoji) {
            fault_add(walk->findings, FAULT_EMOJI, walk->place);
        }
        walk->has_emoji = true;
        return;
    }
    walk->missing[walk->missing_count++] = c;
    letter[utf8_put(letter, c)] = '\0';
    finding_error(
        walk->findings, walk->place,
        arena_format(arena, "The screen has no letter “%s” (U+%04X).", letter, (unsigned)c),
        "Write it in another way, or take it out.");
}

// From the line at walk->place on.
static void walk_text(struct letter_walk *walk, struct str text) {
    const char *end = text.size > 0 ? text.at + text.size : text.at;
    for (const char *at = text.at, *counted = at; (at = skip_ascii(at, end)) < end;) {
        uint32_t c = utf8_next(&at, end);
        if (is_known(walk, c) || is_reported(walk, c)) {
            continue;
        }
        bool is_drawn = !(utf8_properties(c) & UTF8_IGNORABLE); // else no font has to have it
        if (is_drawn && !walk->letters->has(walk->letters->self, c)) {
            for (; counted < at; counted++) {
                walk->place.line += *counted == '\n';
            }
            report(walk, c);
        }
    }
}

void card_check_letters(struct str text, struct finding_place place,
                        const struct letter_port *letters, struct findings *findings) {
    struct letter_walk walk = {.letters = letters, .findings = findings, .place = place};
    walk_text(&walk, text);
}

void card_check_all_letters(const struct card *card, const struct letter_port *letters,
                            struct findings *findings) {
    struct letter_walk walk = {.letters = letters, .findings = findings, .place = {card->path, 0}};
    for (int i = 0; letters && i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        walk.place.line = text.line;
        walk_text(&walk, text.words);
    }
}

static bool is_blank(char c) {
    return (unsigned char)c <= ' ';
}

// Arabic, Hindi and Chinese have signs of their own; quotes and brackets may follow any.
static bool ends_sentence(struct str word) {
    static const char *const signs[] = {"\xD8\x9F", "\xE0\xA5\xA4", "\xE3\x80\x82"};
    while (word.size > 1 && strchr("\"')", word.at[word.size - 1])) {
        word.size--;
    }
    unsigned char last = (unsigned char)word.at[word.size - 1];
    if (last < 0x80) {
        return last == '.' || last == '!' || last == '?';
    }
    for (int i = 0; i < COUNT_OF(signs); i++) {
        size_t size = strlen(signs[i]);
        if (word.size >= size && memcmp(word.at + word.size - size, signs[i], size) == 0) {
            return true;
        }
    }
    return false;
}

struct reading {
    int sentences, longest; // in words
};

// Lines stay lines: a new one that does not go on with a small letter is no part of a sentence.
static bool ends_line(struct str text, size_t at) {
    bool goes_on = at + 1 < text.size && text.at[at + 1] >= 'a' && text.at[at + 1] <= 'z';
    return at < text.size && text.at[at] == '\n' && !goes_on;
}

static struct reading measure(struct str text) {
    struct reading reading = {0, 0};
    int words = 0;
    for (size_t i = 0; i < text.size;) {
        size_t start = i;
        while (i < text.size && !is_blank(text.at[i])) {
            i++;
        }
        struct str word = {text.at + start, i - start};
        words += word.size > 0;
        reading.longest = words > reading.longest ? words : reading.longest;
        if (word.size > 0 && ends_sentence(word)) {
            reading.sentences++;
            words = 0;
        }
        words = ends_line(text, i) ? 0 : words;
        i++;
    }
    reading.sentences += words > 0;
    return reading;
}

static void check_reading(const struct block *block, const char *path, struct findings *findings) {
    struct reading reading = measure(block->text);
    const struct finding_place place = {path, block->line};
    if (reading.longest > LIMIT_SENTENCE_WORDS) {
        fault_add(findings, FAULT_LONG_SENTENCE, place);
    }
    if (reading.sentences > LIMIT_PARAGRAPH_SENTENCES) {
        fault_add(findings, FAULT_LONG_PARAGRAPH, place);
    }
}

static int word_count(const struct card *card) {
    int count = 0;
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        bool is_inside = block->kind == BLOCK_PICTURE;
        for (size_t k = 0; k < block->text.size; k++) {
            count += !is_blank(block->text.at[k]) && !is_inside;
            is_inside = !is_blank(block->text.at[k]);
        }
    }
    return count;
}

static void check_length(const struct card *card, struct findings *findings) {
    int words = word_count(card);
    if (words <= LIMIT_CARD_WORDS) {
        return;
    }
    struct arena *arena = findings->arena;
    const char *parts = words > 2 * LIMIT_CARD_WORDS ? "several" : "two";
    finding_warning(findings, (struct finding_place){card->path, 0},
                    arena_format(arena, "This card has %d words.", words),
                    arena_format(arena,
                                 "Cards up to %d words fit one page; split it into %s cards.",
                                 LIMIT_PAGE_WORDS, parts));
}

// Marks that were typed with a space too many or too few, so that they are none: in each line.
static void check_marks(const struct card *card, struct findings *findings) {
    for (int i = 0; i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        bool is_picture = text.block && text.block->kind == BLOCK_PICTURE;
        struct finding_place place = {card->path, text.line};
        for (; text.words.size > 0 && !is_picture; place.line++) {
            struct str typed = str_take_line(&text.words);
            if (memmem(typed.at, typed.size, "**", 2)) {
                fault_add(findings, FAULT_STRAY_STARS, place);
            }
            if (str_at(typed, 0) == '#' && !char_is_digit(str_at(typed, 1))) {
                fault_add(findings, FAULT_STRAY_HASH, place);
            }
        }
    }
}

// Whether every line has 60 to 80 letters and goes on with a small one on the next: one that does
// not, and nobody has cut them.
static bool looks_cut(struct str text) {
    enum { LEAST = 60, MOST = 80 };
    struct str line = str_take_line(&text);
    bool is_cut = text.size > 0;
    for (; is_cut && text.size > 0; line = str_take_line(&text)) {
        int letters = utf8_letter_count(line);
        char first = text.at[0];
        is_cut = letters >= LEAST && letters <= MOST && first >= 'a' && first <= 'z';
    }
    return is_cut;
}

static void check_blocks(const struct card *card, struct findings *findings) {
    int items[LIMIT_LIST_LEVELS + 1] = {0};
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) {
            if (looks_cut(block->text)) {
                fault_add(findings, FAULT_CUT_LINES,
                          (struct finding_place){card->path, block->line});
            }
            check_reading(block, card->path, findings);
        }
        if (block->indent < LIMIT_LIST_LEVELS) {
            memset(&items[block->indent + 1], 0,
                   sizeof items[0] * (size_t)(LIMIT_LIST_LEVELS - block->indent));
        }
        items[block->indent] += block->kind == BLOCK_ITEM;
        if (block->kind == BLOCK_ITEM && items[block->indent] == LIMIT_LIST_ITEMS + 1) {
            fault_add(findings, FAULT_LONG_LIST, (struct finding_place){card->path, block->line});
        }
    }
}

void card_check_words(const struct card *card, struct findings *findings) {
    check_length(card, findings);
    check_marks(card, findings);
    check_blocks(card, findings);
}

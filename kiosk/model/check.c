// SPDX-License-Identifier: MIT
// What is looked at on a card that can be read. Every check walks the same texts, block by block,
// and looks at each byte once.
#include "model/check.h"

#include "base/utf8.h"
#include "model/limits.h"
#include "model/phone.h"

#include <string.h>

enum { CACHE_SIZE = 128, MISSING_LIMIT = 16 };

// Which code points were asked for already, so that the fonts are asked once for each.
struct letter_walk {
    const struct letter_port *letters;
    struct findings *findings;
    struct fault_place place;
    uint64_t ascii[2];
    uint32_t cache[CACHE_SIZE];
    uint32_t missing[MISSING_LIMIT];
    int missing_count;
};

// Characters that are never drawn: joiners, marks of direction, a soft hyphen, variation selectors.
static bool is_unseen(uint32_t c) {
    return c == '\n' || c == '\t' || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
           c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

static bool is_known(struct letter_walk *walk, uint32_t c) {
    if (c < 128) {
        uint64_t bit = (uint64_t)1 << (c & 63);
        bool was_seen = (walk->ascii[c >> 6] & bit) != 0;
        walk->ascii[c >> 6] |= bit;
        return was_seen;
    }
    uint32_t *slot = &walk->cache[c % CACHE_SIZE];
    bool was_seen = *slot == c;
    *slot = c;
    return was_seen;
}

static bool is_reported(const struct letter_walk *walk, uint32_t c) {
    for (int i = 0; i < walk->missing_count; i++) {
        if (walk->missing[i] == c) {
            return true;
        }
    }
    return walk->missing_count == MISSING_LIMIT;
}

static void report(struct letter_walk *walk, uint32_t c) {
    char letter[5] = "";
    struct arena *arena = walk->findings->arena;
    walk->missing[walk->missing_count++] = c;
    letter[utf8_put(letter, c)] = '\0';
    finding_add(walk->findings,
                (struct finding){
                    .level = FINDING_ERROR,
                    .path = walk->place.path,
                    .line = walk->place.line,
                    .what = arena_format(arena, "The screen has no letter “%s” (U+%04X).", letter,
                                         (unsigned)c),
                    .todo = "Write it in another way, or take it out.",
                });
}

static void walk_text(struct letter_walk *walk, struct str text, int line) {
    if (text.size == 0) {
        return; // a card without a label has no address to add to
    }
    const char *at = text.at;
    const char *end = at + text.size;
    while (at < end) {
        uint32_t c = utf8_next(&at, end);
        if (is_known(walk, c) || is_unseen(c) || is_reported(walk, c)) {
            continue;
        }
        if (!walk->letters->has(walk->letters->self, c)) {
            walk->place.line = line;
            report(walk, c);
        }
    }
}

void check_letters(struct str text, struct fault_place place, const struct letter_port *letters,
                   struct findings *findings) {
    struct letter_walk walk = {.letters = letters, .findings = findings, .place = place};
    if (letters) {
        walk_text(&walk, text, place.line);
    }
}

void check_card_letters(const struct card *card, const struct letter_port *letters,
                        struct findings *findings) {
    struct letter_walk walk = {.letters = letters, .findings = findings, .place = {card->path, 0}};
    if (!letters) {
        return;
    }
    walk_text(&walk, card->label, 1);
    walk_text(&walk, card->title, card->title_line);
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        bool is_picture = block->kind == BLOCK_PICTURE;
        walk_text(&walk, is_picture ? block->alt : block->text, block->line);
    }
}

static bool is_blank(char c) {
    return (unsigned char)c <= ' ';
}

static bool ends_with(struct str word, const char *ending) {
    size_t size = strlen(ending);
    return word.size >= size && memcmp(word.at + word.size - size, ending, size) == 0;
}

static bool is_closing(char c) {
    return c == '"' || c == '\'' || c == ')';
}

// Arabic, Hindi and Chinese have signs of their own; quotes and brackets may follow any.
static bool ends_sentence(struct str word) {
    static const char *const signs[] = {"\xD8\x9F", "\xE0\xA5\xA4", "\xE3\x80\x82"};
    while (word.size > 1 && is_closing(word.at[word.size - 1])) {
        word.size--;
    }
    unsigned char last = (unsigned char)word.at[word.size - 1];
    if (last < 0x80) {
        return last == '.' || last == '!' || last == '?';
    }
    for (int i = 0; i < COUNT_OF(signs); i++) {
        if (ends_with(word, signs[i])) {
            return true;
        }
    }
    return false;
}

struct reading {
    int sentences, longest; // in words
};

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
        i++;
    }
    reading.sentences += words > 0;
    return reading;
}

static void check_reading(const struct block *block, const char *path, struct findings *findings) {
    struct reading reading = measure(block->text);
    const struct fault_place place = {path, block->line};
    if (reading.longest > LIMIT_SENTENCE_WORDS) {
        fault_add(findings, FAULT_LONG_SENTENCE, place);
    }
    if (reading.sentences > LIMIT_PARAGRAPH_SENTENCES) {
        fault_add(findings, FAULT_LONG_PARAGRAPH, place);
    }
}

static void check_title(const struct card *card, struct findings *findings) {
    const char *end = card->title.at + card->title.size;
    int letters = 0;
    for (const char *at = card->title.at; at < end;) {
        letters = is_blank(*at) || *at == '-' ? 0 : letters + 1;
        utf8_next(&at, end);
        if (letters == LIMIT_TITLE_WORD_LETTERS + 1) {
            fault_add(findings, FAULT_LONG_WORD,
                      (struct fault_place){card->path, card->title_line});
            return;
        }
    }
}

static void check_length(const struct card *card, struct findings *findings) {
    int words = document_word_count(&card->body);
    if (words <= LIMIT_CARD_WORDS) {
        return;
    }
    const char *parts = words > 2 * LIMIT_CARD_WORDS ? "several" : "two";
    finding_add(findings,
                (struct finding){
                    .path = card->path,
                    .what = arena_format(findings->arena, "This card has %d words.", words),
                    .todo = arena_format(findings->arena,
                                         "Cards up to %d words fit one page; split it into %s "
                                         "cards.",
                                         LIMIT_PAGE_WORDS, parts),
                });
}

static void check_stars(struct str text, struct fault_place place, struct findings *findings) {
    if (text.size > 1 && memmem(text.at, text.size, "**", 2)) {
        fault_add(findings, FAULT_STRAY_STARS, place);
    }
}

static void check_all_stars(const struct card *card, struct findings *findings) {
    check_stars(card->label, (struct fault_place){card->path, 1}, findings);
    check_stars(card->title, (struct fault_place){card->path, card->title_line}, findings);
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        if (block->kind != BLOCK_PICTURE) {
            check_stars(block->text, (struct fault_place){card->path, block->line}, findings);
        }
    }
}

static void check_blocks(const struct card *card, struct findings *findings) {
    int items[LIMIT_NESTING + 1] = {0};
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM) {
            check_reading(block, card->path, findings);
        }
        if (block->indent < LIMIT_NESTING) {
            memset(&items[block->indent + 1], 0,
                   sizeof items[0] * (size_t)(LIMIT_NESTING - block->indent));
        }
        items[block->indent] += block->kind == BLOCK_ITEM;
        if (block->kind == BLOCK_ITEM && items[block->indent] == LIMIT_LIST_ITEMS + 1) {
            fault_add(findings, FAULT_LONG_LIST, (struct fault_place){card->path, block->line});
        }
    }
}

void check_card_words(const struct card *card, struct findings *findings) {
    check_length(card, findings);
    check_title(card, findings);
    check_all_stars(card, findings);
    check_blocks(card, findings);
}

static int digits_in(struct str text) {
    int count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += text.at[i] >= '0' && text.at[i] <= '9';
    }
    return count;
}

// Something that a person would ring: it starts like a number, or nearly is the Samaritans'.
static bool is_dialled(struct str number) {
    char first = number.at[0];
    int digits = digits_in(number);
    bool is_like_samaritans = digits == 6 && memcmp(number.at, "116", 3) == 0;
    return ((first == '0' || first == '+' || first == '(') && digits >= 7) || is_like_samaritans;
}

static void check_phones(struct str text, struct fault_place place, const char *phone,
                         struct findings *findings) {
    size_t start, size;
    struct arena *arena = findings->arena;
    for (size_t from = 0; phone_find(text, from, &start, &size); from = start + size) {
        struct str number = {text.at + start, size};
        if (!is_dialled(number) || phone_is_same(number, str_from(phone)) ||
            phone_is_same(number, str_from("116123"))) {
            continue;
        }
        finding_add(findings,
                    (struct finding){
                        .level = FINDING_WARNING,
                        .path = place.path,
                        .line = place.line,
                        .what = arena_format(arena, "“%s” is not the number in kiosk.ini.",
                                             arena_text(arena, number)),
                        .todo = arena_format(arena, "Check every digit; kiosk.ini says %s.", phone),
                    });
    }
}

void check_card_phones(const struct card *card, const char *phone, struct findings *findings) {
    if (!phone[0]) {
        return;
    }
    check_phones(card->label, (struct fault_place){card->path, 1}, phone, findings);
    check_phones(card->title, (struct fault_place){card->path, card->title_line}, phone, findings);
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        bool is_picture = block->kind == BLOCK_PICTURE;
        check_phones(is_picture ? block->alt : block->text,
                     (struct fault_place){card->path, block->line}, phone, findings);
    }
}

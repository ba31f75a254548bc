// SPDX-License-Identifier: MIT
// One pass after the other over the letters, each filling one field. Controls that turn or embed
// text are dropped before anything else, so nothing that a card says can turn a telephone number
// round; left-to-right and right-to-left marks are obeyed, and not drawn.
#include "layout/text/letters.h"

#include "base/utf8.h"
#include "content/phone/numbers.h"
#include "content/phone/phone_find.h"
#include "layout/text/bidi.h"
#include "layout/text/font_fallback.h"
#include "layout/text/line_break.h"
#include "layout/text/script.h"

#include <string.h>

enum {
    ZERO_WIDTH_SPACE = 0x200B,
    CLUSTER_LIMIT = 32, // letters: what hangs on one base in any language (UAX #15, D5: 30 marks)
};

enum { SHOWN, STEERING, LEFT_OUT, SPACE, LINE_BREAK };

// What becomes of the code points that are not simply drawn.
static const struct special {
    uint32_t first, last;
    int meaning;
} specials[] = {
    {0x09, 0x09, SPACE},        {0x0A, 0x0C, LINE_BREAK},
    {0x00, 0x1F, LEFT_OUT},     {0x85, 0x85, LINE_BREAK},
    {0x7F, 0x9F, LEFT_OUT},     {0xAD, 0xAD, LEFT_OUT}, // a hyphen that we would have to draw
    {0x61C, 0x61C, STEERING},   {0x200B, 0x200B, STEERING},
    {0x200E, 0x200F, STEERING}, {0x2028, 0x2029, LINE_BREAK},
    {0x202A, 0x202E, LEFT_OUT}, {0x2060, 0x2060, STEERING},
    {0x2066, 0x206F, LEFT_OUT}, {0xFEFF, 0xFEFF, LEFT_OUT},
};

static int meaning_of(uint32_t code_point) {
    if (code_point >= ' ' && code_point < 0x7F) {
        return SHOWN;
    }
    for (int i = 0; i < COUNT_OF(specials); i++) {
        if (code_point >= specials[i].first && code_point <= specials[i].last) {
            return specials[i].meaning;
        }
    }
    return SHOWN;
}

static enum weight weight_for(enum weight base, uint32_t emphasis) {
    if (emphasis & EMPHASIS_BOLD || base == WEIGHT_BOLD) {
        return WEIGHT_BOLD;
    }
    return emphasis & EMPHASIS_ITALIC && base == WEIGHT_REGULAR ? WEIGHT_ITALIC : base;
}

struct decoder {
    const struct shape_style *style;
    const struct stretch *stretch; // the one that `at` is in
    size_t stretch_end;
    char *out; // the drawn text
    int out_size;
};

static enum weight weight_at(struct decoder *d, size_t at) {
    while (d->stretch && at >= d->stretch_end) {
        d->stretch++;
        d->stretch_end += d->stretch->size;
    }
    return weight_for(d->style->weight, d->stretch ? d->stretch->emphasis : EMPHASIS_NONE);
}

static struct letter decode_one(struct decoder *d, uint32_t code_point, int meaning) {
    code_point = meaning == SPACE ? ' ' : meaning == LINE_BREAK ? '\n' : code_point;
    struct letter letter = {.code_point = code_point, .first_byte = d->out_size};
    if (meaning != STEERING) {
        letter.byte_count = utf8_put(d->out + d->out_size, code_point);
    }
    d->out_size += letter.byte_count;
    letter.is_space = code_point == ' ' || code_point == '\n';
    letter.script = script_find(code_point);
    return letter;
}

static struct letters decode(struct str text, const struct shape_style *style,
                             struct arena *arena) {
    struct letters letters = {.list = ARENA_ARRAY(arena, struct letter, text.size + 1)};
    struct decoder d = {.style = style, .stretch = style->stretches};
    d.stretch_end = d.stretch ? d.stretch->size : 0;
    d.out = arena_alloc(arena, 3 * text.size + 4); // a bad byte becomes the three of U+FFFD
    const char *end = text.at + text.size;
    for (const char *at = text.at; at < end;) {
        enum weight weight = weight_at(&d, (size_t)(at - text.at));
        uint32_t code_point = utf8_next(&at, end);
        int meaning = meaning_of(code_point);
        if (meaning != LEFT_OUT) {
            letters.list[letters.count] = decode_one(&d, code_point, meaning);
            letters.list[letters.count++].weight = (uint8_t)weight;
        }
    }
    letters.text = (struct str){d.out, (size_t)d.out_size};
    return letters;
}

static void find_clusters(struct letters letters) {
    int size = 0;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        bool hangs = i > 0 && size < CLUSTER_LIMIT && !letter[-1].is_space &&
                     script_joins(letter[-1].code_point, letter->code_point);
        bool is_steering = i > 0 && letter->byte_count == 0;
        letter->starts_cluster = !hangs && !is_steering;
        size = letter->starts_cluster ? 1 : size + 1;
        if (hangs) {
            letter[-1].line_break = BREAK_NONE;
        }
    }
}

static void set_breaks(struct letters letters, const uint32_t *code_points, struct arena *arena) {
    const uint8_t *breaks = line_break_find(code_points, letters.count, arena);
    for (int i = 0; i < letters.count; i++) {
        letters.list[i].line_break = breaks[i];
    }
}

// The text in digits from 0 to 9, in which numbers of every script are found.
struct plain {
    struct str text;
    int *ends; // of each letter, in there
};

static struct plain plain_of(struct letters letters, struct arena *arena) {
    char *out = arena_alloc(arena, letters.text.size + 1);
    struct plain plain = {{out, 0}, ARENA_ARRAY(arena, int, letters.count + 1)};
    for (int i = 0; i < letters.count; i++) {
        const struct letter *letter = &letters.list[i];
        int digit = letter->byte_count > 0 ? numbers_digit(letter->code_point) : -1;
        if (digit >= 0) {
            out[plain.text.size++] = (char)('0' + digit);
        } else {
            memcpy(out + plain.text.size, letters.text.at + letter->first_byte,
                   (size_t)letter->byte_count);
            plain.text.size += (size_t)letter->byte_count;
        }
        plain.ends[i] = (int)plain.text.size;
    }
    return plain;
}

// A number is one thing: no line ends inside it, and its spaces are not spaces between words.
static void mark_numbers(struct letters letters, struct arena *arena) {
    struct plain plain = plain_of(letters, arena);
    struct str number = {plain.text.at, 0};
    int last = 0;
    int i = 0;
    while (phone_find(plain.text, (size_t)last, &number)) {
        int first = (int)(number.at - plain.text.at);
        last = first + (int)number.size;
        while (i < letters.count && plain.ends[i] <= first) {
            i++;
        }
        for (; i < letters.count && (i == 0 || plain.ends[i - 1] < last); i++) {
            struct letter *letter = &letters.list[i];
            letter->is_number = true;
            letter->is_space = false;
            letter->script = SCRIPT_LATIN; // its digits are the house's, in any language
            if (plain.ends[i] < last) {
                letter->line_break = BREAK_NONE;
            }
        }
    }
}

static void set_levels(struct letters letters, uint32_t *code_points, bool is_right_to_left,
                       struct arena *arena) {
    bool *is_isolated = ARENA_ARRAY(arena, bool, letters.count + 1);
    for (int i = 0; i < letters.count; i++) {
        is_isolated[i] = letters.list[i].is_number;
        int digit = numbers_digit(code_points[i]);
        if (is_isolated[i] && letters.list[i].byte_count == 0) {
            code_points[i] = ZERO_WIDTH_SPACE; // a mark inside a number steers nothing
        } else if (is_isolated[i] && digit >= 0) {
            code_points[i] = '0' + (uint32_t)digit; // those of Arabic would turn its groups round
        }
    }
    struct bidi_text text = {code_points, is_isolated, letters.count};
    if (!is_right_to_left && bidi_is_plain(&text)) {
        return;
    }
    const uint8_t *levels = bidi_levels(&text, is_right_to_left, arena);
    for (int i = 0; i < letters.count; i++) {
        letters.list[i].level = levels[i];
    }
}

// What hangs on a letter is drawn with it.
static void follow_base(struct letters letters) {
    const struct letter *base = letters.list;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        if (letter->starts_cluster) {
            base = letter;
            continue;
        }
        letter->weight = base->weight;
        letter->level = base->level;
        letter->script = base->script;
        letter->family = base->family;
        letter->is_space = base->is_space;
    }
}

struct letters letters_build(struct str text, const struct shape_style *style,
                             const struct fonts *fonts, struct arena *arena) {
    struct letters letters = decode(text, style, arena);
    uint32_t *code_points = ARENA_ARRAY(arena, uint32_t, letters.count + 1);
    for (int i = 0; i < letters.count; i++) {
        code_points[i] = letters.list[i].code_point;
    }
    set_breaks(letters, code_points, arena);
    find_clusters(letters);
    mark_numbers(letters, arena);
    set_levels(letters, code_points, style->is_right_to_left, arena);
    font_fallback_set(letters, fonts);
    follow_base(letters);
    return letters;
}

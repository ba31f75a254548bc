// SPDX-License-Identifier: MIT
// See svg.h. Tags are walked as the decoder walks them, to which the first > is the end of one, and
// every element, attribute and value is held against a table.
#include "content/picture/svg.h"

#include "content/picture/svg_value.h"

#include <math.h>
#include <string.h>

enum element { ROOT, GROUP, SHAPE, NOTES, REFUSED };

static const char *const elements[] = {
    [ROOT] = "svg",
    [GROUP] = "g",
    [SHAPE] = "path|rect|circle|ellipse|line|polyline|polygon",
    [NOTES] = "title|desc|metadata|defs", // nothing in them is drawn
};

enum value { WORD, ANY, COLOUR, LENGTH, WIDTH, HEIGHT, VIEW_BOX, TRANSFORM, PATH, POINTS };

// Attributes that the decoder draws right; from FIRST_PROPERTY on they may stand in a style as
// well. What has a colon is another program's own.
enum { FIRST_PROPERTY = 10 };
static const struct {
    const char *names;
    enum value value;
    const char *words; // that it may be, whatever the kind of value
} rules[] = {
    {"xmlns", WORD, "http://www.w3.org/2000/svg"},
    {"viewBox", VIEW_BOX, ""},
    {"width", WIDTH, ""},
    {"height", HEIGHT, ""},
    {"x|y|cx|cy|x1|y1|x2|y2|r|rx|ry", LENGTH, ""},
    {"d", PATH, ""},
    {"points", POINTS, ""},
    {"transform", TRANSFORM, ""},
    {"preserveAspectRatio", WORD, "xMidYMid|xMidYMid meet"},
    {"id|class|role|lang|tabindex|focusable|aria-*|data-*|version|baseProfile", ANY, ""},
    [FIRST_PROPERTY] = {"fill", COLOUR, "none"},
    {"stroke", COLOUR, "none"},
    {"stroke-linecap", WORD, "butt|round|square"},
    {"stroke-linejoin", WORD, "miter|round|bevel"},
    {"stroke-width|stroke-miterlimit|stroke-opacity|fill-opacity", LENGTH, ""},
    {"opacity", WORD, "1"},
    {"fill-rule", WORD, "nonzero|evenodd"},
    {"display", WORD, "inline|block|none"},
    {"visibility", WORD, "visible"},
    {"stroke-dasharray|clip-path|mask|filter|marker*|mix-blend-mode|paint-order|vector-effect",
     WORD, "none|normal"},
    {"clip-rule|color|color-*|direction|enable-background|font*|image-rendering|isolation|"
     "letter-spacing|line-height|overflow|shape-*|solid-*|stop-*|stroke-dashoffset|text-*|"
     "white-space|word-spacing|writing-mode|-inkscape-*",
     ANY, ""}, // of what is refused itself, or off
};

enum { MOST_PX = 1000 * 1000 }; // more is said to be so much

struct svg {
    int depth, leaf_depth; // of the element in which nothing is drawn; 0: none is open
    bool has_root;
    double sides_px[2], view[4];
};

struct pair {
    struct str name, value;
};

struct tag {
    struct str name;
    enum element element;
    bool has_style;
};

// The decoder stretches what is of another proportion, and guesses at what has no size.
static bool has_sheet(const struct svg *svg) {
    double width = svg->sides_px[0], height = svg->sides_px[1];
    double across = width * svg->view[3], down = height * svg->view[2];
    return width > 0 && height > 0 ? fabs(across - down) <= 0.002 * across || svg->view[2] == 0
                                   : width == height && svg->view[2] > 0 && svg->view[3] > 0;
}

static bool is_value(struct svg *svg, const struct tag *tag, enum value kind, struct str value) {
    double length;
    bool is_root = tag->element == ROOT;
    switch (kind) {
    case WORD:
        return false;
    case ANY:
        return true;
    case COLOUR:
        return svg_is_colour(value);
    case LENGTH:
        return svg_is_length(value, &length);
    case WIDTH:
    case HEIGHT:
        return str_equals(value, "100%")
                   ? is_root || svg->view[2] > 0
                   : svg_is_length(value, is_root ? &svg->sides_px[kind == HEIGHT] : &length);
    case VIEW_BOX:
        return is_root && svg_numbers(value, svg->view, 4) == 4;
    case TRANSFORM:
        return !is_root && svg_is_transform(value);
    case PATH:
    case POINTS:
        return svg_is_path(value, kind == POINTS);
    }
    return false;
}

// A style outdoes an attribute, but to the decoder the later one of the two does.
static bool is_attribute(struct svg *svg, const struct tag *tag, int row, struct pair pair) {
    while (row < COUNT_OF(rules) && svg_find_word(rules[row].names, pair.name) < 0) {
        row++;
    }
    if (row == COUNT_OF(rules) || (row >= FIRST_PROPERTY && tag->has_style)) {
        return false;
    }
    return svg_find_word(rules[row].words, pair.value) >= 0 ||
           is_value(svg, tag, rules[row].value, pair.value);
}

// Blanks behind a value are part of it to the decoder, if it is the last.
static bool is_style(struct svg *svg, struct tag *tag, struct str style) {
    bool is_good = true;
    while (is_good && style.size > 0) {
        struct pair pair;
        svg_take_until(&style, ";", &pair.value);
        const char *end = pair.value.at + pair.value.size;
        svg_take_until(&pair.value, ":", &pair.name);
        pair.name = str_trim(pair.name);
        pair.value = str_trim(pair.value);
        pair.value.size = (size_t)(end - pair.value.at);
        is_good = pair.name.size == 0 || is_attribute(svg, tag, FIRST_PROPERTY, pair);
    }
    tag->has_style = true;
    return is_good;
}

static bool is_list_of_attributes(struct svg *svg, struct tag *tag, struct str rest) {
    bool is_good = true;
    while (is_good && str_trim(rest).size > 0) {
        struct pair pair;
        struct str between;
        bool is_pair = svg_take_until(&rest, "=", &pair.name);
        rest = str_trim(rest);
        const char *quote = svg_find_word("'*", rest) >= 0 ? "'" : "\"";
        is_pair = is_pair && svg_take_until(&rest, quote, &between) && between.size == 0 &&
                  svg_take_until(&rest, quote, &pair.value);
        pair.name = str_trim(pair.name);
        bool is_own = is_pair && memchr(pair.name.at, ':', pair.name.size);
        is_good = is_pair &&
                  (is_own || (str_equals(pair.name, "style") ? is_style(svg, tag, pair.value)
                                                             : is_attribute(svg, tag, 0, pair)));
    }
    return is_good;
}

static enum element find_element(struct str name) {
    bool is_own = memchr(name.at, ':', name.size) && svg_find_word("svg:*", name) < 0;
    enum element element = is_own ? NOTES : ROOT;
    while (!is_own && element < REFUSED && svg_find_word(elements[element], name) < 0) {
        element++;
    }
    return element;
}

// Nothing may lie in a shape, and in notes only what is another program's.
static bool begin_element(struct svg *svg, struct str text) {
    bool is_empty = text.size > 0 && text.at[text.size - 1] == '/';
    struct tag tag = {.has_style = false};
    text.size -= is_empty;
    svg_take_until(&text, " \t\r\n", &tag.name);
    tag.element = find_element(tag.name);
    bool is_drawn = tag.element == GROUP || tag.element == SHAPE;
    bool is_placed = tag.element == ROOT ? !svg->has_root : svg->depth > 0;
    if (tag.element == REFUSED || !is_placed ||
        (is_drawn && (svg->leaf_depth > 0 || !has_sheet(svg)))) {
        return false;
    }
    svg->has_root = true;
    svg->depth += !is_empty;
    if (svg->leaf_depth == 0 && !is_empty && (tag.element == SHAPE || tag.element == NOTES)) {
        svg->leaf_depth = svg->depth;
    }
    return tag.element == NOTES || is_list_of_attributes(svg, &tag, text);
}

static bool end_element(struct svg *svg) {
    svg->depth--;
    svg->leaf_depth = svg->leaf_depth > svg->depth ? 0 : svg->leaf_depth;
    return svg->depth >= 0;
}

// To the decoder, a comment ends with its first >, and what it hides behind that is drawn.
static bool is_remark(struct str text) {
    bool is_comment = svg_find_word("!--*", text) >= 0 && text.size >= 5;
    bool is_closed = is_comment && memcmp(text.at + text.size - 2, "--", 2) == 0;
    bool is_head = svg_find_word("?xml *|!DOCTYPE *", text) >= 0;
    return is_closed || (is_head && !memchr(text.at, '[', text.size));
}

enum svg_fault svg_read(struct str text, double sides_px[2]) {
    struct svg svg = {.depth = 0};
    struct str between, tag;
    while (svg_take_until(&text, "<", &between)) {
        if (!svg_take_until(&text, ">", &tag)) {
            return SVG_CUT_OFF;
        }
        bool is_good = svg_find_word("/*", tag) >= 0      ? end_element(&svg)
                       : svg_find_word("!*|?*", tag) >= 0 ? is_remark(tag)
                                                          : begin_element(&svg, tag);
        if (!is_good) {
            return SVG_REFUSED;
        }
    }
    for (int i = 0; i < 2; i++) {
        double own = svg.view[2] > 0 ? SVG_SIDE_PX * svg.view[2 + i] / svg.view[2] + 0.5 : 0;
        double px = svg.sides_px[i] > 0 ? svg.sides_px[i] : own;
        sides_px[i] = px < 1 ? 1 : px > MOST_PX ? MOST_PX : px;
    }
    return svg.depth > 0 ? SVG_CUT_OFF : SVG_OK;
}

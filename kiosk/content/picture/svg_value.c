// SPDX-License-Identifier: MIT
// See svg_value.h. Values are taken off the front of a text; what is left over in the end is what
// the decoder would have guessed at.
#include "content/picture/svg_value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"

int svg_find_word(const char *words, struct str text) {
    for (int i = 0; *words; i++) {
        size_t size = strcspn(words, "|"), same = size - (words[size - 1] == '*');
        bool is_long_enough = same < size ? text.size >= same : text.size == size;
        if (is_long_enough && memcmp(words, text.at, same) == 0) {
            return i;
        }
        words += size + (words[size] == '|');
    }
    return -1;
}

bool svg_take_until(struct str *text, const char *signs, struct str *front) {
    *front = (struct str){text->at, 0};
    while (front->size < text->size && !strchr(signs, text->at[front->size])) {
        front->size++;
    }
    bool is_found = front->size < text->size;
    *text = str_skip(*text, front->size + 1);
    return is_found;
}

// The sign that was taken, or 0.
static char take_any(struct str *text, const char *signs) {
    char sign = str_at(*text, 0);
    if (!sign || !strchr(signs, sign)) {
        return '\0';
    }
    *text = str_skip(*text, 1);
    return sign;
}

static void skip_separators(struct str *text) {
    while (take_any(text, " \t\r\n,")) {
    }
}

// To the decoder, the digits behind a point are an integer of 64 bits, and a place is one of 32
// bits in 1/1024 of a pixel.
static bool take_number(struct str *text, double *number) {
    enum { SIGNS = 20, MOST = 100000 };
    char copy[SIGNS + 2] = "", *end;
    memcpy(copy, text->at, text->size <= SIGNS ? text->size : SIGNS + 1);
    copy[strspn(copy, DIGITS "+-.eE")] = '\0'; // nothing else that strtod knows
    *number = strtod(copy, &end);
    size_t used = (size_t)(end - copy);
    *text = str_skip(*text, used);
    return used > 0 && used <= SIGNS && fabs(*number) <= MOST;
}

int svg_numbers(struct str text, double *numbers, int limit) {
    int count = 0;
    skip_separators(&text);
    while (text.size > 0) {
        if (count == limit || !take_number(&text, &numbers[count])) {
            return -1;
        }
        count++;
        skip_separators(&text);
    }
    return count;
}

bool svg_is_length(struct str text, double *px) {
    static const double units[] = {1, 96 / 72.0, 16, 96 / 25.4, 96 / 2.54, 96};
    bool is_number = take_number(&text, px);
    int unit = text.size == 0 ? 0 : svg_find_word("px|pt|pc|mm|cm|in", text);
    *px *= unit >= 0 ? units[unit] : 0;
    return is_number && unit >= 0;
}

// Three whole numbers with commas, as the decoder reads them: "rgb(12, 34, 56)".
static bool is_rgb(const char *text) {
    static const char ends[] = {',', ',', ')'};
    const char *at = text + strlen("rgb(");
    bool is_good = strncmp(text, "rgb(", strlen("rgb(")) == 0;
    for (int i = 0; i < COUNT_OF(ends) && is_good; i++) {
        at += strspn(at, " ");
        size_t digits = strspn(at, DIGITS);
        is_good = digits > 0 && digits <= 3 && strtoul(at, NULL, 10) <= 255;
        is_good = is_good && at[digits] == ends[i];
        at += digits + 1;
    }
    return is_good && *at == '\0';
}

bool svg_is_colour(struct str text) {
    char copy[32] = "";
    memcpy(copy, text.at, text.size < sizeof copy ? text.size : 0);
    if (copy[0] == '#') {
        size_t digits = strspn(copy + 1, DIGITS "abcdefABCDEF");
        return digits + 1 == text.size && (digits == 3 || digits == 6);
    }
    return is_rgb(copy) ||
           svg_find_word("red|green|blue|yellow|cyan|magenta|black|grey|gray|white", text) >= 0;
}

// A turned, mirrored or scaled square is a square.
static bool keeps_squares(double a, double b, double c, double d) {
    double near = 0.001 * (fabs(a) + fabs(b) + fabs(c) + fabs(d));
    bool is_turned = fabs(a - d) <= near && fabs(b + c) <= near;
    return is_turned || (fabs(a + d) <= near && fabs(b - c) <= near);
}

bool svg_is_transform(struct str text) {
    enum { MATRIX, SCALE };
    static const char *const counts[] = {"6", "12", "12", "13"};
    for (skip_separators(&text); text.size > 0; skip_separators(&text)) {
        struct str name, inside;
        double n[6] = {0};
        bool is_good = svg_take_until(&text, "(", &name) && svg_take_until(&text, ")", &inside);
        int kind = svg_find_word("matrix|scale|translate|rotate", str_trim(name));
        int count = is_good ? svg_numbers(inside, n, COUNT_OF(n)) : 0;
        if (kind < 0 || count <= 0 || !strchr(counts[kind], '0' + count) ||
            (kind == SCALE && count == 2 && !keeps_squares(n[0], 0, 0, n[1])) ||
            (kind == MATRIX && !keeps_squares(n[0], n[1], n[2], n[3]))) {
            return false;
        }
    }
    return true;
}

// To the decoder, the two flags of an arc are numbers; here each is a digit that stands alone.
static bool take_flag(struct str *text, double *flag) {
    char sign = take_any(text, "01");
    *flag = sign == '1';
    return sign && text->size > 0 && !strchr(DIGITS ".eE", *text->at);
}

struct pen {
    double x, y, start_x, start_y;
};

// The numbers that stand behind a letter.
static bool take_step(struct str *text, char letter, struct pen *pen) {
    static const char steps[] = "ZHVMLTSQCA";
    static const int counts[] = {0, 1, 1, 2, 2, 2, 4, 4, 6, 7};
    enum { RADII_PER_GAP = 1000 }; // of an arc that is all but a circle: it would go astray
    char step = (char)(letter & ~0x20);
    double n[2 + 7] = {0}; // two in front, for the steps that have no numbers
    double *numbers = n + 2;
    int count = counts[strchr(steps, step) - steps];
    for (int i = 0; i < count; i++) {
        bool is_flag = step == 'A' && (i == 3 || i == 4);
        skip_separators(text);
        if (!(is_flag ? take_flag(text, &numbers[i]) : take_number(text, &numbers[i]))) {
            return false;
        }
    }
    struct pen last = *pen;
    double x = letter == step ? 0 : last.x, y = letter == step ? 0 : last.y;
    pen->x = step == 'Z' ? last.start_x : step == 'V' ? last.x : x + n[step == 'H' ? 2 : count];
    pen->y = step == 'Z' ? last.start_y : step == 'H' ? last.y : y + n[count + 1];
    if (step == 'M') {
        pen->start_x = pen->x;
        pen->start_y = pen->y;
    }
    double gap = fabs(pen->x - last.x) + fabs(pen->y - last.y);
    return step != 'A' || numbers[3] == 0 || gap * RADII_PER_GAP >= numbers[0];
}

bool svg_is_path(struct str text, bool is_points) {
    struct pen pen = {0, 0, 0, 0};
    char letter = 'M', before = '\0';
    for (skip_separators(&text); text.size > 0; skip_separators(&text)) {
        char said = is_points ? '\0' : take_any(&text, "MmLlHhVvCcSsQqTtAaZz");
        letter = said ? said : letter;
        char step = (char)(letter & ~0x20);
        // Curves that mirror a handle need one of their own kind in front, and a Z has no numbers.
        const char *strangers = step == 'S' ? "QT" : step == 'T' ? "CS" : said ? "" : "Z";
        bool is_good = before ? !strchr(strangers, before) : step == 'M' && (said || is_points);
        if (!is_good || !take_step(&text, letter, &pen)) {
            return false;
        }
        before = step;
        letter = step == 'M' ? (char)(letter - 1) : letter; // numbers alone are lines behind it
    }
    return true;
}

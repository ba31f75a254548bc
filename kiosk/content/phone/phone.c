// SPDX-License-Identifier: MIT
// Telephone numbers by the national numbering plan (Ofcom) and ITU-T E.164: a number is brought
// into the form that is dialled at home, and one table says how long it may be there.
#include "content/phone/phone.h"

#include <string.h>

enum {
    DIGITS_MAX = 24,
};

struct dialled {
    char digits[DIGITS_MAX + 1]; // as dialled at home; cut, but counted, beyond the room
    int count;
    bool has_plus, has_strange;
    bool is_foreign; // a + and another country's number, or none's
};

bool phone_is_digit(char c) {
    return c >= '0' && c <= '9';
}

int phone_digits_in(struct str text) {
    int count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += phone_is_digit(text.at[i]);
    }
    return count;
}

// Word likes the typographic ones: U+2002 to U+200A and U+202F, U+2010 to U+2013.
size_t phone_joint_bytes(struct str text, size_t at) {
    const unsigned char *c = (const unsigned char *)text.at + at;
    size_t left = at < text.size ? text.size - at : 0;
    if (left >= 1 && (c[0] == ' ' || c[0] == '-')) {
        return 1;
    }
    if (left >= 2 && c[0] == 0xC2 && c[1] == 0xA0) {
        return 2;
    }
    bool is_sign = left >= 3 && c[0] == 0xE2 && c[1] == 0x80;
    bool is_joint = is_sign && ((c[2] >= 0x82 && c[2] <= 0x8A) || c[2] == 0xAF ||
                                (c[2] >= 0x90 && c[2] <= 0x93));
    return is_joint ? 3 : 0;
}

bool phone_is_dash(struct str text, size_t at) {
    const unsigned char *c = (const unsigned char *)text.at + at;
    return c[0] == '-' || (phone_joint_bytes(text, at) == 3 && c[2] >= 0x90 && c[2] <= 0x93);
}

bool phone_is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static void add_digit(struct dialled *dialled, char digit) {
    if (dialled->count < DIGITS_MAX) {
        dialled->digits[dialled->count] = digit;
    }
    dialled->count++;
}

static void drop_digits(struct dialled *dialled, int at, int count) {
    memmove(dialled->digits + at, dialled->digits + at + count,
            sizeof dialled->digits - (size_t)(at + count));
    dialled->count -= count;
}

static bool has_prefix(const struct dialled *dialled, const char *prefix) {
    return strncmp(dialled->digits, prefix, strlen(prefix)) == 0;
}

// +44 20, +44 (0)20 and 0044 20 are 020 at home.
static void bring_home(struct dialled *dialled) {
    if (!dialled->has_plus && has_prefix(dialled, "0044")) {
        drop_digits(dialled, 0, 2);
        dialled->has_plus = true;
    }
    if (!dialled->has_plus || !has_prefix(dialled, "44")) {
        dialled->is_foreign = dialled->has_plus;
        return;
    }
    drop_digits(dialled, 0, dialled->digits[2] == '0' ? 2 : 1);
    dialled->digits[0] = '0';
}

static struct dialled dial(struct str text) {
    struct dialled dialled = {.count = 0};
    text = str_trim(text);
    for (size_t at = 0; at < text.size;) {
        size_t joint = phone_joint_bytes(text, at);
        char c = text.at[at];
        if (phone_is_digit(c)) {
            add_digit(&dialled, c);
        } else if (c == '+' && dialled.count == 0 && !dialled.has_plus) {
            dialled.has_plus = true;
        } else if (joint == 0 && c != '(' && c != ')') {
            dialled.has_strange = true;
        }
        at += joint > 0 ? joint : 1;
    }
    bring_home(&dialled);
    return dialled;
}

// Forty areas still have subscribers with a digit less (Ofcom, "mixed" areas).
static bool is_mixed_area(const struct dialled *dialled) {
    static const char areas[] = "204 208 254 276 297 298 363 364 384 386 404 420 460 461 480 488 "
                                "524 527 562 566 606 629 635 647 659 695 697 726 744 750 768 827 "
                                "837 884 900 905 935 946 949 963 995 ";
    char area[] = {dialled->digits[2], dialled->digits[3], dialled->digits[4], ' ', '\0'};
    return has_prefix(dialled, "01") && dialled->count >= 5 && strstr(areas, area);
}

struct range {
    const char *prefix;
    const char *kind;
    int fewest, most;
};

static const struct range *find_range(const struct dialled *dialled) {
    static const struct range mixed = {"01", "A number of this area", 10, 11};
    static const struct range ranges[] = {
        {"020", "A London number", 11, 11},
        {"01", "A number that starts with 01", 11, 11},
        {"02", "A number that starts with 02", 11, 11},
        {"03", "A number that starts with 03", 11, 11},
        {"05", "A number that starts with 05", 11, 11},
        {"07", "A mobile number", 11, 11},
        {"0800", "A number that starts with 0800", 10, 11},
        {"08", "A number that starts with 08", 11, 11},
    };
    if (is_mixed_area(dialled)) {
        return &mixed;
    }
    for (int i = 0; i < COUNT_OF(ranges); i++) {
        if (has_prefix(dialled, ranges[i].prefix)) {
            return &ranges[i];
        }
    }
    return NULL;
}

static bool is_emergency(const struct dialled *dialled) {
    static const char *const numbers[] = {"999", "111", "112", "116123"};
    for (int i = 0; i < COUNT_OF(numbers); i++) {
        if (strcmp(dialled->digits, numbers[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_premium(const struct dialled *dialled) {
    static const char *const prefixes[] = {"09", "0871", "0872", "0873"};
    for (int i = 0; i < COUNT_OF(prefixes); i++) {
        if (has_prefix(dialled, prefixes[i])) {
            return true;
        }
    }
    return false;
}

static enum phone_fault fault_of(const struct dialled *dialled) {
    if (dialled->has_strange) {
        return PHONE_HAS_LETTERS;
    }
    if (dialled->count == 0) {
        return PHONE_EMPTY;
    }
    if (is_emergency(dialled)) {
        return PHONE_EMERGENCY;
    }
    if (is_premium(dialled)) {
        return PHONE_PREMIUM;
    }
    const struct range *range = find_range(dialled);
    if (dialled->is_foreign) {
        return PHONE_NOT_UK;
    }
    if (!range && !(dialled->count < 3 && dialled->digits[0] == '0')) {
        return PHONE_NOT_UK;
    }
    if (!range || dialled->count < range->fewest) {
        return PHONE_TOO_SHORT;
    }
    return dialled->count > range->most ? PHONE_TOO_LONG : PHONE_OK;
}

enum phone_fault phone_find_fault(struct str text) {
    struct dialled dialled = dial(text);
    return fault_of(&dialled);
}

struct phone_length phone_measure(struct str text) {
    struct dialled dialled = dial(text);
    const struct range *range = find_range(&dialled);
    struct phone_length length = {"A telephone number", dialled.count, 11, 11};
    if (range) {
        length.kind = range->kind;
        length.fewest = range->fewest;
        length.most = range->most;
    }
    return length;
}

bool phone_is_scattered(struct str text) {
    enum { MOST_GROUPS = 5 };
    int groups = 0;
    for (size_t i = 0; i < text.size; i++) {
        groups += phone_is_digit(text.at[i]) && (i == 0 || !phone_is_digit(text.at[i - 1]));
    }
    return groups > MOST_GROUPS;
}

struct str phone_dialled(struct str text, struct arena *arena) {
    struct dialled dialled = dial(text);
    return str_from(arena_text(arena, str_from(dialled.digits)));
}

bool phone_is_same(struct str a, struct str b) {
    struct dialled first = dial(a);
    struct dialled second = dial(b);
    return first.count == second.count && strcmp(first.digits, second.digits) == 0;
}

bool phone_is_whole(struct str text) {
    struct dialled dialled = dial(text);
    const struct range *range = find_range(&dialled);
    if (dialled.is_foreign || dialled.digits[0] != '0' || dialled.digits[1] == '0') {
        return is_emergency(&dialled);
    }
    if (has_prefix(&dialled, "08001111")) {
        return dialled.count == 8; // Childline
    }
    return dialled.count == 11 ||
           (range && dialled.count >= range->fewest && dialled.count <= range->most);
}

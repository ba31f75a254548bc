// SPDX-License-Identifier: MIT
// A cluster takes the family of the text around it where that has all its letters; else the first
// family that has them. Digits and Latin letters ask the house's own face first, so that a number
// looks the same in every language.
#include "layout/text/font_fallback.h"

#include "base/utf8.h"
#include "layout/text/script.h"

static bool has_letter(const struct fonts *fonts, int family, const struct letter *letter) {
    uint32_t c = letter->code_point;
    bool is_pictureless = c == '\n' || utf8_properties(c) & UTF8_IGNORABLE;
    return is_pictureless || fonts->has(fonts->self, family, c);
}

// Of a cluster: its first letter, and how many it has.
static bool has_all(const struct fonts *fonts, int family, const struct letter *first, int count) {
    for (int i = 0; i < count; i++) {
        if (!has_letter(fonts, family, &first[i])) {
            return false;
        }
    }
    return true;
}

static int family_for(const struct fonts *fonts, const struct letter *first, int count,
                      int preferred) {
    if (preferred >= 0 && has_all(fonts, preferred, first, count)) {
        return preferred;
    }
    int with_base = -1;
    for (int family = 0; family < fonts->family_count; family++) {
        if (has_all(fonts, family, first, count)) {
            return family;
        }
        bool has_base = has_letter(fonts, family, first);
        with_base = with_base < 0 && has_base ? family : with_base;
    }
    return with_base < 0 ? 0 : with_base; // `check` refuses a letter that nobody has
}

// Common letters take the script before them or, at the start, the first that comes.
static void resolve_scripts(struct letters letters) {
    uint32_t current = SCRIPT_COMMON;
    for (int i = 0; i < letters.count && current == SCRIPT_COMMON; i++) {
        current = letters.list[i].is_number ? SCRIPT_COMMON : letters.list[i].script;
    }
    current = current == SCRIPT_COMMON ? SCRIPT_LATIN : current;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        if (letter->is_number) {
            continue; // what stands behind a number belongs to the text around it
        }
        current = letter->script == SCRIPT_COMMON ? current : letter->script;
        letter->script = current;
    }
}

static bool asks_house_first(const struct letter *letter) {
    uint32_t c = letter->code_point;
    return letter->is_number || letter->script == SCRIPT_LATIN || (c >= '0' && c <= '9');
}

void font_fallback_set(struct letters letters, const struct fonts *fonts) {
    resolve_scripts(letters);
    const struct letter *before = NULL; // the last that stood in its text's own face
    for (int i = 0; i < letters.count;) {
        struct letter *letter = &letters.list[i];
        int count = 1;
        while (i + count < letters.count && !letter[count].starts_cluster) {
            count++;
        }
        bool follows = before && before->script == letter->script && !asks_house_first(letter);
        int family = family_for(fonts, letter, count, follows ? before->family : -1);
        for (int k = 0; k < count; k++) {
            letter[k].family = (uint8_t)family;
        }
        bool is_guest =
            letter->is_number || (asks_house_first(letter) && letter->script != SCRIPT_LATIN);
        before = is_guest ? before : letter;
        i += count;
    }
}

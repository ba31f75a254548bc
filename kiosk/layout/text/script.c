// SPDX-License-Identifier: MIT
// Scripts and marks from HarfBuzz's Unicode tables: the same tables that will shape the text, so
// the two never disagree. Plain ASCII is answered without asking.
#include "layout/text/script.h"

#include <hb.h>

enum {
    FIRST_MARK = 0x300,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    VIRAMA_CLASS = 9, // canonical combining class of the signs that bind Indic consonants
};

uint32_t script_find(uint32_t code_point) {
    if (code_point < 0x80) {
        return char_is_letter((char)code_point) ? SCRIPT_LATIN : SCRIPT_COMMON;
    }
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
    bool is_shared = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
                     script == HB_SCRIPT_UNKNOWN || script == HB_SCRIPT_INVALID;
    return is_shared ? SCRIPT_COMMON : (uint32_t)hb_script_to_iso15924_tag(script);
}

static hb_unicode_general_category_t category_of(uint32_t code_point) {
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
}

// Marks, joiners and variation selectors: never parted from the letter before.
static bool is_mark(uint32_t code_point) {
    if (code_point < FIRST_MARK) {
        return false;
    }
    if (code_point == NON_JOINER || code_point == JOINER) {
        return true;
    }
    hb_unicode_general_category_t category = category_of(code_point);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool script_joins(uint32_t before, uint32_t code_point) {
    if (before == JOINER || is_mark(code_point)) {
        return true;
    }
    bool is_bound = before >= FIRST_MARK &&
                    hb_unicode_combining_class(hb_unicode_funcs_get_default(), before) ==
                        (hb_unicode_combining_class_t)VIRAMA_CLASS;
    return is_bound && category_of(code_point) == HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
}

void script_name(uint32_t tag, char name[5]) {
    hb_tag_to_string(tag, name);
    name[4] = '\0';
}

// SPDX-License-Identifier: MIT
// Scripts and marks from HarfBuzz's Unicode tables: the same tables that will shape the text, so
// the two never disagree. Plain ASCII is answered without asking.
#include "layout/script.h"

#include <hb.h>

static bool is_ascii_letter(uint32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

uint32_t script_find(uint32_t code_point) {
    if (code_point < 0x80) {
        return is_ascii_letter(code_point) ? SCRIPT_LATIN : SCRIPT_COMMON;
    }
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
    bool is_shared = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
                     script == HB_SCRIPT_UNKNOWN || script == HB_SCRIPT_INVALID;
    return is_shared ? SCRIPT_COMMON : (uint32_t)hb_script_to_iso15924_tag(script);
}

bool script_is_mark(uint32_t code_point) {
    if (code_point < 0x300) {
        return false;
    }
    if (code_point == 0x200C || code_point == 0x200D) {
        return true;
    }
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

void script_name(uint32_t tag, char name[5]) {
    for (int i = 0; i < 4; i++) {
        name[i] = (char)(tag >> (24 - 8 * i) & 0xFF);
    }
    name[4] = '\0';
}

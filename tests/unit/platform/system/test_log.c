// SPDX-License-Identifier: MIT
// The log: whatever is put into a line, it stays one.
#include <string.h>

#include "heard.h"
#include "platform/system/log.h"

UNIT_TEST(control_characters_cannot_forge_a_line) {
    struct heard heard;
    heard_begin(&heard);
    log_line("The file %s is missing.", "a\nforged: line\033[2J");
    assert_int_equal(heard_end(&heard), 1);
    assert_string_equal(heard.text, "dit-kiosk: The file a?forged: line?[2J is missing.\n");
}

UNIT_TEST(a_very_long_line_is_cut_and_still_ends) {
    char words[2000];
    memset(words, 'x', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    struct heard heard;
    heard_begin(&heard);
    log_line("%s", words);
    assert_int_equal(heard_end(&heard), 1);
    assert_int_equal(strlen(heard.text), 512);
}

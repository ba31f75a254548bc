// SPDX-License-Identifier: MIT
// What is dialled behind a number belongs to it, and nothing that merely follows it.
#include "content/phone/extension.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

// The first number of the text, with what belongs to it.
static struct str whole(const char *text) {
    size_t start = 0, size = 0;
    assert_true(phone_find(str_from(text), 0, &start, &size));
    return (struct str){text + start, size + extension_bytes(str_from(text), start, size)};
}

static void an_extension_belongs_to_its_number(void **state) {
    (void)state;
    static const char *const numbers[] = {
        "020 7946 0000 ext 21",
        "020 7946 0000 Ext. 21",
        "020 7946 0000, ext.2134",
        "020 7946 0000 EXTENSION 12345",
        "020 7946 0000 extn: 21",
        "020 7946 0000 x21",
        "020 7946 0000 X 21",
        "020 7946 0000  -  ext 21",
        "020 7946 0000\nextension 21",
        "020 7946 0000\u00A0ext\u00A021",
        "020 7946 0000 – option 2",
        "020 7946 0000 (option 2)",
        "020 7946 0000, and choose option number 2",
        "020 7946 0000 (ext no. 21)",
        "111 option 2",
        "111, then option 2",
        "111 and press 2",
        "111 (and select option 2)",
        "111 option 2, then option 1",
        "116 123 #2",
        "111 # 2",
        "020 7946 0000 (option #2)",
    };
    static const char *const behind[] = {"", ".", " now", ") now", ", or 020 7946 0001"};
    for (int i = 0; i < COUNT_OF(numbers); i++) {
        for (int k = 0; k < COUNT_OF(behind); k++) {
            char text[100];
            snprintf(text, sizeof text, "Ring %s%s", numbers[i], behind[k]);
            struct str found = whole(text);
            if (!str_equals(found, numbers[i])) {
                fail_msg("%s: %.*s", text, (int)found.size, found.at);
            }
        }
    }
}

static void what_merely_follows_a_number_does_not(void **state) {
    (void)state;
    static const char *const texts[][2] = {
        {"020 7946 0000 x", "020 7946 0000"},
        {"020 7946 0000 x, 3 sessions", "020 7946 0000"},
        {"0203 228 1350 option to", "0203 228 1350"},
        {"0203 228 1350. Option 2 is a letter", "0203 228 1350"},
        {"0203 228 1350 or 50 minutes", "0203 228 1350"},
        {"0203 228 1350, then 16 sessions", "0203 228 1350"},
        {"0203 228 1350 #", "0203 228 1350"},
        {"0203 228 1350 extra 2", "0203 228 1350"},
        {"0203 228 1350 is an option 2", "0203 228 1350"},
        {"0203 228 1350 option 2nd", "0203 228 1350"},
        {"0203 228 1350 option 1,000", "0203 228 1350"},
        {"0203 228 1350 option 10:30", "0203 228 1350"},
        {"0203 228 1350 ext 123456", "0203 228 1350"},
        {"0203 228 1350 ext 0207 946 0000", "0203 228 1350"},
        {"0203 228 1350 ext 21 and 16 sessions", "0203 228 1350 ext 21"},
        {"0203 228 1350 (ask for ext 21", "0203 228 1350 (ask for ext 21"},
        {"100 x 50", "100"},
        {"999 or 111", "999"},
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        struct str found = whole(texts[i][0]);
        if (!str_equals(found, texts[i][1])) {
            fail_msg("%s: %.*s", texts[i][0], (int)found.size, found.at);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_extension_belongs_to_its_number),
        cmocka_unit_test(what_merely_follows_a_number_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

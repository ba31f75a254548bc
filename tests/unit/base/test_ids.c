// SPDX-License-Identifier: MIT
// One number a text, however many there are.
#include "base/ids.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static void a_text_keeps_its_number(void **state) {
    (void)state;
    struct arena arena = {0};
    struct ids ids = {.arena = &arena};
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < 5000; i++) {
            char text[20];
            snprintf(text, sizeof text, "%d", i);
            assert_int_equal(ids_add(&ids, str_from(text)), i); // of a copy
        }
        assert_int_equal(ids.count, 5000);
    }
    arena_finish(&arena);
}

static void every_byte_counts(void **state) {
    (void)state;
    static const struct str texts[] = {{NULL, 0}, {"\0", 1}, {"a\0b", 3}, {"a\0c", 3}, {"a", 1}};
    struct arena arena = {0};
    struct ids ids = {.arena = &arena};
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < COUNT_OF(texts); i++) {
            assert_int_equal(ids_add(&ids, texts[i]), i);
        }
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_keeps_its_number),
        cmocka_unit_test(every_byte_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// The name of this start of the machine fits what the gate keeps, and stays the same until the
// next.
#include "platform/system/boot.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include "store/gate.h"

#include <cmocka.h>

static void one_start_has_one_name(void **state) {
    (void)state;
    char first[BOOT_ID_BYTES + 1], second[BOOT_ID_BYTES + 1];
    boot_load_id(first);
    boot_load_id(second);
    assert_string_equal(first, second);
    assert_int_equal(strlen(first), BOOT_ID_BYTES);
    assert_int_equal(BOOT_ID_BYTES, GATE_BOOT_BYTES);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_start_has_one_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

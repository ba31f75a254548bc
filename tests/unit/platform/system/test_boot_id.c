// SPDX-License-Identifier: MIT
// The name of this start of the machine fits what the lockout keeps, and stays the same until the
// next.
#include "platform/system/boot_id.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include "store/pin/pin_lockout.h"

#include <cmocka.h>

static void one_start_has_one_name(void **state) {
    (void)state;
    char first[BOOT_ID_BYTES + 1], second[BOOT_ID_BYTES + 1];
    boot_id_load(first);
    boot_id_load(second);
    assert_string_equal(first, second);
    assert_int_equal(strlen(first), BOOT_ID_BYTES);
    assert_int_equal(BOOT_ID_BYTES, KEPT_BOOT_BYTES);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_start_has_one_name)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

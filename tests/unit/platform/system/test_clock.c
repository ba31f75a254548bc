// SPDX-License-Identifier: MIT
// The name of this start of the machine fits what the lockout keeps, and stays the same until the
// next.
#include "platform/system/clock.h"

#include <string.h>

#include "store/pin/pin_lockout.h"
#include "unit_test.h"

UNIT_TEST(one_start_has_one_name) {
    char first[CLOCK_BOOT_ID_BYTES + 1], second[CLOCK_BOOT_ID_BYTES + 1];
    clock_boot_id(first);
    clock_boot_id(second);
    assert_string_equal(first, second);
    assert_int_equal(strlen(first), CLOCK_BOOT_ID_BYTES);
    assert_int_equal(CLOCK_BOOT_ID_BYTES, KEPT_BOOT_BYTES);
}

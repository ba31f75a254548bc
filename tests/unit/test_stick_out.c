// SPDX-License-Identifier: MIT
// A stick goes while it is read, and what the reading came to is heard of in the same moment,
// before or after.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_desk.h"

static void what_a_pulled_stick_seemed_to_hold_is_not_said(void **state) {
    struct desk_room *desk = *state;
    const struct desk_news found[] = {
        {.kind = DESK_NOTICE, .notice = NOTICE_EMPTY},
        {.kind = DESK_FINDINGS, .findings = &desk->findings},
    };
    desk_plug_in(desk);
    desk_admit(desk);
    for (int i = 0; i < COUNT_OF(found); i++) {
        desk_tell_kind(desk, DESK_STICK_OUT);
        desk_tell(desk, found[i]);
        assert_screen(desk_kiosk(desk), SCREEN_NOTICE);
        assert_int_equal(desk_kiosk(desk)->app.desk.scene.notice, NOTICE_PULLED);
        desk_tell_kind(desk, DESK_STICK_IN);
        assert_screen(desk_kiosk(desk), SCREEN_WORKING);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DESK_TEST(what_a_pulled_stick_seemed_to_hold_is_not_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// A stick goes while it is read or written, and what that came to is heard of in the same moment,
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

static void
of_a_stick_pulled_while_it_is_written_nobody_says_that_nothing_was_changed(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    desk_admit(desk);
    desk_tell(desk, (struct desk_news){
                        .kind = DESK_NOTICE, .notice = NOTICE_COPY_OVER, .detail = "kiosk-old"});
    person_tap(kiosk, ACTION_AGREE);
    assert_job(desk, JOB_COPY_OVER);
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_job(desk, JOB_DROP);
    assert_screen(kiosk, SCREEN_NOTICE);
    assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_COPY_PULLED);
    desk_tell(desk, (struct desk_news){.kind = DESK_NOTICE, .notice = NOTICE_COPY_FAILED});
    assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_COPY_PULLED);
    desk_tell_kind(desk, DESK_STICK_IN);
    assert_job(desk, JOB_READ);
    desk_tell_kind(desk, DESK_STICK_OUT); // read this time
    assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_PULLED);
}

static void a_copy_that_is_cancelled_is_given_up(void **state) {
    static const enum action_kind ways[] = {ACTION_STAFF_CLOSE, ACTION_URGENT_HELP};
    struct desk_room *desk = *state;
    for (int i = 0; i < COUNT_OF(ways); i++) {
        desk_plug_in(desk);
        desk_admit(desk);
        assert_job(desk, JOB_READ);
        desk_tell(desk, (struct desk_news){.kind = DESK_NOTICE, .notice = NOTICE_EMPTY});
        person_tap(desk_kiosk(desk), ACTION_AGREE);
        assert_job(desk, JOB_COPY);
        person_tap(desk_kiosk(desk), ways[i]);
        assert_job(desk, JOB_DROP);
        assert_false(desk_kiosk(desk)->app.desk.is_admitted);
        desk_tell_kind(desk, DESK_STICK_OUT);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DESK_TEST(of_a_stick_pulled_while_it_is_written_nobody_says_that_nothing_was_changed),
        DESK_TEST(a_copy_that_is_cancelled_is_given_up),
        DESK_TEST(what_a_pulled_stick_seemed_to_hold_is_not_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// SPDX-License-Identifier: MIT
// A stick goes while it is read or written, and what that came to is heard of in the same moment,
// before or after.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_session.h"

static void what_a_pulled_stick_seemed_to_hold_is_not_said(void **state) {
    struct session_room *session = *state;
    const struct staff_event found[] = {
        {.kind = STAFF_EVENT_NOTICE, .notice = NOTICE_EMPTY},
        {.kind = STAFF_EVENT_FINDINGS, .findings = &session->findings},
    };
    session_plug_in(session);
    session_admit(session);
    for (int i = 0; i < COUNT_OF(found); i++) {
        session_tell_kind(session, STAFF_EVENT_STICK_OUT);
        session_tell(session, found[i]);
        assert_screen(staff_kiosk(session), SCREEN_NOTICE);
        assert_int_equal(staff_kiosk(session)->app.session.scene.notice, NOTICE_PULLED);
        session_tell_kind(session, STAFF_EVENT_STICK_IN);
        assert_screen(staff_kiosk(session), SCREEN_WORKING);
    }
}

static void
of_a_stick_pulled_while_it_is_written_nobody_says_that_nothing_was_changed(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    session_plug_in(session);
    session_admit(session);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_NOTICE,
                                               .notice = NOTICE_COPY_OVER,
                                               .detail = "kiosk-old"});
    person_tap(kiosk, ACTION_AGREE);
    assert_job(session, JOB_COPY_OVER);
    session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    assert_job(session, JOB_DROP);
    assert_screen(kiosk, SCREEN_NOTICE);
    assert_int_equal(kiosk->app.session.scene.notice, NOTICE_COPY_PULLED);
    session_tell(session,
                 (struct staff_event){.kind = STAFF_EVENT_NOTICE, .notice = NOTICE_COPY_FAILED});
    assert_int_equal(kiosk->app.session.scene.notice, NOTICE_COPY_PULLED);
    session_tell_kind(session, STAFF_EVENT_STICK_IN);
    assert_job(session, JOB_READ);
    session_tell_kind(session, STAFF_EVENT_STICK_OUT); // read this time
    assert_int_equal(kiosk->app.session.scene.notice, NOTICE_PULLED);
}

static void a_copy_that_is_cancelled_is_given_up(void **state) {
    static const enum action_kind ways[] = {ACTION_STAFF_CLOSE, ACTION_URGENT_HELP};
    struct session_room *session = *state;
    for (int i = 0; i < COUNT_OF(ways); i++) {
        session_plug_in(session);
        session_admit(session);
        assert_job(session, JOB_READ);
        session_tell(session,
                     (struct staff_event){.kind = STAFF_EVENT_NOTICE, .notice = NOTICE_EMPTY});
        person_tap(staff_kiosk(session), ACTION_AGREE);
        assert_job(session, JOB_COPY);
        person_tap(staff_kiosk(session), ways[i]);
        assert_job(session, JOB_DROP);
        assert_false(staff_kiosk(session)->app.session.is_admitted);
        session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STAFF_EVENT_TEST(
            of_a_stick_pulled_while_it_is_written_nobody_says_that_nothing_was_changed),
        STAFF_EVENT_TEST(a_copy_that_is_cancelled_is_given_up),
        STAFF_EVENT_TEST(what_a_pulled_stick_seemed_to_hold_is_not_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

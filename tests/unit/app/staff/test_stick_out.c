// SPDX-License-Identifier: MIT
// A stick goes while it is read or written, and what that came to is heard of in the same moment,
// before or after.

#include "fake_session.h"

ROOM_TEST(what_a_pulled_stick_seemed_to_hold_is_not_said) {
    const struct staff_event found[] = {
        {.kind = STAFF_EVENT_NOTICE, .notice = NOTICE_EMPTY},
        {.kind = STAFF_EVENT_FINDINGS, .findings = &room_of(kiosk)->findings},
    };
    session_plug_in(kiosk);
    session_admit(kiosk);
    for (int i = 0; i < COUNT_OF(found); i++) {
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
        session_tell(kiosk, found[i]);
        assert_notice(kiosk, NOTICE_PULLED);
        session_say(kiosk, STAFF_EVENT_STICK_IN);
        assert_screen(kiosk, SCREEN_WORKING);
    }
}

ROOM_TEST(of_a_stick_pulled_while_it_is_written_nobody_says_that_nothing_was_changed) {
    session_plug_in(kiosk);
    session_admit(kiosk);
    session_tell(kiosk, (struct staff_event){.kind = STAFF_EVENT_NOTICE,
                                             .notice = NOTICE_COPY_OVER,
                                             .detail = "kiosk-old"});
    person_tap(kiosk, ACTION_AGREE);
    assert_job(kiosk, JOB_COPY_OVER);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_job(kiosk, JOB_DROP);
    assert_notice(kiosk, NOTICE_COPY_PULLED);
    session_notify(kiosk, NOTICE_COPY_FAILED);
    assert_notice(kiosk, NOTICE_COPY_PULLED);
    session_say(kiosk, STAFF_EVENT_STICK_IN);
    assert_job(kiosk, JOB_READ);
    session_say(kiosk, STAFF_EVENT_STICK_OUT); // read this time
    assert_notice(kiosk, NOTICE_PULLED);
}

ROOM_TEST(a_copy_that_is_cancelled_is_given_up) {
    static const enum action_kind ways[] = {ACTION_STAFF_CLOSE, ACTION_URGENT_HELP};
    for (int i = 0; i < COUNT_OF(ways); i++) {
        session_read(kiosk);
        session_notify(kiosk, NOTICE_EMPTY);
        person_tap(kiosk, ACTION_AGREE);
        assert_job(kiosk, JOB_COPY);
        person_tap(kiosk, ways[i]);
        assert_job(kiosk, JOB_DROP);
        assert_false(kiosk->app.session.is_admitted);
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
    }
}

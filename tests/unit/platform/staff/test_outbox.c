// SPDX-License-Identifier: MIT
// What goes onto a stick, by both ways: a child of the kiosk where the stick can be written, and
// the appliance's helper, which the test is itself, where it cannot. The outbox is a folder of the
// test's own.
#include <fcntl.h>
#include <signal.h>

#include "heard.h"
#include "outbox_room.h"
#include "store/counts.h"

TEST(a_receipt_comes_onto_the_stick) {
    struct outbox_order order = order_of(room);
    assert_int_equal(send(room, &order), DELIVER_DONE);
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Receipt.\r\n");
    assert_string_equal(text_of(room, "stick/" COUNTS_FILE), "period,what,opened\r\n");
    assert_false(is_there(room, "stick/kiosk"));
    order.receipt = str_from("Another.\r\n");
    order.counts = (struct str){NULL, 0};
    put(room, "stick/" COUNTS_FILE, "Of last month.");
    assert_int_equal(send(room, &order), DELIVER_DONE);
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Another.\r\n");
    assert_string_equal(text_of(room, "stick/" COUNTS_FILE), "Of last month.");
}

TEST(a_copy_asks_before_a_folder_gets_another_name) {
    struct outbox_order order = order_of(room);
    order.content_dir = CONTENT;
    order.guide_path = CONTENT "/README.md";
    assert_int_equal(send(room, &order), DELIVER_DONE);
    assert_true(is_there(room, "stick/kiosk/cards/en/refer.txt"));
    assert_true(is_there(room, "stick/kiosk/README.txt"));
    put(room, "stick/kiosk/kiosk.ini", "mine");
    assert_int_equal(send(room, &order), DELIVER_EXISTS);
    assert_string_equal(room->outbox.result.text, "kiosk-old");
    assert_string_equal(text_of(room, "stick/kiosk/kiosk.ini"), "mine");
    order.keeps_old = true;
    assert_int_equal(send(room, &order), DELIVER_DONE);
    assert_string_equal(text_of(room, "stick/kiosk-old/kiosk.ini"), "mine");
    assert_string_not_equal(text_of(room, "stick/kiosk/kiosk.ini"), "mine");
}

TEST(a_stick_that_is_gone_is_a_sentence) {
    struct outbox_order order = order_of(room);
    order.stick_dir = room->absent;
    assert_int_equal(send(room, &order), DELIVER_FAILED);
    assert_non_null(strstr(room->outbox.result.text, "The stick cannot be written: "));
}

TEST(a_store_that_cannot_be_written_is_a_failure_at_once) {
    struct outbox_order order = order_of(room);
    order.store_dir = "/dev/null";
    struct heard heard;
    heard_begin(&heard);
    assert_int_equal(send(room, &order), DELIVER_FAILED);
    assert_int_equal(heard_end(&heard), 1);
    assert_string_equal(room->outbox.result.text, "");
    assert_true(outbox_step(&room->outbox, clock_ms())); // whoever waits for it is told
    assert_false(outbox_step(&room->outbox, clock_ms()));
}

// Unless it was quicker than the signal.
TEST(a_child_that_dies_or_hangs_is_a_failure) {
    static const int signals[] = {SIGKILL, SIGSTOP};
    struct outbox_order order = order_of(room);
    for (int i = 0; i < COUNT_OF(signals); i++) {
        outbox_send(&room->outbox, &order, 1000);
        assert_true(outbox_is_busy(&room->outbox));
        kill(room->outbox.child.pid, signals[i]);
        bool is_over = false;
        for (int tries = 0; tries < 30000 && !is_over; tries++) {
            usleep(10000);
            is_over = outbox_step(&room->outbox,
                                  signals[i] == SIGSTOP ? outbox_deadline_ms(&room->outbox) : 1000);
        }
        assert_true(is_over);
        assert_int_not_equal(room->outbox.result.end, DELIVER_EXISTS);
        assert_int_equal(room->outbox.child.pid, 0);
    }
}

static int open_files(void) {
    int count = 0;
    for (int i = 0; i < 256; i++) {
        count += fcntl(i, F_GETFD) >= 0;
    }
    return count;
}

TEST(what_is_given_up_leaves_nothing_open) {
    int before = open_files();
    for (int i = 0; i < 4; i++) {
        if (i == 2) {
            become_appliance(room);
        }
        struct outbox_order order = order_of(room);
        outbox_send(&room->outbox, &order, clock_ms());
        assert_true(outbox_is_busy(&room->outbox));
        if (i % 2 == 0) {
            outbox_send(&room->outbox, &order, clock_ms()); // over the first
        }
        outbox_close(&room->outbox);
        assert_false(outbox_is_busy(&room->outbox));
        assert_int_equal(open_files(), before);
    }
}

TEST(the_helper_is_asked_where_the_stick_cannot_be_written) {
    become_appliance(room);
    struct outbox_order order = order_of(room);
    order.content_dir = CONTENT;
    outbox_send(&room->outbox, &order, clock_ms());
    assert_true(outbox_is_busy(&room->outbox));
    assert_int_equal(room->outbox.child.pid, 0);
    assert_string_equal(text_of(room, "outbox/write"),
                        arena_format(&room->arena,
                                     "[order]\nnumber = %s\ncontent = " CONTENT
                                     "\nguide = \nkiosk = \nover = off\n",
                                     room->outbox.number));
    assert_string_equal(text_of(room, "outbox/" RECEIPT_FILE), "Receipt.\r\n");
    assert_false(outbox_step(&room->outbox, clock_ms()));
    assert_int_equal(outbox_deliver(room->outbox_folder, room->stick), 0);
    assert_int_equal(wait_for_end(room), DELIVER_DONE);
    assert_true(is_there(room, "stick/kiosk/kiosk.ini"));
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Receipt.\r\n");
    assert_false(is_there(room, "outbox/write") || is_there(room, "outbox/writing"));
}

TEST(the_helper_answers_as_a_child_does) {
    become_appliance(room);
    struct outbox_order order = order_of(room);
    order.content_dir = CONTENT;
    make_folder(room, "stick/kiosk");
    outbox_send(&room->outbox, &order, clock_ms());
    assert_int_equal(outbox_deliver(room->outbox_folder, room->stick), 1);
    assert_int_equal(wait_for_end(room), DELIVER_EXISTS);
    assert_string_equal(room->outbox.result.text, "kiosk-old");
    order.keeps_old = true;
    outbox_send(&room->outbox, &order, clock_ms());
    assert_false(outbox_step(&room->outbox, clock_ms())); // the answer before is none to this
    assert_int_equal(outbox_deliver(room->outbox_folder, room->stick), 0);
    assert_int_equal(wait_for_end(room), DELIVER_DONE);
    assert_true(is_there(room, "stick/kiosk-old"));
    order.content_dir = NULL;
    outbox_send(&room->outbox, &order, clock_ms());
    assert_int_equal(outbox_deliver(room->outbox_folder, room->absent), 3);
    assert_int_equal(wait_for_end(room), DELIVER_FAILED);
    assert_non_null(strstr(room->outbox.result.text, "The stick cannot be written: "));
}

TEST(a_helper_that_is_a_shell_is_heard_too) {
    become_appliance(room);
    struct outbox_order order = order_of(room);
    outbox_send(&room->outbox, &order, clock_ms());
    int file = open(path_in(room, "outbox/written"), O_WRONLY | O_CREAT, 0600);
    assert_true(file >= 0);
    assert_false(outbox_step(&room->outbox, clock_ms())); // not yet written
    const char *line = arena_format(&room->arena, "%s Try again\x1b[2J.\n", room->outbox.number);
    assert_int_equal(write(file, line, strlen(line)), strlen(line));
    close(file);
    assert_int_equal(wait_for_end(room), DELIVER_FAILED);
    assert_string_equal(room->outbox.result.text, "Try again?[2J.");
}

TEST(a_helper_that_does_not_answer_is_given_up_and_its_order_taken_back) {
    become_appliance(room);
    struct outbox_order order = order_of(room);
    outbox_send(&room->outbox, &order, 1000);
    assert_true(is_there(room, "outbox/write"));
    assert_false(outbox_step(&room->outbox, outbox_deadline_ms(&room->outbox) - 1));
    assert_true(outbox_step(&room->outbox, outbox_deadline_ms(&room->outbox)));
    assert_int_equal(room->outbox.result.end, DELIVER_FAILED);
    assert_false(is_there(room, "outbox/write"));
}

TEST(an_order_that_nobody_understands_is_none) {
    static const char *const orders[] = {"", "[order", "content\n", "\xff\xfe\x00x",
                                         "[order]\ncontent = " CONTENT "\n"};
    become_appliance(room);
    assert_int_equal(outbox_deliver(room->outbox_folder, room->stick), 3); // there is none
    for (int i = 1; i < COUNT_OF(orders); i++) {
        put(room, "outbox/write", orders[i]);
        put(room, "outbox/" RECEIPT_FILE, "Receipt.");
        assert_int_equal(outbox_deliver(room->outbox_folder, room->stick), 3);
        assert_false(is_there(room, "stick/" RECEIPT_FILE));
    }
    assert_int_equal(outbox_deliver("/no/such/outbox", room->stick), 3);
}

TEST(an_outbox_in_a_strangers_hand_gives_nothing_away) {
    become_appliance(room);
    put(room, "secret", "hash");
    put(room, "outbox/write", "[order]\nnumber = 7\nover = off\n");
    assert_int_equal(symlink(path_in(room, "secret"), path_in(room, "outbox/" RECEIPT_FILE)), 0);
    assert_int_equal(outbox_deliver(room->outbox_folder, room->stick), 3);
    assert_false(is_there(room, "stick/" RECEIPT_FILE));
    assert_string_equal(text_of(room, "secret"), "hash");
}

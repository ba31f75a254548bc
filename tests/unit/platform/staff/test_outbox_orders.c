// SPDX-License-Identifier: MIT
// Orders that are given up, or replaced by the next, while somebody is at work on them: the stick
// never has a part of the cards as `kiosk`, and every order is answered for itself. The writer, a
// child or a helper that the test starts, is held in the middle by a signal.
#include <signal.h>
#include <sys/wait.h>

#include "outbox_room.h"

// Enough of it to be caught half way.
static const char *many_cards(struct outbox_room *room) {
    make_folder(room, "many");
    make_folder(room, "many/cards");
    make_folder(room, "many/cards/en");
    for (int i = 0; i < 400; i++) {
        const char *name = arena_format(&room->arena, "many/cards/en/%d.md", i);
        FILE *card = fopen(path_in(room, name), "w"); // nobody has to wait for a disk
        assert_non_null(card);
        assert_true(fputs("# A card\n", card) >= 0 && fclose(card) == 0);
    }
    return path_in(room, "many");
}

// Stops the writer when it has begun to write, wherever that is.
static void hold_half_way(struct outbox_room *room, pid_t writer) {
    for (int tries = 0; tries < 3000000; tries++) {
        if (is_there(room, "stick/kiosk-unfinished/cards/en") ||
            is_there(room, "stick/kiosk/cards/en")) {
            break;
        }
        usleep(100);
    }
    assert_int_equal(kill(writer, SIGSTOP), 0);
}

static pid_t let_go_after_ms(pid_t writer, int wait_ms) {
    pid_t hand = fork();
    if (hand == 0) {
        usleep((useconds_t)wait_ms * 1000);
        kill(writer, SIGCONT);
        _exit(0);
    }
    return hand;
}

TEST(a_copy_that_is_given_up_half_way_leaves_the_folder_as_it_was) {
    struct outbox_order order = order_of(room);
    order.content_dir = many_cards(room);
    order.keeps_old = true;
    make_folder(room, "stick/kiosk");
    put(room, "stick/kiosk/kiosk.ini", "mine");
    for (int is_stuck = 0; is_stuck < 2; is_stuck++) {
        outbox_send(&room->outbox, &order, clock_ms());
        pid_t writer = room->outbox.child.pid;
        hold_half_way(room, writer);
        pid_t hand = is_stuck ? -1 : let_go_after_ms(writer, 100);
        outbox_close(&room->outbox);
        assert_true(is_stuck || waitpid(hand, NULL, 0) == hand);
        assert_string_equal(text_of(room, "stick/kiosk/kiosk.ini"), "mine");
        assert_false(is_there(room, "stick/kiosk/cards") || is_there(room, "stick/kiosk-old"));
        assert_false(is_there(room, "stick/" RECEIPT_FILE));
        assert_int_equal(is_there(room, "stick/kiosk-unfinished"), is_stuck); // nobody was left
    }
    assert_int_equal(send(room, &order), DELIVER_DONE);
    assert_false(is_there(room, "stick/kiosk-unfinished"));
    assert_string_equal(text_of(room, "stick/kiosk-old/kiosk.ini"), "mine");
}

static pid_t start_helper(struct outbox_room *room) {
    pid_t helper = fork();
    if (helper == 0) {
        _exit(outbox_deliver(room->outbox_folder, room->stick));
    }
    return helper;
}

// An order of many cards at work, and its helper held in the middle of it.
static pid_t hold_a_first_copy(struct outbox_room *room) {
    become_appliance(room);
    struct outbox_order order = order_of(room);
    order.content_dir = many_cards(room);
    outbox_send(&room->outbox, &order, clock_ms());
    pid_t helper = start_helper(room);
    hold_half_way(room, helper);
    return helper;
}

TEST(a_helper_at_work_stops_when_it_is_given_up) {
    pid_t helper = hold_a_first_copy(room);
    outbox_close(&room->outbox);
    kill(helper, SIGCONT);
    int status = 0;
    assert_int_equal(waitpid(helper, &status, 0), helper);
    assert_int_equal(WEXITSTATUS(status), 3);
    assert_false(is_there(room, "stick/kiosk") || is_there(room, "stick/kiosk-unfinished"));
    assert_false(is_there(room, "stick/" RECEIPT_FILE));
    assert_false(is_there(room, "outbox/write") || is_there(room, "outbox/writing"));
}

TEST(an_order_in_the_place_of_another_gets_an_answer_of_its_own) {
    pid_t helper = hold_a_first_copy(room);
    struct outbox_order order = order_of(room);
    order.content_dir = CONTENT;
    order.receipt = str_from("Second.\r\n");
    outbox_send(&room->outbox, &order, clock_ms());
    kill(helper, SIGCONT);
    assert_int_equal(waitpid(helper, NULL, 0), helper);
    assert_false(outbox_step(&room->outbox, clock_ms())); // that was said about the first
    assert_true(outbox_is_busy(&room->outbox));
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "");
    assert_true(is_there(room, "outbox/write")); // for which the helper starts again
    assert_int_equal(outbox_deliver(room->outbox_folder, room->stick), 0);
    assert_int_equal(wait_for_end(room), DELIVER_DONE);
    assert_true(is_there(room, "stick/kiosk/cards/en/refer.txt"));
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Second.\r\n");
    assert_false(is_there(room, "outbox/write") || is_there(room, "outbox/writing"));
}

TEST(the_answer_to_another_order_is_none) {
    static const char *const answers[] = {"", "done \n", "1 done \n", " done \n", "failed \n"};
    become_appliance(room);
    struct outbox_order order = order_of(room);
    outbox_send(&room->outbox, &order, clock_ms());
    for (int i = 0; i < COUNT_OF(answers); i++) {
        put(room, "outbox/written", answers[i]);
        assert_false(outbox_step(&room->outbox, clock_ms()));
        assert_true(outbox_is_busy(&room->outbox));
    }
    char first[sizeof room->outbox.number];
    memcpy(first, room->outbox.number, sizeof first);
    outbox_send(&room->outbox, &order, clock_ms());
    assert_string_not_equal(room->outbox.number, first);
    put(room, "outbox/written", arena_format(&room->arena, "%s done \n", first));
    assert_false(outbox_step(&room->outbox, clock_ms()));
    assert_true(is_there(room, "outbox/write"));
}

// SPDX-License-Identifier: MIT
// What goes onto a stick, by both ways: a child of the kiosk where the stick can be written, and
// the appliance's helper, which the test is itself, where it cannot. The outbox is a folder of the
// test's own.
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "platform/clock.h"
#include "platform/post.h"
#include "store/receipt.h"

#define CONTENT DIT_SOURCE_DIR "/config"

struct room {
    char path[64], stick[80], store[80], outbox[80], absent[80];
    struct arena arena;
    struct log log;
    struct post post;
};

static const char *path_in(struct room *room, const char *name) {
    return arena_format(&room->arena, "%s/%s", room->path, name);
}

static void put(struct room *room, const char *name, const char *text) {
    const struct disk_place place = {FILE_FROM_HERE, path_in(room, name)};
    assert_int_equal(disk_remove(place), DISK_OK);
    assert_int_equal(disk_write_file(place, str_from(text)), DISK_OK);
}

static void make_folder(struct room *room, const char *name) {
    assert_int_equal(disk_make_folder((struct disk_place){FILE_FROM_HERE, path_in(room, name)}),
                     DISK_OK);
}

static const char *text_of(struct room *room, const char *name) {
    struct str bytes = {"", 0};
    const struct file_source source = {FILE_FROM_HERE, path_in(room, name), 100000};
    return file_load(&bytes, &source, &room->arena) == FILE_OK ? bytes.at : "";
}

static bool is_there(struct room *room, const char *name) {
    return access(path_in(room, name), F_OK) == 0;
}

static int setup(void **state) {
    struct room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    strcpy(room->path, P_tmpdir "/dit-post-XXXXXX");
    assert_non_null(mkdtemp(room->path));
    snprintf(room->stick, sizeof room->stick, "%s/stick", room->path);
    snprintf(room->store, sizeof room->store, "%s/store", room->path);
    snprintf(room->outbox, sizeof room->outbox, "%s/outbox", room->path);
    snprintf(room->absent, sizeof room->absent, "%s/absent", room->path);
    make_folder(room, "stick");
    make_folder(room, "store");
    post_init(&room->post, NULL, &room->log);
    *state = room;
    return 0;
}

static int teardown(void **state) {
    struct room *room = *state;
    post_close(&room->post);
    assert_int_equal(disk_remove((struct disk_place){FILE_FROM_HERE, room->path}), DISK_OK);
    arena_finish(&room->arena);
    free(room);
    return 0;
}

// From now on there is an appliance around the kiosk, on which it cannot write the stick itself.
static void become_appliance(struct room *room) {
    make_folder(room, "outbox");
    post_init(&room->post, room->outbox, &room->log);
}

static struct post_order order_of(struct room *room) {
    bool is_helped = room->post.shared_dir != NULL;
    return (struct post_order){.stick_dir = is_helped ? room->absent : room->stick,
                               .store_dir = room->store,
                               .receipt = str_from("Receipt.\r\n"),
                               .counts = str_from("period,what,opened\r\n")};
}

static enum post_state wait_for_end(struct room *room) {
    uint64_t end_ms = clock_ms() + 60000;
    while (!post_step(&room->post, clock_ms())) {
        assert_true(clock_ms() < end_ms);
        assert_true(post_deadline_ms(&room->post) > clock_ms());
        struct pollfd waker = {.fd = post_waker(&room->post), .events = POLLIN};
        assert_true(waker.fd >= 0);
        poll(&waker, 1, 1000);
    }
    assert_int_equal(post_waker(&room->post), -1);
    assert_int_equal(post_deadline_ms(&room->post), UINT64_MAX);
    return room->post.state;
}

static enum post_state send(struct room *room, const struct post_order *order) {
    post_send(&room->post, order, clock_ms());
    return room->post.state == POST_BUSY ? wait_for_end(room) : room->post.state;
}

static void a_receipt_comes_onto_the_stick(void **state) {
    struct room *room = *state;
    struct post_order order = order_of(room);
    assert_int_equal(send(room, &order), POST_DONE);
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Receipt.\r\n");
    assert_string_equal(text_of(room, "stick/" DELIVER_COUNTS), "period,what,opened\r\n");
    assert_false(is_there(room, "stick/kiosk"));
    order.receipt = str_from("Another.\r\n");
    order.counts = (struct str){NULL, 0};
    put(room, "stick/" DELIVER_COUNTS, "Of last month.");
    assert_int_equal(send(room, &order), POST_DONE);
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Another.\r\n");
    assert_string_equal(text_of(room, "stick/" DELIVER_COUNTS), "Of last month.");
}

static void a_copy_asks_before_a_folder_gets_another_name(void **state) {
    struct room *room = *state;
    struct post_order order = order_of(room);
    order.content_dir = CONTENT;
    order.guide_path = CONTENT "/README.md";
    assert_int_equal(send(room, &order), POST_DONE);
    assert_true(is_there(room, "stick/kiosk/cards/en/refer.md"));
    assert_true(is_there(room, "stick/kiosk/README.txt"));
    put(room, "stick/kiosk/kiosk.ini", "mine");
    assert_int_equal(send(room, &order), POST_EXISTS);
    assert_string_equal(room->post.text, "kiosk-old");
    assert_string_equal(text_of(room, "stick/kiosk/kiosk.ini"), "mine");
    order.keeps_old = true;
    assert_int_equal(send(room, &order), POST_DONE);
    assert_string_equal(text_of(room, "stick/kiosk-old/kiosk.ini"), "mine");
    assert_string_not_equal(text_of(room, "stick/kiosk/kiosk.ini"), "mine");
}

static void a_stick_that_is_gone_is_a_sentence(void **state) {
    struct room *room = *state;
    struct post_order order = order_of(room);
    order.stick_dir = room->absent;
    assert_int_equal(send(room, &order), POST_FAILED);
    assert_non_null(strstr(room->post.text, "The stick cannot be written: "));
}

static void a_store_that_cannot_be_written_is_a_failure_at_once(void **state) {
    struct room *room = *state;
    struct post_order order = order_of(room);
    order.store_dir = "/dev/null";
    assert_int_equal(send(room, &order), POST_FAILED);
    assert_string_equal(room->post.text, "");
    assert_int_equal(room->log.kind_count, 1);
    assert_true(post_step(&room->post, clock_ms())); // whoever waits for it is told
    assert_false(post_step(&room->post, clock_ms()));
}

// Unless it was quicker than the signal.
static void a_child_that_dies_or_hangs_is_a_failure(void **state) {
    static const int signals[] = {SIGKILL, SIGSTOP};
    struct room *room = *state;
    struct post_order order = order_of(room);
    for (int i = 0; i < COUNT_OF(signals); i++) {
        post_send(&room->post, &order, 1000);
        assert_int_equal(room->post.state, POST_BUSY);
        kill(room->post.child.pid, signals[i]);
        bool is_over = false;
        for (int tries = 0; tries < 500 && !is_over; tries++) {
            usleep(10000);
            is_over = post_step(&room->post,
                                signals[i] == SIGSTOP ? post_deadline_ms(&room->post) : 1000);
        }
        assert_true(is_over);
        assert_true(room->post.state == POST_FAILED || room->post.state == POST_DONE);
        assert_int_equal(room->post.child.pid, 0);
    }
}

static int open_files(void) {
    int count = 0;
    for (int i = 0; i < 256; i++) {
        count += fcntl(i, F_GETFD) >= 0;
    }
    return count;
}

static void what_is_given_up_leaves_nothing_open(void **state) {
    struct room *room = *state;
    int before = open_files();
    for (int i = 0; i < 4; i++) {
        if (i == 2) {
            become_appliance(room);
        }
        struct post_order order = order_of(room);
        post_send(&room->post, &order, clock_ms());
        assert_int_equal(room->post.state, POST_BUSY);
        if (i % 2 == 0) {
            post_send(&room->post, &order, clock_ms()); // over the first
        }
        post_close(&room->post);
        assert_int_equal(room->post.state, POST_IDLE);
        assert_int_equal(open_files(), before);
    }
}

static void the_helper_is_asked_where_the_stick_cannot_be_written(void **state) {
    struct room *room = *state;
    become_appliance(room);
    struct post_order order = order_of(room);
    order.content_dir = CONTENT;
    post_send(&room->post, &order, clock_ms());
    assert_int_equal(room->post.state, POST_BUSY);
    assert_int_equal(room->post.child.pid, 0);
    assert_string_equal(text_of(room, "outbox/write"),
                        "[order]\ncontent = " CONTENT "\nguide = \nover = off\n");
    assert_string_equal(text_of(room, "outbox/" RECEIPT_FILE), "Receipt.\r\n");
    assert_false(post_step(&room->post, clock_ms()));
    assert_int_equal(command_deliver(room->outbox, room->stick), 0);
    assert_int_equal(wait_for_end(room), POST_DONE);
    assert_true(is_there(room, "stick/kiosk/kiosk.ini"));
    assert_string_equal(text_of(room, "stick/" RECEIPT_FILE), "Receipt.\r\n");
    assert_false(is_there(room, "outbox/write"));
}

static void the_helper_answers_as_a_child_does(void **state) {
    struct room *room = *state;
    become_appliance(room);
    struct post_order order = order_of(room);
    order.content_dir = CONTENT;
    make_folder(room, "stick/kiosk");
    post_send(&room->post, &order, clock_ms());
    assert_int_equal(command_deliver(room->outbox, room->stick), 1);
    assert_int_equal(wait_for_end(room), POST_EXISTS);
    assert_string_equal(room->post.text, "kiosk-old");
    order.keeps_old = true;
    post_send(&room->post, &order, clock_ms());
    assert_false(post_step(&room->post, clock_ms())); // the answer before is none to this
    assert_int_equal(command_deliver(room->outbox, room->stick), 0);
    assert_int_equal(wait_for_end(room), POST_DONE);
    assert_true(is_there(room, "stick/kiosk-old"));
    order.content_dir = NULL;
    post_send(&room->post, &order, clock_ms());
    assert_int_equal(command_deliver(room->outbox, room->absent), 3);
    assert_int_equal(wait_for_end(room), POST_FAILED);
    assert_non_null(strstr(room->post.text, "The stick cannot be written: "));
}

static void a_helper_that_is_a_shell_is_heard_too(void **state) {
    struct room *room = *state;
    become_appliance(room);
    struct post_order order = order_of(room);
    post_send(&room->post, &order, clock_ms());
    int file = open(path_in(room, "outbox/written"), O_WRONLY | O_CREAT, 0600);
    assert_true(file >= 0);
    assert_false(post_step(&room->post, clock_ms())); // not yet written
    assert_int_equal(write(file, "Try again\x1b[2J.\n", 15), 15);
    close(file);
    assert_int_equal(wait_for_end(room), POST_FAILED);
    assert_string_equal(room->post.text, "Try again?[2J.");
}

static void a_helper_that_does_not_answer_is_given_up_and_its_order_taken_back(void **state) {
    struct room *room = *state;
    become_appliance(room);
    struct post_order order = order_of(room);
    post_send(&room->post, &order, 1000);
    assert_true(is_there(room, "outbox/write"));
    assert_false(post_step(&room->post, post_deadline_ms(&room->post) - 1));
    assert_true(post_step(&room->post, post_deadline_ms(&room->post)));
    assert_int_equal(room->post.state, POST_FAILED);
    assert_false(is_there(room, "outbox/write"));
}

static void an_order_that_nobody_understands_is_none(void **state) {
    static const char *const orders[] = {"", "[order", "content\n", "\xff\xfe\x00x"};
    struct room *room = *state;
    become_appliance(room);
    assert_int_equal(command_deliver(room->outbox, room->stick), 3); // there is none
    for (int i = 1; i < COUNT_OF(orders); i++) {
        put(room, "outbox/write", orders[i]);
        put(room, "outbox/" RECEIPT_FILE, "Receipt.");
        assert_int_equal(command_deliver(room->outbox, room->stick), 3);
        assert_false(is_there(room, "stick/" RECEIPT_FILE));
    }
    assert_int_equal(command_deliver("/no/such/outbox", room->stick), 3);
}

static void an_outbox_in_a_strangers_hand_gives_nothing_away(void **state) {
    struct room *room = *state;
    become_appliance(room);
    put(room, "secret", "hash");
    put(room, "outbox/write", "[order]\nover = off\n");
    assert_int_equal(symlink(path_in(room, "secret"), path_in(room, "outbox/" RECEIPT_FILE)), 0);
    assert_int_equal(command_deliver(room->outbox, room->stick), 3);
    assert_false(is_there(room, "stick/" RECEIPT_FILE));
    assert_string_equal(text_of(room, "secret"), "hash");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_receipt_comes_onto_the_stick),
        TEST(a_copy_asks_before_a_folder_gets_another_name),
        TEST(a_stick_that_is_gone_is_a_sentence),
        TEST(a_store_that_cannot_be_written_is_a_failure_at_once),
        TEST(a_child_that_dies_or_hangs_is_a_failure),
        TEST(what_is_given_up_leaves_nothing_open),
        TEST(the_helper_is_asked_where_the_stick_cannot_be_written),
        TEST(the_helper_answers_as_a_child_does),
        TEST(a_helper_that_is_a_shell_is_heard_too),
        TEST(a_helper_that_does_not_answer_is_given_up_and_its_order_taken_back),
        TEST(an_order_that_nobody_understands_is_none),
        TEST(an_outbox_in_a_strangers_hand_gives_nothing_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

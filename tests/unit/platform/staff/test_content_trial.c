// SPDX-License-Identifier: MIT
// New content on trial, with a real store: it passes when it was on the glass, goes when it never
// came there, and nothing else is ever taken off. At the end the whole program is started on such
// stores, on SDL's invisible driver.
#include "fake_stick.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/command_line.h"
#include "platform/staff/content_trial.h"
#include "platform/system/clock.h"
#include "store/trial.h"

static struct content_trial trial;

// One more generation, whose second card says `words`.
static void commit(struct room *room, const char *words) {
    content_put_text(&room->folder, "stick/Kiosk/cards/en/20-the-ideas.md",
                     arena_format(&room->arena, "# The ideas\n\n%s\n", words));
    assert_int_equal(import(room), IMPORT_DONE);
}

static const char *generation(struct room *room, int number) {
    return store_generation_path(room->store, number, &room->arena);
}

// As the program does when it starts.
static void start(struct room *room) {
    trial = (struct content_trial){.store_dir = NULL};
    content_trial_begin(&trial, room->store, 1000);
}

static void roll_back(struct room *room) {
    bool has_earlier = false;
    assert_int_equal(content_trial_roll_back(room->store, &has_earlier), FILE_OK);
    assert_true(has_earlier);
}

static void a_frame_of_the_new_content_ends_the_trial(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    start(room);
    assert_true(trial.is_on_trial);
    assert_int_equal(content_trial_deadline_ms(&trial), 11000);
    assert_false(content_trial_is_late(&trial, 10999));
    assert_true(content_trial_is_late(&trial, 11000));
    content_trial_pass(&trial, generation(room, 1), 2000);
    assert_false(trial.is_on_trial);
    assert_false(is_there(room, "store/trial"));
    assert_int_equal(content_trial_deadline_ms(&trial), UINT64_MAX);
    start(room);
    assert_false(trial.is_on_trial || trial.was_refused);
}

static void content_that_was_never_seen_is_taken_back_at_the_next_start(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    start(room);
    content_trial_pass(&trial, generation(room, 1), 2000);
    commit(room, "Two.");
    start(room);
    assert_int_equal(store_current(room->store), 2);
    start(room); // the program ended meanwhile
    assert_true(trial.was_refused);
    assert_false(trial.is_on_trial);
    assert_int_equal(store_current(room->store), 1);
    assert_false(is_there(room, "store/trial"));
    start(room);
    assert_false(trial.was_refused);
    assert_int_equal(store_current(room->store), 1);
}

static void before_the_first_update_is_what_came_with_the_program(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    start(room);
    start(room);
    assert_true(trial.was_refused);
    assert_int_equal(store_current(room->store), 0);
    assert_true(is_there(room, "store/gen-1"));
}

static void other_content_on_the_glass_is_no_frame_of_it(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    commit(room, "Two.");
    start(room);
    static const char *const others[] = {DIT_SOURCE_DIR "/config", ""};
    for (int i = 0; i < COUNT_OF(others); i++) {
        content_trial_pass(&trial, others[i], 2000);
        content_trial_pass(&trial, generation(room, 1), 2000);
        assert_true(trial.is_on_trial);
    }
    assert_true(content_trial_is_late(&trial, 11000));
    start(room);
    assert_true(trial.was_refused);
    assert_int_equal(store_current(room->store), 1);
}

static void a_display_that_is_off_is_not_the_contents_fault(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    for (int i = 0; i < 5; i++) {
        start(room);
        assert_true(trial.is_on_trial);
        content_trial_wait(&trial, 9000);
        assert_false(content_trial_is_late(&trial, 18000));
        content_trial_excuse(&trial);
    }
    assert_int_equal(store_current(room->store), 1);
    start(room);
    content_trial_pass(&trial, generation(room, 1), 2000);
    assert_false(is_there(room, "store/trial"));
}

static void earlier_content_that_is_asked_for_is_on_trial_like_new_content(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    commit(room, "Two."); // which ends the program
    start(room);
    start(room);
    assert_int_equal(store_current(room->store), 1);
    roll_back(room); // and somebody wants to see it all the same
    start(room);
    assert_int_equal(store_current(room->store), 2);
    assert_true(trial.is_on_trial);
    start(room);
    assert_true(trial.was_refused);
    assert_int_equal(store_current(room->store), 1);
    start(room); // and what it had before needs no second trial
    assert_false(trial.is_on_trial);
}

static void while_somebody_is_at_the_store_nothing_is_taken_back(void **state) {
    struct room *room = *state;
    struct store other;
    commit(room, "One.");
    commit(room, "Two.");
    start(room);
    assert_int_equal(store_open(&other, room->store, &room->arena), FILE_OK);
    start(room);
    assert_false(trial.was_refused);
    assert_int_equal(store_current(room->store), 2);
    store_close(&other);
    start(room);
    assert_true(trial.was_refused);
    assert_int_equal(store_current(room->store), 1);
}

static void without_a_store_nothing_is_on_trial(void **state) {
    (void)state;
    const char *const stores[] = {NULL, "/no/such/store", "/dev/null"};
    for (int i = 0; i < COUNT_OF(stores); i++) {
        trial = (struct content_trial){.store_dir = NULL};
        content_trial_begin(&trial, stores[i], 1000);
        assert_false(trial.is_on_trial || trial.was_refused);
        content_trial_pass(&trial, "", 1000);
        content_trial_excuse(&trial);
        assert_int_equal(content_trial_deadline_ms(&trial), UINT64_MAX);
    }
}

// A folder with something in it cannot be removed as a file; here it stands for a failing disk.
static void a_mark_that_stays_is_tried_again(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    start(room);
    char elsewhere[96];
    snprintf(elsewhere, sizeof elsewhere, "%s/moved", room->folder.path);
    assert_int_equal(rename(room->store, elsewhere), 0);
    content_trial_pass(&trial, generation(room, 1), 2000);
    assert_true(trial.is_on_trial);
    assert_false(content_trial_is_late(&trial, 600000)); // it was seen all the same
    assert_int_equal(rename(elsewhere, room->store), 0);
    content_trial_pass(&trial, generation(room, 1), 3000);
    assert_true(trial.is_on_trial);
    content_trial_pass(&trial, generation(room, 1), 62000);
    assert_false(trial.is_on_trial);
    assert_false(is_there(room, "store/trial"));
}

// The program itself, in a process of its own; its exit code, or -1 when it was told to go.
static int run_until(struct room *room, bool (*is_over)(struct room *room)) {
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        char name[] = "run", option[] = "--store";
        char *line[] = {name, option, arena_text(&room->arena, str_from(room->store)), NULL};
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        unsetenv("NOTIFY_SOCKET");
        _exit(command_line_run(&command_run, 3, line));
    }
    int status = 0;
    for (uint64_t end_ms = clock_ms() + 600000; clock_ms() < end_ms;) {
        if (waitpid(pid, &status, WNOHANG) == pid) {
            return WIFEXITED(status) ? WEXITSTATUS(status) : -2;
        }
        if (is_over && is_over(room)) {
            break;
        }
        usleep(50000);
    }
    kill(pid, SIGTERM);
    waitpid(pid, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? -1 : -2;
}

static bool is_passed(struct room *room) {
    return !is_there(room, "store/trial");
}

static void the_program_ends_the_trial_with_its_first_picture(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    assert_true(is_there(room, "store/trial"));
    assert_int_equal(run_until(room, is_passed), -1);
    assert_true(is_passed(room));
    assert_int_equal(store_current(room->store), 1);
}

static void content_that_cannot_be_loaded_gives_way_to_the_earlier(void **state) {
    struct room *room = *state;
    commit(room, "One.");
    assert_int_equal(run_until(room, is_passed), -1);
    commit(room, "Two.");
    remove_from_room(room, "store/gen-2/kiosk.ini"); // by a disk that fails
    assert_int_equal(run_until(room, NULL), 3);      // after ten seconds with other cards
    assert_int_equal(run_until(room, is_passed), -1);
    assert_int_equal(store_current(room->store), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_frame_of_the_new_content_ends_the_trial),
        TEST(content_that_was_never_seen_is_taken_back_at_the_next_start),
        TEST(before_the_first_update_is_what_came_with_the_program),
        TEST(other_content_on_the_glass_is_no_frame_of_it),
        TEST(a_display_that_is_off_is_not_the_contents_fault),
        TEST(earlier_content_that_is_asked_for_is_on_trial_like_new_content),
        TEST(while_somebody_is_at_the_store_nothing_is_taken_back),
        TEST(without_a_store_nothing_is_on_trial),
        TEST(a_mark_that_stays_is_tried_again),
        TEST(the_program_ends_the_trial_with_its_first_picture),
        TEST(content_that_cannot_be_loaded_gives_way_to_the_earlier),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

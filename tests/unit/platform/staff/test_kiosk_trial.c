// SPDX-License-Identifier: MIT
// New content on trial, as the whole program conducts it: it is started on stores with content that
// nobody has seen, on SDL's invisible driver. The rules of a trial are in store/test_trial.c.
#include "fake_stick.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/command_line.h"
#include "platform/system/clock.h"

// One more generation, whose second card says `words`.
static void commit(struct room *room, const char *words) {
    content_put_text(&room->folder, "stick/Kiosk/cards/en/20-the-ideas.md",
                     arena_format(&room->arena, "# The ideas\n\n%s\n", words));
    assert_int_equal(import(room), IMPORT_DONE);
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
    bool is_early = WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM; // before it could listen
    return is_early || (WIFEXITED(status) && WEXITSTATUS(status) == 0) ? -1 : -2;
}

static bool is_passed(struct room *room) {
    return !is_there(room, "store/trial");
}

TEST(the_program_ends_the_trial_with_its_first_picture) {
    commit(room, "One.");
    assert_true(is_there(room, "store/trial"));
    assert_int_equal(run_until(room, is_passed), -1);
    assert_true(is_passed(room));
    assert_int_equal(store_current(room->store), 1);
}

TEST(content_that_cannot_be_loaded_gives_way_to_the_earlier) {
    commit(room, "One.");
    assert_int_equal(run_until(room, is_passed), -1);
    commit(room, "Two.");
    remove_from_room(room, "store/gen-2/kiosk.ini"); // by a disk that fails
    assert_int_equal(run_until(room, NULL), 3);      // after two minutes with other cards
    assert_int_equal(run_until(room, is_passed), -1);
    assert_int_equal(store_current(room->store), 1);
}

// SPDX-License-Identifier: MIT
// One function a job, in a table. What takes long (the stick) goes on in clerk_step, between two
// pictures; what is read from a stick stays in the clerk until it was put on screen or dropped.
#include "platform/staff/clerk.h"

#include <assert.h>
#include <poll.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/disk.h"
#include "platform/staff/clerk_stick.h"
#include "platform/staff/facts.h"
#include "platform/system/boot.h"
#include "platform/system/date.h"
#include "store/pin.h"

static const char touch_name[] = "touch";

static void load_touch(struct clerk *clerk) {
    struct str line;
    const struct file_source source = {clerk->folder, touch_name, 200};
    struct touch_map map = {0};
    if (file_load(&line, &source, &clerk->facts_arena) != FILE_OK ||
        !touch_map_parse(&map, line.at)) {
        return;
    }
    if (map.rotation != clerk->options.rotation) {
        log_line(clerk->log, "Touch was set up for another rotation of the picture: it goes by "
                             "touch_rotate until it is set up again.");
        return;
    }
    clerk->map = map;
    clerk->options.caller.set_touch(clerk->options.caller.self, &clerk->map);
}

// A store that cannot be watched shows its changes at the next start.
static int watch_store(const char *store_dir) {
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    unsigned int what = IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR;
    if (watch >= 0 && inotify_add_watch(watch, store_dir, what) < 0) {
        close(watch);
        return -1;
    }
    return watch;
}

void clerk_open(struct clerk *clerk, const struct clerk_options *options, struct showing *showing,
                struct log *log) {
    *clerk = (struct clerk){.options = *options, .log = log, .folder = -1, .showing = showing};
    clerk->stick = (struct stick_watch){.folder = -1, .gone = -1, .mounts = -1};
    clerk->store_watch = -1;
    clerk->changes.arena = &clerk->fresh_arena;
    post_init(&clerk->post, POST_OUTBOX, log);
    if (!options->store_dir) {
        return;
    }
    enum disk_fault fault = store_make(options->store_dir);
    if (fault == DISK_OK) {
        fault = disk_open_folder(&clerk->folder,
                                 (struct disk_place){FILE_FROM_HERE, options->store_dir});
    }
    if (fault != DISK_OK) {
        log_line(log, "The store %s cannot be opened (%s): nothing can be changed at the screen.",
                 options->store_dir, disk_fault_text(fault));
        return;
    }
    load_touch(clerk);
    clerk->store_watch = watch_store(options->store_dir);
    stick_watch_open(&clerk->stick, options->stick_dir, log);
}

void clerk_close(struct clerk *clerk) {
    clerk_drop(clerk);
    post_close(&clerk->post);
    stick_watch_close(&clerk->stick);
    if (clerk->store_watch >= 0) {
        close(clerk->store_watch);
    }
    disk_close(clerk->folder);
    arena_finish(&clerk->fresh_arena);
    arena_finish(&clerk->facts_arena);
    arena_finish(&clerk->receipt_arena);
}

void clerk_set_deck(struct clerk *clerk, const struct deck *deck) {
    clerk->deck = deck;
}

enum setup clerk_find_setup(const struct clerk *clerk) {
    enum setup next = clerk->folder >= 0 ? setup_load(clerk->folder) : SETUP_OVER;
    next = next == SETUP_ROTATION && !clerk->options.can_turn ? SETUP_TOUCH : next;
    return next == SETUP_PIN && pin_is_set(clerk->folder) ? SETUP_OVER : next;
}

int clerk_load_rotation(const char *store_dir) {
    int folder = -1;
    int degrees = 0;
    if (store_dir &&
        disk_open_folder(&folder, (struct disk_place){FILE_FROM_HERE, store_dir}) == DISK_OK) {
        degrees = setup_load_rotation(folder);
    }
    disk_close(folder);
    return degrees;
}

// Each time anew, because set-pin may have cleared the count meanwhile; but memory knows better
// than a store that cannot be written, or that cannot tell this start of the machine from another.
static void load_gate(struct clerk *clerk, uint64_t now_ms) {
    char boot[BOOT_ID_BYTES + 1];
    boot_load_id(boot);
    if (!clerk->is_gate_loaded || (boot[0] && !clerk->gate.is_unkept)) {
        gate_load(&clerk->gate, clerk->folder, boot, now_ms);
        clerk->is_gate_loaded = true;
    }
}

static void tell_gate(struct clerk *clerk, enum gate_answer answer, uint64_t now_ms) {
    clerk_tell(clerk, &(struct desk_news){.kind = DESK_GATE,
                                          .answer = answer,
                                          .tries_left = gate_left_tries(&clerk->gate),
                                          .next = setup_load(clerk->folder),
                                          .wait_ms = gate_left_ms(&clerk->gate, now_ms)});
}

static void do_open(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    load_gate(clerk, now_ms);
    tell_gate(clerk, pin_is_set(clerk->folder) ? GATE_OPEN : GATE_UNSET, now_ms);
}

static void do_try_pin(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    load_gate(clerk, now_ms);
    enum gate_answer answer = gate_try(&clerk->gate, desk->pin, now_ms);
    tell_gate(clerk, answer, now_ms);
}

static void do_menu(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    bool has_machine = access(POST_OUTBOX, W_OK) == 0;
    struct desk_news news = {.kind = DESK_MENU, .notice = NOTICE_COUNT};
    const struct facts_source source = {.deck = clerk->deck,
                                        .words = clerk->options.words,
                                        .store_dir = clerk->options.store_dir,
                                        .hours = clerk->options.hours,
                                        .notes = clerk->options.notes,
                                        .note_count = clerk->options.note_count};
    (void)now_ms;
    clerk_drop(clerk);
    arena_reset(&clerk->facts_arena);
    news.facts = facts_find(&source, &clerk->facts_arena);
    news.items[MENU_EARLIER] = store_earlier(clerk->options.store_dir) >= 0;
    news.is_newer = clerk_is_earlier_newer(clerk);
    news.items[MENU_STICK] = news.items[MENU_COPY] = desk->has_stick;
    news.items[MENU_WIPE] = news.items[MENU_TOUCH] = news.items[MENU_ABOUT] = true;
    news.items[MENU_RESTART] = true;
    news.items[MENU_POWER] = has_machine;
    if (clerk->showing->was_refused && !clerk->has_told_refusal) {
        clerk->has_told_refusal = true;
        news.notice = NOTICE_REFUSED;
    }
    clerk_tell(clerk, &news);
}

// What the appliance is asked for is a file that one of its units waits for.
static bool ask_machine(const char *what) {
    int outbox = -1;
    enum disk_fault fault =
        disk_open_folder(&outbox, (struct disk_place){FILE_FROM_HERE, POST_OUTBOX});
    if (fault == DISK_OK) {
        fault = disk_replace_file((struct disk_place){outbox, what}, str_from("\n"));
    }
    disk_close(outbox);
    return fault == DISK_OK;
}

static void do_restart(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    (void)now_ms;
    if (!ask_machine("restart")) {
        clerk->options.caller.restart(clerk->options.caller.self);
    }
}

static void do_power_off(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    (void)now_ms;
    if (!ask_machine("power-off")) {
        clerk_notice(clerk, NOTICE_FAILED, NULL);
    }
}

static void do_try_touch(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)now_ms;
    clerk->options.caller.set_touch(clerk->options.caller.self, &desk->map);
}

static void do_undo_touch(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    (void)now_ms;
    clerk->options.caller.set_touch(clerk->options.caller.self, &clerk->map);
}

static void tell_setup(struct clerk *clerk, enum setup next) {
    clerk_tell(clerk, &(struct desk_news){.kind = DESK_SETUP, .next = next});
}

static void do_keep_touch(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    const struct disk_place place = {clerk->folder, touch_name};
    clerk->map = desk->map;
    clerk->map.rotation = clerk->options.rotation;
    const char *line = touch_map_text(&clerk->map, &clerk->facts_arena);
    if (disk_replace_file(place, str_from(line)) != DISK_OK) {
        log_line(clerk->log, "The touch set-up cannot be kept: it is gone after a restart.");
    }
    if (desk->setup == SETUP_OVER) {
        do_menu(clerk, desk, now_ms);
        return;
    }
    enum setup next = pin_is_set(clerk->folder) ? SETUP_OVER : SETUP_PIN;
    if (!setup_store(clerk->folder, next)) {
        log_line(clerk->log,
                 "The answers cannot be kept: the screen asks again at its next start.");
    }
    tell_setup(clerk, next);
}

static void do_turn(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    int degrees = (clerk->options.rotation + desk->quarters * 90) % 360;
    (void)now_ms;
    if (setup_store_rotation(clerk->folder, degrees) && setup_store(clerk->folder, SETUP_TOUCH)) {
        clerk->options.caller.begin_again(clerk->options.caller.self);
    } else {
        clerk_notice(clerk, NOTICE_FAILED, NULL);
    }
}

// Only the first PIN is ever chosen here, and only where somebody asked for that.
static void do_set_pin(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    bool is_first = setup_load(clerk->folder) == SETUP_PIN && !pin_is_set(clerk->folder);
    load_gate(clerk, now_ms);
    if (!is_first || !pin_store(clerk->folder, desk->pin) || !gate_reset(&clerk->gate)) {
        tell_gate(clerk, GATE_BROKEN, now_ms);
        return;
    }
    if (!setup_store(clerk->folder, SETUP_OVER)) {
        log_line(clerk->log, "The file set-up cannot be removed from the store.");
    }
    tell_setup(clerk, SETUP_OVER);
}

static void do_drop(struct clerk *clerk, struct desk *desk, uint64_t now_ms) {
    (void)desk;
    (void)now_ms;
    clerk_drop(clerk);
}

static void (*const jobs[])(struct clerk *, struct desk *, uint64_t) = {
    [JOB_OPEN] = do_open,
    [JOB_TRY_PIN] = do_try_pin,
    [JOB_READ] = clerk_read,
    [JOB_DROP] = do_drop,
    [JOB_PUT_ON_SCREEN] = clerk_put_on_screen,
    [JOB_LOOK_BACK] = clerk_look_back,
    [JOB_ROLL_BACK] = clerk_roll_back,
    [JOB_MENU] = do_menu,
    [JOB_COPY] = clerk_copy,
    [JOB_COPY_OVER] = clerk_copy_over,
    [JOB_TRY_TOUCH] = do_try_touch,
    [JOB_KEEP_TOUCH] = do_keep_touch,
    [JOB_UNDO_TOUCH] = do_undo_touch,
    [JOB_TURN] = do_turn,
    [JOB_SET_PIN] = do_set_pin,
    [JOB_RESTART] = do_restart,
    [JOB_POWER_OFF] = do_power_off,
};
static_assert(COUNT_OF(jobs) == JOB_POWER_OFF + 1, "a job is not done");

void clerk_do(struct clerk *clerk, enum desk_job job, struct desk *desk, uint64_t now_ms) {
    if (jobs[job] && clerk->folder >= 0) {
        jobs[job](clerk, desk, now_ms);
    }
}

// Whether the store names other content than is on screen. The command line may have changed it.
static bool is_store_changed(const struct clerk *clerk) {
    char thrown_away[4096];
    bool has_news = false;
    while (clerk->store_watch >= 0 &&
           read(clerk->store_watch, thrown_away, sizeof thrown_away) > 0) {
        has_news = true;
    }
    if (!has_news || clerk->is_updating) {
        return false;
    }
    struct arena arena = {0};
    const char *path = store_current_path(clerk->options.store_dir, &arena);
    const char *shown = clerk->deck->content_dir;
    bool is_other =
        path ? strcmp(path, shown) != 0 : store_has_path(clerk->options.store_dir, shown);
    arena_finish(&arena);
    return is_other;
}

static void step_store(struct clerk *clerk, uint64_t now_ms) {
    if (!is_store_changed(clerk)) {
        return;
    }
    showing_begin(clerk->showing, clerk->options.store_dir, now_ms, clerk->log);
    const struct deck *deck = clerk->options.caller.reload(clerk->options.caller.self);
    if (deck) {
        clerk->deck = deck;
        clerk_tell(clerk, &(struct desk_news){.kind = DESK_RELOADED, .deck = deck});
    }
}

static void step_stick(struct clerk *clerk) {
    for (enum stick_news news; (news = stick_watch_step(&clerk->stick)) != STICK_SAME;) {
        clerk_tell(clerk,
                   &(struct desk_news){.kind = news == STICK_IN ? DESK_STICK_IN : DESK_STICK_OUT});
    }
}

void clerk_step(struct clerk *clerk, uint64_t now_ms) {
    if (clerk->folder < 0) {
        return;
    }
    step_store(clerk, now_ms);
    step_stick(clerk);
    clerk_step_update(clerk, now_ms);
    clerk_step_post(clerk, now_ms);
}

static uint64_t sooner(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

uint64_t clerk_deadline_ms(const struct clerk *clerk) {
    uint64_t due_ms = clerk->is_updating ? update_deadline_ms(&clerk->update) : UINT64_MAX;
    if (clerk->doubted_until_ms > 0) {
        due_ms = sooner(due_ms, clerk->doubted_until_ms);
    }
    return sooner(due_ms, post_deadline_ms(&clerk->post));
}

static void add_waker(struct sleeper *sleeper, int descriptor, short events) {
    if (descriptor >= 0) {
        sleep_add(sleeper, descriptor, events);
    }
}

void clerk_add_wakers(const struct clerk *clerk, struct sleeper *sleeper) {
    add_waker(sleeper, clerk->store_watch, POLLIN);
    add_waker(sleeper, clerk->stick.folder, POLLIN);
    add_waker(sleeper, clerk->stick.mounts, POLLPRI); // a mount table is always readable
    add_waker(sleeper, clerk->is_updating ? update_waker(&clerk->update) : -1, POLLIN);
    add_waker(sleeper, post_waker(&clerk->post), POLLIN);
}

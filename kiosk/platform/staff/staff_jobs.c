// SPDX-License-Identifier: MIT
// One function a job, in a table. What takes long (the stick) goes on in staff_jobs_step, between
// two pictures.
#include "platform/staff/staff_jobs.h"

#include <assert.h>
#include <poll.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "app/state/timer.h"
#include "base/disk.h"
#include "platform/staff/copy_jobs.h"
#include "platform/staff/stick_jobs.h"
#include "platform/staff/system_info.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"
#include "store/pin/pin.h"

enum { STICK_MS = 120 * 1000 }; // to come in, once it is let in, on a machine that is slow
enum { NAME_LIMIT = 16 };       // that a screen may have

static const char touch_name[] = "touch";

static void load_touch(struct staff_jobs *jobs) {
    struct str line;
    const struct file_source source = {jobs->folder, touch_name, 200};
    struct touch_map map = {0};
    if (file_load(&line, &source, &jobs->facts_arena) != FILE_OK ||
        !touch_map_parse(&map, line.at)) {
        return;
    }
    if (map.rotation != jobs->options.rotation) {
        log_line("Touch was set up for another rotation of the picture: it goes by "
                 "touch_rotate until it is set up again.");
        return;
    }
    *jobs->options.touch = jobs->map = map;
}

void staff_jobs_open(struct staff_jobs *jobs, const struct staff_jobs_options *options,
                     struct trial *trial) {
    const char *store_dir = options->source->store_dir;
    *jobs = (struct staff_jobs){.options = *options, .folder = -1, .trial = trial};
    jobs->has_refusal = trial->state == TRIAL_REFUSED;
    jobs->stick = (struct stick_watch){.folder = -1, .gone = -1, .mounts = -1};
    jobs->store_watch = -1;
    jobs->shown = options->slots;
    jobs->spare = options->slots + 1;
    outbox_init(&jobs->outbox, OUTBOX_DIR);
    if (!store_dir) {
        return;
    }
    enum file_fault fault = store_make(store_dir);
    if (fault == FILE_OK) {
        fault = disk_open_folder(&jobs->folder, (struct disk_place){FILE_FROM_HERE, store_dir});
    }
    if (fault != FILE_OK) {
        log_line("The store %s cannot be opened (%s): nothing can be changed at the screen.",
                 store_dir, file_fault_text(fault));
        return;
    }
    load_touch(jobs);
    // A store that cannot be watched shows its changes at the next start.
    jobs->store_watch =
        event_wait_watch(store_dir, IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR);
    stick_watch_open(&jobs->stick, options->stick_dir);
    jobs->is_stick_wished = true; // by one that was killed, perhaps: the first step takes it back
}

void staff_jobs_close(struct staff_jobs *jobs) {
    job_state_drop(jobs);
    outbox_close(&jobs->outbox);
    stick_watch_close(&jobs->stick);
    disk_close(jobs->store_watch);
    disk_close(jobs->folder);
    arena_finish(&jobs->facts_arena);
    arena_finish(&jobs->receipt_arena);
    arena_finish(&jobs->choice_arena);
}

void staff_jobs_ask_setup(struct staff_jobs *jobs) {
    bool can_turn = jobs->options.can_turn;
    enum setup next = jobs->folder >= 0 ? setup_load(jobs->folder) : SETUP_OVER;
    next = next == SETUP_ROTATION && !can_turn ? SETUP_TOUCH : next;
    next = next == SETUP_PIN && pin_is_set(jobs->folder) ? SETUP_OVER : next;
    if (next != SETUP_OVER) {
        job_state_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_FIRST_START,
                                                   .next = next,
                                                   .can_turn = can_turn});
    }
}

// Each time anew, because set-pin may have cleared the count meanwhile; but memory knows better
// than a store that cannot be written, or that cannot tell this start of the machine from another.
static void load_lockout(struct staff_jobs *jobs) {
    char boot[CLOCK_BOOT_ID_BYTES + 1];
    clock_boot_id(boot);
    if (!jobs->is_lockout_loaded || (boot[0] && !jobs->lockout.is_unkept)) {
        pin_lockout_load(&jobs->lockout, jobs->folder, boot, jobs->now_ms);
        jobs->is_lockout_loaded = true;
    }
}

static void tell_lockout(struct staff_jobs *jobs, enum pin_answer answer) {
    uint64_t wait_ms = pin_lockout_left_ms(&jobs->lockout, jobs->now_ms);
    job_state_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_PIN,
                                               .answer = answer,
                                               .tries_left = pin_lockout_left_tries(&jobs->lockout),
                                               .next = setup_load(jobs->folder),
                                               .wait_ms = wait_ms});
}

static void do_open(struct staff_jobs *jobs) {
    load_lockout(jobs);
    tell_lockout(jobs, pin_is_set(jobs->folder) ? PIN_OPEN : PIN_UNSET);
}

static void do_try_pin(struct staff_jobs *jobs) {
    load_lockout(jobs);
    enum pin_answer answer = pin_lockout_try(&jobs->lockout, jobs->session->pin, jobs->now_ms);
    jobs->may_set_pin = answer == PIN_RIGHT;
    tell_lockout(jobs, answer);
}

static void do_menu(struct staff_jobs *jobs) {
    const char *dir = jobs->options.source->store_dir, *name = jobs->options.device_name;
    job_state_drop(jobs);
    arena_reset(&jobs->facts_arena);
    int count = store_list(&jobs->earlier, dir, &jobs->facts_arena);
    struct staff_event event = {.kind = STAFF_EVENT_MENU,
                                .notice = jobs->has_refusal ? NOTICE_REFUSED : NOTICE_COUNT,
                                .facts = system_info_find(jobs, &jobs->facts_arena),
                                .is_newer =
                                    count == 1 && jobs->earlier->number > store_current(dir)};
    memset(event.items, true, sizeof event.items);
    event.items[MENU_EARLIER] = count > 0;
    event.items[MENU_STICK] = event.items[MENU_COPY] = jobs->session->has_stick;
    event.items[MENU_NAME] = !name || !name[0];
    event.items[MENU_POWER] = access(OUTBOX_DIR, W_OK) == 0;
    job_state_tell(jobs, &event);
    jobs->has_refusal = false;
}

static void do_names(struct staff_jobs *jobs) {
    const struct staff_jobs_options *options = &jobs->options;
    struct arena *arena = &jobs->facts_arena;
    struct staff_choices *choices = &jobs->choices;
    const char **names = ARENA_ARRAY(arena, const char *, NAME_LIMIT);
    const char *now =
        system_info_kiosk_name(jobs->folder, options->device_name, options->words, arena);
    char *rest = arena_text(arena, str_from(options->words->text[STAFF_NAMES]));
    *choices = (struct staff_choices){STAFF_NAMES_HEADING, names, 0, -1};
    for (char *name; choices->count < NAME_LIMIT && (name = strsep(&rest, "|"));) {
        choices->here = strcmp(name, now) == 0 ? choices->count : choices->here;
        names[choices->count++] = name;
    }
    job_state_tell_choices(jobs, JOB_NAME);
}

static void do_name(struct staff_jobs *jobs) {
    if (system_info_keep_name(jobs->folder, jobs->choices.labels[jobs->session->chosen])) {
        do_names(jobs);
    } else {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    }
}

// What the appliance is asked for is a file that one of its units waits for.
static bool ask_machine(const char *path) {
    const struct disk_place place = {FILE_FROM_HERE, path};
    enum file_fault fault = disk_write_file(place, str_from("\n"));
    return fault == FILE_OK || fault == FILE_EXISTS;
}

// A stick stays shut until somebody has typed the PIN, and is shut again when they leave and
// nothing is left to be written on it. A first start, whose screens are open without one, wishes
// nothing.
static void step_wish(struct staff_jobs *jobs) {
    const struct disk_place place = {FILE_FROM_HERE, OUTBOX_DIR "/open-stick"};
    const struct staff_session *session = jobs->session;
    bool is_staff = session && session->is_admitted && session->setup == SETUP_OVER;
    bool is_wished = is_staff || outbox_is_busy(&jobs->outbox);
    if (!jobs->stick.is_mount || is_wished == jobs->is_stick_wished) {
        return;
    }
    jobs->is_stick_wished = is_wished;
    if (is_wished ? !ask_machine(place.name) : disk_remove(place) != FILE_OK) {
        log_line("The machine cannot be asked to open or to shut a stick.");
    }
}

static void do_restart(struct staff_jobs *jobs) {
    jobs->is_over = !ask_machine(OUTBOX_DIR "/restart");
}

static void do_power_off(struct staff_jobs *jobs) {
    if (!ask_machine(OUTBOX_DIR "/power-off")) {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    }
}

static void do_try_touch(struct staff_jobs *jobs) {
    *jobs->options.touch = jobs->session->map;
}

static void do_undo_touch(struct staff_jobs *jobs) {
    *jobs->options.touch = jobs->map;
}

static void tell_setup(struct staff_jobs *jobs, enum setup next) {
    job_state_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_SETUP, .next = next});
}

// One that nobody finished is closed by the machine (systemd/image), while its questions may be up.
static bool is_setup_closed(const struct staff_jobs *jobs) {
    return setup_load(jobs->folder) == SETUP_OVER;
}

static void do_keep_touch(struct staff_jobs *jobs) {
    const struct disk_place place = {jobs->folder, touch_name};
    jobs->map = jobs->session->map;
    jobs->map.rotation = jobs->options.rotation;
    const char *line = touch_map_text(&jobs->map, &jobs->facts_arena);
    if (disk_replace_file(place, str_from(line)) != FILE_OK) {
        log_line("The touch set-up cannot be kept: it is gone after a restart.");
    }
    if (jobs->session->setup == SETUP_OVER) {
        do_menu(jobs);
        return;
    }
    enum setup next = is_setup_closed(jobs) || pin_is_set(jobs->folder) ? SETUP_OVER : SETUP_PIN;
    if (!setup_store(jobs->folder, next)) {
        log_line("The answers cannot be kept: the screen asks again at its next start.");
    }
    tell_setup(jobs, next);
}

static void do_turn(struct staff_jobs *jobs) {
    int degrees = (jobs->options.rotation + jobs->session->quarters * 90) % 360;
    if (is_setup_closed(jobs)) {
        tell_setup(jobs, SETUP_OVER);
    } else if (setup_store_rotation(jobs->folder, degrees) &&
               setup_store(jobs->folder, SETUP_TOUCH)) {
        jobs->is_over = jobs->begins_again = true;
    } else {
        job_state_notice(jobs, NOTICE_FAILED, NULL);
    }
}

// The first PIN, where somebody asked for that, or another right after the one in force was typed.
static void do_set_pin(struct staff_jobs *jobs) {
    bool is_first = setup_load(jobs->folder) == SETUP_PIN && !pin_is_set(jobs->folder);
    bool may_set_pin = jobs->may_set_pin || is_first;
    jobs->may_set_pin = false;
    load_lockout(jobs);
    if (!may_set_pin || !pin_store(jobs->folder, jobs->session->pin) ||
        !pin_lockout_reset(&jobs->lockout)) {
        tell_lockout(jobs, PIN_BROKEN);
        return;
    }
    if (!setup_store(jobs->folder, SETUP_OVER)) {
        log_line("The file set-up cannot be removed from the store.");
    }
    tell_setup(jobs, SETUP_OVER);
}

static void (*const runners[])(struct staff_jobs *) = {
    [JOB_OPEN] = do_open,
    [JOB_TRY_PIN] = do_try_pin,
    [JOB_READ] = stick_jobs_read,
    [JOB_CHOOSE] = stick_jobs_choose,
    [JOB_DROP] = job_state_drop,
    [JOB_PUT_ON_SCREEN] = stick_jobs_put_on_screen,
    [JOB_EARLIER] = stick_jobs_earlier,
    [JOB_LOOK_BACK] = stick_jobs_look_back,
    [JOB_ROLL_BACK] = stick_jobs_roll_back,
    [JOB_MENU] = do_menu,
    [JOB_NAMES] = do_names,
    [JOB_NAME] = do_name,
    [JOB_COPY] = copy_jobs_copy,
    [JOB_COPY_OVER] = copy_jobs_copy,
    [JOB_TRY_TOUCH] = do_try_touch,
    [JOB_KEEP_TOUCH] = do_keep_touch,
    [JOB_UNDO_TOUCH] = do_undo_touch,
    [JOB_TURN] = do_turn,
    [JOB_SET_PIN] = do_set_pin,
    [JOB_RESTART] = do_restart,
    [JOB_POWER_OFF] = do_power_off,
};
static_assert(COUNT_OF(runners) == JOB_POWER_OFF + 1, "a job is not done");

static bool needs_stick(enum staff_job job) {
    return job == JOB_READ || job == JOB_CHOOSE || job == JOB_COPY || job == JOB_COPY_OVER;
}

void staff_jobs_do(struct staff_jobs *jobs, enum staff_job job, struct staff_session *session,
                   uint64_t now_ms) {
    if (!runners[job] || jobs->folder < 0) {
        return;
    }
    jobs->job = job;
    jobs->session = session;
    jobs->now_ms = now_ms;
    jobs->may_set_pin = jobs->may_set_pin && job == JOB_SET_PIN;
    jobs->stick_due_ms = 0;
    if (needs_stick(job) && !stick_watch_is_ready(&jobs->stick)) {
        jobs->stick_due_ms = now_ms + STICK_MS;
    } else {
        runners[job](jobs);
    }
}

// The job that waits for the stick, or its end.
static void step_waiting(struct staff_jobs *jobs) {
    bool is_ready = stick_watch_is_ready(&jobs->stick);
    bool is_over = stick_watch_is_bad(&jobs->stick) || jobs->now_ms >= jobs->stick_due_ms;
    if (jobs->stick_due_ms == 0 || (!is_ready && !is_over)) {
        return;
    }
    jobs->stick_due_ms = 0;
    if (is_ready) {
        runners[jobs->job](jobs);
    } else {
        job_state_notice(jobs, NOTICE_FAILED,
                         "The stick cannot be read. Format it as FAT32 or exFAT on a computer, "
                         "copy the folder to it again, or use another stick.");
    }
}

// That it is gone the kernel knows first; the folder that says so is USBGuard's word, which comes
// some seconds later. Until then only a job in doubt asks.
static void step_stick(struct staff_jobs *jobs) {
    for (enum stick_news event; (event = stick_watch_step(&jobs->stick)) != STICK_SAME;) {
        job_state_tell(jobs,
                       &(struct staff_event){.kind = event == STICK_IN ? STAFF_EVENT_STICK_IN
                                                                       : STAFF_EVENT_STICK_OUT});
    }
    if (jobs->doubted_until_ms > 0 && !stick_watch_is_ready(&jobs->stick)) {
        job_state_tell(jobs, &(struct staff_event){.kind = STAFF_EVENT_STICK_OUT});
    }
}

void staff_jobs_step(struct staff_jobs *jobs, uint64_t now_ms) {
    if (jobs->folder < 0) {
        return;
    }
    jobs->now_ms = now_ms;
    stick_jobs_step_store(jobs);
    step_stick(jobs);
    step_wish(jobs);
    step_waiting(jobs);
    stick_jobs_step(jobs);
    copy_jobs_step(jobs);
}

uint64_t staff_jobs_deadline_ms(const struct staff_jobs *jobs) {
    uint64_t due_ms = jobs->loader ? 0 : UINT64_MAX;
    due_ms = jobs->doubted_until_ms > 0 ? timer_sooner_ms(due_ms, jobs->doubted_until_ms) : due_ms;
    due_ms = jobs->stick_due_ms > 0 ? timer_sooner_ms(due_ms, jobs->stick_due_ms) : due_ms;
    due_ms = timer_sooner_ms(due_ms, update_deadline_ms(&jobs->update));
    return timer_sooner_ms(due_ms, outbox_deadline_ms(&jobs->outbox));
}

void staff_jobs_add_wakers(const struct staff_jobs *jobs, struct event_wait *event_wait) {
    event_wait_add(event_wait, jobs->store_watch, POLLIN);
    event_wait_add(event_wait, jobs->stick.folder, POLLIN);
    event_wait_add(event_wait, jobs->stick.mounts, POLLPRI); // a mount table is always readable
    event_wait_add(event_wait, update_waker(&jobs->update), POLLIN);
    event_wait_add(event_wait, outbox_waker(&jobs->outbox), POLLIN);
}

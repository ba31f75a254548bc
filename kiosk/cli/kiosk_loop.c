// SPDX-License-Identifier: MIT
// The loop. One turn: sleep until the next deadline or event, read the clock once, give every event
// and the time to the app, do what it wants done for staff, show what changed, and tell the service
// manager that this worked. Everything that may be missing (content, fonts, device settings) has
// been replaced before the first turn.
#include "cli/kiosk.h"

#include <string.h>

#include "app/state/timer.h"
#include "base/exit_code.h"
#include "platform/system/builtin.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"

static void reader_renew(struct kiosk *kiosk) {
    const struct device *device = &kiosk->device;
    kiosk->reader.width_px = kiosk->compositor.metrics.width_px;
    kiosk->reader.height_px = kiosk->compositor.metrics.height_px;
    kiosk->reader.rotate = device->rotate;
    kiosk->reader.touch_rotate = device->touch_rotate < 0 ? device->rotate : device->touch_rotate;
    kiosk->reader.is_right_to_left = app_is_right_to_left(&kiosk->app);
}

// The words of the staff screens are read when somebody first wants one.
static void words_open(struct kiosk *kiosk) {
    if (!kiosk->words.text[0] && state_is_staff(&kiosk->app)) {
        builtin_load_staff_words(&kiosk->words, &kiosk->program);
    }
}

static void count(struct kiosk *kiosk) {
    char today[CLOCK_DATE_BYTES];
    if (kiosk->app.opened[0]) {
        clock_date_and_time(today);
        today[strcspn(today, " ")] = '\0';
        counts_add(&kiosk->counts, today, kiosk->app.opened, kiosk->now_ms);
    }
}

static void apply(struct kiosk *kiosk, const struct input *input) {
    app_apply(&kiosk->app, input, kiosk->compositor.scene, kiosk->now_ms);
    if (kiosk->app.transition != TRANSITION_NONE) {
        kiosk->transition = kiosk->app.transition;
    }
    count(kiosk);
    words_open(kiosk);
    staff_jobs_do(&kiosk->jobs, app_take_job(&kiosk->app), &kiosk->app.session, kiosk->now_ms);
    kiosk->is_over = kiosk->is_over || kiosk->jobs.is_over;
}

static void show(struct kiosk *kiosk) {
    if (kiosk->compositor.source.deck != kiosk->app.deck) {
        kiosk->compositor.source.deck = kiosk->app.deck;
        picture_book_set_content(kiosk->pictures, kiosk->app.deck->content_dir);
    }
    kiosk->compositor.presenter.is_dark = kiosk->app.view.is_blank;
    bool is_new =
        compositor_show(&kiosk->compositor, &kiosk->app, kiosk->transition, kiosk->now_ms);
    kiosk->transition = TRANSITION_NONE;
    if (is_new) {
        apply(kiosk, &(struct input){.kind = INPUT_SHOWN});
        reader_renew(kiosk);
    }
    hours_watch_light(&kiosk->hours_watch, !kiosk->app.view.is_blank);
    bool is_on_glass = !kiosk->compositor.is_lost && kiosk->app.deck == &kiosk->jobs.shown->deck;
    if (is_on_glass) {
        trial_pass(&kiosk->trial, kiosk->app.deck->content_dir);
    }
}

// The app hears of each new picture before the next input, which was meant for that picture.
static void take_input(struct kiosk *kiosk, const struct input *input) {
    bool is_press = input->kind == INPUT_KEY ||
                    (input->kind == INPUT_TOUCH && input->touch.phase == TOUCH_DOWN);
    if (is_press) {
        compositor_stop_motion(&kiosk->compositor);
    }
    apply(kiosk, input);
    if (!compositor_is_current(&kiosk->compositor, &kiosk->app.view)) {
        show(kiosk);
    }
}

static void hear(void *self, const struct staff_event *event) {
    struct kiosk *kiosk = self;
    if (event->kind == STAFF_EVENT_SHOWN || event->kind == STAFF_EVENT_RELOADED) {
        kiosk->compositor.source.deck = NULL; // even where it is the same: its folder has moved
    }
    apply(kiosk, &(struct input){.kind = INPUT_STAFF, .staff = event});
}

static void session_open(struct kiosk *kiosk) {
    const struct staff_jobs_options options = {
        .source = &kiosk->source,
        .stick_dir = kiosk->arguments->values[OPTION_STICK],
        .slots = kiosk->slots,
        .words = &kiosk->words,
        .touch = &kiosk->reader.map,
        .device_name = kiosk->device.kiosk_name,
        .hours = &kiosk->device.hours,
        .notes = &kiosk->notes,
        .rotation = kiosk->device.rotate,
        .can_turn = kiosk->can_turn,
        .self = kiosk,
        .tell = hear,
    };
    staff_jobs_open(&kiosk->jobs, &options, &kiosk->trial);
    kiosk->app.session.scene.words = &kiosk->words;
    kiosk->app.session.is_open = kiosk->jobs.folder >= 0;
    staff_jobs_ask_setup(&kiosk->jobs);
    counts_init(&kiosk->counts, kiosk->jobs.folder, kiosk->now_ms);
}

static void take_event(struct kiosk *kiosk, const SDL_Event *event) {
    struct input input;
    switch (input_read(&kiosk->reader, event, &input)) {
    case NEWS_NOTHING:
        break;
    case NEWS_INPUT:
        take_input(kiosk, &input);
        break;
    case NEWS_QUIT:
        kiosk->is_over = true;
        break;
    case NEWS_WINDOW:
        compositor_renew(&kiosk->compositor);
        break;
    }
}

// After each thing that may take long and must come to an end (a screen painted, a step of a job),
// so that the next has the whole of the watchdog's time.
static void feed(struct kiosk *kiosk) {
    if (!kiosk->compositor.is_lost) {
        service_feed(&kiosk->service, clock_ms());
    } else if (kiosk->compositor.presenter.is_away) {
        service_wait(&kiosk->service);
    }
}

// Up to the first that brings up a new screen, which may decode a picture: the others are still
// there in the next turn.
static void take_events(struct kiosk *kiosk) {
    SDL_Event event;
    const struct scene *shown = kiosk->compositor.scene;
    while (kiosk->compositor.scene == shown && SDL_PollEvent(&event)) {
        take_event(kiosk, &event);
        feed(kiosk);
    }
}

static void watch_displays(struct kiosk *kiosk) {
    if (display_has_news(&kiosk->display)) {
        compositor_renew(&kiosk->compositor);
    }
}

static uint64_t deadline_ms(const struct kiosk *kiosk) {
    uint64_t due = app_deadline_ms(&kiosk->app);
    due = timer_sooner_ms(due, compositor_deadline_ms(&kiosk->compositor));
    due = timer_sooner_ms(due, staff_jobs_deadline_ms(&kiosk->jobs));
    due = timer_sooner_ms(due, counts_deadline_ms(&kiosk->counts));
    due = timer_sooner_ms(due, trial_deadline_ms(&kiosk->trial));
    due = timer_sooner_ms(due, kiosk->hours_watch.due_ms);
    return timer_sooner_ms(due, service_deadline_ms(&kiosk->service));
}

static void write_counts(struct kiosk *kiosk) {
    if (!counts_step(&kiosk->counts, kiosk->now_ms)) {
        log_line("The counts cannot be written.");
    }
}

// New content that never comes to the glass is taken back at the next start, so that comes soon.
static void check_trial(struct kiosk *kiosk) {
    if (kiosk->compositor.is_lost) {
        trial_wait(&kiosk->trial, kiosk->now_ms);
    } else if (kiosk->now_ms >= trial_deadline_ms(&kiosk->trial)) {
        log_line("New content is not on the screen after two minutes.");
        kiosk->is_over = true;
        kiosk->code = EXIT_SYSTEM;
    }
}

static void watch_hours(struct kiosk *kiosk) {
    if (hours_watch_step(&kiosk->hours_watch, kiosk->now_ms)) {
        apply(kiosk, &(struct input){.kind = INPUT_HOURS, .is_open = kiosk->hours_watch.is_open});
    }
}

static void turn(struct kiosk *kiosk) {
    staff_jobs_add_wakers(&kiosk->jobs, &kiosk->event_wait);
    event_wait_add(&kiosk->event_wait, display_waker(&kiosk->display), POLLIN);
    event_wait_until(&kiosk->event_wait, deadline_ms(kiosk));
    kiosk->now_ms = clock_ms();
    feed(kiosk);
    take_events(kiosk);
    if (!kiosk->is_over) {
        staff_jobs_step(&kiosk->jobs, kiosk->now_ms);
        feed(kiosk);
        watch_hours(kiosk);
        watch_displays(kiosk);
        apply(kiosk, &(struct input){.kind = INPUT_TIME});
        show(kiosk);
        write_counts(kiosk);
        check_trial(kiosk);
    }
    feed(kiosk);
}

void kiosk_loop(struct kiosk *kiosk) {
    kiosk->code = EXIT_DONE;
    if (kiosk->compositor.presenter.window) {
        event_wait_open(&kiosk->event_wait, kiosk->compositor.presenter.window);
    } else {
        event_wait_open_devices(&kiosk->event_wait, EVENT_WAIT_DEVICE_DIR);
    }
    kiosk->now_ms = clock_ms();
    state_init(&kiosk->app, &kiosk->slots[0].deck, &kiosk->compositor.metrics, kiosk->now_ms);
    session_open(kiosk);
    show(kiosk);
    feed(kiosk);
    while (!kiosk->is_over) {
        turn(kiosk);
    }
    event_wait_close(&kiosk->event_wait);
    if (!kiosk->jobs.begins_again) { // or the service manager would end what only turns its picture
        service_close();
    }
    staff_jobs_close(&kiosk->jobs);
    counts_finish(&kiosk->counts);
}

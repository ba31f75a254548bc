// SPDX-License-Identifier: MIT
// The loop. One turn: sleep until the next deadline or event, read the clock once, give every event
// and the time to the app, show what changed, and tell the service manager that this worked.
// Everything that may be missing (content, fonts, device settings) has been replaced before the
// first turn.
#include "platform/command_run.h"

#include "base/file.h"
#include "model/device.h"
#include "platform/clock.h"
#include "platform/content.h"
#include "platform/input.h"
#include "platform/place.h"
#include "platform/service.h"
#include "platform/sleep.h"
#include "platform/stage.h"

#define INSTALLED_DEVICE_PATH "/etc/dit-kiosk/device.ini"

enum {
    WINDOW_WIDTH_PX = 1280,
    WINDOW_HEIGHT_PX = 720,
    DEVICE_LIMIT_BYTES = 64 * 1024,
};

struct run {
    struct log log;
    struct arena program, content; // lifetimes
    struct font_book *fonts;
    struct picture_book *pictures;
    struct deck deck;
    struct device device;
    struct display display;
    struct stage stage;
    struct sleeper sleeper;
    struct service service;
    struct input_reader reader;
    struct app app;
    enum transition transition; // of the inputs of this turn
    uint64_t now_ms;
    bool is_over;
};

static void device_read(struct run *run, const char *asked_path) {
    const char *path = asked_path ? asked_path : INSTALLED_DEVICE_PATH;
    struct findings findings = {.arena = &run->program};
    struct file_source source = {FILE_FROM_HERE, path, DEVICE_LIMIT_BYTES};
    struct str text = {0};
    device_init(&run->device);
    enum file_fault fault = file_load(&text, &source, &run->program);
    if (fault == FILE_OK) {
        device_load(&run->device, text, path, &findings);
    } else if (fault != FILE_MISSING || asked_path) {
        file_add_finding(&findings, fault, path);
    }
    for (int i = 0; i < findings.count; i++) {
        log_line(&run->log, "%s", finding_text(&findings.list[i], &run->program));
    }
}

static void content_read(struct run *run, const char *asked_dir) {
    const char *assets_dir = place_find("assets", &run->program);
    if (!assets_dir) {
        log_line(&run->log, "The folder with fonts and icons is missing: see the installation.");
    }
    run->fonts = font_book_open(assets_dir, &run->log);
    run->pictures = picture_book_open(assets_dir, &run->log);
    struct ports ports = {font_book_letters(run->fonts), picture_book_port(run->pictures)};
    struct content_source source = {
        .content_dir = asked_dir,
        .shipped_dir = place_find("config", &run->program),
        .assets_dir = assets_dir,
        .ports = &ports,
    };
    content_load(&run->deck, &source, &run->content, &run->log);
    picture_book_set_content(run->pictures, run->deck.content_dir);
}

static bool screen_open(struct run *run, const struct run_options *options) {
    if (!display_open(&run->display, &run->log)) {
        log_line(&run->log, "There is no display to show the cards on.");
        return false;
    }
    bool has_size = options->width_px > 0;
    if (run->display.is_console && has_size) {
        log_line(&run->log, "There are no windows on the console: the whole screen is used.");
    }
    struct present_options present = {
        .display = &run->display,
        .rotate = run->device.rotate,
        .width_px = has_size ? options->width_px : WINDOW_WIDTH_PX,
        .height_px = has_size ? options->height_px : WINDOW_HEIGHT_PX,
    };
    struct stage_options stage = {
        .present = &present,
        .painter = {run->fonts, run->pictures},
        .deck = &run->deck,
        .screen_inches = run->device.screen_inches,
    };
    return stage_open(&run->stage, &stage, &run->log);
}

static void reader_renew(struct run *run) {
    const struct device *device = &run->device;
    run->reader.width_px = run->stage.metrics.width_px;
    run->reader.height_px = run->stage.metrics.height_px;
    run->reader.rotate = device->rotate;
    run->reader.touch_rotate = device->touch_rotate < 0 ? device->rotate : device->touch_rotate;
    run->reader.is_right_to_left =
        run->deck.languages[run->app.view.language].words.is_right_to_left;
}

static void apply(struct run *run, const struct input *input) {
    run->app.transition = TRANSITION_NONE;
    app_apply(&run->app, input, run->stage.scene, run->now_ms);
    if (run->app.transition != TRANSITION_NONE) {
        run->transition = run->app.transition;
    }
}

static void take_input(struct run *run, const struct input *input) {
    bool is_press = input->kind == INPUT_KEY ||
                    (input->kind == INPUT_TOUCH && input->touch.phase == TOUCH_DOWN);
    if (is_press) {
        stage_stop_motion(&run->stage);
    }
    apply(run, input);
}

static void take_event(struct run *run, const SDL_Event *event) {
    struct input input;
    switch (input_read(&run->reader, event, &input)) {
    case NEWS_NOTHING:
        break;
    case NEWS_INPUT:
        take_input(run, &input);
        break;
    case NEWS_QUIT:
        run->is_over = true;
        break;
    case NEWS_EXPOSED:
        stage_expose(&run->stage);
        break;
    case NEWS_RESIZED:
        stage_resize(&run->stage);
        break;
    case NEWS_HIDDEN:
        run->stage.is_hidden = true;
        break;
    }
}

static void take_events(struct run *run) {
    SDL_Event event;
    struct input input;
    while (SDL_PollEvent(&event)) {
        take_event(run, &event);
    }
    while (run->sleeper.has_changed && input_find_lost(&run->reader, &input)) {
        take_input(run, &input);
    }
}

static void show(struct run *run) {
    bool is_new = stage_show(&run->stage, &run->app, run->transition, run->now_ms);
    run->transition = TRANSITION_NONE;
    if (is_new) {
        apply(run, &(struct input){.kind = INPUT_SHOWN});
        reader_renew(run);
    }
    if (!run->stage.is_lost) {
        service_feed(&run->service, run->now_ms);
    }
}

static uint64_t sooner(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

static uint64_t deadline_ms(const struct run *run) {
    uint64_t due = app_deadline_ms(&run->app, run->stage.scene);
    due = sooner(due, stage_deadline_ms(&run->stage));
    return sooner(due, service_deadline_ms(&run->service));
}

static void turn(struct run *run) {
    sleep_until(&run->sleeper, deadline_ms(run));
    run->now_ms = clock_ms();
    take_events(run);
    if (!run->is_over) {
        apply(run, &(struct input){.kind = INPUT_TIME});
        show(run);
    }
}

static void run_close(struct run *run) {
    service_close(&run->service);
    sleep_close(&run->sleeper);
    stage_close(&run->stage);
    picture_book_close(run->pictures);
    font_book_close(run->fonts);
    display_close(&run->display);
    arena_finish(&run->content);
    arena_finish(&run->program);
}

int command_run(const struct run_options *options) {
    struct run run = {0};
    device_read(&run, options->device_path);
    content_read(&run, options->content_dir);
    bool is_open = screen_open(&run, options);
    if (is_open) {
        sleep_open(&run.sleeper, run.stage.presenter.window, &run.log);
        service_open(&run.service);
        run.now_ms = clock_ms();
        app_init(&run.app, &run.deck, &run.stage.metrics, run.now_ms);
        show(&run);
    }
    while (is_open && !run.is_over) {
        turn(&run);
    }
    run_close(&run);
    return is_open ? 0 : 3;
}

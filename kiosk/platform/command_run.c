// SPDX-License-Identifier: MIT
// The loop. One turn: sleep until the next deadline or event, read the clock once, give every event
// and the time to the app, show what changed, and tell the service manager that this worked.
// Everything that may be missing (content, fonts, device settings) has been replaced before the
// first turn.
#include "platform/command_run.h"

#include "platform/clock.h"
#include "platform/content.h"
#include "platform/device_file.h"
#include "platform/input.h"
#include "platform/place.h"
#include "platform/service.h"
#include "platform/sleep.h"
#include "platform/stage.h"

enum {
    WINDOW_WIDTH_PX = 1280,
    WINDOW_HEIGHT_PX = 720,
};

struct kiosk {
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

static void device_read(struct kiosk *kiosk, const char *path) {
    struct findings findings = {.arena = &kiosk->program};
    device_file_load(&kiosk->device, path, &findings);
    for (int i = 0; i < findings.count; i++) {
        log_line(&kiosk->log, "%s", finding_text(&findings.list[i], &kiosk->program));
    }
}

static void content_read(struct kiosk *kiosk, const struct run_options *options) {
    const char *assets_dir = place_find("assets", &kiosk->program);
    if (!assets_dir) {
        log_line(&kiosk->log, "The folder with fonts and icons is missing: see the installation.");
    }
    kiosk->fonts = font_book_open(assets_dir, &kiosk->log);
    kiosk->pictures = picture_book_open(assets_dir, &kiosk->log);
    struct ports ports = {font_book_letters(kiosk->fonts), picture_book_port(kiosk->pictures),
                          true};
    struct content_source source = {
        .store_dir = options->store_dir,
        .content_dir = options->content_dir,
        .shipped_dir = place_find("config", &kiosk->program),
        .assets_dir = assets_dir,
        .ports = &ports,
    };
    content_load(&kiosk->deck, &source, &kiosk->content, &kiosk->log);
    picture_book_set_content(kiosk->pictures, kiosk->deck.content_dir);
}

static bool screen_open(struct kiosk *kiosk, const struct run_options *options) {
    if (!display_open(&kiosk->display, &kiosk->log)) {
        log_line(&kiosk->log, "There is no display to show the cards on.");
        return false;
    }
    bool has_size = options->width_px > 0;
    if (kiosk->display.is_console && has_size) {
        log_line(&kiosk->log, "There are no windows on the console: the whole screen is used.");
    }
    struct present_options present = {
        .display = &kiosk->display,
        .rotate = kiosk->device.rotate,
        .width_px = has_size ? options->width_px : WINDOW_WIDTH_PX,
        .height_px = has_size ? options->height_px : WINDOW_HEIGHT_PX,
    };
    struct stage_options stage = {
        .present = &present,
        .painter = {kiosk->fonts, kiosk->pictures},
        .deck = &kiosk->deck,
        .screen_inches = kiosk->device.screen_inches,
    };
    return stage_open(&kiosk->stage, &stage, &kiosk->log);
}

static void reader_renew(struct kiosk *kiosk) {
    const struct device *device = &kiosk->device;
    kiosk->reader.width_px = kiosk->stage.metrics.width_px;
    kiosk->reader.height_px = kiosk->stage.metrics.height_px;
    kiosk->reader.rotate = device->rotate;
    kiosk->reader.touch_rotate = device->touch_rotate < 0 ? device->rotate : device->touch_rotate;
    kiosk->reader.is_right_to_left =
        kiosk->deck.languages[kiosk->app.view.language].words.is_right_to_left;
}

static void apply(struct kiosk *kiosk, const struct input *input) {
    app_apply(&kiosk->app, input, kiosk->stage.scene, kiosk->now_ms);
    if (kiosk->app.transition != TRANSITION_NONE) {
        kiosk->transition = kiosk->app.transition;
    }
}

static void show(struct kiosk *kiosk) {
    bool is_new = stage_show(&kiosk->stage, &kiosk->app, kiosk->transition, kiosk->now_ms);
    kiosk->transition = TRANSITION_NONE;
    if (is_new) {
        apply(kiosk, &(struct input){.kind = INPUT_SHOWN});
        reader_renew(kiosk);
    }
}

// The app hears of each new picture before the next input, which was meant for that picture.
static void take_input(struct kiosk *kiosk, const struct input *input) {
    bool is_press = input->kind == INPUT_KEY ||
                    (input->kind == INPUT_TOUCH && input->touch.phase == TOUCH_DOWN);
    if (is_press) {
        stage_stop_motion(&kiosk->stage);
    }
    apply(kiosk, input);
    if (!stage_is_current(&kiosk->stage, &kiosk->app.view)) {
        show(kiosk);
    }
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
    case NEWS_EXPOSED:
        stage_expose(&kiosk->stage);
        break;
    case NEWS_RESIZED:
        stage_resize(&kiosk->stage);
        break;
    case NEWS_HIDDEN:
        kiosk->stage.is_hidden = true;
        break;
    }
}

static void take_events(struct kiosk *kiosk) {
    SDL_Event event;
    struct input input;
    while (SDL_PollEvent(&event)) {
        take_event(kiosk, &event);
    }
    while (kiosk->sleeper.has_changed && input_find_lost(&kiosk->reader, &input)) {
        take_input(kiosk, &input);
    }
}

static uint64_t sooner(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

static uint64_t deadline_ms(const struct kiosk *kiosk) {
    uint64_t due = app_deadline_ms(&kiosk->app, kiosk->stage.scene);
    due = sooner(due, stage_deadline_ms(&kiosk->stage));
    return sooner(due, service_deadline_ms(&kiosk->service));
}

static void turn(struct kiosk *kiosk) {
    sleep_until(&kiosk->sleeper, deadline_ms(kiosk));
    kiosk->now_ms = clock_ms();
    take_events(kiosk);
    if (!kiosk->is_over) {
        apply(kiosk, &(struct input){.kind = INPUT_TIME});
        show(kiosk);
    }
    if (!kiosk->stage.is_lost) {
        service_feed(&kiosk->service, kiosk->now_ms);
    }
}

static void kiosk_close(struct kiosk *kiosk) {
    service_close(&kiosk->service);
    stage_close(&kiosk->stage);
    picture_book_close(kiosk->pictures);
    font_book_close(kiosk->fonts);
    display_close(&kiosk->display);
    arena_finish(&kiosk->content);
    arena_finish(&kiosk->program);
}

int command_run(const struct run_options *options) {
    struct kiosk kiosk = {0};
    device_read(&kiosk, options->device_path);
    content_read(&kiosk, options);
    bool is_open = screen_open(&kiosk, options);
    if (is_open) {
        sleep_open(&kiosk.sleeper, kiosk.stage.presenter.window, &kiosk.log);
        service_open(&kiosk.service);
        kiosk.now_ms = clock_ms();
        app_init(&kiosk.app, &kiosk.deck, &kiosk.stage.metrics, kiosk.now_ms);
        show(&kiosk);
        service_feed(&kiosk.service, kiosk.now_ms);
    }
    while (is_open && !kiosk.is_over) {
        turn(&kiosk);
    }
    if (is_open) {
        sleep_close(&kiosk.sleeper);
    }
    kiosk_close(&kiosk);
    return is_open ? 0 : 3;
}

// SPDX-License-Identifier: MIT
// `dit-kiosk run`: the kiosk on a screen, until it is told to stop. What may be missing (device
// settings, fonts, content) is replaced here, with a line in the log, so that the loop
// (kiosk_loop.c) begins with something to show.
#include "cli/kiosk.h"

#include "platform/system/clock.h"
#include "platform/system/installed.h"
#include "platform/system/log.h"

static void read_device(struct kiosk *kiosk) {
    kiosk->notes.arena = &kiosk->program;
    installed_load_device(&kiosk->device, kiosk->arguments->values[OPTION_DEVICE], &kiosk->notes);
    kiosk->can_turn = kiosk->device.rotate < 0;
    if (kiosk->can_turn) {
        kiosk->device.rotate = setup_load_rotation(kiosk->arguments->values[OPTION_STORE]);
    }
    for (int i = 0; i < kiosk->notes.count; i++) {
        log_line("%s", finding_text(&kiosk->notes.list[i], &kiosk->program));
    }
}

static bool open_books(struct kiosk *kiosk) {
    const char *assets_dir = installed_find_folder("assets", &kiosk->program);
    if (!assets_dir) {
        log_line("The folder with fonts and icons is missing: see the installation.");
    }
    kiosk->pictures = picture_book_open(assets_dir);
    kiosk->fonts = font_book_open(assets_dir);
    if (!kiosk->fonts) {
        return false;
    }
    kiosk->ports =
        (struct ports){font_book_letters(kiosk->fonts), decode_is_whole, decode_reduced, true};
    kiosk->source = (struct content_source){
        .store_dir = kiosk->arguments->values[OPTION_STORE],
        .content_dir = kiosk->arguments->values[OPTION_CONTENT],
        .shipped_dir = installed_find_folder("config", &kiosk->program),
        .assets_dir = assets_dir,
        .ports = &kiosk->ports,
    };
    return true;
}

static bool open_display(struct kiosk *kiosk) {
    if (!display_open(&kiosk->display)) {
        return false;
    }
    const struct present_options present = {
        .is_console = kiosk->display.is_console,
        .rotate = kiosk->device.rotate,
        .width_px = kiosk->arguments->width_px,
        .height_px = kiosk->arguments->height_px,
    };
    return compositor_open(&kiosk->compositor, &present) ||
           (kiosk->compositor.presenter.is_away && display_is_waited_for());
}

static bool open_screen(struct kiosk *kiosk) {
    struct deck_slot *slot = &kiosk->slots[0];
    content_load(&slot->deck, &kiosk->source, &slot->arena);
    picture_book_set_content(kiosk->pictures, slot->deck.content_dir);
    service_open(&kiosk->service);
    kiosk->compositor = (struct compositor){
        .painter = {kiosk->fonts, kiosk->pictures},
        .source = {.deck = &slot->deck, .staff = &kiosk->app.session.scene},
        .screen_inches = kiosk->device.screen_inches,
    };
    bool is_open = open_display(kiosk);
    if (!is_open) {
        log_line("There is no display to show the cards on.");
    }
    return is_open;
}

static void run_once(struct kiosk *kiosk) {
    kiosk->code = EXIT_SYSTEM;
    read_device(kiosk);
    hours_watch_open(&kiosk->hours_watch, &kiosk->device.hours, HOURS_WATCH_LAMPS_DIR);
    job_state_begin_trial(&kiosk->trial, kiosk->arguments->values[OPTION_STORE], clock_ms());
    bool is_open = open_books(kiosk) && open_screen(kiosk);
    if (is_open) {
        kiosk_loop(kiosk);
    }
    if (!is_open || kiosk->code == EXIT_DONE) {
        trial_excuse(&kiosk->trial);
    }
    hours_watch_light(&kiosk->hours_watch, true); // whoever looks next finds a lit screen
    compositor_close(&kiosk->compositor);
    picture_book_close(kiosk->pictures);
    font_book_close(kiosk->fonts);
    display_close(&kiosk->display);
    arena_finish(&kiosk->slots[0].arena);
    arena_finish(&kiosk->slots[1].arena);
    arena_finish(&kiosk->program);
}

static int run(const struct arguments *arguments) {
    struct kiosk kiosk;
    if (arguments->values[OPTION_STICK] && !arguments->values[OPTION_STORE]) {
        return command_line_complain(&command_run,
                                     "--stick needs --store: what is on a stick has to be kept.");
    }
    do {
        kiosk = (struct kiosk){.arguments = arguments};
        run_once(&kiosk);
    } while (kiosk.jobs.begins_again);
    return kiosk.code;
}

const struct command command_run = {
    .name = "run",
    .synopsis = "[run] [--content DIR] [--device FILE] [--window WxH] [--store DIR] [--stick DIR]",
    .about = "Shows the cards: in a window on a desktop, on the whole screen of a console.",
    .takes = OPTION_BIT(CONTENT) | OPTION_BIT(DEVICE) | OPTION_BIT(WINDOW) | OPTION_BIT(STORE) |
             OPTION_BIT(STICK),
    .run = run,
};

// SPDX-License-Identifier: MIT
// What may be missing (device settings, fonts, content) is replaced here, with a line in the log,
// so that the loop begins with something to show.
#include "cli/kiosk.h"

#include "platform/display/display.h"
#include "platform/system/content.h"
#include "platform/system/data_dir.h"
#include "platform/system/device_file.h"
#include "platform/system/log.h"

enum { WINDOW_WIDTH_PX = 1280, WINDOW_HEIGHT_PX = 720 };

void kiosk_read_device(struct kiosk *kiosk) {
    struct findings findings = {.arena = &kiosk->program};
    device_file_load(&kiosk->device, kiosk->options->device_path, &findings);
    kiosk->can_turn = kiosk->device.rotate < 0;
    if (kiosk->can_turn) {
        kiosk->device.rotate = staff_jobs_load_rotation(kiosk->options->store_dir);
    }
    for (int i = 0; i < findings.count; i++) {
        const char *text = finding_text(&findings.list[i], &kiosk->program);
        log_line("%s", text);
        if (kiosk->note_count < NOTE_LIMIT) {
            kiosk->notes[kiosk->note_count++] = text;
        }
    }
}

bool kiosk_open_books(struct kiosk *kiosk) {
    kiosk->assets_dir = data_dir_find("assets", &kiosk->program);
    kiosk->shipped_dir = data_dir_find("config", &kiosk->program);
    if (!kiosk->assets_dir) {
        log_line("The folder with fonts and icons is missing: see the installation.");
    }
    kiosk->fonts = font_book_open(kiosk->assets_dir);
    if (!kiosk->fonts) {
        return false;
    }
    kiosk->pictures = picture_book_open(kiosk->assets_dir);
    kiosk->ports =
        (struct ports){font_book_letters(kiosk->fonts), picture_book_port(kiosk->pictures), true};
    return true;
}

void kiosk_read_content(struct kiosk *kiosk, struct deck_slot *slot) {
    const struct content_source source = {
        .store_dir = kiosk->options->store_dir,
        .content_dir = kiosk->options->content_dir,
        .shipped_dir = kiosk->shipped_dir,
        .assets_dir = kiosk->assets_dir,
        .ports = &kiosk->ports,
    };
    content_load(&slot->deck, &source, &slot->arena);
}

bool kiosk_open_screen(struct kiosk *kiosk) {
    const struct run_options *options = kiosk->options;
    if (!display_open(&kiosk->is_console)) {
        log_line("There is no display to show the cards on.");
        return false;
    }
    bool has_size = options->width_px > 0;
    if (kiosk->is_console && has_size) {
        log_line("There are no windows on the console: the whole screen is used.");
    }
    const struct present_options present = {
        .is_console = kiosk->is_console,
        .rotate = kiosk->device.rotate,
        .width_px = has_size ? options->width_px : WINDOW_WIDTH_PX,
        .height_px = has_size ? options->height_px : WINDOW_HEIGHT_PX,
    };
    kiosk->compositor = (struct compositor){
        .painter = {kiosk->fonts, kiosk->pictures},
        .source = {.deck = &kiosk->slots[kiosk->shown].deck, .staff = &kiosk->app.session.scene},
        .screen_inches = kiosk->device.screen_inches,
    };
    return compositor_open(&kiosk->compositor, &present);
}

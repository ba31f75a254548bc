// SPDX-License-Identifier: MIT
// The running kiosk as one value, for the loop (kiosk_loop.c) and for what has to be there before
// its first turn (kiosk_open.c).
#pragma once

#include "content/settings/device.h"
#include "platform/display/compositor.h"
#include "platform/display/hours_watch.h"
#include "platform/input/input.h"
#include "platform/staff/staff_jobs.h"
#include "platform/system/service.h"
#include "store/counts.h"

struct run_options {
    const char *store_dir;   // NULL: there is no store
    const char *stick_dir;   // where a stick comes; NULL: the appliance's place
    const char *content_dir; // NULL: the cards that came with the program
    const char *device_path; // NULL: the installed one, if there is one
    int width_px, height_px; // of the window; 0: 1280 x 720
};

enum { NOTE_LIMIT = 8 };

struct kiosk {
    const struct run_options *options;
    struct arena program; // a lifetime
    const char *assets_dir, *shipped_dir;
    struct font_book *fonts;
    struct picture_book *pictures;
    struct ports ports;
    struct deck_slot slots[2]; // the one on screen, and room for the next
    int shown;                 // which of them
    const char *notes[NOTE_LIMIT];
    int note_count;
    struct device device;
    bool is_console;
    struct compositor compositor;
    struct event_wait event_wait;
    struct service service;
    struct hours_watch hours_watch;
    struct input_reader reader;
    struct app app;
    struct staff_words words;
    struct trial trial;
    struct staff_jobs jobs;
    struct counts counts;
    enum transition transition; // of the inputs of this turn
    uint64_t now_ms;
    bool can_turn; // device.ini leaves the rotation to the first start
    bool is_session_open, is_over, begins_again;
    int code;
};

// Reads device.ini and how the picture is turned; what is wrong there is logged, and a note for
// the staff menu.
void kiosk_read_device(struct kiosk *kiosk);

// Fonts, pictures, and where they lie; false where no words can be drawn.
MUST_USE bool kiosk_open_books(struct kiosk *kiosk);
void kiosk_read_content(struct kiosk *kiosk, struct deck_slot *slot);
MUST_USE bool kiosk_open_screen(struct kiosk *kiosk);

// Runs until it is told to stop. The exit code: 0 after a signal or the window's close button, 3
// when there is no display or new content does not come to it.
MUST_USE int kiosk_run(const struct run_options *options);

// SPDX-License-Identifier: MIT
// The running kiosk as one value, for the loop and for what has to be there before its first turn
// (command_run.c).
#pragma once

#include "cli/command_line.h"
#include "content/settings/device.h"
#include "platform/display/compositor.h"
#include "platform/display/display.h"
#include "platform/display/hours_watch.h"
#include "platform/input/input.h"
#include "platform/staff/staff_jobs.h"
#include "platform/system/service.h"
#include "store/counts.h"

struct kiosk {
    const struct arguments *arguments;
    struct arena program; // a lifetime
    struct font_book *fonts;
    struct picture_book *pictures;
    struct ports ports;
    struct content_source source;
    struct deck_slot slots[2]; // the deck on screen, and room for the next; see staff_jobs
    struct device device;
    struct findings notes; // about device.ini
    struct compositor compositor;
    struct event_wait event_wait;
    struct service service;
    struct hours_watch hours_watch;
    struct display display;
    struct input_reader reader;
    struct app app;
    struct staff_words words;
    struct trial trial;
    struct staff_jobs jobs;
    struct counts counts;
    enum transition transition; // of the inputs of this turn
    uint64_t now_ms;
    bool can_turn; // device.ini leaves the rotation to the first start
    bool is_over;
    int code;
};

// Shows the first screen and goes on until it is over; what came of it is in `code`: 0 after a
// signal or the window's close button, 3 when new content does not come to the glass.
void kiosk_loop(struct kiosk *kiosk);

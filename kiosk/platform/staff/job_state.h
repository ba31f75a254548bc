// SPDX-License-Identifier: MIT
// What the jobs of staff share between one step and the next, and what they may ask of the kiosk.
#ifndef DIT_JOB_STATE_H
#define DIT_JOB_STATE_H

#include "app/app.h"
#include "platform/input/event_wait.h"
#include "platform/input/stick_watch.h"
#include "platform/staff/content_trial.h"
#include "platform/staff/outbox.h"
#include "platform/staff/update.h"

// Whoever runs the kiosk: it hears the news, and puts the store's content on screen.
struct staff_jobs_caller {
    void *self;
    void (*tell)(void *self, const struct staff_event *event);
    const struct deck *(*reload)(void *self); // NULL where it cannot be shown
    void (*set_touch)(void *self, const struct touch_map *map);
    void (*restart)(void *self);     // without an appliance: the program ends, to be started again
    void (*begin_again)(void *self); // everything anew, as at a start
};

struct staff_jobs_options {
    const char *store_dir; // NULL: nothing can be done here
    const char *stick_dir; // NULL: the appliance's
    const char *assets_dir, *shipped_dir;
    const char *first_dir; // content that is shown where the store has none
    const struct ports *ports;
    struct picture_book *pictures;
    const struct staff_words *words;
    const struct hours *hours; // of device.ini; NULL: none
    const char *const *notes;  // what is to be said about this start
    int note_count;
    int rotation;  // of the picture, in degrees
    bool can_turn; // device.ini leaves it to the first start
    struct staff_jobs_caller caller;
};

struct staff_jobs {
    struct staff_jobs_options options;
    int folder; // of the store; -1: there is none
    struct pin_lockout lockout;
    bool is_lockout_loaded;
    struct stick_watch stick;
    int store_watch;    // wakes when a pointer of the store changes; -1: not watched
    struct ports ports; // of an update, which is advised where a start is not
    struct update update;
    bool is_updating, is_reported;
    uint64_t doubted_until_ms; // what came of it waits, in case the stick is gone; 0: nothing does
    struct arena fresh_arena, facts_arena, receipt_arena;
    struct deck fresh;
    struct changes changes;
    struct outbox outbox;
    bool is_copying;
    struct content_trial *trial;
    const struct deck *deck; // on screen
    bool has_told_refusal;
    struct touch_map map;
};

#endif

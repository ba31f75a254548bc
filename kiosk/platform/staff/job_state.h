// SPDX-License-Identifier: MIT
// What the jobs of staff share between one step and the next, and what they may ask of the kiosk.
#pragma once

#include "app/app.h"
#include "platform/input/event_wait.h"
#include "platform/input/stick_watch.h"
#include "platform/staff/outbox.h"
#include "platform/staff/update.h"
#include "platform/system/clock.h"
#include "platform/system/content.h"
#include "store/pin/pin_lockout.h"
#include "store/store.h"
#include "store/trial.h"

struct staff_jobs_options {
    const struct content_source *source; // without a store nothing can be done here
    const char *stick_dir;               // NULL: the appliance's
    struct deck_slot *slots;             // two, of which the first is on screen
    const struct staff_words *words;
    struct touch_map *touch;      // in force; written here
    const char *device_name;      // of device.ini, which wins; NULL or empty: none
    const struct hours *hours;    // of device.ini; NULL: none
    const struct findings *notes; // what is to be said about this start
    int rotation;                 // of the picture, in degrees
    bool can_turn;                // device.ini leaves it to the first start
    void *self;                   // whoever runs the kiosk, and hears the news
    void (*tell)(void *self, const struct staff_event *event);
};

struct staff_jobs {
    struct staff_jobs_options options;
    enum staff_job job; // the last one, and its session
    struct staff_session *session;
    uint64_t now_ms; // of this job or step
    int folder;      // of the store; -1: there is none
    struct pin_lockout lockout;
    bool is_lockout_loaded;
    bool may_set_pin; // the last job was the right PIN
    struct stick_watch stick;
    bool is_stick_wished;  // the appliance was asked to let it in
    uint64_t stick_due_ms; // the job waits for it until then; 0: none does
    int store_watch;       // wakes when a pointer of the store changes; -1: not watched
    struct update update;
    char when[CLOCK_DATE_BYTES]; // it began
    bool is_updating, is_reported;
    struct arena choice_arena;
    const char **taken; // ids of what is contested, of which the stick's is taken
    int taken_count;
    bool is_looking_back;       // the spare slot has the earlier content, and staff look through it
    bool is_stale;              // the store names other content than is on screen
    struct deck_loader *loader; // into the spare slot; NULL: nothing is being loaded
    struct findings unsaid;
    uint64_t doubted_until_ms; // what came of it waits, in case the stick is gone; 0: nothing does
    struct arena facts_arena, receipt_arena;
    struct store_entry *earlier;  // what can be gone back to; in facts_arena
    int generation;               // that staff look back to; 0: what came with the program
    struct staff_choices choices; // of the last page of them; they live in facts_arena
    struct changes changes;       // between the decks; they live in the spare slot
    struct outbox outbox;
    bool is_copying;
    struct trial *trial;
    struct deck_slot *shown, *spare; // the deck on screen, and room for what comes next
    bool has_refusal;                // of the content at the start, which staff do not know of yet
    struct touch_map map;
    bool is_over;      // the program ends, to be started again
    bool begins_again; // or goes on with everything anew, as at a start
};

void job_state_tell(struct staff_jobs *jobs, const struct staff_event *event);
void job_state_notice(struct staff_jobs *jobs, enum notice notice, const char *detail);

// jobs->choices, as one page; `job` is for the one that is touched.
void job_state_tell_choices(struct staff_jobs *jobs, enum staff_job job);

// As trial_begin, with what became of it in the log.
void job_state_begin_trial(struct trial *trial, const char *store_dir, uint64_t now_ms);

// Forgets what was read from a stick, or what is being written on it.
void job_state_drop(struct staff_jobs *jobs);

// Something failed that has to do with the stick. A stick that is pulled fails first, and is known
// to be gone a moment later: true until then, while nobody is told of folders that are missing, of
// hundreds of files that cannot be read, or that it may be broken.
bool job_state_is_in_doubt(struct staff_jobs *jobs);

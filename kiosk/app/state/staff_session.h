// SPDX-License-Identifier: MIT
// Staff at the kiosk, as state: what they were asked, what they typed, what they look at, and the
// one thing that the shell is to do for them next. What the shell found out comes back as an event.
#pragma once

#include "app/touch/touch_map.h"
#include "content/limits.h"
#include "scene/staff/staff.h"
#include "scene/view.h"
#include "store/pin/pin.h"
#include "store/pin/setup.h"

// What the shell does for staff: the core has no stick, no store on screen and no machine to stop.
enum staff_job {
    JOB_NONE,
    JOB_OPEN,    // the keypad comes up: say how the lockout stands
    JOB_TRY_PIN, // session.pin, which is wiped afterwards
    JOB_READ,    // read and check the stick, up to STAFF_EVENT_CHANGES, STAFF_EVENT_FINDINGS or
                 // STAFF_EVENT_NOTICE
    JOB_CHOOSE,  // the same once more, with the stick's of scene.opened, or without
    JOB_DROP,    // forget what was read from the stick
    JOB_PUT_ON_SCREEN,
    JOB_EARLIER,   // which contents are kept from before: STAFF_EVENT_CHOICES, or JOB_LOOK_BACK
    JOB_LOOK_BACK, // what that of session.chosen would change, up to STAFF_EVENT_CHANGES
    JOB_ROLL_BACK,
    JOB_MENU,      // find out what can be done now, and the facts
    JOB_NAMES,     // which names this screen may have, up to STAFF_EVENT_CHOICES
    JOB_NAME,      // that of session.chosen
    JOB_COPY,      // the content to the stick
    JOB_COPY_OVER, // the same, with the folder that is there kept under another name
    JOB_TRY_TOUCH, // session.map, until one of the next two
    JOB_KEEP_TOUCH,
    JOB_UNDO_TOUCH,
    JOB_TURN,    // the picture, by session.quarters, for good
    JOB_SET_PIN, // session.pin, the first or right after the old one; it is wiped afterwards
    JOB_RESTART,
    JOB_POWER_OFF,
};

enum staff_event_kind {
    STAFF_EVENT_FIRST_START, // next, can_turn: a new kiosk asks its first question
    STAFF_EVENT_SETUP,       // next: and what it asks then
    STAFF_EVENT_STICK_IN,
    STAFF_EVENT_STICK_OUT,
    STAFF_EVENT_RELOADED, // deck: somebody has changed the store from elsewhere
    STAFF_EVENT_PIN,     // answer, tries_left, wait_ms, next: how the PIN was found, or whether one
                         // may be tried
    STAFF_EVENT_WORKING, // work, done_count, total_count
    STAFF_EVENT_FINDINGS, // findings
    STAFF_EVENT_CHANGES,  // findings, changes, confirmed, seen, deck; is_back, is_newer
    STAFF_EVENT_SHOWN,    // deck is on screen now; notice says why
    STAFF_EVENT_NOTICE,   // notice, detail
    STAFF_EVENT_RECEIPT,  // receipt
    STAFF_EVENT_CHOICES,  // choices, job
    STAFF_EVENT_MENU, // items, facts, is_newer; notice where something has to be said first, else
                      // NOTICE_COUNT
    STAFF_EVENT_COUNT,
};

// What an event points to stays until the shell is given its next job.
struct staff_event {
    enum staff_event_kind kind;
    enum pin_answer answer; // PIN_WRONG with a wait: that closed it
    int tries_left;
    uint64_t wait_ms;
    enum staff_work work;
    int done_count, total_count;
    const struct findings *findings;
    const struct changes *changes;
    bool *confirmed, *seen; // one for each change, false
    const struct deck *deck;
    bool is_back, is_newer; // see struct staff_scene
    enum notice notice;
    const char *detail;
    enum receipt receipt;
    bool items[MENU_ITEM_COUNT];
    struct staff_facts facts;
    struct staff_choices choices;
    enum staff_job job; // for the one that is chosen
    enum setup next;
    bool can_turn; // nobody has said in device.ini how the screen hangs
};

struct staff_session {
    bool is_open; // there is a store: staff have something to do here
    bool has_stick;
    bool asks_later;    // about the stick, when nobody reads urgent help any more
    bool is_admitted;   // the PIN was right
    bool is_committing; // JOB_PUT_ON_SCREEN was asked for, and nothing came of it yet
    char pin[LIMIT_PIN_DIGITS_MOST + 1];
    struct staff_scene scene;         // what the staff screens show
    enum staff_job job;               // for the shell, which takes it
    struct view before;               // of the patient, below the keypad
    const struct deck *shown, *fresh; // the deck on screen, and the one to be put there
    bool takes_stick;                 // of what JOB_CHOOSE is about
    enum staff_job choice;            // what is done with the one that is chosen,
    int chosen;                       // and its index
    struct touch_point felt[TOUCH_MAP_POINTS];
    struct touch_map map;
    enum setup setup; // what is asked at the first start; see first_start.h
    bool can_turn;    // see struct staff_event
    int quarters;     // turns, clockwise, that an arrow asked for
    char first_pin[LIMIT_PIN_DIGITS_MOST + 1]; // while the same is typed again
    uint64_t stays_until_ms; // what is up goes then, untouched; UINT64_MAX: it does not
    uint64_t waits_until_ms; // what wait_s counts down to; UINT64_MAX: nothing
};

// SPDX-License-Identifier: MIT
// The way between the staff screens, which controls, time and the shell's news all make: show
// one, say something, leave. Each sets how long the screen may stand there untouched.
#ifndef DIT_STAFF_SCREENS_H
#define DIT_STAFF_SCREENS_H

#include "app/state/state.h"

enum {
    STAFF_SCREENS_KEYPAD_MS = 60 * 1000, // a patient left it standing
    STAFF_SCREENS_SCREEN_MS = 90 * 1000, // a receptionist was called away, and patients wait
    STAFF_SCREENS_RESULT_MS = 60 * 1000, // read, and nothing more to do
    STAFF_SCREENS_WARNING_MS =
        30 * 1000, // of the 90 s in which the screen says that it is about to go
};

bool staff_screens_is_trying_touch(
    const struct app *app); // session.map is in force, until it is kept

void staff_screens_want(struct app *app, enum staff_job job); // the shell does it next
void staff_screens_renew(struct app *app);                    // what the screen shows has changed

void staff_screens_show(struct app *app, enum screen screen, uint64_t now_ms);
void staff_screens_stay(struct app *app, uint64_t stays_ms,
                        uint64_t now_ms); // another time than usual

// Says how long it still stays, near the end; where nothing else is counted down.
void staff_screens_warn(struct app *app, uint64_t now_ms);
bool staff_screens_can_warn(const struct app *app);

void staff_screens_notify(struct app *app, enum notice notice, const char *detail, uint64_t now_ms);

// Shows whole seconds, or minutes, until then; UINT64_MAX: counts nothing.
void staff_screens_count_down(struct app *app, uint64_t until_ms, uint64_t now_ms);

void staff_screens_ask_for_pin(struct app *app, bool is_for_stick, uint64_t now_ms);
void staff_screens_ask_about_stick(struct app *app, uint64_t now_ms); // never over urgent help
void staff_screens_leave_keypad(struct app *app, uint64_t now_ms);    // back to the patient's page
void staff_screens_wipe_pin(struct app *app);
void staff_screens_forget_setup(struct app *app); // what the first start was told, and asked
void staff_screens_read_stick(struct app *app, uint64_t now_ms);

// Back to the cards, as at boot; what was read and not put on screen is forgotten.
void staff_screens_leave(struct app *app, uint64_t now_ms);

#endif

// SPDX-License-Identifier: MIT
// The moves between the staff screens, which controls, time and the shell's news all make: show
// one, say something, leave. Each sets how long the screen may stand there untouched.
#ifndef DIT_MOVES_H
#define DIT_MOVES_H

#include "app/state/state.h"

enum {
    MOVES_KEYPAD_MS = 60 * 1000,  // a patient left it standing
    MOVES_SCREEN_MS = 90 * 1000,  // a receptionist was called away, and patients wait
    MOVES_RESULT_MS = 60 * 1000,  // read, and nothing more to do
    MOVES_WARNING_MS = 30 * 1000, // of the 90 s in which the screen says that it is about to go
};

bool moves_is_trying_touch(const struct app *app); // desk.map is in force, until it is kept

void moves_want(struct app *app, enum desk_job job); // the shell does it next
void moves_renew(struct app *app);                   // what the screen shows has changed

void moves_show(struct app *app, enum screen screen, uint64_t now_ms);
void moves_stay(struct app *app, uint64_t stays_ms, uint64_t now_ms); // another time than usual

// Says how long it still stays, near the end; where nothing else is counted down.
void moves_warn(struct app *app, uint64_t now_ms);
bool moves_can_warn(const struct app *app);

void moves_notify(struct app *app, enum notice notice, const char *detail, uint64_t now_ms);

// Shows whole seconds, or minutes, until then; UINT64_MAX: counts nothing.
void moves_count_down(struct app *app, uint64_t until_ms, uint64_t now_ms);

void moves_ask_for_pin(struct app *app, bool is_for_stick, uint64_t now_ms);
void moves_ask_about_stick(struct app *app, uint64_t now_ms); // never over urgent help
void moves_leave_keypad(struct app *app, uint64_t now_ms);    // back to the patient's page
void moves_wipe_pin(struct app *app);
void moves_forget_setup(struct app *app); // what the first start was told, and asked
void moves_read_stick(struct app *app, uint64_t now_ms);

// Back to the cards, as at boot; what was read and not put on screen is forgotten.
void moves_leave(struct app *app, uint64_t now_ms);

#endif

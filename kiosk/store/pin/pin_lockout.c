// SPDX-License-Identifier: MIT
// See pin_lockout.h. Whether it is closed follows from the count alone, so that there is only one
// number to keep: it is closed after every fifth try, for as long as the table says.
#include "store/pin/pin_lockout.h"

#include <stdio.h>
#include <string.h>

enum { MS_PER_MINUTE = 60000 };

static const char file_name[] = "tries";
static const int closed_minutes[] = {1, 5, 15, 60};
enum { WRONG_LIMIT = PIN_LOCKOUT_TRIES * COUNT_OF(closed_minutes) };

static bool save(struct pin_lockout *lockout) {
    struct kept_mark mark = {{(uint64_t)lockout->wrong_count, lockout->since_ms}, ""};
    snprintf(mark.boot, sizeof mark.boot, "%s", lockout->boot);
    const struct disk_place place = {lockout->folder, file_name};
    lockout->is_unkept = kept_store_mark(place, &mark) != FILE_OK;
    return !lockout->is_unkept;
}

void pin_lockout_load(struct pin_lockout *lockout, int folder, const char *boot, uint64_t now_ms) {
    struct kept_mark kept;
    *lockout = (struct pin_lockout){.folder = folder, .since_ms = now_ms};
    snprintf(lockout->boot, sizeof lockout->boot, "%s", boot);
    enum file_fault fault = kept_load_mark(&kept, (struct disk_place){folder, file_name});
    if (fault == FILE_MISSING) {
        return;
    }
    bool is_sound = fault == FILE_OK && kept.numbers[0] <= WRONG_LIMIT;
    // An unknown start is the same as no other.
    bool is_same_start = is_sound && lockout->boot[0] && strcmp(lockout->boot, kept.boot) == 0;
    lockout->wrong_count = is_sound ? (int)kept.numbers[0] : WRONG_LIMIT;
    if (is_same_start && kept.numbers[1] <= now_ms) {
        lockout->since_ms = kept.numbers[1];
    } else if (pin_lockout_left_ms(lockout, now_ms) > 0) {
        save(lockout);
    }
}

uint64_t pin_lockout_left_ms(const struct pin_lockout *lockout, uint64_t now_ms) {
    if (lockout->wrong_count == 0 || lockout->wrong_count % PIN_LOCKOUT_TRIES != 0) {
        return 0;
    }
    uint64_t whole_ms =
        (uint64_t)closed_minutes[lockout->wrong_count / PIN_LOCKOUT_TRIES - 1] * MS_PER_MINUTE;
    uint64_t gone_ms = now_ms > lockout->since_ms ? now_ms - lockout->since_ms : 0;
    return gone_ms < whole_ms ? whole_ms - gone_ms : 0;
}

int pin_lockout_left_tries(const struct pin_lockout *lockout) {
    return PIN_LOCKOUT_TRIES - lockout->wrong_count % PIN_LOCKOUT_TRIES;
}

bool pin_lockout_count(struct pin_lockout *lockout, uint64_t now_ms) {
    lockout->wrong_count++;
    if (lockout->wrong_count > WRONG_LIMIT) {
        lockout->wrong_count -= PIN_LOCKOUT_TRIES;
    }
    lockout->since_ms = now_ms;
    return save(lockout);
}

bool pin_lockout_reset(struct pin_lockout *lockout) {
    lockout->wrong_count = 0;
    return save(lockout);
}

enum pin_answer pin_lockout_try(struct pin_lockout *lockout, const char *pin, uint64_t now_ms) {
    if (!pin_is_set(lockout->folder)) {
        return PIN_UNSET;
    }
    if (pin_lockout_left_ms(lockout, now_ms) > 0) {
        return PIN_CLOSED;
    }
    pin_lockout_count(lockout, now_ms);
    enum pin_answer answer = pin_verify(lockout->folder, pin);
    if (answer == PIN_RIGHT) {
        pin_lockout_reset(lockout);
    }
    return answer;
}

// SPDX-License-Identifier: MIT
// See pin_lockout.h. Whether it is closed follows from the count alone, so that there is only one
// number to keep: it is closed after every fifth try, for as long as the table says. The file is
// one line with a sum over it, and what is not exactly such a line is damage.
#include "store/pin/pin_lockout.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/disk.h"
#include "base/hash.h"
#include "store/pin/pin.h"

enum { MS_PER_MINUTE = 60000, LINE_BYTES = 128, SUM_DIGITS = 16 };

static const char file_name[] = "gate";
static const int closed_minutes[] = {1, 5, 15, 60};
enum { WRONG_LIMIT = PIN_LOCKOUT_TRIES * COUNT_OF(closed_minutes) };

// It finds a bit that fell over in the card, not a forger, who could write the store.
static uint64_t sum_of(const char *text) {
    return hash_add(HASH_START, str_from(text));
}

// "SUM COUNT SINCE BOOT", with a new line behind it.
static void format(char line[LINE_BYTES], const struct pin_lockout *lockout) {
    char body[LINE_BYTES - SUM_DIGITS - 1];
    snprintf(body, sizeof body, "%d %" PRIu64 " %s\n", lockout->wrong_count, lockout->since_ms,
             lockout->boot);
    snprintf(line, LINE_BYTES, "%0*" PRIx64 " %s", SUM_DIGITS, sum_of(body), body);
}

// Reads loosely, then demands that writing it again gives the very same line.
static bool parse(struct pin_lockout *kept, const char *line) {
    char again[LINE_BYTES];
    char *end;
    if (strlen(line) <= SUM_DIGITS) {
        return false;
    }
    unsigned long count = strtoul(line + SUM_DIGITS, &end, 10);
    if (count > WRONG_LIMIT) {
        return false;
    }
    kept->wrong_count = (int)count;
    kept->since_ms = strtoull(end, &end, 10);
    size_t boot_size = *end == ' ' ? strcspn(end + 1, "\n") : PIN_LOCKOUT_BOOT_BYTES + 1;
    if (boot_size > PIN_LOCKOUT_BOOT_BYTES) {
        return false;
    }
    memcpy(kept->boot, end + 1, boot_size);
    kept->boot[boot_size] = '\0';
    format(again, kept);
    return strcmp(again, line) == 0;
}

enum kept { KEPT_NOTHING, KEPT_DAMAGE, KEPT_STATE };

static enum kept load_kept(struct pin_lockout *kept, int folder) {
    struct arena arena = {0};
    struct str line;
    const struct file_source source = {folder, file_name, LINE_BYTES - 1};
    enum file_fault fault = file_load(&line, &source, &arena);
    enum kept found = KEPT_DAMAGE;
    if (fault == FILE_MISSING) {
        found = KEPT_NOTHING;
    } else if (fault == FILE_OK && strlen(line.at) == line.size && parse(kept, line.at)) {
        found = KEPT_STATE;
    }
    arena_finish(&arena);
    return found;
}

MUST_USE static bool save(const struct pin_lockout *lockout) {
    char line[LINE_BYTES];
    format(line, lockout);
    const struct disk_place place = {lockout->folder, file_name};
    return disk_replace_file(place, str_from(line)) == FILE_OK;
}

// An unknown start is the same as no other.
static bool is_same_start(const struct pin_lockout *lockout, const struct pin_lockout *kept,
                          uint64_t now_ms) {
    return lockout->boot[0] && strcmp(lockout->boot, kept->boot) == 0 && kept->since_ms <= now_ms;
}

void pin_lockout_load(struct pin_lockout *lockout, int folder, const char *boot, uint64_t now_ms) {
    struct pin_lockout kept = {0};
    *lockout = (struct pin_lockout){.folder = folder, .since_ms = now_ms};
    snprintf(lockout->boot, sizeof lockout->boot, "%s", boot ? boot : "");
    enum kept found = load_kept(&kept, folder);
    if (found == KEPT_NOTHING) {
        return;
    }
    lockout->wrong_count = found == KEPT_DAMAGE ? WRONG_LIMIT : kept.wrong_count;
    if (found == KEPT_STATE && is_same_start(lockout, &kept, now_ms)) {
        lockout->since_ms = kept.since_ms;
        return;
    }
    lockout->is_unkept = pin_lockout_left_ms(lockout, now_ms) > 0 && !save(lockout);
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
    lockout->is_unkept = !save(lockout);
    return !lockout->is_unkept;
}

bool pin_lockout_reset(struct pin_lockout *lockout) {
    lockout->wrong_count = 0;
    lockout->is_unkept = !save(lockout);
    return !lockout->is_unkept;
}

static const enum pin_lockout_answer answers[] = {
    [PIN_RIGHT] = PIN_LOCKOUT_RIGHT,
    [PIN_WRONG] = PIN_LOCKOUT_WRONG,
    [PIN_UNSET] = PIN_LOCKOUT_UNSET,
    [PIN_BROKEN] = PIN_LOCKOUT_BROKEN,
};
static_assert(COUNT_OF(answers) == PIN_BROKEN + 1, "every answer of the PIN has one of the gate");

enum pin_lockout_answer pin_lockout_try(struct pin_lockout *lockout, const char *pin,
                                        uint64_t now_ms) {
    if (!pin_is_set(lockout->folder)) {
        return PIN_LOCKOUT_UNSET;
    }
    if (pin_lockout_left_ms(lockout, now_ms) > 0) {
        return PIN_LOCKOUT_CLOSED;
    }
    pin_lockout_count(lockout, now_ms);
    enum pin_lockout_answer answer = answers[pin_verify(lockout->folder, pin)];
    if (answer == PIN_LOCKOUT_RIGHT) {
        pin_lockout_reset(lockout);
    }
    return answer;
}

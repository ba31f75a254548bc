// SPDX-License-Identifier: MIT
// See gate.h. Whether it is closed follows from the count alone, so that there is only one number
// to keep: it is closed after every fifth try, for as long as the table says. The file is one line
// with a sum over it, and what is not exactly such a line is damage.
#include "store/gate.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/disk.h"
#include "base/hash.h"
#include "store/pin.h"

enum { MS_PER_MINUTE = 60000, LINE_BYTES = 128, SUM_DIGITS = 16 };

static const char file_name[] = "gate";
static const int closed_minutes[] = {1, 5, 15, 60};
enum { WRONG_LIMIT = GATE_TRIES * COUNT_OF(closed_minutes) };

// It finds a bit that fell over in the card, not a forger, who could write the store.
static uint64_t sum_of(const char *text) {
    return hash_add(HASH_START, str_from(text));
}

// "SUM COUNT SINCE BOOT", with a new line behind it.
static void format(char line[LINE_BYTES], const struct gate *gate) {
    char body[LINE_BYTES - SUM_DIGITS - 1];
    snprintf(body, sizeof body, "%d %" PRIu64 " %s\n", gate->wrong_count, gate->since_ms,
             gate->boot);
    snprintf(line, LINE_BYTES, "%0*" PRIx64 " %s", SUM_DIGITS, sum_of(body), body);
}

// Reads loosely, then demands that writing it again gives the very same line.
static bool parse(struct gate *kept, const char *line) {
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
    size_t boot_size = *end == ' ' ? strcspn(end + 1, "\n") : GATE_BOOT_BYTES + 1;
    if (boot_size > GATE_BOOT_BYTES) {
        return false;
    }
    memcpy(kept->boot, end + 1, boot_size);
    kept->boot[boot_size] = '\0';
    format(again, kept);
    return strcmp(again, line) == 0;
}

enum kept { KEPT_NOTHING, KEPT_DAMAGE, KEPT_STATE };

static enum kept load_kept(struct gate *kept, int folder) {
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

MUST_USE static bool save(const struct gate *gate) {
    char line[LINE_BYTES];
    format(line, gate);
    const struct disk_place place = {gate->folder, file_name};
    return disk_replace_file(place, str_from(line)) == DISK_OK;
}

// An unknown start is the same as no other.
static bool is_same_start(const struct gate *gate, const struct gate *kept, uint64_t now_ms) {
    return gate->boot[0] && strcmp(gate->boot, kept->boot) == 0 && kept->since_ms <= now_ms;
}

void gate_load(struct gate *gate, int folder, const char *boot, uint64_t now_ms) {
    struct gate kept = {0};
    *gate = (struct gate){.folder = folder, .since_ms = now_ms};
    snprintf(gate->boot, sizeof gate->boot, "%s", boot ? boot : "");
    enum kept found = load_kept(&kept, folder);
    if (found == KEPT_NOTHING) {
        return;
    }
    gate->wrong_count = found == KEPT_DAMAGE ? WRONG_LIMIT : kept.wrong_count;
    if (found == KEPT_STATE && is_same_start(gate, &kept, now_ms)) {
        gate->since_ms = kept.since_ms;
        return;
    }
    gate->is_unkept = gate_left_ms(gate, now_ms) > 0 && !save(gate);
}

uint64_t gate_left_ms(const struct gate *gate, uint64_t now_ms) {
    if (gate->wrong_count == 0 || gate->wrong_count % GATE_TRIES != 0) {
        return 0;
    }
    uint64_t whole_ms =
        (uint64_t)closed_minutes[gate->wrong_count / GATE_TRIES - 1] * MS_PER_MINUTE;
    uint64_t gone_ms = now_ms > gate->since_ms ? now_ms - gate->since_ms : 0;
    return gone_ms < whole_ms ? whole_ms - gone_ms : 0;
}

int gate_left_tries(const struct gate *gate) {
    return GATE_TRIES - gate->wrong_count % GATE_TRIES;
}

bool gate_count(struct gate *gate, uint64_t now_ms) {
    gate->wrong_count++;
    if (gate->wrong_count > WRONG_LIMIT) {
        gate->wrong_count -= GATE_TRIES;
    }
    gate->since_ms = now_ms;
    gate->is_unkept = !save(gate);
    return !gate->is_unkept;
}

bool gate_reset(struct gate *gate) {
    gate->wrong_count = 0;
    gate->is_unkept = !save(gate);
    return !gate->is_unkept;
}

static const enum gate_answer answers[] = {
    [PIN_RIGHT] = GATE_RIGHT,
    [PIN_WRONG] = GATE_WRONG,
    [PIN_UNSET] = GATE_UNSET,
    [PIN_BROKEN] = GATE_BROKEN,
};
static_assert(COUNT_OF(answers) == PIN_BROKEN + 1, "every answer of the PIN has one of the gate");

enum gate_answer gate_try(struct gate *gate, const char *pin, uint64_t now_ms) {
    if (!pin_is_set(gate->folder)) {
        return GATE_UNSET;
    }
    if (gate_left_ms(gate, now_ms) > 0) {
        return GATE_CLOSED;
    }
    gate_count(gate, now_ms);
    enum gate_answer answer = answers[pin_verify(gate->folder, pin)];
    if (answer == GATE_RIGHT) {
        gate_reset(gate);
    }
    return answer;
}

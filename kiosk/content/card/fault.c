// SPDX-License-Identifier: MIT
// See fault.h.
#include "content/card/fault.h"

#define FAULT_WORDS(name, what, todo) {what, todo},
static const struct { const char *what, *todo; } faults[] = {FAULTS(FAULT_WORDS)};

void fault_add_with(struct findings *findings, enum fault fault, struct finding_place place,
                    const char *todo) {
    bool is_error = fault < FAULT_ADDRESS;
    (is_error ? finding_error : finding_warning)(findings, place, faults[fault].what,
                                                 todo ? todo : faults[fault].todo);
}

void fault_add(struct findings *findings, enum fault fault, struct finding_place place) {
    fault_add_with(findings, fault, place, NULL);
}

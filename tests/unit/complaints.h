// SPDX-License-Identifier: MIT
// What is said about something that was read: findings in a lifetime of their own, which a test
// begins with and leaves behind, and all of them as one text.
#ifndef DIT_COMPLAINTS_H
#define DIT_COMPLAINTS_H

#include "base/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct findings findings;

static inline int setup(void **state) {
    (void)state;
    findings = (struct findings){.arena = &arena};
    return 0;
}

static inline int teardown(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

static inline const char *complaints(void) {
    const char *out = "";
    for (int i = 0; i < findings.count; i++) {
        out = arena_format(&arena, "%s%s\n", out, finding_text(&findings.list[i], &arena));
    }
    return out;
}

#endif

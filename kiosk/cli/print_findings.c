// SPDX-License-Identifier: MIT
// See print_findings.h.
#include "cli/print_findings.h"

#include <stdio.h>

#include "platform/system/log.h"

bool print_findings(struct findings *findings, enum finding_level least) {
    findings_sort(findings);
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level >= least) {
            puts(finding_text(&findings->list[i], findings->arena));
        }
    }
    if (findings->dropped_count > 0) {
        fprintf(stderr, "%d more are not listed.\n", findings->dropped_count);
    }
    if (fflush(stdout) != 0) {
        log_line("The findings cannot be written.");
        return false;
    }
    return true;
}

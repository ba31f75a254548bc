// SPDX-License-Identifier: MIT
// Findings on standard output, in the order in which staff work through their files, as `check`
// and `import` both print them.
#pragma once

#include "base/finding.h"

// Sorts them and prints a line each, of `least` and graver; those that were not kept are counted on
// standard error. False, with a line in the log, where standard output cannot be written.
MUST_USE bool print_findings(struct findings *findings, enum finding_level least);

// SPDX-License-Identifier: MIT
// Loaded in front of the C library: a machine whose clock is kept by somebody, as far as the kiosk
// can tell. What that clock says is libfaketime's.
#include <sys/timex.h>

int adjtimex(struct timex *about);

int adjtimex(struct timex *about) {
    about->status = 0;
    return TIME_OK;
}

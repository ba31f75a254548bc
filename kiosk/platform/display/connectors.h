// SPDX-License-Identifier: MIT
// Whether the kernel sees a display on any of its connectors. SDL reads the connectors once and
// shows its picture to nobody where none is connected, so the service waits here first.
#pragma once

#include "base/base.h"

enum { CONNECTORS_WAIT_MS = 500 };

// True when a connector below `folder` (/sys/class/drm, as the kernel documents it in
// Documentation/ABI/stable/sysfs-class-drm and drm_sysfs.c) is connected and knows a mode.
MUST_USE bool connectors_are_lit(const char *folder);

// Returns when one is, however long that takes; calls `still_waiting` after each look.
void connectors_wait(const char *folder, void (*still_waiting)(void));

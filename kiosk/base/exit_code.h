// SPDX-License-Identifier: MIT
// How the program ends, for the shell, the service manager and the appliance's helper.
#pragma once

enum exit_code {
    EXIT_DONE = 0,
    EXIT_CONTENT = 1, // the content has errors, or was refused; nothing was changed
    EXIT_USAGE = 2,
    EXIT_SYSTEM = 3, // disk, device or display
};

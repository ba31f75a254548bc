// SPDX-License-Identifier: MIT
// `dit-kiosk deliver`: what the running kiosk has put into its outbox goes onto the stick. The
// appliance's helper calls it while the stick can be written.
#include "cli/command_line.h"
#include "platform/staff/outbox.h"

static int run(const struct arguments *arguments) {
    return outbox_deliver(arguments->values[OPTION_FOLDER], arguments->values[OPTION_STICK]);
}

const struct command command_deliver = {
    .name = "deliver",
    .synopsis = "deliver OUTBOX --stick DIR",
    .about =
        "Writes onto the stick what the running kiosk has put into its outbox: the appliance's "
        "helper\n"
        "calls this while the stick can be written. Exit status 1: the stick has a folder kiosk.",
    .needs = OPTION_BIT(FOLDER) | OPTION_BIT(STICK),
    .run = run,
};

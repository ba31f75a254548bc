// SPDX-License-Identifier: MIT
// One table; the words are no commands of anybody's, so no help names them.
#include "platform/staff/children.h"

#include <string.h>

#include "platform/draw/decode.h"
#include "platform/staff/update.h"

static const struct {
    const char *name;
    int (*run)(const char *word); // the one behind it
} children[] = {
    {DECODE_CHILD, decode_in_child},
    {UPDATE_CHILD, update_in_child},
};

int children_run(int argc, char **argv) {
    for (int i = 0; i < COUNT_OF(children); i++) {
        if (argc == 3 && strcmp(argv[1], children[i].name) == 0) {
            return children[i].run(argv[2]);
        }
    }
    return -1;
}

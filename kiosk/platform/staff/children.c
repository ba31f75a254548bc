// SPDX-License-Identifier: MIT
// One table; the words are no commands of anybody's, so no help names them.
#include "platform/staff/children.h"

#include <string.h>

#include "platform/draw/decode.h"
#include "platform/staff/update.h"

static const struct {
    const char *name;
    int word_count; // behind it
    int (*run)(char **words);
} children[] = {
    {DECODE_CHILD, DECODE_CHILD_WORDS, decode_in_child},
    {UPDATE_CHILD, 1, update_in_child},
};

int children_run(int argc, char **argv) {
    for (int i = 0; i < COUNT_OF(children); i++) {
        if (argc == children[i].word_count + 2 && strcmp(argv[1], children[i].name) == 0) {
            return children[i].run(argv + 2);
        }
    }
    return -1;
}

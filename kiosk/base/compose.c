// SPDX-License-Identifier: MIT
// See compose.h. Both names are taken apart as far as Unicode goes, over utf8proc, and compared
// letter by letter: what would be composed alike is decomposed alike too.
#include "base/compose.h"

#include <string.h>
#include <strings.h>

#include <utf8proc.h>

// Of the longest file name, taken apart; longer text is compared by its bytes.
enum { LETTERS = 1024 };

static bool is_ascii(const char *text) {
    while (*text > 0) {
        text++;
    }
    return *text == '\0';
}

// How many letters there are; below 0 where it is not UTF-8.
static utf8proc_ssize_t take_apart(const char *text, utf8proc_int32_t letters[LETTERS]) {
    return utf8proc_decompose((const utf8proc_uint8_t *)text, 0, letters, LETTERS,
                              UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                  UTF8PROC_CASEFOLD);
}

bool compose_is_same(const char *a, const char *b) {
    if (strcasecmp(a, b) == 0 || is_ascii(a) || is_ascii(b)) {
        return strcasecmp(a, b) == 0;
    }
    utf8proc_int32_t left[LETTERS], right[LETTERS];
    utf8proc_ssize_t count = take_apart(a, left);
    return count > 0 && count <= LETTERS && take_apart(b, right) == count &&
           memcmp(left, right, (size_t)count * sizeof *left) == 0;
}

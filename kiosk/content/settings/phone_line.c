// SPDX-License-Identifier: MIT
// See phone_line.h. What phone.c finds wrong becomes a sentence here, and where the digits that
// were meant can be told, the sentence has them.
#include "content/settings/phone_line.h"

#include "content/phone/lookalike.h"
#include "content/phone/phone_parse.h"

static const char *digits_text(int count, struct arena *arena) {
    return count == 1 ? "one digit" : arena_format(arena, "%d digits", count);
}

static void add_length_error(const struct option_line *line) {
    struct arena *arena = line->findings->arena;
    struct phone_length length = phone_measure(str_from(line->value));
    bool is_short = length.digits < length.fewest;
    int off = is_short ? length.fewest - length.digits : length.digits - length.most;
    const char *digits = digits_text(off, arena);
    const char *what = is_short ? arena_format(arena, "is %s short.", digits)
                                : arena_format(arena, "has %s too many.", digits);
    const char *todo = arena_format(arena, "%s has %d digits.", length.kind, length.most);
    if (length.fewest < length.most) {
        todo =
            arena_format(arena, "%s has %d or %d digits.", length.kind, length.fewest, length.most);
    }
    option_add_error(line, what, todo);
}

static void check_groups(const struct option_line *line) {
    if (phone_is_scattered(str_from(line->value))) {
        finding_add(line->findings,
                    (struct finding){.path = line->path,
                                     .line = line->line,
                                     .what = "The digits of the telephone number are far apart.",
                                     .todo = "Write them in groups, such as 0203 228 1350, which "
                                             "is easier to read."});
    }
}

static void add_fault(const struct option_line *line, enum phone_fault fault) {
    static const struct {
        const char *what, *todo;
    } faults[PHONE_FAULT_COUNT] = {
        [PHONE_EMPTY] = {"has no number.", "Write the number for self-referral."},
        [PHONE_HAS_LETTERS] = {"has something in it that is not a digit.",
                               "Write digits and spaces only, such as 0203 228 1350."},
        [PHONE_NOT_UK] = {"is not a UK number.",
                          "Write it with 0 in front, such as 0203 228 1350, or with +44."},
        [PHONE_EMERGENCY] = {"is an emergency number.",
                             "Write the number for self-referral; the card urgent-help has the "
                             "others."},
        [PHONE_PREMIUM] = {"is a premium-rate number, which costs patients a lot.",
                           "Write an ordinary number, such as one that starts with 01, 02, 03 or "
                           "0800."},
    };
    if (fault == PHONE_TOO_SHORT || fault == PHONE_TOO_LONG) {
        add_length_error(line);
    } else if (fault == PHONE_NOT_UK && line->value[0] == '0') {
        option_add_error(line, faults[fault].what,
                         "Check every digit: UK numbers start with 01, 02, 03, 07 or 08.");
    } else {
        option_add_error(line, faults[fault].what, faults[fault].todo);
    }
}

// Only where the digits that were meant are a number that may stand here.
static bool has_letter(const struct option_line *line) {
    struct arena *arena = line->findings->arena;
    struct str value = str_from(line->value);
    struct lookalike found;
    struct phone phone;
    if (!lookalike_find(value, 0, &found) || found.size < value.size) {
        return false;
    }
    const char *mended = lookalike_mended(value, arena);
    if (phone_parse(str_from(mended), arena, &phone) != PHONE_OK) {
        return false;
    }
    option_add_error(line, found.clause, arena_format(arena, "Write phone = %s.", mended));
    return true;
}

bool phone_line_read(struct phone *phone, const struct option_line *line) {
    enum phone_fault fault = phone_parse(str_from(line->value), line->findings->arena, phone);
    if (fault == PHONE_OK) {
        check_groups(line);
    } else if (fault != PHONE_HAS_LETTERS || !has_letter(line)) {
        add_fault(line, fault);
    }
    return fault == PHONE_OK;
}

// SPDX-License-Identifier: MIT
// See phone_line.h. What phone.c says of a number becomes a sentence here; where digits are missing
// or too many, the sentence says how many there should be.
#include "content/settings/phone_line.h"

#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

// What stands between two groups becomes one plain space, or one hyphen if there is one in it.
static const char *tidy(struct str text, struct arena *arena) {
    char *shown = arena_text(arena, text);
    char *out = shown;
    char waiting = '\0';
    for (size_t at = 0; at < text.size;) {
        size_t joint = phone_joint_bytes(text, at);
        if (joint > 0) {
            waiting = phone_is_dash(text, at) || waiting == '-' ? '-' : ' ';
            at += joint;
            continue;
        }
        if (waiting && out > shown) {
            *out++ = waiting;
        }
        waiting = '\0';
        *out++ = text.at[at++];
    }
    *out = '\0';
    return shown;
}

static void add_length_error(const struct option_line *line, int digits,
                             const struct phone_range *range) {
    struct arena *arena = line->findings->arena;
    bool is_short = digits < range->fewest;
    int off = is_short ? range->fewest - digits : digits - range->most;
    const char *count = off == 1 ? "one digit" : arena_format(arena, "%d digits", off);
    const char *most = range->fewest < range->most
                           ? arena_format(arena, "%d or %d", range->fewest, range->most)
                           : arena_format(arena, "%d", range->most);
    option_add_error(line,
                     arena_format(arena, is_short ? "is %s short." : "has %s too many.", count),
                     arena_format(arena, "%s has %s digits.", range->kind, most));
}

// Whether patients may be sent there.
static bool is_right(const struct option_line *line, const struct dialled *dialled,
                     const char *shown) {
    const struct phone_range *range = phone_find_range(dialled);
    bool fits = dialled->count >= range->fewest && dialled->count <= range->most;
    // Layout has to find it again; it would not where nobody closes a bracket.
    struct str found;
    bool is_found = phone_find(str_from(shown), 0, &found) && str_equals(found, shown);
    bool has_begun = dialled->count < 3 && dialled->digits[0] == '0';
    const struct {
        bool is_so;
        const char *what, *todo;
    } faults[] = {
        {dialled->has_strange || (fits && !is_found), "has something in it that is not a digit.",
         "Write digits and spaces only, such as 0203 228 1350."},
        {dialled->count == 0, "has no number.", "Write the number for self-referral."},
        {phone_find_service(dialled->digits), "is an emergency number.",
         "Write the number for self-referral; the card urgent-help has the others."},
        {range->is_premium, "is a premium-rate number, which costs patients a lot.",
         "Write an ordinary number, such as one that starts with 01, 02, 03 or 0800."},
        {dialled->is_foreign || (!range->prefix[0] && !has_begun), "is not a UK number.",
         line->value[0] == '0' ? "Check every digit: UK numbers start with 01, 02, 03, 07 or 08."
                               : "Write it with 0 in front, such as 0203 228 1350, or with +44."},
    };
    for (int i = 0; i < COUNT_OF(faults); i++) {
        if (faults[i].is_so) {
            option_add_error(line, faults[i].what, faults[i].todo);
            return false;
        }
    }
    if (!fits) {
        add_length_error(line, dialled->count, range);
    }
    return fits;
}

void phone_line_read(const struct option_line *line) {
    struct dialled dialled = phone_dial(str_from(line->value));
    const char *shown = tidy(str_trim(str_from(line->value)), line->findings->arena);
    if (is_right(line, &dialled, shown)) {
        *(const char **)option_place(line) = shown;
    }
}

// SPDX-License-Identifier: MIT
// A number is brought into the form that is dialled at home (ITU-T E.164), and one table says how
// long it may be there. Where a number stands in a text is no question here.
#include "content/phone/phone.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

// Those of 116 are the harmonised European numbers for services of social value (2007/116/EC);
// 85258 is a short code of the mobile networks.
const struct phone_service phone_services[] = {
    {"999", "999", "Write there: Call 999, when a life is at risk.", false},
    {"111", "111", "Write there: Call 111 and choose option 2, for urgent help.", false},
    {"116123", "116 123", "Write there: Call Samaritans on 116 123, to talk to somebody.", true},
    {.digits = "112"},      // 999, from any mobile phone
    {.digits = "18000"},    // 999, in text (Relay UK)
    {.digits = "101"},      // the police
    {.digits = "105"},      // power cuts
    {.digits = "116000"},   // Missing People
    {.digits = "116006"},   // victims of crime
    {.digits = "116111"},   // children
    {.digits = "116117"},   // doctors out of hours
    {.digits = "08001111"}, // Childline
    {.digits = "85258"},    // Shout, by text
};
static_assert(COUNT_OF(phone_services) == PHONE_SERVICE_COUNT, "phone.h says how many there are");

const struct phone_service *phone_find_service(const char *digits) {
    for (int i = 0; i < PHONE_SERVICE_COUNT; i++) {
        if (strcmp(digits, phone_services[i].digits) == 0) {
            return &phone_services[i];
        }
    }
    return NULL;
}

static bool is_dash(uint32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2013);
}

// Word likes the typographic ones.
size_t phone_joint_bytes(struct str text, size_t at) {
    const char *behind = text.at + at;
    uint32_t c = at < text.size ? utf8_next(&behind, text.at + text.size) : 0;
    bool is_space = c == ' ' || c == 0xA0 || (c >= 0x2002 && c <= 0x200A) || c == 0x202F;
    return is_space || is_dash(c) ? (size_t)(behind - text.at) - at : 0;
}

bool phone_is_dash(struct str text, size_t at) {
    const char *letter = text.at + at;
    return is_dash(utf8_next(&letter, text.at + text.size));
}

static bool has_prefix(const char *digits, const char *prefix) {
    return strncmp(digits, prefix, strlen(prefix)) == 0;
}

// +44 20, +44 (0)20 and 0044 20 are 020 at home.
static void bring_home(struct dialled *dialled, bool has_plus) {
    char *home = dialled->digits;
    if (!has_plus && has_prefix(home, "0044")) {
        home += 2;
        has_plus = true;
    }
    dialled->is_foreign = has_plus && !has_prefix(home, "44");
    if (has_plus && !dialled->is_foreign) {
        home += home[2] == '0' ? 2 : 1;
        *home = '0';
    }
    dialled->count -= (int)(home - dialled->digits);
    memmove(dialled->digits, home, strlen(home) + 1);
}

struct dialled phone_dial(struct str written) {
    struct dialled dialled = {.count = 0};
    bool has_plus = false;
    struct str text = str_trim(written);
    for (size_t at = 0; at < text.size;) {
        size_t joint = phone_joint_bytes(text, at);
        char c = text.at[at];
        if (char_is_digit(c)) {
            if (dialled.count < PHONE_DIGITS_MOST) {
                dialled.digits[dialled.count] = c;
            }
            dialled.count++;
        } else if (c == '+' && dialled.count == 0 && !has_plus) {
            has_plus = true;
        } else if (joint == 0 && c != '(' && c != ')') {
            dialled.has_strange = true;
        }
        at += joint > 0 ? joint : 1;
    }
    bring_home(&dialled, has_plus);
    return dialled;
}

const char *phone_uri(struct str written, struct arena *arena) {
    struct dialled dialled = phone_dial(written);
    return dialled.count > 0 ? arena_format(arena, "tel:+44%s", dialled.digits + 1) : "";
}

// Forty areas still have subscribers with a digit less (Ofcom, "mixed" areas).
static bool is_mixed_area(const char *digits) {
    static const char areas[] = "204 208 254 276 297 298 363 364 384 386 404 420 460 461 480 488 "
                                "524 527 562 566 606 629 635 647 659 695 697 726 744 750 768 827 "
                                "837 884 900 905 935 946 949 963 995 ";
    char area[] = {digits[2], digits[3], digits[4], ' ', '\0'};
    return has_prefix(digits, "01") && strlen(digits) >= 5 && strstr(areas, area);
}

const struct phone_range *phone_find_range(const struct dialled *dialled) {
    static const struct phone_range mixed = {"01", "A number of this area", 10, 11, false};
    static const struct phone_range ranges[] = {
        {"020", "A London number", 11, 11, false},
        {"01", "A number that starts with 01", 11, 11, false},
        {"02", "A number that starts with 02", 11, 11, false},
        {"03", "A number that starts with 03", 11, 11, false},
        {"05", "A number that starts with 05", 11, 11, false},
        {"07", "A mobile number", 11, 11, false},
        {"0800", "A number that starts with 0800", 10, 11, false},
        {"0871", "A number that starts with 0871", 11, 11, true},
        {"0872", "A number that starts with 0872", 11, 11, true},
        {"0873", "A number that starts with 0873", 11, 11, true},
        {"08", "A number that starts with 08", 11, 11, false},
        {"09", "A number that starts with 09", 11, 11, true},
        {"", "A telephone number", 11, 11, false},
    };
    const struct phone_range *range = ranges;
    while (!has_prefix(dialled->digits, range->prefix)) {
        range++;
    }
    return is_mixed_area(dialled->digits) ? &mixed : range;
}

bool phone_is_whole(const struct dialled *dialled) {
    const char *digits = dialled->digits;
    const struct phone_range *range = phone_find_range(dialled);
    bool is_national = digits[0] == '0' && digits[1] != '0' && !dialled->is_foreign;
    bool is_childline = has_prefix(digits, "08001111"); // shorter than all that begin so
    bool fits = !is_childline && dialled->count >= range->fewest && dialled->count <= range->most;
    return (is_national && fits) || phone_find_service(digits);
}

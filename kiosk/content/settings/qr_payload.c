// SPDX-License-Identifier: MIT
// See qr_payload.h.
#include "content/settings/qr_payload.h"

#include "content/limits.h"

#include <string.h>

// RFC 3986, appendix A; letters of other scripts are no part of it.
#define ADDRESS_SIGNS                                                                              \
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%"

void qr_payload_read_link(const struct option_line *line) {
    static const char scheme[] = "https://",
                      copy[] = "Copy the whole address from the web browser.";
    const char *link = line->value;
    if (*link && strncmp(link, scheme, strlen(scheme)) != 0) {
        option_add_error(line, "does not start with https://.", copy);
    } else if (link[strspn(link, ADDRESS_SIGNS)]) {
        option_add_error(line, "has a space or a sign in it that a web address cannot have.", copy);
    } else if (*link && !strchr(link + strlen(scheme), '.')) {
        option_add_error(line, "is not a whole web address.", copy);
    } else if (strlen(link) > LIMIT_QR_BYTES) {
        option_add_error(line, "is too long for a code that phones can read.",
                         "Use an address of at most 62 letters.");
    } else {
        option_set_text(line);
    }
}

// MECARD keeps ; : , and \ for itself.
static const char *escaped(const char *name, struct arena *arena) {
    char *out = arena_alloc(arena, strlen(name) * 2 + 1);
    char *at = out;
    for (; *name; name++) {
        if (strchr(";:,\\", *name)) {
            *at++ = '\\';
        }
        *at++ = *name;
    }
    return out;
}

const char *qr_payload_contact(const char *name, const char *number, struct arena *arena) {
    return arena_format(arena, "MECARD:N:%s;TEL:%s;;", escaped(name, arena), number);
}

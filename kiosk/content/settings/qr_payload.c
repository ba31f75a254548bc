// SPDX-License-Identifier: MIT
// See qr_payload.h.
#include "content/settings/qr_payload.h"

#include "content/limits.h"

#include <string.h>

static const char scheme[] = "https://";

static bool is_web_text(const char *text) {
    for (; *text; text++) {
        if ((unsigned char)*text <= ' ' || (unsigned char)*text >= 0x7F ||
            strchr("\"<>\\^`{|}", *text)) {
            return false;
        }
    }
    return true;
}

const struct qr_payload_fault *qr_payload_find_link_fault(const char *link) {
    enum { NO_SCHEME, NO_WEB_TEXT, NO_SITE, LONG };
    static const struct qr_payload_fault faults[] = {
        [NO_SCHEME] = {"does not start with https://.",
                       "Copy the whole address from the web browser."},
        [NO_WEB_TEXT] = {"has a space or a sign in it that a web address cannot have.",
                         "Copy the whole address from the web browser."},
        [NO_SITE] = {"is not a whole web address.", "Copy the whole address from the web browser."},
        [LONG] = {"is too long for a code that phones can read.",
                  "Use an address of at most 62 letters."},
    };
    if (*link && strncmp(link, scheme, strlen(scheme)) != 0) {
        return &faults[NO_SCHEME];
    }
    if (!is_web_text(link)) {
        return &faults[NO_WEB_TEXT];
    }
    if (*link && !strchr(link + strlen(scheme), '.')) {
        return &faults[NO_SITE];
    }
    return strlen(link) > LIMIT_QR_BYTES ? &faults[LONG] : NULL;
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

// SPDX-License-Identifier: MIT
// See qr_payload.h. The faults are a table, in the order in which they are looked for.
#include "content/settings/qr_payload.h"

#include "content/limits.h"

#include <string.h>

static const char scheme[] = "https://";

static bool has_scheme(const char *link) {
    return strncmp(link, scheme, strlen(scheme)) == 0;
}

static bool is_web_text(const char *text) {
    for (; *text; text++) {
        if ((unsigned char)*text <= ' ' || (unsigned char)*text >= 0x7F ||
            strchr("\"<>\\^`{|}", *text)) {
            return false;
        }
    }
    return true;
}

static bool has_site(const char *link) {
    return strchr(link + strlen(scheme), '.') != NULL;
}

static bool is_short(const char *link) {
    return strlen(link) <= LIMIT_QR_BYTES;
}

static const struct {
    bool (*is_good)(const char *link);
    struct qr_payload_fault fault;
} rules[] = {
    {has_scheme, {"does not start with https://.", "Copy the whole address from the web browser."}},
    {is_web_text,
     {"has a space or a sign in it that a web address cannot have.",
      "Copy the whole address from the web browser."}},
    {has_site, {"is not a whole web address.", "Copy the whole address from the web browser."}},
    {is_short,
     {"is too long for a code that phones can read.", "Use an address of at most 62 letters."}},
};

const struct qr_payload_fault *qr_payload_find_link_fault(const char *link) {
    for (int i = 0; *link && i < COUNT_OF(rules); i++) {
        if (!rules[i].is_good(link)) {
            return &rules[i].fault;
        }
    }
    return NULL;
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

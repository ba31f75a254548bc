// SPDX-License-Identifier: MIT
// QR codes by libqrencode. The level rises as far as the version found at M allows, because a code
// behind dirty glass needs every module it can spare.
#include "layout/qr.h"

#include <qrencode.h>
#include <string.h>

static QRcode *encode(const char *payload, QRecLevel level) {
    return QRcode_encodeString8bit(payload, 0, level);
}

// The highest level that needs no larger code than level M.
static QRcode *encode_best(const char *payload) {
    QRcode *best = encode(payload, QR_ECLEVEL_M);
    static const QRecLevel higher[] = {QR_ECLEVEL_Q, QR_ECLEVEL_H};
    for (int i = 0; best && i < COUNT_OF(higher); i++) {
        QRcode *other = encode(payload, higher[i]);
        if (other && other->version == best->version) {
            QRcode *kept = other;
            other = best;
            best = kept;
        }
        QRcode_free(other);
    }
    return best;
}

bool qr_build(struct qr *qr, const char *payload, struct arena *arena) {
    QRcode *code = payload && payload[0] ? encode_best(payload) : NULL;
    if (!code || code->version > QR_VERSION_LIMIT) {
        QRcode_free(code);
        return false;
    }
    size_t count = (size_t)code->width * (size_t)code->width;
    unsigned char *dark = arena_alloc(arena, count);
    for (size_t i = 0; i < count; i++) {
        dark[i] = code->data[i] & 1; // the lowest bit of a module is its colour
    }
    *qr = (struct qr){code->width, dark, arena_text(arena, str_from(payload))};
    QRcode_free(code);
    return true;
}

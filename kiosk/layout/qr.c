// SPDX-License-Identifier: MIT
// QR codes by libqrencode. The level rises as far as the version found at M allows, because a code
// behind dirty glass needs every module it can spare.
#include "layout/qr.h"

#include <qrencode.h>

// The smallest version that holds the payload at level M, at the highest level that it allows.
static QRcode *encode_best(const char *payload) {
    QRcode *best = QRcode_encodeString8bit(payload, 1, QR_ECLEVEL_M);
    for (QRecLevel level = QR_ECLEVEL_Q; best && level <= QR_ECLEVEL_H; level++) {
        QRcode *stronger = QRcode_encodeString8bit(payload, best->version, level);
        bool is_same = stronger && stronger->version == best->version;
        QRcode_free(is_same ? best : stronger);
        best = is_same ? stronger : best;
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

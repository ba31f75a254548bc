// SPDX-License-Identifier: MIT
// QR codes by libqrencode, which packs a run of digits tighter than letters: "tel:+442032281350" is
// five bytes and twelve digits, and these fit version 1. The fewer modules, the larger each of them
// in the same square; the level then rises as far as that version allows, because a code behind
// dirty glass needs every module it can spare.
#include "layout/qr.h"

#include <qrencode.h>

static QRcode *encode_best(const char *payload, enum qr_strength strength) {
    int least = strength == QR_MORE_MODULES ? 2 : 1; // version 1 mends 15 % at most, 2 twice that
    QRcode *best = QRcode_encodeString(payload, least, QR_ECLEVEL_M, QR_MODE_8, 1);
    for (QRecLevel level = QR_ECLEVEL_Q; best && level <= QR_ECLEVEL_H; level++) {
        QRcode *stronger = QRcode_encodeString(payload, best->version, level, QR_MODE_8, 1);
        bool is_same = stronger && stronger->version == best->version;
        QRcode_free(is_same ? best : stronger);
        best = is_same ? stronger : best;
    }
    return best;
}

bool qr_build(struct qr *qr, const char *payload, enum qr_strength strength, struct arena *arena) {
    QRcode *code = payload && payload[0] ? encode_best(payload, strength) : NULL;
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

// SPDX-License-Identifier: MIT
// QR codes by libqrencode. The level rises as far as the version found at M allows, because a code
// behind dirty glass needs every module it can spare.
#include "layout/qr.h"

#include <qrencode.h>
#include <string.h>

// ISO/IEC 18004:2015, table 7: bytes that a version holds, at levels M, Q and H.
static const struct {
    QRecLevel level;
    size_t bytes[QR_VERSION_LIMIT];
} capacities[] = {
    {QR_ECLEVEL_M, {14, 26, 42, 62}},
    {QR_ECLEVEL_Q, {11, 20, 32, 46}},
    {QR_ECLEVEL_H, {7, 14, 24, 34}},
};

// The smallest version that holds the payload at level M, at the highest level that it allows.
static QRcode *encode_best(const char *payload) {
    size_t size = strlen(payload);
    int version = 1;
    while (version < QR_VERSION_LIMIT && size > capacities[0].bytes[version - 1]) {
        version++;
    }
    QRecLevel level = QR_ECLEVEL_M;
    for (int i = 0; i < COUNT_OF(capacities); i++) {
        level = size <= capacities[i].bytes[version - 1] ? capacities[i].level : level;
    }
    return QRcode_encodeString8bit(payload, version, level);
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

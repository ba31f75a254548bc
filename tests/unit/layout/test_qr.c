// SPDX-License-Identifier: MIT
// The code that patients scan: small enough, strong enough, and nothing where it would not be.
// What it says is read back from the pictures by zbar elsewhere; here its own rules are held.
#include "layout/qr.h"

#include "unit_test.h"

#include <string.h>

static struct arena arena;

static bool is_blank(const struct qr *qr, int x, int y) {
    return qr->dark[y * qr->modules + x];
}

// ISO/IEC 18004, 6.3.3: a dark square of 3, a light ring, a dark ring.
static bool has_finder(const struct qr *qr, int left, int top) {
    for (int y = 0; y < 7; y++) {
        for (int x = 0; x < 7; x++) {
            int dx = x < 3 ? 3 - x : x - 3;
            int dy = y < 3 ? 3 - y : y - 3;
            int ring = dx > dy ? dx : dy;
            if (is_blank(qr, left + x, top + y) != (ring != 2)) {
                return false;
            }
        }
    }
    return true;
}

// Two bits of the format information beside the upper left finder, unmasked (ISO/IEC 18004, 7.9).
static char level_of(const struct qr *qr) {
    int bits = is_blank(qr, 0, 8) << 1 | is_blank(qr, 1, 8);
    return "MLHQ"[bits ^ 2];
}

UNIT_TEST(the_telephone_number_makes_a_small_strong_code) {
    struct qr qr;
    assert_true(qr_build(&qr, "tel:+442032281350", QR_LARGE_MODULES, &arena));
    assert_string_equal(qr.payload, "tel:+442032281350");
    assert_int_equal(qr.modules, 21); // version 1: five bytes, then twelve digits in 41 bits
    assert_int_equal(level_of(&qr), 'M');
    assert_true(qr_build(&qr, "tel:+442032281350", QR_MORE_MODULES, &arena));
    assert_int_equal(qr.modules, 25);
    assert_int_equal(level_of(&qr), 'H'); // where modules are small, more of them mend more
}

UNIT_TEST(a_code_has_its_three_finders_and_modules_of_0_and_1) {
    static const char *const payloads[] = {"tel:+442032281350", "https://example.nhs.uk/dit",
                                           "MECARD:N:Talking therapies;TEL:+442032281350;;", "1",
                                           "été"};
    for (int i = 0; i < COUNT_OF(payloads); i++) {
        struct qr qr;
        assert_true(qr_build(&qr, payloads[i], QR_LARGE_MODULES, &arena));
        assert_int_equal((qr.modules - 17) % 4, 0);
        assert_true(qr.modules <= 17 + 4 * QR_VERSION_LIMIT);
        assert_true(has_finder(&qr, 0, 0));
        assert_true(has_finder(&qr, qr.modules - 7, 0));
        assert_true(has_finder(&qr, 0, qr.modules - 7));
        assert_true(strchr("MQH", level_of(&qr)) != NULL);
        for (int k = 0; k < qr.modules * qr.modules; k++) {
            assert_true(qr.dark[k] <= 1);
        }
    }
}

UNIT_TEST(a_payload_fits_up_to_62_bytes) {
    char payload[80] = "";
    for (size_t size = 1; size < sizeof payload - 1; size++) {
        memset(payload, 'x', size);
        payload[size] = '\0';
        struct qr qr = {.modules = -1};
        bool fits = qr_build(&qr, payload, QR_LARGE_MODULES, &arena);
        assert_int_equal(fits, size <= 62); // ISO/IEC 18004, table 7: version 4, M, byte mode
        assert_int_equal(qr.modules == -1, !fits);
    }
}

UNIT_TEST(nothing_makes_no_code) {
    struct qr qr = {.modules = -1};
    assert_false(qr_build(&qr, "", QR_LARGE_MODULES, &arena));
    assert_false(qr_build(&qr, NULL, QR_LARGE_MODULES, &arena));
    char long_one[5001];
    memset(long_one, 'x', sizeof long_one - 1);
    long_one[sizeof long_one - 1] = '\0';
    assert_false(qr_build(&qr, long_one, QR_LARGE_MODULES, &arena));
    assert_int_equal(qr.modules, -1);
}

static int finish(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

UNIT_TESTS_SHARE(NULL, finish)

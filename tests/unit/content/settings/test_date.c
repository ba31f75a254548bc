// SPDX-License-Identifier: MIT
// When words were checked so long ago that somebody should read them again.
#include "content/settings/date.h"
#include "unit_test.h"

UNIT_TEST(a_year_is_over_on_the_day_after) {
    static const struct {
        const char *date, *today;
        bool is_over;
    } cases[] = {
        {"2025-01-05", "2026-01-05", false}, {"2025-01-05", "2026-01-06", true},
        {"2025-12-31", "2026-01-01", false}, {"2025-12-31", "2026-12-31", false},
        {"2025-12-31", "2027-01-01", true},  {"2024-02-29", "2025-02-28", false},
        {"2024-02-29", "2025-03-01", true},  {"2023-02-28", "2024-02-29", true},
        {"2020-06-01", "2026-01-01", true},  {"2026-06-01", "2026-06-01", false},
        {"2027-01-01", "2026-06-01", false}, {"", "2026-06-01", false},
        {"2020-06-01", "", false},           {"", "", false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_true(date_is_over_a_year_ago(cases[i].date, cases[i].today) == cases[i].is_over);
    }
}

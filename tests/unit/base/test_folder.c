// SPDX-License-Identifier: MIT
// Names as Macs write them and as keyboards do.
#include "base/folder.h"

#include "unit_test.h"

#include <string.h>

UNIT_TEST(a_name_is_the_same_however_it_is_composed) {
    static const struct {
        const char *a, *b;
        bool is_same;
    } cases[] = {
        {"team.jpg", "team.jpg", true},
        {"team.jpg", "TEAM.jpg", true},
        {"team.jpg", "teams.jpg", false},
        {"Caf\u00E9.jpg", "Cafe\u0301.jpg", true},
        {"CAF\u00C9.JPG", "Cafe\u0301.jpg", true},
        {"Caf\u00E9.jpg", "Cafe.jpg", false},
        {"Caf\u00E9.jpg", "Caf\u00E8.jpg", false},
        {"\u1EC7.png", "e\u0323\u0302.png", true}, // Vietnamese: the marks in order
        {"\u1EC7.png", "e\u0302\u0323.png", true}, // and in another
        {"\uAC01.png", "\u1100\u1161\u11A8.png", true},
        {"\u212B.png", "\u00C5.png", true},
        {"\u0958.png", "\u0915\u093C.png", true},
        {"\uFB01.png", "fi.png", false}, // looks alike, and is another letter
        {"\xFF.png", "\xFF.png", true},
        {"\xFF.png", "\xFE.png", false},
        {"\xFF.png", "Caf\u00E9.jpg", false},
        {"", "", true},
        {"", "\u00E9", false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        bool is_right = folder_is_same_name(cases[i].a, cases[i].b) == cases[i].is_same &&
                        folder_is_same_name(cases[i].b, cases[i].a) == cases[i].is_same;
        if (!is_right) {
            fail_msg("row %d", i);
        }
    }
}

UNIT_TEST(the_longest_names_are_compared_whole) {
    static const char longest[] = "\uFDFA"; // becomes more letters than any other, if only alike
    char a[256] = "", b[256] = "";
    for (int i = 0; i < 84; i++) {
        strcat(a, longest);
        strcat(b, longest);
    }
    strcat(a, "\u00E9");
    strcat(b, "\u00EA");
    assert_true(folder_is_same_name(a, a));
    assert_false(folder_is_same_name(a, b));
}

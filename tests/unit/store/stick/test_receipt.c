// SPDX-License-Identifier: MIT
// What stands in the receipt on a stick: one line for each thing, as Notepad reads it, whatever
// anybody called a file.
#include <stdlib.h>

#include "base/file.h"
#include "complaints.h"
#include "store/stick/receipt.h"

static struct staff_words staff_words;
static struct receipt_facts facts;

static int setup_facts(void **state) {
    struct str ini;
    const struct file_source source = {FILE_FROM_HERE, DIT_SOURCE_DIR "/assets/staff.ini", 100000};
    setup(state);
    assert_int_equal(file_load(&ini, &source, &arena), FILE_OK);
    staff_words_load(&staff_words, ini, "staff.ini", &findings);
    assert_int_equal(findings.count, 0);
    facts = (struct receipt_facts){.words = &staff_words,
                                   .result = STAFF_R_APPLIED,
                                   .kiosk_name = "Hill Road Surgery",
                                   .when = "2026-11-25 14:05",
                                   .program = "1.2.3",
                                   .content = "7-0123abcd",
                                   .findings = &findings};
    return 0;
}

#define RECEIPT_TEST(name) UNIT_TEST_WITH(name, setup_facts, teardown, void *nothing)

static void find(enum finding_level level, const char *path, int line) {
    finding_add(&findings, (struct finding){.level = level,
                                            .path = path,
                                            .line = line,
                                            .what = "It is wrong.",
                                            .todo = "Mend it."});
}

static const char *write_receipt(void) {
    struct str text = receipt_text(&facts, &arena);
    assert_int_equal(strlen(text.at), text.size);
    return text.at;
}

static bool says(const char *text, const char *words) {
    return strstr(text, words) != NULL;
}

static int lines_in(const char *text) {
    int count = 0;
    for (; (text = strstr(text, "\r\n")); text += 2) {
        count++;
    }
    return count;
}

RECEIPT_TEST(it_is_what_notepad_reads) {
    find(FINDING_ERROR, "kiosk.ini", 7);
    const char *text = write_receipt();
    assert_memory_equal(text, "\xEF\xBB\xBF", 3);
    assert_int_equal(text[strlen(text) - 1], '\n');
    for (size_t i = 0; i < strlen(text); i++) {
        assert_int_equal(text[i] == '\n', i > 0 && text[i - 1] == '\r');
    }
}

RECEIPT_TEST(it_says_what_is_different_and_what_was_there_before) {
    struct change list[] = {
        {.kind = CHANGE_PHONE, .old = "0203 228 1351", .now = "0203 228 1350"},
        {.kind = CHANGE_CARD_REMOVED, .where = "Parking"},
        {.kind = CHANGE_CARD_CHANGED, .where = "What is DIT?", .line_count = 2},
        {.kind = CHANGE_KEPT, .where = "cards/en/20-how.txt"},
    };
    const struct changes changes = {.list = list, .count = COUNT_OF(list), .dropped_count = 3};
    assert_false(says(write_receipt(), "What is different"));
    facts.changes = &changes;
    const char *text = write_receipt();
    assert_true(says(text, "- Phone number: 0203 228 1351 -> 0203 228 1350\r\n"));
    assert_true(says(text, "- Parking: Taken out\r\n"));
    assert_true(says(text, "- What is DIT?: 2 lines changed\r\n"));
    assert_true(says(text, "- cards/en/20-how.txt: Changed on this screen since your copy: kept"));
    assert_true(says(text, "And 3 more."));
}

RECEIPT_TEST(it_says_what_was_done_where_when_and_by_what) {
    static const struct {
        enum staff_word result;
        const char *words;
    } cases[] = {
        {STAFF_R_APPLIED, "The cards of this stick are on the screen.\r\n"},
        {STAFF_R_SAME, "Nothing to do: the screen shows the cards of this stick already.\r\n"},
        {STAFF_R_REFUSED, "The cards of this stick were NOT put on the screen."},
        {STAFF_R_COPIED, "The cards of this screen were copied to this stick.\r\n"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        facts.result = cases[i].result;
        const char *text = write_receipt();
        assert_true(says(text, cases[i].words));
        assert_true(says(text, "Screen: Hill Road Surgery\r\n"));
        assert_true(says(text, "When: 2026-11-25 14:05\r\n"));
        assert_true(says(text, "Program: dit-kiosk 1.2.3\r\n"));
        assert_true(says(text, "Cards, version: 7-0123abcd\r\n"));
    }
}

RECEIPT_TEST(without_a_clock_it_says_so) {
    facts.when = NULL;
    assert_true(says(write_receipt(), "When: clock not set\r\n"));
}

RECEIPT_TEST(what_is_not_known_is_left_out) {
    int whole = lines_in(write_receipt());
    facts.findings = &(struct findings){0};
    assert_int_equal(lines_in(write_receipt()), whole);
    facts.detail = "";
    assert_int_equal(lines_in(write_receipt()), whole);
    facts.detail = "The disk is full.";
    assert_true(says(write_receipt(), "screen.\r\nThe disk is full.\r\n\r\nScreen:"));
}

RECEIPT_TEST(every_finding_is_there_with_its_place_errors_first) {
    find(FINDING_WARNING, "cards/en/10-what.md", 3);
    assert_false(says(write_receipt(), "What has to be changed"));
    assert_true(says(write_receipt(), "Advice about the words"));
    find(FINDING_ERROR, "images/team.jpg", 0);
    find(FINDING_WARNING, "cards/en/20-more.md", 0);
    find(FINDING_ERROR, "kiosk.ini", 7);
    const char *text = write_receipt();
    assert_true(says(text, "try again:\r\n"
                           "- images/team.jpg: It is wrong. Mend it.\r\n"
                           "- kiosk.ini, line 7: It is wrong. Mend it.\r\n\r\n"
                           "Advice about the words (this stops nothing):\r\n"
                           "- cards/en/10-what.md, line 3: It is wrong. Mend it.\r\n"
                           "- cards/en/20-more.md: It is wrong. Mend it.\r\n"));
}

RECEIPT_TEST(a_long_finding_is_there_to_its_end) {
    char *what = arena_alloc(&arena, 20001);
    memset(what, 'w', 20000);
    finding_add(&findings,
                (struct finding){.path = "a.md", .line = 1, .what = what, .todo = "The end."});
    assert_true(says(write_receipt(), "www The end.\r\n"));
}

RECEIPT_TEST(advice_never_takes_the_place_of_what_has_to_be_mended) {
    for (int i = 0; i < FINDINGS_LIMIT + 100; i++) {
        find(FINDING_WARNING, "a.md", i + 1);
    }
    find(FINDING_ERROR, "kiosk.ini", 7);
    find(FINDING_ERROR, "kiosk.ini", 8);
    assert_int_equal(findings.count, ADVICE_LIMIT + 2);
    assert_int_equal(findings.error_count, 2);
    assert_int_equal(findings.dropped_count, FINDINGS_LIMIT + 100 - ADVICE_LIMIT);
    const char *text = write_receipt();
    assert_true(says(text, "- kiosk.ini, line 7: It is wrong. Mend it.\r\n"
                           "- kiosk.ini, line 8: It is wrong. Mend it.\r\n"));
    assert_true(says(text, "And 300 more.\r\n"));
}

RECEIPT_TEST(no_text_from_elsewhere_begins_a_line_of_its_own) {
    static const char *const texts[] = {
        "a\nThe cards of this stick are on the screen.\n",
        "a\r\nWhen: yesterday",
        "a\rWhen: yesterday",
        "a\u2028When: yesterday",
        "a\u2029When: yesterday",
        "a\xC2\x85When: yesterday",
        "a\vWhen: yesterday",
        "a\fWhen: yesterday",
        "a\x1b[2K\x1b[1A",
        "a\u202Eyadretsey :nehW",
    };
    facts.result = STAFF_R_REFUSED;
    int lines = lines_in(write_receipt());
    for (int i = 0; i < COUNT_OF(texts); i++) {
        findings = (struct findings){.arena = &arena};
        finding_add(&findings, (struct finding){.level = FINDING_ERROR,
                                                .path = texts[i],
                                                .what = texts[i],
                                                .todo = texts[i]});
        const char *text = write_receipt();
        assert_int_equal(lines_in(text), lines + 3);
        assert_false(says(text, "\nWhen: yesterday") || says(text, "\rWhen: yesterday"));
        assert_false(says(text, "\nThe cards of this stick are on the screen."));
        for (const char *at = text; *at; at++) {
            bool is_end = *at == '\n' || (*at == '\r' && at[1] == '\n');
            assert_true((unsigned char)*at >= 0x20 || is_end);
        }
        assert_false(says(text, "\u2028") || says(text, "\u2029") || says(text, "\u202E"));
        assert_false(says(text, "\xC2\x85"));
    }
}

// SPDX-License-Identifier: MIT
// kiosk.ini: what it sets, and what is said about every line that cannot be used. Never a silent
// default.
#include "content/limits.h"
#include "content/settings/settings.h"

#include "complaints.h"

static struct settings load(const char *ini) {
    struct settings settings;
    settings_load(&settings, str_from(ini), "kiosk.ini", &findings);
    return settings;
}

static const char good[] = "[practice]\nname = Surgery\n[referral]\nphone = 0203 228 1350\n";

TEST(every_key_is_read) {
    struct settings s = load("[practice]\nname = Elm Road Surgery\nstrapline = Talking\n"
                             "strapline.ar = كلام\nposter = Talk\nposter.PT = Falar\n"
                             "content_owner = Dr Who\nlast_checked = 2026-02-28\ncounts = off\n"
                             "[referral]\nphone = 0203 228 1350\nservice = Talk\nqr = link\n"
                             "link = https://example.nhs.uk/dit\n"
                             "[display]\ntheme = contrast\ntext = largest\nmotion = off\n"
                             "idle_seconds = 120\ncountdown_seconds = 40\nwords_a_minute = 100\n"
                             "[drawings]\nwhat-is-dit = bench\nRefer = two-chairs\n"
                             "[languages]\nshow = en, AR ta\n");
    assert_string_equal(complaints(), "");
    assert_string_equal(s.practice_name, "Elm Road Surgery");
    assert_string_equal(s.strapline, "Talking");
    assert_string_equal(settings_find_text(&s.straplines, "ar")->text, "كلام");
    assert_string_equal(settings_find_text(&s.posters, "pt")->text, "Falar");
    assert_null(settings_find_text(&s.posters, "ta"));
    assert_string_equal(s.poster, "Talk");
    assert_string_equal(s.content_owner, "Dr Who");
    assert_string_equal(s.last_checked, "2026-02-28");
    assert_false(s.has_counts);
    assert_string_equal(s.phone, "0203 228 1350");
    assert_string_equal(s.service_name, "Talk");
    assert_int_equal(s.qr, QR_LINK);
    assert_string_equal(s.link, "https://example.nhs.uk/dit");
    assert_int_equal(s.theme, THEME_CONTRAST);
    assert_int_equal(s.text_size, TEXT_LARGEST);
    assert_false(s.has_motion);
    assert_int_equal(s.idle_s, 120);
    assert_int_equal(s.countdown_s, 40);
    assert_int_equal(s.words_a_minute, 100);
    assert_int_equal(s.drawings.count, 2);
    assert_string_equal(s.drawings.list[1].key, "refer");
    assert_string_equal(s.drawings.list[1].text, "two-chairs");
    assert_int_equal(s.language_count, 3);
    assert_string_equal(s.language_tags[1], "ar");
}

TEST(what_is_left_out_has_its_default) {
    struct settings s = load(good);
    assert_string_equal(complaints(), "");
    assert_string_equal(s.strapline, "");
    assert_string_equal(s.last_checked, "");
    assert_true(s.has_counts);
    assert_string_equal(s.link, "");
    assert_int_equal(s.qr, QR_PHONE);
    assert_int_equal(s.theme, THEME_LIGHT);
    assert_int_equal(s.text_size, TEXT_NORMAL);
    assert_true(s.has_motion);
    assert_int_equal(s.idle_s, 90);
    assert_int_equal(s.countdown_s, 25);
    assert_int_equal(s.words_a_minute, 130);
    assert_int_equal(s.drawings.count, 0);
    assert_int_equal(s.language_count, 1);
    assert_string_equal(s.language_tags[0], "en");
}

TEST(notes_colons_capitals_and_spaces_are_understood) {
    struct settings s =
        load("# a note\n; another\n\n  [PRACTICE]\n   Name :  The\tSurgery  \n[Referral]\n"
             "\tPHONE=0203 228 1350");
    assert_string_equal(complaints(), "");
    assert_string_equal(s.practice_name, "The Surgery");
    assert_string_equal(s.phone, "0203 228 1350");
}

static const struct {
    const char *line; // line 5 of the file, below [referral]
    const char *finding;
} bad_lines[] = {
    {"= value", "kiosk.ini:5: error: This line is not a setting and not a note. Write it as name"},
    {"qr =", "kiosk.ini:5: error: “qr"},
    {"[display]\nidle_seconds = 601", "kiosk.ini:6: error: “idle_seconds = 601” is too large."},
    {"[display]\nidle_seconds = 99999999999999999999", "kiosk.ini:6: error: “idle_seconds = "},
    {"[display]\nidle_seconds = -90", "kiosk.ini:6: error: “idle_seconds = -90” is not a"},
    {"[display]\nidle_seconds = 90 s", "kiosk.ini:6: error: “idle_seconds = 90 s” is not a"},
    {"[display]\nidle_seconds = 0x60", "kiosk.ini:6: error: “idle_seconds = 0x60” is not a"},
    {"[display]\ncountdown_seconds = 19", "kiosk.ini:6: error: “countdown_seconds = 19” is too"},
    {"[display]\nwords_a_minute = 201", "kiosk.ini:6: error: “words_a_minute = 201” is too"},
    {"[practice]\ncounts = no", "kiosk.ini:6: error: “counts = no” "},
    {"[display]\nmotion = yes", "kiosk.ini:6: error: “motion = yes” "},
    {"[drawings]\na = b c", "kiosk.ini:6: error: “a = b c” does not name one drawing"},
    {"[drawings]\na = b\nA = c",
     "kiosk.ini:7: error: “A = c” is a second drawing for the same card."},
    {"[languages]\nshow = english",
     "kiosk.ini:6: error: “show = english” has “english”, which is not a language."},
    {"[languages]\nshow = en en", "kiosk.ini:6: error: “show = en en” has “en” twice."},
    {"[languages]\nshow = ,", "kiosk.ini:6: error: “show = ,” names no language."},
    {"[languages]\nshow = aa ab ac ad ae af ag ah ai aj ak al am an ao ap aq",
     "has too many languages."},
    {"[practice]\nlast_checked = 1/11/2026", "kiosk.ini:6: error: “last_checked = 1/11/2026” "},
    {"[practice]\nlast_checked = 2026-13-01", "kiosk.ini:6: error: “last_checked = 2026-13-01” "},
    {"link = www.a.uk", "kiosk.ini:5: error: “link = www.a.uk” does not start with https://."},
    {"link = javascript:x", "kiosk.ini:5: error: “link = javascript:x” does not start with"},
    {"link = https://a.uk/é", "has a space or a sign in it that a web address cannot have."},
    {"link = https://localhost", "kiosk.ini:5: error: “link = https://localhost” is not a whole"},
    {"qr = link", "kiosk.ini:5: error: “qr = link” needs a web address."},
    {"qr = contact", "kiosk.ini:5: error: “qr = contact” needs the name of the service."},
    {"qr = contact\nservice = The very long name of a service indeed",
     "kiosk.ini:5: error: The name of the service is too long for a code that phones can read."},
    {"service = A name of more than sixty letters, which no telephone would ever want to show",
     "is too long for the screen."},
};

TEST(a_line_that_cannot_be_used_is_named) {
    for (int i = 0; i < COUNT_OF(bad_lines); i++) {
        findings = (struct findings){.arena = &arena};
        struct settings s = load(arena_format(&arena, "%s%s\n", good, bad_lines[i].line));
        if (findings.error_count != 1 || !strstr(complaints(), bad_lines[i].finding)) {
            fail_msg("case %d, “%s”, gave:\n%s", i, bad_lines[i].line, complaints());
        }
        assert_string_equal(s.phone, "0203 228 1350");
        assert_int_equal(s.idle_s, 90);
        assert_int_equal(s.language_count, 1);
    }
}

TEST(a_setting_is_read_below_whatever_heading_it_stands) {
    struct settings s = load("[practice]\nname = Surgery\nphone = 0203 228 1350\nposter.ar = كلام\n"
                             "[drawings]\nlink = bench\n[display]\ncounts = off\n");
    assert_string_equal(complaints(), "");
    assert_string_equal(s.phone, "0203 228 1350");
    assert_false(s.has_counts);
    assert_string_equal(settings_find_text(&s.posters, "ar")->text, "كلام");
    assert_string_equal(settings_find_text(&s.drawings, "link")->text, "bench"); // a card
    assert_string_equal(s.link, "");
}

TEST(a_required_line_that_is_empty_is_said) {
    load("[practice]\nname =\n[referral]\nphone = 0203 228 1350\n");
    assert_int_equal(findings.error_count, 1);
    assert_non_null(strstr(complaints(), "kiosk.ini:2: error: “name"));
}

TEST(a_line_may_be_as_long_as_the_file) {
    static const char *const starts[] = {"strapline = ", "[", "link = https://", ""};
    static const char *const findings_of[] = {"kiosk.ini:6: error: “strapline = xxxx",
                                              "kiosk.ini:6: error: This heading is not complete.",
                                              "kiosk.ini:6: error: “link = https://xxxx",
                                              "There is no = sign in this line."};
    for (int i = 0; i < COUNT_OF(starts); i++) {
        char line[60000];
        memset(line, 'x', sizeof line);
        memcpy(line, starts[i], strlen(starts[i]));
        line[sizeof line - 1] = '\0';
        findings = (struct findings){.arena = &arena};
        struct settings s = load(arena_format(&arena, "%s[practice]\n%s\n", good, line));
        assert_int_equal(findings.error_count, 1);
        assert_non_null(strstr(complaints(), findings_of[i]));
        assert_true(strlen(complaints()) < 1000); // what is quoted of it is short
        assert_string_equal(s.strapline, "");
        assert_string_equal(s.phone, "0203 228 1350");
        arena_reset(&arena);
    }
}

TEST(a_long_note_is_no_fault) {
    char note[1000] = "# ";
    memset(note + 2, 'x', sizeof note - 3);
    struct settings s = load(arena_format(&arena, "%s\n%s", note, good));
    assert_string_equal(complaints(), "");
    assert_string_equal(s.practice_name, "Surgery");
}

TEST(an_indented_line_does_not_continue_the_one_before) {
    struct settings s = load("[practice]\nname = Surgery\n    strapline = Talking\n[referral]\n"
                             "phone = 0203 228 1350\n");
    assert_string_equal(complaints(), "");
    assert_string_equal(s.practice_name, "Surgery");
    assert_string_equal(s.strapline, "Talking");
}

TEST(the_code_says_what_was_chosen_or_the_number) {
    static const struct {
        const char *lines, *payload;
        int error_count;
    } cases[] = {
        {"", "tel:+442032281350", 0},
        {"qr = link\nlink = https://a.uk/dit\n", "https://a.uk/dit", 0},
        {"qr = link\nlink = http://a.uk\n", "tel:+442032281350", 1},
        {"qr = link\n", "tel:+442032281350", 1},
        {"qr = contact\nservice = Talk, us\n", "MECARD:N:Talk\\, us;TEL:+442032281350;;", 0},
        {"qr = contact\nservice = Talk;us\n", "MECARD:N:Talk\\;us;TEL:+442032281350;;", 0},
        {"qr = contact\nservice = A name that is far too long for a small code to hold\n",
         "tel:+442032281350", 1},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        findings = (struct findings){.arena = &arena};
        struct settings s = load(arena_format(&arena, "%s%s", good, cases[i].lines));
        const char *payload = settings_qr_payload(&s, &arena);
        assert_string_equal(payload, cases[i].payload);
        assert_int_equal(findings.error_count, cases[i].error_count);
        assert_true(strlen(payload) <= LIMIT_QR_BYTES);
    }
}

TEST(without_a_number_there_is_no_code) {
    static const char *const choices[] = {"phone", "contact"};
    for (int i = 0; i < COUNT_OF(choices); i++) {
        struct settings s = load(arena_format(&arena,
                                              "[practice]\nname = Surgery\n[referral]\n"
                                              "phone = 020\nservice = Therapy\nqr = %s\n",
                                              choices[i]));
        assert_string_equal(settings_qr_payload(&s, &arena), "");
    }
}

TEST(the_reference_names_every_key) {
    char keys[] = "name strapline content_owner last_checked counts phone service qr link theme "
                  "text motion idle_seconds countdown_seconds words_a_minute icon show";
    const char *reference = settings_reference(&arena);
    for (const char *key = strtok(keys, " "); key; key = strtok(NULL, " ")) {
        assert_non_null(strstr(reference, arena_format(&arena, "\n%s = ", key)));
    }
    assert_non_null(strstr(reference, "\nqr = phone, link or contact\n"));
    assert_non_null(strstr(reference, "\nmotion = on or off\n"));
    assert_non_null(strstr(reference, "\nidle_seconds = 60 to 600\n"));
    assert_non_null(strstr(reference, "Without it: 90."));
}

TEST(one_practice_over_the_cards_of_another_keeps_what_is_its_own) {
    struct settings to = load("[practice]\nname = Shipped\n[referral]\nphone = 0800 111 2222\n"
                              "[display]\ntheme = contrast\n");
    struct settings from = load("[practice]\nname = Ours\ncounts = off\n[referral]\n"
                                "phone = 0203 228 1350\n");
    assert_string_equal(complaints(), "");
    settings_take_practice(&to, &from);
    assert_string_equal(to.practice_name, "Ours");
    assert_string_equal(to.phone, "0203 228 1350");
    assert_false(to.has_counts);
    assert_int_equal(to.theme, THEME_CONTRAST);
}

TEST(quotes_around_a_value_and_a_note_behind_them_are_not_shown) {
    static const char *const cases[][2] = {
        {"\"Hill Road Surgery\" # since May", "Hill Road Surgery"},
        {"\"Hill Road Surgery\"", "Hill Road Surgery"},
        {"“Hill Road” \t#\tnew", "Hill Road"},
        {"\"Elm\" and \"Oak\"", "\"Elm\" and \"Oak\""},
        {"'Tis the surgery", "'Tis the surgery"},
        {"We are #1", "We are #1"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct settings s = load(arena_format(
            &arena, "[practice]\nname = %s\n[referral]\nphone = 0203 228 1350\n", cases[i][0]));
        assert_string_equal(complaints(), "");
        assert_string_equal(s.practice_name, cases[i][1]);
    }
}

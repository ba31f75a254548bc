// SPDX-License-Identifier: MIT
// Small files as people have typed them, each a kind of its own that was once shown wrongly: what
// patients see of it now, and what staff are told.
#include "complaints.h"
#include "content/card/card_load.h"
#include "content/deck/card_numbers.h"
#include "content/deck/deck.h"
#include "content/settings/device.h"

#define FOLDER DIT_SOURCE_DIR "/tests/content/typed/"

static struct str bytes_of(const char *name) {
    struct str bytes = {NULL, 0};
    const struct file_source source = {FILE_FROM_HERE, arena_format(&arena, FOLDER "%s", name),
                                       10000};
    assert_int_equal(file_load(&bytes, &source, &arena), FILE_OK);
    return bytes;
}

// Every block on a line of its own, an item behind its marker.
static const char *drawn(const struct card *card) {
    const char *out = "";
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        const char *marker = block->kind != BLOCK_ITEM ? ""
                             : block->marker.size == 0
                                 ? "* "
                                 : arena_format(&arena, "%s ", arena_text(&arena, block->marker));
        out = arena_format(&arena, "%s%s%s%s", out, i > 0 ? "\n" : "", marker,
                           arena_text(&arena, block->text));
    }
    return out;
}

TEST(a_typed_card_is_shown_as_it_was_typed_or_named) {
    static const struct ports ports = {0};
    static const struct {
        const char *name, *drawn, *said; // how what is said begins
    } cases[] = {
        {"dash-inside-list.md", "* Monday 8am\n* Tuesday 9am\n* Wednesday 10am\n* Thursday 11am",
         ""},
        {"letters-garbled.md", "The surgeryâ€™s letter costs Â£25.",
         "letters-garbled.md:3: warning: There are garbled letters here, such as â€™ or Â£. Type "
         "these letters again, and in Notepad choose “Save as” with the encoding UTF-8.\n"},
        {"lines-with-numbers.md",
         "Appointments: 020 7946 0001\nFax: 020 7946 0009\nNurse: 020 7946 0123\n"
         "Out of hours: 111",
         "lines-with-numbers.md:3: warning: “020 7946 0001” is not the number in kiosk.ini."},
        {"lines-in-columns.md", "Monday\t8.00 - 18.30\nTuesday\t8.00 - 20.00\nSaturday\tclosed",
         ""},
        {"number-with-dots.md", "Ring 0203.228.1530 today.",
         "number-with-dots.md:3: warning: “0203.228.1530” is not the number in kiosk.ini. Check "
         "every digit; kiosk.ini says 0203 228 1350.\n"},
        {"numbers-with-a-gap.md", "1. Emergencies\n2. Appointments\n4. Results", ""},
        {"numbers-of-days.md", "25. December\n26. December\n1. January", ""},
        {"picture-with-a-blank.md", "We are here.\n![Our team] (team.jpg)",
         "picture-with-a-blank.md:5: error: The line for the picture is not quite right. Type "
         "“![Our team](team.jpg)” instead.\n"},
        {"struck-out.md", "~~Old car park~~ closed.",
         "struck-out.md:3: error: There are words struck out with ~~, which patients would see. "
         "Type “closed.” instead.\n"},
        {"star-between-digits.md", "Take 1*4 daily, or 2*4 daily.", ""},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct card card = {.id = "card", .order = 45};
        const struct card_source source = {
            .bytes = bytes_of(cases[i].name), .path = cases[i].name, .ports = &ports};
        findings = (struct findings){.arena = &arena};
        bool is_shown = card_load(&card, &source, &findings);
        card_numbers_check(&card, "0203 228 1350", &findings);
        assert_string_equal(drawn(&card), cases[i].drawn);
        assert_int_equal(strncmp(complaints(), cases[i].said, strlen(cases[i].said)), 0);
        assert_true(cases[i].said[0] || findings.count == 0);
        assert_int_equal(is_shown, findings.error_count == 0);
    }
}

TEST(a_card_beside_the_settings_is_named) {
    struct folder folder;
    const struct folder_source source = {FILE_FROM_HERE, FOLDER "beside", 10};
    assert_int_equal(folder_open(&folder, &source, &arena), FILE_OK);
    deck_check_strays(&folder, &findings);
    folder_close(&folder);
    assert_string_equal(complaints(),
                        "45-opening-times.md:1: warning: This card lies outside the folder cards. "
                        "Move it to the cards of its language, such as into cards/en.\n");
}

TEST(quotes_round_the_name_are_not_shown) {
    struct settings settings;
    settings_load(&settings, bytes_of("kiosk.ini"), "kiosk.ini", &findings);
    assert_string_equal(complaints(), "");
    assert_string_equal(settings.practice_name, "Hill Road Surgery");
}

TEST(hours_from_nine_to_five_in_the_morning_are_said) {
    struct device device;
    device_load(&device, bytes_of("device.ini"), "device.ini", &findings);
    assert_string_equal(complaints(), "device.ini:21: error: “every_day = 9:00-5:00” ends before "
                                      "it begins. Did you mean 09:00-17:00?\n");
}

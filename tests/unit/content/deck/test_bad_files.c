// SPDX-License-Identifier: MIT
// Everything that can be wrong with the files and folders themselves: missing, twice, no files at
// all, far too many, and the pictures that cards name.
#include "bad_input.h"

#define NEXT(text)                                                                                 \
    { PUT, SECOND, text, 0 }
#define PICTURE "![Us](team.png)\n"
#define WITH_PICTURE                                                                               \
    { PUT, CARD, "# Title\n\nWords.\n\n" PICTURE, 0 }

// PNGs whose few grey dots nobody unpacks here: of any size, with the checksum of that header; a
// good one, one with a wrong checksum, and one of any size without pixels.
#define PNG_START "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"
#define PNG_SIZED(size, header_sum, sum)                                                           \
    PNG_START size "\x08\0\0\0\0" header_sum "\0\0\0\nIDAT\x78\x9C\x63\x68\0\0\0"                  \
                   "\x82\0\x81" sum "\0\0\0\0IEND\xAE\x42\x60\x82"
#define PNG_SUM "\x77\xCD\x72\xB6"
#define PNG_DOT(sum) PNG_SIZED("\0\0\0\x64\0\0\0\x64", "\x55\x89\xCA\x88", sum)
#define PNG_GOOD PNG_DOT(PNG_SUM)
#define PNG_END "\x08\0\0\0\0\0\0\0\0\0\0\0\0IEND\xAE\x42\x60\x82"
#define PNG_OF(size) PNG_START size PNG_END

static const struct bad_input files[] = {
    {"no urgent help",
     {{REMOVE, "cards/en/urgent-help.md", 0, 0}},
     {"cards/en/urgent-help.txt:1: error: This file is missing. Put it back, or copy the cards "
      "onto an empty stick and take it from there."},
     NOT_SHOWN},
    {"no refer",
     {{REMOVE, "cards/en/refer.md", 0, 0}},
     {"cards/en/refer.txt:1: error: This file is missing."},
     NOT_SHOWN},
    {"urgent help with a fault",
     {{PUT, "cards/en/urgent-help.md", "No heading", 0}},
     {"cards/en/urgent-help.md:1: error: Which line is the title?"},
     NOT_SHOWN},
    {"no card",
     {{REMOVE, CARD, 0, 0}},
     {"cards/en:1: error: There is no card in this folder. Put at least one there"},
     NOT_SHOWN},
    {"one card with a fault beside a good one",
     {NEXT("No heading")},
     {SECOND ":1: error: Which line is the title?"},
     SHOWN},
    {"a card without a number",
     {{PUT, "cards/en/more.md", good_card, 0}},
     {"cards/en/more.md:1: error: This card has no number in front of its name. Rename it, such"},
     SHOWN},
    {"a name with strange signs",
     {{PUT, "cards/en/20-\xE2\x80\xAE\033x\xFF.md", good_card, 0}},
     {"cards/en/20-????x?.md:1: error: The name of this card is too long, or has signs in it"},
     SHOWN},
    {"one card under two names",
     {{PUT, "cards/en/10-WHAT.MD", good_card, 0}},
     {CARD ":1: error: This is the same card as 10-WHAT.MD. Keep one of the two files"},
     SHOWN},
    {"one number for two cards",
     {{PUT, "cards/en/10-when.md", "# When?\n\nWords.\n", 0}},
     {"cards/en/10-when.md:1: warning: 10-what.md has the same number. Give each card a number"},
     SHOWN},
    {"a Word file",
     {{PUT, "cards/en/20-next.docx", "PK\3\4", 0}},
     {"cards/en/20-next.docx:1: error: This file is not plain text, so it is not shown. Open it, "
      "copy its words into Notepad, save them here as 20-next.txt, and take this file away."},
     SHOWN},
    {"a text that is no card",
     {{PUT, "cards/en/20-next.markdown", "x", 0}, {PUT, "cards/en/20-next.pdf", "x", 0}},
     {"cards/en/20-next.markdown:1: error: The name of this file does not end in .txt, so it is "
      "not shown. Rename it, such as 20-next.txt.",
      "cards/en/20-next.pdf:1: error: This file is not plain text"},
     SHOWN},
    {"urgent help with a space in its name",
     {{REMOVE, "cards/en/urgent-help.md", 0, 0}, {PUT, "cards/en/urgent help.md", good_urgent, 0}},
     {"cards/en/urgent help.md:1: error: This file is not called urgent-help.txt. Did you mean "
      "urgent-help.txt?"},
     NOT_SHOWN},
    {"urgent help as a Word file",
     {{REMOVE, "cards/en/urgent-help.md", 0, 0}, {PUT, "cards/en/urgent-help.docx", "PK\3\4", 0}},
     {"cards/en/urgent-help.docx:1: error: This file is not plain text, so it is not shown."},
     NOT_SHOWN},
    {"a line above the heading of refer, which only cards show",
     {{PUT, "cards/en/refer.md", "Talking helps\n\n# Refer yourself\n\nRing us.\n", 0}},
     {"cards/en/refer.md:1: warning: The line above the heading is not shown on this screen. Move "
      "its words below the heading, or take it out."},
     SHOWN},
    {"refer with a space behind it",
     {{REMOVE, "cards/en/refer.md", 0, 0}, {PUT, "cards/en/refer .md", good_refer, 0}},
     {"cards/en/refer .md:1: error: This file is not called refer.txt. Did you mean refer.txt?"},
     NOT_SHOWN},
    {"a refused card with a drawing",
     {WITH("[drawings]\nnext = bench\n"), NEXT("No heading")},
     {SECOND ":1: error: Which line is the title?"},
     SHOWN},
    {"a renamed card with a drawing",
     {WITH("[drawings]\nnext = bench\n"), {PUT, "cards/en/20-next.markdown", good_card, 0}},
     {"cards/en/20-next.markdown:1: error: The name of this file does not end in .txt"},
     SHOWN},
    {"no folder of cards, and drawings for them",
     {WITH("[drawings]\nwhat = bench\nnext = bench\n"), {MOVE, "cards/en", "en", 0}},
     {"cards/en:1: error: This folder is missing. Copy the cards onto an empty stick"},
     NOT_SHOWN},
    {"a card that was moved by copying it",
     {{PUT, "cards/en/45-what.md", good_card, 0}, NEXT("# Next\n\nWords.\n")},
     {"cards/en/45-what.md:1: error: This is the same card as 10-what.md. Keep one of the two "
      "files, or give this one another name."},
     SHOWN},
    {"other files among the cards",
     {{PUT, "cards/en/team.png", "x", 0}, {PUT, "cards/en/list", "x", 0}},
     {"cards/en/list:1: warning: This file is not a card, so it is not shown.",
      "cards/en/team.png:1: warning: Pictures are not looked for in this folder. Move it into"},
     SHOWN},
    {"a folder among the cards",
     {{FOLDER, "cards/en/20-next.md", 0, 0}},
     {SECOND ":1: warning: This folder is not looked into."},
     SHOWN},
    {"a link out of the folder",
     {{LINK, SECOND, "/etc/passwd", 0}},
     {SECOND ":1: error: This is only a shortcut to a file. Copy the file itself here."},
     SHOWN},
    {"a link to itself",
     {{LINK, SECOND, "20-next.md", 0}},
     {SECOND ":1: error: This is only a shortcut to a file."},
     SHOWN},
    {"a link to a device that never ends",
     {{LINK, SECOND, "/dev/zero", 0}},
     {SECOND ":1: error: This is only a shortcut to a file."},
     SHOWN},
    {"the settings as a link",
     {{LINK, "kiosk.ini", "/etc/passwd", 0}},
     {"kiosk.ini:1: error: This is only a shortcut to a file."},
     NOT_SHOWN},
    {"a pipe that nobody writes to",
     {{PIPE, SECOND, 0, 0}},
     {SECOND ":1: error: This is not an ordinary file. Take it away."},
     SHOWN},
    {"the settings as a pipe",
     {{PIPE, "kiosk.ini", 0, 0}},
     {"kiosk.ini:1: error: This is not an ordinary file."},
     NOT_SHOWN},
    {"a socket",
     {{SOCKET, SECOND, 0, 0}},
     {SECOND ":1: error: This is not an ordinary file."},
     SHOWN},
    {"the settings as a folder",
     {{FOLDER, "kiosk.ini", 0, 0}},
     {"kiosk.ini:1: error: This is a folder, not a file."},
     NOT_SHOWN},
    {"a card that may not be read",
     {NEXT(good_card), {LOCK, SECOND, 0, 0}},
     {SECOND ":1: error: The kiosk is not allowed to read this file."},
     SHOWN},
    {"a card of 300 MB",
     {NEXT("# T"), {GROW, SECOND, 0, 300000000}},
     {SECOND ":1: error: This file is much too big. Make it smaller, or take it away."},
     SHOWN},
    {"settings of 300 MB",
     {{GROW, "kiosk.ini", 0, 300000000}},
     {"kiosk.ini:1: error: This file is much too big."},
     NOT_SHOWN},
    {"a folder that leads back up",
     {{LINK, "cards/ar", "..", 0}},
     {"cards/ar:1: error: This is only a shortcut to a folder. Copy the folder itself here."},
     SHOWN},
    {"a shown language that leads back up",
     {{LINK, "cards/ar", "..", 0}, WITH("[languages]\nshow = en ar\n")},
     {"cards/ar:1: error: This is only a shortcut to a folder."},
     SHOWN},
    {"a language that is not shown",
     {{PUT, "cards/ar/10-what.md", good_card, 0}},
     {"cards/ar:1: warning: This language is not shown. Write ar behind “show =” in kiosk.ini"},
     SHOWN},
    {"a shown language without a folder",
     {WITH("[languages]\nshow = en ar\n")},
     {"kiosk.ini:6: error: There is no folder cards/ar."},
     SHOWN},
    {"a shown language without urgent help",
     {WITH("[languages]\nshow = en ar\n"),
      {PUT, "cards/ar/10-what.md", good_card, 0},
      {PUT, "cards/ar/refer.md", good_refer, 0}},
     {"cards/ar:1: error: Arabic has no card “urgent-help”. Have cards/en/urgent-help.txt "
      "translated, or take ar out of “show =”."},
     SHOWN},
    {"a language that is half translated",
     {WITH("[languages]\nshow = ar en\n"),
      {PUT, "cards/ar/20-next.md", "# Next\n\nWords.\n", 0},
      {PUT, "cards/ar/urgent-help.md", good_urgent, 0}},
     {"cards/ar:1: warning: Arabic has no card “refer”, “what”: they are shown in English. Have "
      "what is in cards/en translated, or take ar out of “show =”."},
     SHOWN},
    {"a language that the kiosk has no words for",
     {WITH("[languages]\nshow = zz\n"), {PUT, "cards/zz/10-what.md", good_card, 0}},
     {"cards/en:1: warning: This language is not shown.",
      "kiosk.ini:6: error: This screen has no “zz” buttons. Take zz out of “show =”."},
     NOT_SHOWN},
    {"a language that waiting rooms have and the kiosk has no words for",
     {WITH("[languages]\nshow = en pl\n"), {PUT, "cards/pl/10-what.md", good_card, 0}},
     {"kiosk.ini:6: error: This screen has no Polish buttons. Take pl out of “show =”."},
     SHOWN},
    {"a card outside the languages",
     {{PUT, "cards/10-what.md", good_card, 0}},
     {"cards/10-what.md:1: warning: This file is in no language's folder. Move it"},
     SHOWN},
};

FOLDER_TEST(a_file_that_is_none_or_in_the_wrong_place_is_named) {
    bad_inputs_check(files, COUNT_OF(files));
}

#define SVG(inside)                                                                                \
    { PUT, "images/team.png", "<svg width=\"9\" height=\"9\">" inside "</svg>", 0 }
#define TEAM "images/team.png:1: error: "

static const struct bad_input images[] = {
    {"a good picture", {WITH_PICTURE, BYTES("images/team.png", PNG_GOOD)}, {NULL}, SHOWN},
    {"a good picture in capitals",
     {WITH_PICTURE, BYTES("Images/TEAM.PNG", PNG_GOOD)},
     {NULL},
     SHOWN},
    {"a good drawing",
     {WITH_PICTURE, SVG("<path fill=\"#005eb8\" d=\"M0 0h9v9z\"/>")},
     {NULL},
     SHOWN},
    {"a picture whose name a Mac wrote",
     {{PUT, CARD, "# Title\n\nWords.\n\n![Us](Caf\u00E9.png)\n", 0},
      BYTES("images/Cafe\u0301.png", PNG_GOOD)},
     {NULL},
     SHOWN},
    {"a picture that is very small",
     {WITH_PICTURE,
      BYTES("images/team.png", PNG_SIZED("\0\0\0\x63\0\0\0\x64", "\xB7\x55\xD1\xF1", PNG_SUM))},
     {"images/team.png:1: warning: This picture is very small. Use one with at least 100 dots"},
     SHOWN},
    {"a picture that is long and narrow",
     {WITH_PICTURE,
      BYTES("images/team.png", PNG_SIZED("\0\0\0\x64\0\0\3\x21", "\x3B\xF4\x4B\xCA", PNG_SUM))},
     {"images/team.png:1: warning: This picture is so long and narrow that people would see"},
     SHOWN},
    {"a picture that is just not too long",
     {WITH_PICTURE,
      BYTES("images/team.png", PNG_SIZED("\0\0\0\x64\0\0\3\x20", "\xF0\xA8\x98\x6F", PNG_SUM))},
     {NULL},
     SHOWN},
    {"no picture",
     {WITH_PICTURE, {FOLDER, "images", 0, 0}},
     {CARD ":5: error: There is no picture “team.png” in the folder images. Copy the picture"},
     NOT_SHOWN},
    {"a picture of nearly that name",
     {WITH_PICTURE, {PUT, "images/teams.png", "x", 0}},
     {CARD
      ":5: error: There is no picture “team.png” in the folder images. Did you mean “teams.png”?"},
     NOT_SHOWN},
    {"no folder of pictures",
     {WITH_PICTURE},
     {CARD ":5: error: There is no picture “team.png” in the folder images."},
     NOT_SHOWN},
    {"a path out of the folder",
     {{PUT, CARD, "# Title\n\nWords.\n\n![Us](../../etc/team.png)\n", 0}},
     {CARD
      ":5: error: The line for the picture is not quite right. Type “![Us](team.png)” instead."},
     NOT_SHOWN},
    {"a picture from the web",
     {{PUT, CARD, "# Title\n\nWords.\n\n![Us](https://example.org/team.png)\n", 0}},
     {CARD
      ":5: error: The line for the picture is not quite right. Type “![Us](team.png)” instead."},
     NOT_SHOWN},
    {"a picture that is a link",
     {WITH_PICTURE, {FOLDER, "images", 0, 0}, {LINK, "images/team.png", "/etc/passwd", 0}},
     {TEAM "This is only a shortcut to a file."},
     NOT_SHOWN},
    {"an empty picture",
     {WITH_PICTURE, {PUT, "images/team.png", "", 0}},
     {TEAM "This picture is an empty file."},
     NOT_SHOWN},
    {"a picture that is cut off",
     {WITH_PICTURE, BYTES("images/team.png", PNG_START "\0\0\0\1\0\0\0\1\x08\0\0\0\0\0\0\0\0")},
     {TEAM "This picture is cut off: a part of the file is missing. Copy it here again."},
     NOT_SHOWN},
    {"an enormous picture",
     {WITH_PICTURE, BYTES("images/team.png", PNG_OF("\0\1\0\0\0\1\0\0"))},
     {TEAM "This picture is 65536 dots wide and 65536 high; the kiosk takes up to 8192 on each "
           "side, and 16 million dots in all. Make it smaller in a picture program: 1920"},
     NOT_SHOWN},
    {"a picture of 300 MB",
     {WITH_PICTURE, {PUT, "images/team.png", "x", 0}, {GROW, "images/team.png", 0, 300000000}},
     {TEAM "This picture has 286.2 MB (megabytes); the kiosk takes up to 8 MB. Make it smaller"},
     NOT_SHOWN},
    {"a text with a picture's name",
     {WITH_PICTURE, {PUT, "images/team.png", "Not a picture.", 0}},
     {TEAM "This is not a picture that the kiosk can show. Save it as PNG or JPEG"},
     NOT_SHOWN},
    {"a good picture in urgent help, which shows none",
     {{PUT, "cards/en/urgent-help.md", "# Help\n\n999, 111, 116 123\n\n" PICTURE, 0},
      BYTES("images/team.png", PNG_GOOD)},
     {"cards/en/urgent-help.md:5: warning: Pictures are not shown on this screen. Write in words "
      "what it says, and take the picture out."},
     SHOWN},
    {"a good picture in refer, which shows it",
     {{PUT, "cards/en/refer.md", "# Refer\n\nRing us.\n\n" PICTURE, 0},
      BYTES("images/team.png", PNG_GOOD)},
     {NULL},
     SHOWN},
    {"a picture that the decoder refuses",
     {WITH_PICTURE, SVG("<desc>BROKEN</desc>")},
     {TEAM "This picture is damaged, or takes too long or too much memory to draw. Copy it here "
           "again. If that does"},
     NOT_SHOWN},
    {"a drawing with letters",
     {WITH_PICTURE, SVG("<text>999</text>")},
     {TEAM "This drawing has parts that the kiosk cannot draw right, such as letters, shadows or "
           "colours that run into each other. Save it as PNG."},
     NOT_SHOWN},
};

FOLDER_TEST(a_picture_that_cannot_be_shown_keeps_its_card_away) {
    bad_inputs_check(images, COUNT_OF(images));
}

static void put_cards(int count) {
    for (int i = 0; i < count; i++) {
        char name[64], text[64];
        snprintf(name, sizeof name, "cards/en/%d-card-%d.md", 100 + i, i);
        snprintf(text, sizeof text, "# Card %d\n\nWords.\n", i);
        content_put_text(&folder, name, text);
    }
}

FOLDER_TEST(cards_beyond_the_limit_are_left_out_and_named) {
    put_cards(1005);
    assert_true(load());
    assert_int_equal(deck.languages[0].card_count, 1000);
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.list[0].what,
                        "There are 1008 files here; the kiosk shows 1000 cards at most.");
}

FOLDER_TEST(a_folder_with_thousands_of_files_is_not_read) {
    put_cards(4200);
    assert_false(load());
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.list[0].what, "There are far too many files in this folder.");
    assert_null(deck.languages);
}

FOLDER_TEST(no_folder_at_all_is_one_finding) {
    assert_false(load_from(P_tmpdir "/dit-kiosk-test-is-not-there", &ports));
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.list[0].what,
                        "There is no folder " P_tmpdir "/dit-kiosk-test-is-not-there.");
    assert_string_equal(findings.list[0].todo, "Check the name.");
}

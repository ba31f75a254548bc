// SPDX-License-Identifier: MIT
// Everything that Windows, Macs and broken sticks can make of the bytes of a file, and everything
// that staff can write in a card: what can be understood is, and the rest is named.
#include "bad_input.h"

static const struct bad_input understood[] = {
    {"nothing wrong", {{0}}, {NULL}, SHOWN},
    {"UTF-8 with a mark", {BYTES(CARD, "\xEF\xBB\xBF# Title\n\nWords.\n")}, {NULL}, SHOWN},
    {"lines of Windows", {BYTES(CARD, "Label\r\n\r\n# Title\r\n\r\nWords.\r\n")}, {NULL}, SHOWN},
    {"lines of old Macs", {BYTES(CARD, "# Title\r\rWords.\r")}, {NULL}, SHOWN},
    {"no line end at the end", {BYTES(CARD, "# Title\n\nWords")}, {NULL}, SHOWN},
    {"UTF-16 of Notepad",
     {BYTES(CARD, "\xFF\xFE#\0 \0T\0\r\0\n\0\r\0\n\0W\0\x19\x20s\0.\0")},
     {NULL},
     SHOWN},
    {"UTF-16, big-endian", {BYTES(CARD, "\xFE\xFF\0#\0 \0T\0\n\0\n\0W\0.")}, {NULL}, SHOWN},
    {"smart quotes", {BYTES(CARD, "# “Title”\n\nIt’s – fine…\n")}, {NULL}, SHOWN},
    {"joiners that scripts need", {BYTES(CARD, "# T\n\na\u200Db\u200Cc\n")}, {NULL}, SHOWN},
    {"settings of Windows",
     {BYTES("kiosk.ini", "\xEF\xBB\xBF[practice]\r\nname = A\r\n[referral]\r\n" PHONE)},
     {NULL},
     SHOWN},
    {"names of Windows",
     {{REMOVE, "kiosk.ini", 0, 0},
      {PUT, "KIOSK.INI.txt", "[practice]\nname = A\n[referral]\n" PHONE, 0},
      {PUT, "cards/en/20-Next.MD.txt", "# Next\n\nWords.\n", 0}},
     {NULL},
     SHOWN},
    {"what computers leave behind",
     {{PUT, "cards/en/Thumbs.db", "x", 0},
      {PUT, "cards/en/._10-what.md", "\0\5\26\7", 4},
      {PUT, "cards/System Volume Information/x", "x", 0}},
     {NULL},
     SHOWN},
    {"more of it",
     {{PUT, "cards/en/~$10-what.md", "x", 0},
      {PUT, "cards/en/.DS_Store", "x", 0},
      {PUT, "cards/en/desktop.ini", "x", 0}},
     {NULL},
     SHOWN},
    {"files that are not ours",
     {{PUT, "README.md", "x", 0}, {PUT, "device.ini", "[x]", 0}, {PUT, "notes/x", "x", 0}},
     {NULL},
     SHOWN},
};

FOLDER_TEST(what_can_be_understood_is_understood) {
    bad_inputs_check(understood, COUNT_OF(understood));
}

#define NOT_TEXT CARD ":3: error: There are bytes here that are not text. Open the file in Notepad"

static const struct bad_input bytes[] = {
    {"an older Windows encoding",
     {BYTES(CARD, "# Title\n\nIt\x92s here.\n")},
     {CARD ":3: error: The file is saved in an older way (ANSI), so this line has letters that "
           "cannot be read. In Notepad choose “Save as” and the encoding UTF-8."},
     NOT_SHOWN},
    {"bytes that are not UTF-8",
     {BYTES(CARD, "# Title\n\nab\xC3\x28\n")},
     {CARD ":3: error: The file is saved in an older way (ANSI)"},
     NOT_SHOWN},
    {"a NUL", {BYTES(CARD, "# Title\n\na\0b\n")}, {NOT_TEXT}, NOT_SHOWN},
    {"the control characters of a terminal",
     {BYTES(CARD, "# Title\n\na\033[2Jb\n")},
     {CARD ":3: error: There is an invisible control character in this line. Delete this line and "
           "type it again."},
     NOT_SHOWN},
    {"C1 controls",
     {BYTES(CARD, "# Title\n\na\xC2\x9B"
                  "2J\n")},
     {CARD ":3: error: There is an invisible control character in this line."},
     NOT_SHOWN},
    {"a direction override",
     {BYTES(CARD, "# Title\n\n\u202E999\n")},
     {CARD ":3: error: There is an invisible character in this line that turns the order of "
           "letters around."},
     NOT_SHOWN},
    {"a direction isolate",
     {BYTES(CARD, "# Title\n\n\u2066999\n")},
     {CARD ":3: error: There is an invisible character in this line that turns"},
     NOT_SHOWN},
    {"a letter that was lost before",
     {BYTES(CARD, "# Title\n\nIt\xEF\xBF\xBDs\n")},
     {CARD ":3: error: A letter in this line was lost when the file was saved. Type the letter "
           "again in place of the sign with the question mark, and save the file as UTF-8."},
     NOT_SHOWN},
    {"a picture that was pasted with the words",
     {BYTES(CARD, "# Title\n\nOur team: \xEF\xBF\xBC\n")},
     {CARD
      ":3: error: A picture was pasted here and was lost. Delete this line and type its words "
      "again. A picture goes into the folder images, and the card says ![Our team](team.jpg)."},
     NOT_SHOWN},
    {"half a letter of UTF-16",
     {BYTES(CARD, "\xFF\xFE#\0 \0T\0\n\0\0\xD8")},
     {CARD ":2: error: A letter in this line was lost when the file was saved."},
     NOT_SHOWN},
    {"a Word file that was renamed",
     {BYTES(CARD, "PK\3\4\24\0\6\0\10\0")},
     {CARD ":1: error: This is a Word file or a packed file, not plain text. Open it, choose “Save "
           "as” and “Plain text”, and give it a name that ends in .txt."},
     NOT_SHOWN},
    {"a Rich Text document under the name of a card",
     {{PUT, CARD, "{\\rtf1\\ansi {\\b Title}\\par}", 0}},
     {CARD ":1: error: This is a formatted file (Rich Text), not plain text. Open it in WordPad or "
           "Word, copy its words into Notepad, and save them here under this name, in place of "
           "this file."},
     NOT_SHOWN},
    {"a picture that was renamed",
     {BYTES(CARD, "\x89PNG\r\n\x1A\n")},
     {CARD ":1: error: This is a picture, not text. Put it into the folder images."},
     NOT_SHOWN},
    {"letters that no font has",
     {BYTES(CARD, "# Title\n\nA 日 and 日\n")},
     {CARD ":3: error: The screen has no letter “日” (U+65E5)."},
     NOT_SHOWN},
    {"letters that no font has, in the name of the practice",
     {{PUT, "kiosk.ini", "[practice]\nname = 日\n[referral]\n" PHONE, 0}},
     {"kiosk.ini:2: error: The screen has no letter “日” (U+65E5)."},
     SHOWN},
};

FOLDER_TEST(bytes_that_cannot_be_read_with_certainty_are_refused) {
    bad_inputs_check(bytes, COUNT_OF(bytes));
}

static const struct bad_input cards[] = {
    {"an empty card",
     {{PUT, CARD, "", 0}},
     {CARD ":1: error: The card is empty. Write its words, or take the file away."},
     NOT_SHOWN},
    {"two faults and a missing picture",
     {{PUT, CARD, "# Title\n\nSome <b>words</b>.\n\n![Us](us.png)\n\n| a | b |\n", 0}},
     {CARD ":3: error: There is HTML", CARD ":5: error: There is no picture “us.png”",
      CARD ":7: error: There is a table"},
     NOT_SHOWN},
    {"a number that is not the practice's",
     {{PUT, CARD, "# Title\n\nHello.\nRing 0203 228 1351 now.\n", 0}},
     {CARD ":4: warning: “0203 228 1351” is not the number in kiosk.ini."},
     SHOWN},
    {"the practice's own number, written otherwise",
     {{PUT, CARD, "# Title\n\nRing +44 20 3228 1350, 999, 111 or 116 123.\n", 0}},
     {NULL},
     SHOWN},
    {"words that a control says",
     {{PUT, CARD, "# Title\n\nNeed urgent help? Next. {seconds} %s %n\n", 0}},
     {NULL},
     SHOWN},
};

FOLDER_TEST(all_that_is_wrong_with_a_card_is_said_at_once) {
    bad_inputs_check(cards, COUNT_OF(cards));
}

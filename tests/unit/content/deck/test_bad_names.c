// SPDX-License-Identifier: MIT
// What a Windows computer makes of files and folders that somebody copies, saves as something else,
// or gives the same heading: each has a sentence that says what to do with it.
#include "bad_input.h"

#define DOCUMENT(ending)                                                                           \
    {                                                                                              \
        "a card saved as ." ending, {{PUT, "cards/en/20-next." ending, "x", 0}},                   \
            {"cards/en/20-next." ending ":1: error: This file is not plain text, so it is not "    \
             "shown. Open it, copy its words into Notepad, save them here as 20-next.txt, and "    \
             "take this file away."},                                                              \
            SHOWN                                                                                  \
    }

static const struct bad_input names[] = {
    DOCUMENT("rtf"),
    DOCUMENT("docx"),
    DOCUMENT("odt"),
    {"urgent help as a Word file",
     {{MOVE, "cards/en/urgent-help.md", "cards/en/Urgent help.docx", 0}},
     {"cards/en/Urgent help.docx:1: error: This file is not plain text, so it is not shown. Open "
      "it, copy its words into Notepad, save them here as urgent-help.txt, and"},
     NOT_SHOWN},
    {"a copy of a folder beside it",
     {{PUT, "cards/en - Copy/10-what.md", good_card, 0}, {PUT, "cards/EN (2)/10-a.md", "x", 0}},
     {"cards/EN (2):1: warning: This is a copy of the folder en. Only the folder en is shown: keep "
      "the one that is right under that name, and take the other away.",
      "cards/en - Copy:1: warning: This is a copy of the folder en."},
     SHOWN},
    {"a copy of a folder instead of it",
     {{MOVE, "cards/en", "cards/en - Copy", 0}},
     {"cards/en:1: error: This folder is missing.",
      "cards/en - Copy:1: warning: This folder is not called en. Rename it to en."},
     NOT_SHOWN},
    {"a folder with the long name of its language",
     {{PUT, "cards/Arabic/10-what.md", good_card, 0}},
     {"cards/Arabic:1: warning: The name of this folder is no short name of a language. Rename it, "
      "such as ar for Arabic, or take it away."},
     SHOWN},
    {"a heading that another card has",
     {{PUT, SECOND, "# What is dit?\n\nOther words.\n", 0}},
     {SECOND ":1: warning: 10-what.md has the same heading. Give each card a heading of its own, "
             "so that people can tell them apart."},
     SHOWN},
    {"a heading that the card of another language has",
     {WITH("[languages]\nshow = en ar\n"), {PUT, "cards/ar/10-what.md", good_card, 0}},
     {"cards/ar:1: error: Arabic has no card “urgent-help”.",
      "cards/ar:1: warning: Arabic has no card “refer”: it is shown in English. Have what is in "
      "cards/en translated, or take ar out of “show =”."},
     SHOWN},
    {"the same card as .txt and as .md",
     {{PUT, "cards/en/10-what.txt", good_card, 0}},
     {"cards/en/10-what.txt:1: error: This is the same card as 10-what.md. Keep one of the two "
      "files"},
     SHOWN},
    {"the same card under one number as .txt and under another as .md",
     {{PUT, "cards/en/45-what.txt", good_card, 0}},
     {"cards/en/45-what.txt:1: error: This is the same card as 10-what.md."},
     SHOWN},
    {"refer as .txt and as .md",
     {{PUT, "cards/en/refer.txt", good_refer, 0}},
     {"cards/en/refer.txt:1: error: This is the same card as refer.md."},
     SHOWN},
    {"a card and a picture beside the settings, and what belongs there",
     {{PUT, "45-opening-times.md", "# Opening times\n\nWe open at 8am.\n", 0},
      {PUT, "team.jpg", "x", 0},
      {PUT, "README.txt", "x", 0}},
     {"45-opening-times.md:1: warning: This card lies outside the folder cards. Move it to the "
      "cards of its language, such as into cards/en.",
      "team.jpg:1: warning: This picture lies outside the folder images. Move it into"},
     SHOWN},
    {"pictures in a folder among the cards",
     {{PUT, "cards/images/team.jpg", "x", 0}},
     {"cards/images:1: warning: Pictures are not looked for in this folder. Pictures belong in the "
      "folder images, beside kiosk.ini."},
     SHOWN},
    {"a packed file among the cards",
     {{PUT, "cards/en/cards.zip", "x", 0}},
     {"cards/en/cards.zip:1: error: The files inside this one are not shown. Right-click it and "
      "choose “Extract all”"},
     SHOWN},
};

FOLDER_TEST(what_windows_makes_of_names_has_a_remedy) {
    bad_inputs_check(names, COUNT_OF(names));
}

// SPDX-License-Identifier: MIT
// What can be wrong with the words of a card: the table of sentences. The reader runs a reception
// desk, so every sentence says what is seen, and the next one what to type.
#include "content/card/fault.h"

#include <assert.h>

static const struct {
    const char *what, *todo;
    enum finding_level level;
} faults[] = {
    [FAULT_TABLE] = {"There is a table, which the screen cannot show.",
                     "Write it as a list, with a - in front of each line.", FINDING_ERROR},
    [FAULT_PASTED_TABLE] = {"These lines are columns, as from a table, and would be run into one.",
                            "Write them as a list, with a - in front of each line.", FINDING_ERROR},
    [FAULT_LETTERED_LIST] = {"These lines are a list with letters or brackets in front, and would "
                             "be run into one.",
                             "Put a - and a space in front of each line, such as - a) Bring this.",
                             FINDING_ERROR},
    [FAULT_HTML] = {"There is HTML (something in < >), which is not shown.",
                    "Take the < > and what is between them out.", FINDING_ERROR},
    [FAULT_CODE] = {"There is computer code (text between ` signs).", "Take the ` signs out.",
                    FINDING_ERROR},
    [FAULT_LINK] = {"There is a web or e-mail link, which nobody can open on this screen.",
                    "Say in words where people find it, or use qr = link in kiosk.ini.",
                    FINDING_ERROR},
    [FAULT_PICTURE_LINK] = {"There is a picture without the ! in front of it.",
                            "Write ![Our team](team.jpg), with ! in front of the first bracket.",
                            FINDING_ERROR},
    [FAULT_DEEP_LIST] = {"There is a list inside a list inside a list.", "Use two levels at most.",
                         FINDING_ERROR},
    [FAULT_DEEP_QUOTE] = {"There is a call-out inside a call-out.", "Take one of the > signs out.",
                          FINDING_ERROR},
    [FAULT_DEPTH] = {"The marks at the start of a line go too deep.",
                     "Take most of the > and - signs out.", FINDING_ERROR},
    [FAULT_LIST_HEADING] = {"There is a heading inside a list.",
                            "Take the # signs out, or put the heading above the list.",
                            FINDING_ERROR},
    [FAULT_HEADING_PICTURE] = {"There is a picture in a heading.",
                               "Put the picture on a line of its own.", FINDING_ERROR},
    [FAULT_EMPTY_HEADING] = {"There is a heading without words.",
                             "Write the words behind the # sign.", FINDING_ERROR},
    [FAULT_SECOND_PICTURE] = {"There is a second picture.", "Keep one picture on a card.",
                              FINDING_ERROR},
    [FAULT_EMOJI] = {"There is an emoji (a face or another little picture), which the screen "
                     "cannot show.",
                     "Take it out, or say in words what it means.", FINDING_ERROR},
    [FAULT_NO_ALT] = {"The picture has no words for people who cannot see it.",
                      "Write them between the brackets: ![Our team](team.jpg).", FINDING_WARNING},
    [FAULT_PICTURE_PATH] = {"The picture is not named by its file name alone.",
                            "Put the picture into the folder images and write "
                            "![Our team](team.jpg).",
                            FINDING_ERROR},
    [FAULT_UNFINISHED] =
        {"There is a picture or link that is not complete, so “](” would be shown.",
         "Write ![Our team](our-team.jpg), with no space in the file name.", FINDING_ERROR},
    [FAULT_RULE] = {"A line across the card is not shown.", "Take it out, or use a heading.",
                    FINDING_WARNING},
    [FAULT_HIDDEN] = {"A line that begins with words in [ ] and a : is not shown.",
                      "Take the [ and the ] out: write Monday: 9 to 5, not [Monday]: 9 to 5.",
                      FINDING_ERROR},
    [FAULT_TOO_MUCH] = {"There is far too much on this card.", "Make several cards of it.",
                        FINDING_ERROR},
    [FAULT_ENTITY] = {"There is a code between & and ; that is no letter.",
                      "Write the letter itself.", FINDING_ERROR},
    [FAULT_EMPTY_CARD] = {"The card is empty.", "Write its words, or take the file away.",
                          FINDING_ERROR},
    [FAULT_NO_HEADING] = {"The card has no heading.",
                          "Begin a line with # and the heading, such as # What is DIT?",
                          FINDING_ERROR},
    [FAULT_NO_WORDS] = {"There is nothing below the heading.", "Write the words of the card there.",
                        FINDING_ERROR},
    [FAULT_LONG_TITLE] = {"The heading is too long.", "Use at most 100 letters.", FINDING_ERROR},
    [FAULT_LONG_LABEL] = {"The words above the heading are too long.",
                          "Use at most 40 letters there, or put them below the heading.",
                          FINDING_ERROR},
    [FAULT_LABEL_BLOCKS] = {"There is more than one line of words above the heading.",
                            "Keep one short line there and put the rest below the heading.",
                            FINDING_ERROR},
    [FAULT_SECOND_TITLE] = {"There is a second main heading.",
                            "Begin it with ## to make it a smaller one.", FINDING_WARNING},
    [FAULT_LONG_WORD] = {"A word in the heading has more than 30 letters.",
                         "Use a shorter one, or two words, so that it fits on a line.",
                         FINDING_WARNING},
    [FAULT_STRAY_STARS] = {"There are ** signs here that patients would see.",
                           "Write **words** with ** close to the words on both sides, or take the "
                           "signs out.",
                           FINDING_WARNING},
    [FAULT_STRAY_HASH] = {"There is a # sign here that patients would see.",
                          "Put a space after it if this is a heading, or take it out.",
                          FINDING_WARNING},
    [FAULT_LONG_SENTENCE] = {"A sentence here has more than 20 words.",
                             "Make two sentences of it, so that it is easy to read.",
                             FINDING_WARNING},
    [FAULT_LONG_PARAGRAPH] = {"This paragraph has more than 3 sentences.",
                              "Make two paragraphs of it, so that it is easy to read.",
                              FINDING_WARNING},
    [FAULT_LONG_LIST] = {"This list has more than 6 lines.",
                         "Make it shorter, or make two lists of it.", FINDING_WARNING},
    [FAULT_CAPITALS] = {"All of this card is in CAPITAL LETTERS, which are hard to read.",
                        "Write it in small letters, with a capital where a sentence begins.",
                        FINDING_WARNING},
};
static_assert(COUNT_OF(faults) == FAULT_COUNT, "a sentence for every fault");

void fault_add(struct findings *findings, enum fault fault, struct fault_place place) {
    finding_add(findings, (struct finding){.level = faults[fault].level,
                                           .path = place.path,
                                           .line = place.line,
                                           .what = faults[fault].what,
                                           .todo = faults[fault].todo});
}

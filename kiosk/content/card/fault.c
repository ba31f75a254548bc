// SPDX-License-Identifier: MIT
// The table of sentences. The reader runs a reception desk, so every sentence says what is seen,
// and the next one what to type.
#include "content/card/fault.h"

#include <assert.h>

static const struct {
    const char *what, *todo;
} faults[] = {
    [FAULT_TAG] = {"There is HTML (something in < >), which is not shown.",
                   "Take the < > and what is between them out."},
    [FAULT_ENTITY] = {"There is a code between & and ; that is no letter.",
                      "Write the letter itself."},
    [FAULT_LINK] = {"There is a link, which nobody can touch on this screen.",
                    "Say in words where people find it, or use qr = link in kiosk.ini."},
    [FAULT_STRUCK] = {"There are words struck out with ~~, which patients would see.",
                      "Take them out, with their ~~ signs."},
    [FAULT_TABLE] = {"There is a table with | signs, which is not shown.",
                     "Part its columns with three spaces instead."},
    [FAULT_PICTURE_LINE] = {"The line for the picture is not quite right.",
                            "Write it as ![Our team](team.jpg), on a line of its own."},
    [FAULT_SECOND_PICTURE] = {"There is a second picture.", "Keep one picture on a card."},
    [FAULT_EMOJI] = {"There is an emoji (a face or another little picture), which the screen "
                     "cannot show.",
                     "Take it out, or say in words what it means."},
    [FAULT_TOO_MUCH] = {"There is far too much on this card.", "Make several cards of it."},
    [FAULT_EMPTY_CARD] = {"The card is empty.", "Write its words, or take the file away."},
    [FAULT_NO_TITLE] = {"Which line is the title?",
                        "Put # and a space before it, such as # What is DIT?"},
    [FAULT_NO_WORDS] = {"There is nothing below the title.", "Write the words of the card there."},
    [FAULT_LONG_TITLE] = {"The title is too long.", "Use at most 100 letters."},
    [FAULT_LONG_LABEL] = {"The words above the title are too long.",
                          "Use at most 40 letters there, or put them below the title."},
    [FAULT_LABEL_LINES] = {"There is more than one line of words above the title.",
                           "Keep one short line there and put the rest below the title."},
    [FAULT_ADDRESS] = {"There is a web address, which nobody can touch on this screen.",
                       "Say in words where people find it, or use qr = link in kiosk.ini."},
    [FAULT_CUT_LINES] = {"These lines look as if an e-mail program had cut them.",
                         "Join them into one long line, if they are one sentence."},
    [FAULT_GARBLED] = {"There are garbled letters here, such as â€™ or Â£.",
                       "Type these letters again, and in Notepad choose “Save as” with the "
                       "encoding UTF-8."},
    [FAULT_NO_ALT] = {"The picture has no words for people who cannot see it.",
                      "Write them between the brackets: ![Our team](team.jpg)."},
    [FAULT_RULE] = {"A line across the card is not shown.", "Take it out, or use a heading."},
    [FAULT_DEEP_LIST] = {"There is a list inside a list inside a list.",
                         "Use two levels: this line is shown on the second."},
    [FAULT_SECOND_TITLE] = {"There is a second main heading.",
                            "Begin it with ## to make it a smaller one."},
    [FAULT_STRAY_STARS] = {"There are ** signs here that patients would see.",
                           "Write **words** with ** close to the words on both sides, or take the "
                           "signs out."},
    [FAULT_STRAY_HASH] = {"There is a # sign here that patients would see.",
                          "Put a space after it if this is a heading, or take it out."},
    [FAULT_LONG_SENTENCE] = {"A sentence here has more than 20 words.",
                             "Make two sentences of it, so that it is easy to read."},
    [FAULT_LONG_PARAGRAPH] = {"This paragraph has more than 3 sentences.",
                              "Make two paragraphs of it, so that it is easy to read."},
    [FAULT_LONG_LIST] = {"This list has more than 6 lines.",
                         "Make it shorter, or make two lists of it."},
};
static_assert(COUNT_OF(faults) == FAULT_COUNT, "a sentence for every fault");

void fault_add_with(struct findings *findings, enum fault fault, struct finding_place place,
                    const char *todo) {
    bool is_error = fault < FAULT_ADDRESS;
    (is_error ? finding_error : finding_warning)(findings, place, faults[fault].what,
                                                 todo ? todo : faults[fault].todo);
}

void fault_add(struct findings *findings, enum fault fault, struct finding_place place) {
    fault_add_with(findings, fault, place, NULL);
}

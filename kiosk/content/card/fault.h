// SPDX-License-Identifier: MIT
// What can be wrong with the words of a card, each with its sentence for staff.
#pragma once

#include "base/finding.h"

// One list: the name, what is seen, and what to type, for a reader who runs a reception desk.
// clang-format off
#define FAULTS(FAULT) \
    /* Not shown: the card has to wait */ \
    FAULT(TAG, "There is HTML (something in < >), which is not shown.", \
          "Take the < > and what is between them out.") \
    FAULT(ENTITY, "There is a code between & and ; that is no letter.", \
          "Write the letter itself.") \
    FAULT(LINK, "There is a link, which nobody can touch on this screen.", \
          "Say in words where people find it, or use qr = link in kiosk.ini.") \
    FAULT(STRUCK, "There are words struck out with ~~, which patients would see.", \
          "Take them out, with their ~~ signs.") \
    FAULT(TABLE, "There is a table with | signs, which is not shown.", \
          "Part its columns with three spaces instead.") \
    FAULT(PICTURE_LINE, "The line for the picture is not quite right.", \
          "Write it as ![Our team](team.jpg), on a line of its own.") \
    FAULT(SECOND_PICTURE, "There is a second picture.", \
          "Keep one picture on a card.") \
    FAULT(EMOJI, "There is an emoji (a face or another little picture), which the screen " \
          "cannot show.", \
          "Take it out, or say in words what it means.") \
    FAULT(TOO_MUCH, "There is far too much on this card.", \
          "Make several cards of it.") \
    FAULT(EMPTY_CARD, "The card is empty.", \
          "Write its words, or take the file away.") \
    FAULT(NO_TITLE, "Which line is the title?", \
          "Put # and a space before it, such as # What is DIT?") \
    FAULT(NO_WORDS, "There is nothing below the title.", \
          "Write the words of the card there.") \
    FAULT(LONG_TITLE, "The title is too long.", \
          "Use at most 100 letters.") \
    FAULT(LONG_LABEL, "The words above the title are too long.", \
          "Use at most 40 letters there, or put them below the title.") \
    FAULT(LABEL_LINES, "There is more than one line of words above the title.", \
          "Keep one short line there and put the rest below the title.") \
    /* Shown as typed, or nearly */ \
    FAULT(ADDRESS, "There is a web address, which nobody can touch on this screen.", \
          "Say in words where people find it, or use qr = link in kiosk.ini.") \
    FAULT(CUT_LINES, "These lines look as if an e-mail program had cut them.", \
          "Join them into one long line, if they are one sentence.") \
    FAULT(GARBLED, "There are garbled letters here, such as â€™ or Â£.", \
          "Type these letters again, and in Notepad choose “Save as” with the encoding UTF-8.") \
    FAULT(NO_ALT, "The picture has no words for people who cannot see it.", \
          "Write them between the brackets: ![Our team](team.jpg).") \
    FAULT(RULE, "A line across the card is not shown.", \
          "Take it out, or use a heading.") \
    FAULT(DEEP_LIST, "There is a list inside a list inside a list.", \
          "Use two levels: this line is shown on the second.") \
    FAULT(SECOND_TITLE, "There is a second main heading.", \
          "Begin it with ## to make it a smaller one.") \
    FAULT(STRAY_STARS, "There are ** signs here that patients would see.", \
          "Write **words** with ** close to the words on both sides, or take the signs out.") \
    FAULT(STRAY_HASH, "There is a # sign here that patients would see.", \
          "Put a space after it if this is a heading, or take it out.") \
    FAULT(LONG_SENTENCE, "A sentence here has more than 20 words.", \
          "Make two sentences of it, so that it is easy to read.") \
    FAULT(LONG_PARAGRAPH, "This paragraph has more than 3 sentences.", \
          "Make two paragraphs of it, so that it is easy to read.") \
    FAULT(LONG_LIST, "This list has more than 6 lines.", \
          "Make it shorter, or make two lists of it.")
// clang-format on

#define FAULT_ENUM(name, what, todo) FAULT_##name,
enum fault { FAULTS(FAULT_ENUM) FAULT_COUNT };

void fault_add(struct findings *findings, enum fault fault, struct finding_place place);

// The same, with something better to do than the table's; NULL: the table's.
void fault_add_with(struct findings *findings, enum fault fault, struct finding_place place,
                    const char *todo);

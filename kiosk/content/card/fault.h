// SPDX-License-Identifier: MIT
// What can be wrong with the words of a card, each with its sentence for staff.
#pragma once

#include "base/finding.h"

enum fault {
    // Not shown: the card has to wait
    FAULT_TAG,
    FAULT_ENTITY,
    FAULT_LINK,
    FAULT_STRUCK,
    FAULT_TABLE,
    FAULT_PICTURE_LINE,
    FAULT_SECOND_PICTURE,
    FAULT_EMOJI,
    FAULT_TOO_MUCH,
    FAULT_EMPTY_CARD,
    FAULT_NO_TITLE,
    FAULT_NO_WORDS,
    FAULT_LONG_TITLE,
    FAULT_LONG_LABEL,
    FAULT_LABEL_LINES,
    // Shown as typed, or nearly
    FAULT_ADDRESS,
    FAULT_CUT_LINES,
    FAULT_GARBLED,
    FAULT_NO_ALT,
    FAULT_RULE,
    FAULT_DEEP_LIST,
    FAULT_SECOND_TITLE,
    FAULT_STRAY_STARS,
    FAULT_STRAY_HASH,
    FAULT_LONG_SENTENCE,
    FAULT_LONG_PARAGRAPH,
    FAULT_LONG_LIST,
    FAULT_COUNT,
};

void fault_add(struct findings *findings, enum fault fault, struct finding_place place);

// The same, with something better to do than the table's; NULL: the table's.
void fault_add_with(struct findings *findings, enum fault fault, struct finding_place place,
                    const char *todo);

// SPDX-License-Identifier: MIT
// What can be wrong with the words of a card, each with its sentence for staff.
#pragma once

#include "base/finding.h"

enum fault {
    FAULT_TABLE,
    FAULT_PASTED_TABLE,
    FAULT_LETTERED_LIST,
    FAULT_HTML,
    FAULT_CODE,
    FAULT_LINK,
    FAULT_PICTURE_LINK,
    FAULT_DEEP_LIST,
    FAULT_DEEP_QUOTE,
    FAULT_DEPTH,
    FAULT_LIST_HEADING,
    FAULT_HEADING_PICTURE,
    FAULT_EMPTY_HEADING,
    FAULT_SECOND_PICTURE,
    FAULT_EMOJI,
    FAULT_NO_ALT,
    FAULT_PICTURE_PATH,
    FAULT_UNFINISHED,
    FAULT_RULE,
    FAULT_HIDDEN,
    FAULT_TOO_MUCH,
    FAULT_ENTITY,
    FAULT_EMPTY_CARD,
    FAULT_NO_HEADING,
    FAULT_NO_WORDS,
    FAULT_LONG_TITLE,
    FAULT_LONG_LABEL,
    FAULT_LABEL_BLOCKS,
    FAULT_SECOND_TITLE,
    FAULT_LONG_WORD,
    FAULT_STRAY_STARS,
    FAULT_STRAY_HASH,
    FAULT_LONG_SENTENCE,
    FAULT_LONG_PARAGRAPH,
    FAULT_LONG_LIST,
    FAULT_CAPITALS,
    FAULT_COUNT,
};

struct fault_place {
    const char *path;
    int line;
};

void fault_add(struct findings *findings, enum fault fault, struct fault_place place);

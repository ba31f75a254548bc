// SPDX-License-Identifier: MIT
// The cards of one language, from its folder in cards/. Names are sorted out first, so that a
// folder of junk costs no reading; then every card is read once, in the order in which it is shown.
#pragma once

#include "base/folder.h"
#include "content/card/card.h"
#include "content/deck/gallery.h"
#include "content/settings/settings.h"
#include "content/words/words.h"

struct language {
    struct words words;
    const struct card *cards; // in the order of their file names' numbers, borrowed ones too
    int card_count;
    struct card refer;
    struct card urgent;
};

struct language_source {
    const struct folder *cards;     // the folder that holds the language's folder
    const char *folder_name;        // as it is written there: "en"
    const struct language *english; // for what this one lacks; NULL: there is none, or it is this
    const struct language *shown;   // this one as the screen has it now, or NULL
    const struct settings *settings;
    const struct ports *ports;
    struct gallery *gallery;
};

// Begins to fill everything but the words of a zeroed language, which stays where it is, as does
// all that the source points to. The loader lives in findings->arena. NULL: there is no such
// folder; every fault is a finding.
struct language_loader *language_open(struct language *language,
                                      const struct language_source *source,
                                      struct findings *findings);

// Reads one card. False: there are no more.
bool language_step(struct language_loader *loader);

// A card that the language lacks, and English has, is shown in English with a warning; but for
// urgent help. False, and no card, where urgent help, refer or any other card is missing or faulty
// to the last.
MUST_USE bool language_close(struct language_loader *loader);

// A card of its own by its id, refer and urgent help aside. NULL: there is none, or no language.
const struct card *language_find_card(const struct language *language, const char *id);

// SPDX-License-Identifier: MIT
// See card.h. Whoever looks at the words of a card goes through them here, so that none of them is
// forgotten.
#include "content/card/card.h"

int card_text_count(const struct card *card) {
    return CARD_BODY + card->body.count;
}

struct card_text card_text_at(const struct card *card, int index) {
    if (index == CARD_LABEL) {
        return (struct card_text){card->label, card->label_line, NULL};
    }
    if (index == CARD_TITLE) {
        return (struct card_text){card->title, card->title_line, NULL};
    }
    const struct block *block = &card->body.blocks[index - CARD_BODY];
    bool is_picture = block->kind == BLOCK_PICTURE; // whose text is the name of a file
    return (struct card_text){is_picture ? block->alt : block->text, block->line, block};
}

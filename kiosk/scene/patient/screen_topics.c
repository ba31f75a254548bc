// SPDX-License-Identifier: MIT
// Screens of tiles: all topics, each with its drawing, its title and its first line as the answer;
// the languages; and the settings, where the header has no room for them.
#include "scene/patient/patient_builders.h"

// What the card says first, unless that only leads to a list.
static const char *answer_of(const struct scene_builder *builder, const struct card *card) {
    const struct block *first = card->body.blocks;
    bool is_words =
        card->body.count > 0 && (first->kind == BLOCK_PARAGRAPH || first->kind == BLOCK_ITEM);
    if (!is_words || (first->text.size > 0 && first->text.at[first->text.size - 1] == ':')) {
        return NULL;
    }
    char *text = arena_text(builder->arena, first->text);
    for (char *c = text; *c; c++) {
        *c = *c == '\n' || *c == '\t' ? ' ' : *c;
    }
    return text;
}

void screen_topics_build(struct scene_builder *builder) {
    const struct language *language = builder->language;
    struct tile *tiles = ARENA_ARRAY(builder->arena, struct tile, language->card_count);
    for (int i = 0; i < language->card_count; i++) {
        const struct card *card = &language->cards[i];
        tiles[i] = (struct tile){.action = {ACTION_OPEN_CARD, i},
                                 .words = arena_text(builder->arena, card->title),
                                 .drawing = card->drawing,
                                 .answer = answer_of(builder, card),
                                 .short_answer = arena_text(builder->arena, card->label)};
    }
    floor_draw_row(builder);
    int top = heading_draw(builder, str_from(builder_word(builder, WORD_TOPICS_HEADING)));
    grid_draw(builder, frame_room(builder, top), (struct tiles){tiles, language->card_count});
    header_draw(builder, 0);
    pages_draw(builder, BUTTON_FLOOR, button_word(builder, BUTTON_NEXT, ACTION_REFER, WORD_REFER));
}

// Each language is named in itself: who looks for Tamil reads Tamil.
void screen_languages_build(struct scene_builder *builder) {
    const struct deck *deck = builder->source->deck;
    struct tile *tiles = ARENA_ARRAY(builder->arena, struct tile, deck->language_count);
    for (int i = 0; i < deck->language_count; i++) {
        bool is_here = i == builder->view->language;
        tiles[i] = (struct tile){.action = {ACTION_SET_LANGUAGE, i},
                                 .words = deck->languages[i].words.text[WORD_LANGUAGE_NAME],
                                 .answer = is_here ? builder_word(builder, WORD_SHOWING_NOW) : NULL,
                                 .is_here = is_here};
    }
    floor_draw_row(builder);
    const struct metrics *m = builder->metrics;
    struct rect room =
        frame_room(builder, header_is_there(builder) ? m->header_px : m->edge_gap_px);
    int globe = builder_px(builder, 8);
    struct rect sign = builder_take_top(&room, globe, builder_px(builder, 2));
    builder_icon(builder, builder_middle(sign, globe), "globe",
                 builder_colour(builder, COLOUR_ACCENT));
    grid_draw(builder, room, (struct tiles){tiles, deck->language_count});
    header_draw(builder, 0);
    pages_draw(builder, BUTTON_FLOOR, (struct button){0});
}

void screen_settings_build(struct scene_builder *builder) {
    struct button buttons[HEADER_BUTTON_LIMIT];
    int count = header_buttons(builder, true, buttons);
    struct tile tiles[HEADER_BUTTON_LIMIT];
    for (int i = 0; i < count; i++) {
        tiles[i] = (struct tile){
            .action = buttons[i].action, .words = buttons[i].words, .icon = buttons[i].icon_before};
    }
    floor_draw_row(builder);
    int top = builder->metrics->edge_gap_px;
    grid_draw(builder, frame_room(builder, top), (struct tiles){tiles, count});
    pages_draw(builder, BUTTON_FLOOR, (struct button){0});
}

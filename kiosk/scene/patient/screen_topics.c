// SPDX-License-Identifier: MIT
// All topics: a tile for each card, an icon and the card's title. It is the way to a card without
// walking through the others, and the way to the refer screen.
#include "scene/frame.h"
#include "scene/patient/patient_builders.h"

static struct button refer_button(const struct scene_builder *builder) {
    bool is_narrow = builder->metrics->is_portrait || builder->metrics->is_cramped;
    return (struct button){
        .kind = BUTTON_FILLED,
        .action = {ACTION_REFER, 0},
        .words = builder_word(builder, is_narrow ? WORD_REFER_SHORT : WORD_REFER),
        .said = builder_word(builder, WORD_REFER),
        .icon_after = widget_arrow(builder, +1),
    };
}

void screen_topics_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    const struct language *language = builder->language;
    header_draw(builder, m->width_px - m->margin_px, NULL);
    int top = heading_draw(builder, str_from(builder_word(builder, WORD_TOPICS_HEADING)));
    struct tile *tiles = ARENA_ARRAY(builder->arena, struct tile, language->card_count);
    for (int i = 0; i < language->card_count; i++) {
        const struct card *card = &language->cards[i];
        tiles[i] = (struct tile){
            {ACTION_OPEN_CARD, i}, arena_text(builder->arena, card->title), card->icon};
    }
    grid_draw(builder, frame_room(builder, top), (struct tiles){tiles, language->card_count});
    pages_draw(builder, refer_button(builder));
}

// Each language is named in itself: who looks for Tamil reads Tamil.
void screen_languages_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    const struct deck *deck = builder->source->deck;
    header_draw(builder, m->width_px - m->margin_px, NULL);
    int top = heading_draw(builder, str_from(builder_word(builder, WORD_LANGUAGES_HEADING)));
    struct tile *tiles = ARENA_ARRAY(builder->arena, struct tile, deck->language_count);
    for (int i = 0; i < deck->language_count; i++) {
        tiles[i] = (struct tile){
            {ACTION_SET_LANGUAGE, i}, deck->languages[i].words.text[WORD_LANGUAGE_NAME], NULL};
    }
    grid_draw(builder, frame_room(builder, top), (struct tiles){tiles, deck->language_count});
    pages_draw_close(builder);
}

// SPDX-License-Identifier: MIT
// All topics: a tile for each card, an icon and the card's title. It is the way to a card without
// walking through the others, and the way to the refer screen.
#include "scene/frame.h"
#include "scene/grid.h"
#include "scene/patient/patient_builders.h"

static struct rect grid_room(const struct sketch *sketch, int top) {
    const struct metrics *m = sketch_metrics(sketch);
    return (struct rect){m->margin_px, top, m->width_px - 2 * m->margin_px,
                         navigation_content_bottom_px(sketch) - top};
}

static struct button refer_button(const struct sketch *sketch) {
    bool is_narrow = sketch_metrics(sketch)->is_portrait || sketch_metrics(sketch)->is_cramped;
    return (struct button){
        .kind = BUTTON_FILLED,
        .action = {ACTION_REFER, 0},
        .words = sketch_word(sketch, is_narrow ? WORD_REFER_SHORT : WORD_REFER),
        .said = sketch_word(sketch, WORD_REFER),
        .icon_after = widget_forward_icon(sketch),
    };
}

void screen_topics_build(struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    const struct language *language = sketch->language;
    header_draw(sketch, m->width_px - m->margin_px, NULL);
    int top = heading_draw(sketch, str_from(sketch_word(sketch, WORD_TOPICS_HEADING)));
    struct tile *tiles = ARENA_ARRAY(sketch->arena, struct tile, language->card_count);
    for (int i = 0; i < language->card_count; i++) {
        const struct card *card = &language->cards[i];
        tiles[i] = (struct tile){
            {ACTION_OPEN_CARD, i}, arena_text(sketch->arena, card->title), card->icon};
    }
    grid_draw(sketch, grid_room(sketch, top),
              (struct tile_row){.tiles = tiles, .count = language->card_count});
    pages_draw(sketch, refer_button(sketch));
}

// Each language is named in itself: who looks for Tamil reads Tamil.
void screen_languages_build(struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    const struct deck *deck = sketch->source->deck;
    header_draw(sketch, m->width_px - m->margin_px, NULL);
    int top = heading_draw(sketch, str_from(sketch_word(sketch, WORD_LANGUAGES_HEADING)));
    struct tile *tiles = ARENA_ARRAY(sketch->arena, struct tile, deck->language_count);
    for (int i = 0; i < deck->language_count; i++) {
        tiles[i] = (struct tile){
            {ACTION_SET_LANGUAGE, i}, deck->languages[i].words.text[WORD_LANGUAGE_NAME], NULL};
    }
    grid_draw(sketch, grid_room(sketch, top),
              (struct tile_row){.tiles = tiles, .count = deck->language_count});
    pages_draw(sketch, (struct button){.kind = BUTTON_PLAIN,
                                       .action = {ACTION_CLOSE, 0},
                                       .words = sketch_word(sketch, WORD_BACK),
                                       .icon_before = widget_backward_icon(sketch)});
}

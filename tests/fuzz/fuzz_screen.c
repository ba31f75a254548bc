// SPDX-License-Identifier: MIT
// Any card on any screen: the last bytes choose screen, display, letters and direction, the others
// are a card that stands in for every card there is. Whatever its words are, nothing leaves
// the glass, no two touch targets overlap, urgent help stays where it always is, and the telephone
// number and the code are there.
#include "fuzz_card.h"

#include "content/card/card_load.h"
#include "fake_fonts.h"
#include "scene/scene.h"
#include "valid_utf8.h"

enum { CHOICE_BYTES = 2, PAGE_LIMIT = 40 };

static const char number[] = "0203 228 1350";

static const struct {
    int width, height;
    double inches;
} displays[] = {{1920, 1080, 0},  {800, 480, 7},  {720, 1280, 0}, {1280, 720, 15.6},
                {1080, 1920, 32}, {1024, 600, 0}, {480, 800, 0}};

struct stand_in {
    struct card card;
    struct language language;
    struct deck deck;
    struct metrics metrics;
    struct scene_source source;
};

static void fill_words(struct words *words, bool is_right_to_left) {
    *words = (struct words){.tag = "en", .is_right_to_left = is_right_to_left};
    for (int i = 0; i < WORD_COUNT; i++) {
        words->text[i] = "Some words";
    }
}

static void set_up(struct stand_in *all, const struct card *card, const uint8_t *choice,
                   struct arena *arena) {
    int at = choice[0] % COUNT_OF(displays);
    *all = (struct stand_in){.card = *card};
    all->language =
        (struct language){.cards = &all->card, .card_count = 1, .refer = *card, .urgent = *card};
    fill_words(&all->language.words, choice[0] & 0x80);
    settings_init(&all->deck.settings, arena);
    all->deck.settings.practice_name = "Example Surgery";
    all->deck.settings.phone = number;
    all->deck.languages = &all->language;
    all->deck.language_count = 1;
    all->metrics = metrics_build(displays[at].width, displays[at].height, displays[at].inches);
    all->source =
        (struct scene_source){.deck = &all->deck, .metrics = &all->metrics, .fonts = &fake_fonts};
}

static bool is_inside(const struct scene *scene, struct rect at) {
    return at.x >= 0 && at.y >= 0 && at.w >= 0 && at.h > 0 && at.x + at.w <= scene->width_px &&
           at.y + at.h <= scene->height_px;
}

static void check_items(const struct scene *scene, enum screen screen) {
    int codes = 0;
    int numbers = 0;
    for (int i = 0; i < scene->item_count; i++) {
        const struct scene_item *item = &scene->items[i];
        FUZZ_CHECK(is_inside(scene, item->at));
        if (item->kind == SCENE_TEXT) {
            FUZZ_CHECK(item->size_px > 0 && item->text[0] && is_valid_utf8(str_from(item->text)));
            numbers += strcmp(item->text, number) == 0;
        }
        codes += item->kind == SCENE_QR;
    }
    bool must_refer = screen == SCREEN_CARD || screen == SCREEN_REFER;
    FUZZ_CHECK(!must_refer || (codes == 1 && numbers >= 1));
}

static void check_targets(const struct scene *scene) {
    for (int i = 0; i < scene->target_count; i++) {
        const struct scene_target *target = &scene->targets[i];
        FUZZ_CHECK(is_inside(scene, target->hit));
        FUZZ_CHECK(rect_equals(rect_union(target->hit, target->seen), target->hit));
        FUZZ_CHECK(target->label && target->label[0]);
        for (int k = 0; k < i; k++) {
            const struct action *below = &scene->targets[k].action; // a touch anywhere in the loop
            FUZZ_CHECK(below->kind == ACTION_READ || action_equals(*below, target->action) ||
                       !rect_touches(target->hit, scene->targets[k].hit));
        }
    }
}

static struct rect place_of_help(const struct scene *scene) {
    for (int i = 0; i < scene->target_count; i++) {
        if (scene->targets[i].action.kind == ACTION_URGENT_HELP) {
            return scene->targets[i].hit;
        }
    }
    return (struct rect){0};
}

// Page by page, as long as there are any; where urgent help is told to `help`, which is empty
// first.
static void check_screen(const struct stand_in *all, struct view view, struct rect *help,
                         struct arena *arena) {
    int pages = 1;
    for (view.page = 0; view.page < pages && view.page < PAGE_LIMIT; view.page++) {
        const struct scene *scene = scene_build(&all->source, &view, arena);
        pages = scene->page_count;
        FUZZ_CHECK(scene->page == view.page && pages >= 1);
        check_items(scene, view.screen);
        check_targets(scene);
        if (view.screen != SCREEN_URGENT) {
            struct rect place = place_of_help(scene);
            *help = rect_is_empty(*help) ? place : *help;
            FUZZ_CHECK(!rect_is_empty(place) && rect_equals(place, *help));
        }
    }
}

// The topics are on a screen of their own, which is quick to build and says where help is.
static void fuzz_screens(const struct card *card, const uint8_t *choice, struct arena *arena) {
    static const enum screen screens[] = {SCREEN_CARD, SCREEN_REFER, SCREEN_URGENT, SCREEN_TOPICS};
    struct stand_in all;
    struct rect help = {0};
    set_up(&all, card, choice, arena);
    struct view view = {.screen = SCREEN_TOPICS,
                        .text_size = (enum text_size)(choice[1] % TEXT_SIZE_COUNT)};
    check_screen(&all, view, &help, arena);
    view.screen = screens[choice[1] >> 2 & 3];
    check_screen(&all, view, &help, arena);
    struct view loop = {.screen = choice[1] & 16 ? SCREEN_POSTER : SCREEN_CARD, .is_cycling = true};
    help = (struct rect){0};
    check_screen(&all, loop, &help, arena);
}

void fuzz_one(struct str bytes, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct card card = {.id = "card", .order = 10};
    if (bytes.size <= CHOICE_BYTES) {
        return;
    }
    bytes.size -= CHOICE_BYTES;
    if (fuzz_load(&card, bytes, &fuzz_ports, &findings)) {
        fuzz_screens(&card, (const uint8_t *)bytes.at + bytes.size, arena);
    }
}

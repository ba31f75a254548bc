// SPDX-License-Identifier: MIT
// Whatever is missing or broken, there is a deck with the number and urgent help, and a picture of
// it.
#include "content/ports.h"
#include "heard.h"
#include "own_folder.h"
#include "platform/draw/paint.h"
#include "platform/draw/pixel.h"
#include "platform/system/content.h"
#include "scene/scene.h"
#include "store/stick/export.h"

#define SHIPPED DIT_SOURCE_DIR "/config"
#define ASSETS DIT_SOURCE_DIR "/assets"

static const struct ports NO_PORTS = {0};

struct shelf {
    struct arena arena;
    struct deck deck;
    int log_count; // lines that were written while the deck was loaded
};

static bool load_from(struct shelf *shelf, struct content_source source) {
    source.ports = &NO_PORTS;
    *shelf = (struct shelf){0};
    struct heard heard;
    heard_begin(&heard);
    bool is_whole = content_load(&shelf->deck, &source, &shelf->arena);
    shelf->log_count = heard_end(&heard);
    return is_whole;
}

static bool load(struct shelf *shelf, const char *asked, const char *shipped, const char *assets) {
    return load_from(shelf, (struct content_source){NULL, asked, shipped, assets, NULL});
}

static void assert_helps(const struct deck *deck) {
    assert_string_equal(deck->settings.phone, "0203 228 1350");
    assert_true(deck->language_count >= 1);
    assert_true(deck->languages[0].urgent.body.count > 0);
    assert_true(deck->languages[0].urgent.title.size > 0);
}

UNIT_TEST(the_cards_that_came_with_it_need_no_word_in_the_log) {
    struct shelf shelf;
    assert_true(load(&shelf, NULL, SHIPPED, ASSETS));
    assert_helps(&shelf.deck);
    assert_true(shelf.deck.languages[0].card_count >= 6);
    assert_int_equal(shelf.log_count, 0);
    arena_finish(&shelf.arena);
}

UNIT_TEST(cards_that_cannot_be_shown_are_replaced_by_those_that_came_with_it) {
    const char *const unshowable[] = {"/no/such/folder", "/dev/null", "", ASSETS};
    for (int i = 0; i < COUNT_OF(unshowable); i++) {
        struct shelf shelf;
        assert_true(load(&shelf, unshowable[i], SHIPPED, ASSETS));
        assert_helps(&shelf.deck);
        assert_string_equal(shelf.deck.content_dir, SHIPPED);
        assert_true(shelf.log_count > 0);
        arena_finish(&shelf.arena);
    }
}

UNIT_TEST(with_no_cards_at_all_the_number_and_urgent_help_remain) {
    struct shelf shelf;
    assert_false(load(&shelf, NULL, NULL, NULL));
    assert_helps(&shelf.deck);
    arena_finish(&shelf.arena);
    assert_false(load(&shelf, "/no/such/folder", "/no/such/folder", ASSETS));
    assert_helps(&shelf.deck);
    arena_finish(&shelf.arena);
}

UNIT_TEST(words_from_elsewhere_keep_the_number_of_this_practice) {
    const char *const shipped[] = {SHIPPED, "/no/such/folder"};
    for (int i = 0; i < COUNT_OF(shipped); i++) {
        struct shelf shelf;
        bool is_whole = load(&shelf, DIT_SOURCE_DIR "/tests/content/no-cards", shipped[i], ASSETS);
        assert_int_equal(is_whole, i == 0);
        assert_string_equal(shelf.deck.settings.practice_name, "Elm Road Surgery");
        assert_string_equal(shelf.deck.settings.phone, "020 7946 0000");
        assert_true(shelf.deck.languages[0].urgent.body.count > 0);
        arena_finish(&shelf.arena);
    }
}

// A store with one generation, which is `content_dir` itself.
static void open_store(struct own_folder *store, const char *content_dir) {
    own_folder_open(store);
    assert_int_equal(symlink(content_dir, own_folder_path(store, "gen-1")), 0);
    assert_int_equal(symlink("gen-1", own_folder_path(store, "current")), 0);
}

UNIT_TEST(the_store_comes_before_everything_else) {
    struct own_folder store;
    struct shelf shelf;
    open_store(&store, SHIPPED);
    const char *path = own_folder_path(&store, "gen-1");
    assert_true(
        load_from(&shelf, (struct content_source){store.path, "/no/such", NULL, ASSETS, NULL}));
    assert_string_equal(shelf.deck.content_dir, path);
    assert_int_equal(shelf.log_count, 0);
    own_folder_close(&store);
    arena_finish(&shelf.arena);
}

#define DRAWING "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"200\"/>"

static int decoded_count;

static bool count_decoded(struct str bytes) {
    (void)bytes;
    return ++decoded_count > 0;
}

// An update decodes them before it lets them in: at each start it would keep the screen dark.
UNIT_TEST(pictures_of_the_store_are_not_decoded_once_more) {
    struct own_folder store;
    struct shelf shelf = {0};
    struct findings findings = {.arena = &shelf.arena};
    const struct ports ports = {.decodes = count_decoded};
    own_folder_open(&store);
    const char *content = own_folder_path(&store, "content");
    const struct export_source out = {.content_dir = SHIPPED, .dest_dir = content};
    assert_int_equal(export_write(&out, &findings), FILE_OK);
    assert_int_equal(findings.error_count, 0);
    own_folder_put_text(&store, "content/cards/en/90-team.md", "# Team\n\n![Us](team.svg)\n");
    own_folder_put_text(&store, "content/images/team.svg", DRAWING);
    for (int is_from_store = 0; is_from_store < 2; is_from_store++) {
        struct content_source source = {NULL, content, NULL, ASSETS, &ports};
        if (is_from_store == 1) {
            assert_int_equal(symlink("gen-1", own_folder_path(&store, "current")), 0);
            assert_int_equal(rename(content, own_folder_path(&store, "gen-1")), 0);
            source = (struct content_source){store.path, NULL, NULL, ASSETS, &ports};
        }
        decoded_count = 0;
        assert_true(content_load(&shelf.deck, &source, &shelf.arena));
        assert_int_equal(decoded_count, is_from_store == 1 ? 0 : 1);
    }
    arena_finish(&shelf.arena);
    own_folder_close(&store);
}

UNIT_TEST(a_store_that_cannot_be_shown_is_said_once_and_keeps_its_number) {
    struct own_folder store;
    struct shelf shelf;
    open_store(&store, DIT_SOURCE_DIR "/tests/content/no-cards");
    assert_true(
        load_from(&shelf, (struct content_source){store.path, NULL, SHIPPED, ASSETS, NULL}));
    assert_string_equal(shelf.deck.content_dir, SHIPPED);
    assert_string_equal(shelf.deck.settings.phone, "020 7946 0000");
    assert_int_equal(shelf.log_count, 1);
    own_folder_close(&store);
    arena_finish(&shelf.arena);
}

UNIT_TEST(an_empty_store_is_said_once_and_the_cards_asked_for_are_shown) {
    struct shelf shelf;
    const struct content_source source = {"/no/such/store", SHIPPED, NULL, ASSETS, NULL};
    assert_true(load_from(&shelf, source));
    assert_string_equal(shelf.deck.content_dir, SHIPPED);
    assert_int_equal(shelf.log_count, 1);
    arena_finish(&shelf.arena);
}

static bool has_text(const struct scene *scene, const char *text) {
    for (int i = 0; i < scene->item_count; i++) {
        const char *drawn = scene->items[i].text;
        if (scene->items[i].kind == SCENE_TEXT && drawn && strstr(drawn, text)) {
            return true;
        }
    }
    return false;
}

// Many colours: letters were drawn, with smooth edges.
static int ink_count(const SDL_Surface *surface) {
    int count = 0;
    for (int y = 0; y < surface->h; y++) {
        const uint8_t *row = (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
        for (int x = 0; x < surface->w; x++) {
            count += ((const uint32_t *)(const void *)row)[x] == 0xFF14263A;
        }
    }
    return count;
}

UNIT_TEST(without_any_file_the_last_words_are_drawn) {
    struct shelf shelf;
    assert_false(load(&shelf, NULL, NULL, NULL));
    struct font_book *fonts = font_book_open(NULL);
    struct picture_book *pictures = picture_book_open(NULL);
    struct metrics metrics = metrics_build(800, 480, 0);
    struct scene_source source = {&shelf.deck, &metrics, font_book_fonts(fonts), NULL};
    const enum screen screens[] = {SCREEN_CARD, SCREEN_REFER, SCREEN_URGENT};
    const char *const words[] = {"0203", "0203", "999"};
    for (int i = 0; i < COUNT_OF(screens); i++) {
        struct view view = {.screen = screens[i]};
        const struct scene *scene = scene_build(&source, &view, &shelf.arena);
        assert_true(has_text(scene, words[i]));
        SDL_Surface *surface = pixel_surface(800, 480);
        struct painter painter = {fonts, pictures};
        paint_scene(&painter, scene, surface, (struct rect){0, 0, 800, 480});
        assert_true(ink_count(surface) > 500);
        SDL_FreeSurface(surface);
    }
    picture_book_close(pictures);
    font_book_close(fonts);
    arena_finish(&shelf.arena);
}

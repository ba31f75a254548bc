// SPDX-License-Identifier: MIT
// `dit-kiosk render`: every screen and page of a content folder as a PNG, and with --dump as a
// display list, by the same code as the running kiosk but without a display. Every page of each
// screen is built as a view, painted upright, turned for the glass, and written under a name that
// sorts in the patient's order.
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/command_line.h"
#include "cli/samples.h"
#include "platform/draw/paint.h"
#include "platform/draw/pixel.h"
#include "platform/draw/rotate.h"
#include "platform/system/builtin.h"
#include "platform/system/installed.h"
#include "platform/system/log.h"
#include "scene/scene.h"

enum { SAMPLE_PROGRESS = 500 }; // of 1000: a picture that stands still shows the page half read

struct render {
    const struct arguments *arguments;
    const char *assets_dir;
    int rotate; // 0, 90, 180 or 270
    struct arena program, scene;
    struct deck deck;
    struct device device;
    struct metrics metrics;
    struct painter painter;
    SDL_Surface *upright, *glass;
    int language;
    struct staff_words words;
    struct staff_scene staff; // of the screen at hand
};

static bool make_folders(const char *path, struct arena *arena) {
    for (size_t size = 0; path[size];) {
        size += 1 + strcspn(path + size + 1, "/");
        const char *part = arena_text(arena, (struct str){path, size});
        if (mkdir(part, 0777) != 0 && errno != EEXIST) {
            log_line("The folder %s cannot be made: %s.", part, strerror(errno));
            return false;
        }
    }
    return true;
}

static bool write_text(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    bool is_written = file && fputs(text, file) >= 0;
    is_written = file && fclose(file) == 0 && is_written;
    if (!is_written) {
        log_line("%s cannot be written: %s.", path, strerror(errno));
    }
    return is_written;
}

static const struct scene *build(struct render *render, const struct view *view) {
    struct scene_source source = {
        .deck = &render->deck,
        .metrics = &render->metrics,
        .fonts = font_book_fonts(render->painter.fonts),
        .staff = &render->staff,
    };
    arena_reset(&render->scene);
    return scene_build(&source, view, &render->scene);
}

static bool write_picture(struct render *render, const struct scene *scene, const char *path) {
    struct rect all = {0, 0, scene->width_px, scene->height_px};
    paint_scene(&render->painter, scene, render->upright, all);
    paint_progress(scene, render->upright, scene_progress_px(scene, SAMPLE_PROGRESS));
    rotate_copy(render->upright, all, render->rotate, render->glass);
    return decode_write_png(render->glass, path);
}

static bool write_page(struct render *render, const struct scene *scene, const char *stem) {
    const char *const *values = render->arguments->values;
    struct arena *arena = &render->scene;
    return (values[OPTION_NO_PICTURES] ||
            write_picture(render, scene, arena_format(arena, "%s.png", stem))) &&
           (!values[OPTION_DUMP] ||
            write_text(arena_format(arena, "%s.txt", stem), scene_dump(scene, arena)));
}

// What is the same in all pictures.
static void complete(const struct render *render, struct view *view) {
    const struct settings *settings = &render->deck.settings;
    int theme = render->arguments->choices[OPTION_THEME];
    int text_size = render->arguments->choices[OPTION_TEXT];
    view->language = render->language;
    view->theme = theme < 0 ? settings->theme : (enum theme_choice)theme;
    view->text_size = text_size < 0 ? settings->text_size : (enum text_size)text_size;
    view->progress = SAMPLE_PROGRESS;
    view->countdown_s = settings->countdown_s;
}

// Every page, but one of a card with something over it: OUT/name.png, OUT/name.2.png.
static bool render_screen(struct render *render, const char *name, struct view view) {
    bool is_covered = view.is_asking || view.is_admitting || view.is_preview;
    int page_count = 1;
    bool is_good = true;
    complete(render, &view);
    for (view.page = 0; view.page < page_count && is_good; view.page++) {
        const struct scene *scene = build(render, &view);
        const char *out = render->arguments->values[OPTION_OUT];
        const char *stem = arena_format(&render->scene, view.page > 0 ? "%s/%s.%d" : "%s/%s", out,
                                        name, view.page + 1);
        page_count = is_covered ? 1 : scene->page_count;
        is_good = write_page(render, scene, stem);
    }
    return is_good;
}

// The loop as it goes round, or the same cards as they are read.
static bool render_cards(struct render *render, const char *kind, bool is_cycling) {
    const struct language *language = &render->deck.languages[render->language];
    bool is_good = true;
    for (int i = 0; i < language->card_count && is_good; i++) {
        const struct card *card = &language->cards[i];
        const char *name =
            arena_format(&render->program, "%s-%03ld-%s", kind, card->order, card->id);
        const struct view view = {.screen = SCREEN_CARD, .card = i, .is_cycling = is_cycling};
        is_good = render_screen(render, name, view);
    }
    return is_good;
}

static bool render_samples(struct render *render) {
    bool is_good = true;
    builtin_load_staff_words(&render->words, &render->program);
    const struct sample *sample = samples_build(&render->deck, &render->words, &render->program);
    for (; sample->name && is_good; sample++) {
        render->staff = sample->staff;
        is_good = render_screen(render, sample->name, sample->view);
    }
    return is_good;
}

// Only the device file that was asked for: the same command draws the same pictures on every
// machine. Errors go to standard output as in `check`; warnings stop nothing and are left to it.
static int load(struct render *render) {
    const char *content_dir = render->arguments->values[OPTION_FOLDER];
    const char *device_path = render->arguments->values[OPTION_DEVICE];
    const struct deck_source source = {
        content_dir,
        render->assets_dir ? render->assets_dir : "",
        {.letters = font_book_letters(render->painter.fonts), .decodes = decode_is_whole},
        NULL};
    struct findings findings = {.arena = &render->program};
    device_init(&render->device, &render->program);
    if (device_path) {
        installed_load_device(&render->device, device_path, &findings);
    }
    if (!deck_load(&render->deck, &source, &findings)) {
        log_line("%s cannot be shown.", content_dir);
    }
    picture_book_set_content(render->painter.pictures, content_dir);
    if (!command_line_print(&findings, FINDING_ERROR)) {
        return EXIT_SYSTEM;
    }
    return findings.error_count > 0 ? EXIT_CONTENT : EXIT_DONE;
}

static bool find_language(struct render *render) {
    const struct deck *deck = &render->deck;
    const char *tag = render->arguments->values[OPTION_LANGUAGE];
    const struct language *found = tag ? deck_find_language(deck, tag) : deck->languages;
    if (found) {
        render->language = (int)(found - deck->languages);
    } else {
        log_line("The language %s is not among those that kiosk.ini shows.", tag);
    }
    return found != NULL;
}

static void open_surfaces(struct render *render) {
    const struct arguments *arguments = render->arguments;
    int quarters = arguments->choices[OPTION_ROTATE], turned = render->device.rotate;
    render->rotate = quarters >= 0 ? quarters * 90 : turned >= 0 ? turned : 0;
    bool is_on_side = render->rotate % 180 != 0;
    int width_px = is_on_side ? arguments->height_px : arguments->width_px;
    int height_px = is_on_side ? arguments->width_px : arguments->height_px;
    render->metrics = metrics_build(width_px, height_px, render->device.screen_inches);
    render->upright = pixel_surface(width_px, height_px);
    render->glass = pixel_surface(arguments->width_px, arguments->height_px);
}

static int render_all(struct render *render) {
    int code = load(render);
    if (render->deck.language_count == 0) {
        return code;
    }
    if (!find_language(render)) {
        return EXIT_USAGE;
    }
    open_surfaces(render);
    bool is_done = make_folders(render->arguments->values[OPTION_OUT], &render->program) &&
                   render_cards(render, "loop", true) && render_cards(render, "card", false) &&
                   render_samples(render);
    return is_done ? code : EXIT_SYSTEM;
}

static int run(const struct arguments *arguments) {
    struct render render = {.arguments = arguments};
    if (arguments->values[OPTION_NO_PICTURES] && !arguments->values[OPTION_DUMP]) {
        return command_line_complain(&command_render,
                                     "--no-pictures needs --dump: nothing would be written.");
    }
    render.assets_dir = installed_find_folder("assets", &render.program);
    render.painter.fonts = font_book_open(render.assets_dir);
    render.painter.pictures = picture_book_open(render.assets_dir);
    int code = render.painter.fonts ? render_all(&render) : EXIT_SYSTEM;
    SDL_FreeSurface(render.glass);
    SDL_FreeSurface(render.upright);
    picture_book_close(render.painter.pictures);
    font_book_close(render.painter.fonts);
    arena_finish(&render.scene);
    arena_finish(&render.program);
    return code;
}

// The form of --dump, which outside checks read (scene/dump.c writes it), is part of the help.
const struct command command_render = {
    .name = "render",
    .synopsis = "render DIR --out OUT [options]",
    .about =
        "Draws every screen and page of the content in DIR as a PNG, in the patient's order.\n\n"
        "A display list has one line for each thing: its kind, then x y w h in pixels, then\n"
        "  scene       page=N/N words=N                   the whole screen; first line\n"
        "  box         fill=#AARRGGBB edge=#AARRGGBB ...  `decoration` where text may lie over it\n"
        "  text        \"WORDS\" size=PX baseline=Y ...    as drawn, one run on one line\n"
        "  qr          \"PAYLOAD\" modules=N module_px=N\n"
        "  icon, picture  \"NAME\"\n"
        "  dim         fill=#AARRGGBB\n"
        "  progress, sliding                              the parts that fill and that slide\n"
        "  target      \"ACTION\" label=\"WORDS\" seen=X,Y,W,H  where a finger counts\n"
        "In quotes, \" and \\ have a \\ before them and a new line is \\n.",
    .needs = OPTION_BIT(FOLDER) | OPTION_BIT(OUT),
    .takes = OPTION_BIT(SIZE) | OPTION_BIT(ROTATE) | OPTION_BIT(THEME) | OPTION_BIT(TEXT) |
             OPTION_BIT(LANGUAGE) | OPTION_BIT(DEVICE) | OPTION_BIT(DUMP) | OPTION_BIT(NO_PICTURES),
    .run = run,
};

// SPDX-License-Identifier: MIT
// See command_render.h. A table lists the screens in the patient's order; every page of each is
// built as a view, painted upright, turned for the glass, and written under a name that sorts.
#include "cli/command_render.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/samples.h"
#include "platform/display/rotate.h"
#include "platform/draw/paint.h"
#include "platform/system/content.h"
#include "platform/system/data_dir.h"
#include "platform/system/device_file.h"
#include "scene/screens/scene_build.h"

enum {
    EXIT_DONE = 0,
    EXIT_CONTENT = 1,
    EXIT_USAGE = 2,
    EXIT_SYSTEM = 3,
    SAMPLE_PROGRESS = 500, // of 1000: a picture that stands still shows the page half read
};

struct render {
    const struct render_options *options;
    struct log log;
    struct arena program, content, scene;
    struct deck deck;
    struct device device;
    struct metrics metrics;
    struct painter painter;
    SDL_Surface *upright, *glass; // the same surface where nothing is turned
    int rotate, language;
    struct staff_words words;
    struct staff_scene staff; // of the screen at hand
    int written_count;
};

static bool make_folders(struct render *render, const char *path) {
    char *part = arena_text(&render->program, str_from(path));
    for (char *at = part + 1; *part; at++) {
        bool is_last = *at == '\0';
        if (*at != '/' && !is_last) {
            continue;
        }
        *at = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST) {
            log_line(&render->log, "The folder %s cannot be made: %s.", part, strerror(errno));
            return false;
        }
        if (is_last) {
            return true;
        }
        *at = '/';
    }
    return false;
}

static bool write_text(struct render *render, const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    bool is_written = file && fputs(text, file) >= 0;
    if (file && fclose(file) != 0) {
        is_written = false;
    }
    if (!is_written) {
        log_line(&render->log, "%s cannot be written: %s.", path, strerror(errno));
    }
    return is_written;
}

static void say_progress(struct render *render, const char *name) {
    render->written_count++;
    if (isatty(STDERR_FILENO)) {
        fprintf(stderr, "\r\033[K%d %s", render->written_count, name);
    }
}

static const struct scene *build(struct render *render, const struct view *view) {
    struct scene_source source = {
        .deck = &render->deck,
        .metrics = &render->metrics,
        .fonts = font_book_fonts(render->painter.fonts),
        .pictures = picture_book_shapes(render->painter.pictures),
        .staff = &render->staff,
    };
    arena_reset(&render->scene);
    return scene_build(&source, view, &render->scene);
}

static void paint(struct render *render, const struct scene *scene, int progress) {
    struct rect all = {0, 0, scene->width_px, scene->height_px};
    paint_scene(&render->painter, scene, render->upright, all);
    paint_progress(scene, render->upright, 0, scene_progress_px(scene, progress));
    if (render->glass != render->upright) {
        rotate_copy(render->upright, all, render->rotate, render->glass);
    }
}

static bool write_picture(struct render *render, const struct scene *scene, int progress,
                          const char *stem) {
    paint(render, scene, progress);
    const char *path = arena_format(&render->scene, "%s.png", stem);
    return decode_write_png(render->glass, path, &render->log);
}

// One page: OUT/name.png for the first, OUT/name.2.png for the second.
static bool render_page(struct render *render, const char *name, const struct view *view,
                        int *page_count) {
    const struct scene *scene = build(render, view);
    *page_count = scene->page_count;
    const char *out = render->options->out_dir;
    const char *stem = view->page == 0
                           ? arena_format(&render->scene, "%s/%s", out, name)
                           : arena_format(&render->scene, "%s/%s.%d", out, name, view->page + 1);
    if (render->options->has_pictures && !write_picture(render, scene, view->progress, stem)) {
        return false;
    }
    say_progress(render, name);
    return !render->options->has_dump ||
           write_text(render, arena_format(&render->scene, "%s.txt", stem),
                      scene_dump(scene, &render->scene));
}

static bool render_screen(struct render *render, const char *name, struct view view) {
    int page_count = 1;
    for (view.page = 0; view.page < page_count; view.page++) {
        if (!render_page(render, name, &view, &page_count)) {
            return false;
        }
    }
    return true;
}

static struct view base_view(const struct render *render) {
    const struct settings *settings = &render->deck.settings;
    const struct render_options *options = render->options;
    return (struct view){
        .language = render->language,
        .theme = options->theme < 0 ? settings->theme : (enum theme_choice)options->theme,
        .text_size =
            options->text_size < 0 ? settings->text_size : (enum text_size)options->text_size,
        .is_cycling = true,
        .progress = SAMPLE_PROGRESS,
        .countdown_s = settings->countdown_s,
    };
}

// File names sort as the cards do: their numbers are written with as many digits as the longest
// has.
static int order_digits(const struct language *language) {
    int digits = 3;
    for (int i = 0; i < language->card_count; i++) {
        int wanted = snprintf(NULL, 0, "%ld", language->cards[i].order);
        digits = wanted > digits ? wanted : digits;
    }
    return digits;
}

static bool render_cards(struct render *render) {
    const struct language *language = &render->deck.languages[render->language];
    int digits = order_digits(language);
    struct view view = base_view(render);
    for (view.card = 0; view.card < language->card_count; view.card++) {
        const struct card *card = &language->cards[view.card];
        char name[256];
        snprintf(name, sizeof name, "card-%0*ld-%s", digits, card->order, card->id);
        if (!render_screen(render, name, view)) {
            return false;
        }
    }
    return true;
}

struct named_screen {
    const char *name;
    enum screen screen;
    bool is_asking;
};

static const struct named_screen SCREENS[] = {
    {"topics", SCREEN_TOPICS, false},
    {"refer", SCREEN_REFER, false},
    {"urgent-help", SCREEN_URGENT, false},
    {"languages", SCREEN_LANGUAGES, false},
};

static bool render_screens(struct render *render) {
    for (int i = 0; i < COUNT_OF(SCREENS); i++) {
        struct view view = base_view(render);
        view.screen = SCREENS[i].screen;
        bool is_there = view.screen != SCREEN_LANGUAGES || render->deck.language_count > 1;
        if (is_there && !render_screen(render, SCREENS[i].name, view)) {
            return false;
        }
    }
    struct view asking = base_view(render);
    asking.is_asking = true;
    asking.is_cycling = false;
    asking.progress = 0; // the question lies over it
    int page_count;
    return render_page(render, "still-reading", &asking, &page_count);
}

static bool render_staff(struct render *render, const char *assets_dir) {
    content_load_staff_words(&render->words, assets_dir, &render->program, &render->log);
    struct samples samples = samples_build(&render->deck, &render->words, &render->program);
    for (int i = 0; i < samples.count; i++) {
        const struct sample *sample = &samples.list[i];
        struct view view = base_view(render);
        view.screen = sample->view.screen;
        view.is_admitting = sample->view.is_admitting;
        view.is_preview = sample->view.is_preview;
        view.staff = sample->view.staff;
        view.is_cycling = false;
        render->staff = sample->staff;
        bool is_one_page = view.screen == SCREEN_CARD;
        int page_count;
        if (!(is_one_page ? render_page(render, sample->name, &view, &page_count)
                          : render_screen(render, sample->name, view))) {
            return false;
        }
    }
    return true;
}

// Errors go to standard output as in `check`; warnings stop nothing and are left to it.
static int put_errors(struct findings *findings) {
    findings_sort(findings);
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level == FINDING_ERROR) {
            puts(finding_text(&findings->list[i], findings->arena));
        }
    }
    return findings->error_count > 0 ? EXIT_CONTENT : EXIT_DONE;
}

// Only the file that was asked for: the same command draws the same pictures on every machine.
static int device_read(struct render *render) {
    const char *path = render->options->device_path;
    struct findings findings = {.arena = &render->program};
    device_init(&render->device);
    if (path) {
        device_file_load(&render->device, path, &findings);
    }
    return put_errors(&findings);
}

static int content_read(struct render *render, const char *assets_dir) {
    struct ports ports = {font_book_letters(render->painter.fonts),
                          picture_book_port(render->painter.pictures), false};
    struct deck_source source = {render->options->content_dir, assets_dir ? assets_dir : "",
                                 &ports};
    struct findings findings = {.arena = &render->content};
    if (!deck_load(&render->deck, &source, &findings)) {
        log_line(&render->log, "%s cannot be shown.", render->options->content_dir);
    }
    picture_book_set_content(render->painter.pictures, render->options->content_dir);
    return put_errors(&findings);
}

static bool find_language(struct render *render) {
    const char *tag = render->options->language;
    for (int i = 0; i < render->deck.language_count; i++) {
        if (!tag || strcmp(render->deck.languages[i].words.tag, tag) == 0) {
            render->language = i;
            return true;
        }
    }
    log_line(&render->log, "The language %s is not among those that kiosk.ini shows.", tag);
    return false;
}

static bool surfaces_open(struct render *render) {
    const struct render_options *options = render->options;
    render->rotate = options->rotate < 0 ? render->device.rotate : options->rotate;
    render->rotate = render->rotate < 0 ? 0 : render->rotate;
    bool is_on_side = render->rotate % 180 != 0;
    int width_px = is_on_side ? options->height_px : options->width_px;
    int height_px = is_on_side ? options->width_px : options->height_px;
    render->metrics = metrics_build(width_px, height_px, render->device.screen_inches);
    render->upright = paint_surface(width_px, height_px, &render->log);
    render->glass = render->rotate == 0
                        ? render->upright
                        : paint_surface(options->width_px, options->height_px, &render->log);
    return render->upright && render->glass;
}

static int render_all(struct render *render, const char *assets_dir) {
    int code = device_read(render);
    int content = content_read(render, assets_dir);
    code = content != EXIT_DONE ? content : code;
    if (render->deck.language_count == 0) {
        return EXIT_CONTENT;
    }
    if (!find_language(render)) {
        return EXIT_USAGE;
    }
    bool is_done = surfaces_open(render) && make_folders(render, render->options->out_dir) &&
                   render_cards(render) && render_screens(render) &&
                   render_staff(render, assets_dir);
    if (isatty(STDERR_FILENO)) {
        fputs("\r\033[K", stderr);
    }
    return is_done ? code : EXIT_SYSTEM;
}

static void finish(struct render *render) {
    if (render->glass != render->upright) {
        SDL_FreeSurface(render->glass);
    }
    SDL_FreeSurface(render->upright);
    picture_book_close(render->painter.pictures);
    font_book_close(render->painter.fonts);
    SDL_Quit();
    arena_finish(&render->scene);
    arena_finish(&render->content);
    arena_finish(&render->program);
}

int command_render(const struct render_options *options) {
    struct render render = {.options = options};
    if (SDL_Init(0) != 0) {
        log_line(&render.log, "SDL does not start (%s).", SDL_GetError());
        return EXIT_SYSTEM;
    }
    log_route_sdl(&render.log);
    const char *assets_dir =
        options->assets_dir ? options->assets_dir : data_dir_find("assets", &render.program);
    render.painter.fonts = font_book_open(assets_dir, &render.log);
    render.painter.pictures = picture_book_open(assets_dir, &render.log);
    int code = render.painter.fonts ? render_all(&render, assets_dir) : EXIT_SYSTEM;
    finish(&render);
    return code;
}

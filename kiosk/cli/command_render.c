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
#include "cli/print_findings.h"
#include "cli/progress.h"
#include "cli/samples.h"
#include "platform/draw/rotate.h"
#include "platform/draw/paint.h"
#include "platform/system/content.h"
#include "platform/system/data_dir.h"
#include "platform/system/device_file.h"
#include "platform/system/log.h"
#include "scene/screens/scene_build.h"

enum {
    OPTION_OUT,
    OPTION_SIZE,
    OPTION_ROTATE,
    OPTION_THEME,
    OPTION_TEXT,
    OPTION_LANGUAGE,
    OPTION_DEVICE,
    OPTION_DUMP,
    OPTION_NO_PICTURES,
};

static const struct option_row OPTIONS[] = {
    [OPTION_OUT] = {"out", "OUT", "the folder for the pictures; it is created"},
    [OPTION_SIZE] = {"size", "WxH", "pixels of the screen (1280x720)"},
    [OPTION_ROTATE] = {"rotate", "DEGREES", "turn the picture clockwise: 0, 90, 180 or 270"},
    [OPTION_THEME] = {"theme", "NAME", "light or contrast"},
    [OPTION_TEXT] = {"text", "SIZE", "normal, larger or largest"},
    [OPTION_LANGUAGE] = {"language", "TAG", "such as en; the first of kiosk.ini otherwise"},
    [OPTION_DEVICE] = {"device", "FILE", "how the screen hangs: a device.ini"},
    [OPTION_DUMP] = {"dump", NULL, "write the display list of each picture beside it, as .txt"},
    [OPTION_NO_PICTURES] = {"no-pictures", NULL, "with --dump: the display lists alone"},
};

// The form of --dump, which outside checks read (scene/dump.c writes it).
static const char DUMP_FORM[] =
    "A display list has one line for each thing: its kind, then x y w h in pixels, then\n"
    "  scene       page=N/N words=N                   the whole screen; first line\n"
    "  box         fill=#AARRGGBB edge=#AARRGGBB ...  `decoration` where text may lie over it\n"
    "  text        \"WORDS\" size=PX baseline=Y ...    as drawn, one run on one line\n"
    "  qr          \"PAYLOAD\" modules=N module_px=N\n"
    "  icon, picture  \"NAME\"\n"
    "  dim         fill=#AARRGGBB\n"
    "  progress, sliding                              the parts that fill and that slide\n"
    "  target      \"ACTION\" label=\"WORDS\" seen=X,Y,W,H  where a finger counts\n"
    "In quotes, \" and \\ have a \\ before them and a new line is \\n.\n";

enum { SAMPLE_PROGRESS = 500 }; // of 1000: a picture that stands still shows the page half read

struct render {
    const char *content_dir, *assets_dir;
    const char *const *values; // of the options
    int width_px, height_px;   // of the glass, before it is turned
    int rotate;                // 0, 90, 180 or 270; -1: as the device file says
    int theme;                 // enum theme_choice; -1: as kiosk.ini says
    int text_size;             // enum text_size; -1: as kiosk.ini says
    struct arena program, scene;
    struct deck deck;
    struct device device;
    struct metrics metrics;
    struct painter painter;
    SDL_Surface *upright, *glass; // the same surface where nothing is turned
    int language;
    struct staff_words words;
    struct staff_scene staff; // of the screen at hand
    int written_count;
};

static bool make_folders(struct render *render, const char *path) {
    char *part = arena_text(&render->program, str_from(path));
    char *slash = part;
    do {
        slash = strchr(slash + 1, '/');
        if (slash) {
            *slash = '\0';
        }
        if (mkdir(part, 0777) != 0 && errno != EEXIST) {
            log_line("The folder %s cannot be made: %s.", part, strerror(errno));
            return false;
        }
        if (slash) {
            *slash = '/';
        }
    } while (slash);
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
        .pictures = picture_book_shapes(render->painter.pictures),
        .staff = &render->staff,
    };
    arena_reset(&render->scene);
    return scene_build(&source, view, &render->scene);
}

static bool write_picture(struct render *render, const struct scene *scene, int progress,
                          const char *path) {
    struct rect all = {0, 0, scene->width_px, scene->height_px};
    paint_scene(&render->painter, scene, render->upright, all);
    paint_progress(scene, render->upright, 0, scene_progress_px(scene, progress));
    if (render->glass != render->upright) {
        rotate_copy(render->upright, all, render->rotate, render->glass);
    }
    return decode_write_png(render->glass, path);
}

// One page: OUT/name.png for the first, OUT/name.2.png for the second.
static bool render_page(struct render *render, const char *name, const struct view *view,
                        int *page_count) {
    const struct scene *scene = build(render, view);
    struct arena *arena = &render->scene;
    const char *stem = arena_format(arena, "%s/%s", render->values[OPTION_OUT], name);
    if (view->page > 0) {
        stem = arena_format(arena, "%s.%d", stem, view->page + 1);
    }
    *page_count = scene->page_count;
    progress_show("%d %s", ++render->written_count, name);
    bool is_good = true;
    if (!render->values[OPTION_NO_PICTURES]) {
        is_good = write_picture(render, scene, view->progress, arena_format(arena, "%s.png", stem));
    }
    if (is_good && render->values[OPTION_DUMP]) {
        is_good = write_text(arena_format(arena, "%s.txt", stem), scene_dump(scene, arena));
    }
    return is_good;
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
    int theme = render->theme < 0 ? (int)settings->theme : render->theme;
    int text_size = render->text_size < 0 ? (int)settings->text_size : render->text_size;
    return (struct view){
        .language = render->language,
        .theme = (enum theme_choice)theme,
        .text_size = (enum text_size)text_size,
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

static bool render_samples(struct render *render) {
    struct view view = base_view(render);
    content_load_staff_words(&render->words, render->assets_dir, &render->program);
    struct samples samples = samples_build(&render->deck, &render->words, &view, &render->program);
    bool is_good = true;
    for (int i = 0; i < samples.count && is_good; i++) {
        const struct sample *sample = &samples.list[i];
        int page_count;
        render->staff = sample->staff;
        is_good = sample->view.screen == SCREEN_CARD
                      ? render_page(render, sample->name, &sample->view, &page_count)
                      : render_screen(render, sample->name, sample->view);
    }
    return is_good;
}

// Only the device file that was asked for: the same command draws the same pictures on every
// machine. Errors go to standard output as in `check`; warnings stop nothing and are left to it.
static int load(struct render *render) {
    const struct ports ports = {font_book_letters(render->painter.fonts),
                                picture_book_port(render->painter.pictures), false};
    const struct deck_source source = {render->content_dir,
                                       render->assets_dir ? render->assets_dir : "", &ports};
    struct findings findings = {.arena = &render->program};
    device_init(&render->device);
    if (render->values[OPTION_DEVICE]) {
        device_file_load(&render->device, render->values[OPTION_DEVICE], &findings);
    }
    if (!deck_load(&render->deck, &source, &findings)) {
        log_line("%s cannot be shown.", render->content_dir);
    }
    picture_book_set_content(render->painter.pictures, render->content_dir);
    if (!print_findings(&findings, FINDING_ERROR)) {
        return EXIT_SYSTEM;
    }
    return findings.error_count > 0 ? EXIT_CONTENT : EXIT_DONE;
}

static bool find_language(struct render *render) {
    const char *tag = render->values[OPTION_LANGUAGE];
    for (int i = 0; i < render->deck.language_count; i++) {
        if (!tag || strcmp(render->deck.languages[i].words.tag, tag) == 0) {
            render->language = i;
            return true;
        }
    }
    log_line("The language %s is not among those that kiosk.ini shows.", tag);
    return false;
}

static bool open_surfaces(struct render *render) {
    if (render->rotate < 0) {
        render->rotate = render->device.rotate < 0 ? 0 : render->device.rotate;
    }
    bool is_on_side = render->rotate % 180 != 0;
    int width_px = is_on_side ? render->height_px : render->width_px;
    int height_px = is_on_side ? render->width_px : render->height_px;
    render->metrics = metrics_build(width_px, height_px, render->device.screen_inches);
    render->upright = paint_surface(width_px, height_px);
    render->glass =
        render->rotate == 0 ? render->upright : paint_surface(render->width_px, render->height_px);
    return render->upright && render->glass;
}

static int render_all(struct render *render) {
    int code = load(render);
    if (render->deck.language_count == 0) {
        return code;
    }
    if (!find_language(render)) {
        return EXIT_USAGE;
    }
    bool is_done = open_surfaces(render) && make_folders(render, render->values[OPTION_OUT]) &&
                   render_cards(render) && render_samples(render);
    progress_end();
    return is_done ? code : EXIT_SYSTEM;
}

static int render_open(struct render *render) {
    log_route_sdl();
    render->assets_dir = data_dir_find("assets", &render->program);
    render->painter.fonts = font_book_open(render->assets_dir);
    render->painter.pictures = picture_book_open(render->assets_dir);
    int code = render->painter.fonts ? render_all(render) : EXIT_SYSTEM;
    if (render->glass != render->upright) {
        SDL_FreeSurface(render->glass);
    }
    SDL_FreeSurface(render->upright);
    picture_book_close(render->painter.pictures);
    font_book_close(render->painter.fonts);
    arena_finish(&render->scene);
    arena_finish(&render->program);
    return code;
}

// Its place in a list that ends with NULL; -1 where it is none of them, or NULL.
static int find_word(const char *word, const char *const words[]) {
    for (int i = 0; word && words[i]; i++) {
        if (strcmp(word, words[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static int run(const struct arguments *arguments) {
    static const char *const rotations[] = {"0", "90", "180", "270", NULL};
    static const char *const themes[] = {"light", "contrast", NULL};
    static const char *const text_sizes[] = {"normal", "larger", "largest", NULL};
    const struct command *self = &command_render;
    const char *const *values = arguments->values;
    const char *size = values[OPTION_SIZE], *rotate = values[OPTION_ROTATE];
    const char *theme = values[OPTION_THEME], *text = values[OPTION_TEXT];
    int quarters = find_word(rotate, rotations);
    struct render render = {
        .content_dir = arguments->folder,
        .values = values,
        .width_px = 1280,
        .height_px = 720,
        .rotate = quarters < 0 ? -1 : quarters * 90,
        .theme = find_word(theme, themes),
        .text_size = find_word(text, text_sizes),
    };
    if (size && !command_line_size(self, size, &render.width_px, &render.height_px)) {
        return EXIT_USAGE;
    }
    if (values[OPTION_NO_PICTURES] && !values[OPTION_DUMP]) {
        return command_line_complain(self, "--no-pictures needs --dump: nothing would be written.");
    }
    if (rotate && render.rotate < 0) {
        return command_line_complain(self, "--rotate takes 0, 90, 180 or 270, not \"%s\".", rotate);
    }
    if (theme && render.theme < 0) {
        return command_line_complain(self, "--theme takes light or contrast, not \"%s\".", theme);
    }
    if (text && render.text_size < 0) {
        return command_line_complain(self, "--text takes normal, larger or largest, not \"%s\".",
                                     text);
    }
    return render_open(&render);
}

const struct command command_render = {
    .name = "render",
    .synopsis = "render DIR --out OUT [options]",
    .about = "Draws every screen and page of the content in DIR as a PNG, in the patient's order.",
    .more = DUMP_FORM,
    .options = OPTIONS,
    .option_count = COUNT_OF(OPTIONS),
    .has_folder = true,
    .folder_needed = "the folder with the content",
    .first_needed = "the folder for the pictures",
    .run = run,
};

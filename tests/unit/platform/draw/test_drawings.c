// SPDX-License-Identifier: MIT
// Drawings as people's programs save them, against rsvg-convert, which draws all of SVG. What the
// kiosk takes looks the same, but for the edges: a pixel may differ from every one of the other's
// nine around it by an eighth of the range at most, and one in 10,000 (the tip of a mitre) by more.
// What the kiosk's decoder draws in another way is refused.
#include <SDL_image.h>
#include <dirent.h>

#include "content/picture/picture.h"
#include "own_folder.h"
#include "platform/draw/decode.h"

enum { WIDTH_PX = 600, ICON_PX = 96, SHADE = 32, PIXELS_PER_STRAY = 10000 };

#define NS "xmlns=\"http://www.w3.org/2000/svg\""
#define SHEET "<svg " NS " width=\"600\" height=\"400\" viewBox=\"0 0 600 400\">"
#define LINE "fill=\"none\" stroke=\"#005EB8\" stroke-width=\"20\" "
#define RECT "<rect x=\"50\" y=\"60\" width=\"300\" height=\"200\" "

static const struct {
    const char *why, *inside;
} drawn[] = {
    {"rectangles", RECT "fill=\"#005eb8\"/>" RECT "rx=\"40\" fill=\"none\" stroke=\"#f00\"/>"},
    {"rounded more than they are wide", RECT "rx=\"300\" ry=\"30\" fill=\"#abc\"/>"},
    {"circles", "<circle cx=\"200\" cy=\"200\" r=\"150\" fill=\"white\" stroke=\"#000\"/>"
                "<ellipse cx=\"400px\" cy=\"200\" rx=\"90\" ry=\"150\" fill=\"yellow\"/>"},
    {"lines", "<g " LINE "stroke-linecap=\"round\"><line x1=\"9\" y1=\"9\" x2=\"500\" y2=\"300\"/>"
              "<line x1=\"99\" y1=\"300\" x2=\"99.01\" y2=\"300\"/></g>"},
    {"corners", "<g " LINE "><path stroke-linejoin=\"miter\" d=\"M50 300L200 100L300 300z\"/>"
                "<path stroke-linejoin=\"bevel\" d=\"M320 60L500 90L450 250\"/>"
                "<path stroke-linejoin=\"round\" stroke-linecap=\"square\" d=\"M60 350h99v-60\"/>"
                "</g>"},
    {"polygons", "<polygon points=\" 60,60 300,50\n350 300 \" fill=\"green\" stroke=\"red\"/>"
                 "<polyline " LINE "points=\"350,60 420,300 560,99\"/>"},
    {"a ground", "<rect width=\"100%\" height=\"100%\" fill=\"#fc9\"/>" RECT "/>"},
    {"a hole", "<path fill-rule=\"evenodd\" d=\"M300 20L420 380L100 150H500L180 380z\"/>"
               "<path d=\"M20 20h80v80h-80zM40 40v40h40v-40z\"/>"},
    {"curves", "<path " LINE "d=\"M50 300C100 50 250 50 300 200S500 350 550 100M50 380q100 -80 "
               "200 0t200 0\"/>"},
    {"arcs", "<path " LINE "d=\"M50 150a90,50 30 1 1 100,0A80 80 0 0 1 300 200 40-30 0 0 0 400 "
             "300\"/><path d=\"M400 90a50 50 0 1 0 0.1 0z\"/>"},
    {"numbers of all kinds", "<path d=\"M50.5.5L+100-20 1e2,1.5E2 200.,50z\"/>"},
    {"steps without letters", "<path d=\"m50 50 100 100 100-50zl9 90h50v50z\"/>"},
    {"turned and mirrored", "<g transform=\"translate(100,20) rotate(20, 50 50)\">" RECT
                            "transform=\"matrix(.5 .2 -.2 .5 9 9)\" stroke=\"#f00\"/></g>" RECT
                            "transform=\"translate(0 400) scale(.5,-.5)\" stroke=\"#f00\"/>"},
    {"half see-through", RECT "fill-opacity=\".5\"/><circle cx=\"300\" cy=\"200\" r=\"99\" "
                              "fill=\"#f00\" fill-opacity=\"0.3\" opacity=\"1\"/>"},
    {"see-through lines", RECT LINE "stroke-opacity=\".4\"/>"},
    {"styles", RECT "fill=\"red\" style=\"fill:rgb(0, 94,184); stroke : none\"/>"},
    {"a group's colours", "<g fill=\"#005EB8\" stroke=\"#F00\" stroke-width=\"9\">" RECT
                          "stroke=\"none\"/><circle cx=\"300\" cy=\"200\" r=\"99\"/></g>"},
    {"a part that is off", RECT "/><g display=\"none\">" RECT "fill=\"red\"/></g>"},
    {"remarks", "<title>Us &amp; you</title><!-- Made <b by hand --><desc>x</desc>" RECT
                "><title>A box</title></rect>"},
};

static const struct {
    const char *why, *text;
} sheets[] = {
    {"Inkscape's",
     "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
     "<!-- Created with Inkscape (http://www.inkscape.org/) -->\n"
     "<svg width=\"210mm\" height=\"140mm\" viewBox=\"0 0 210 140\" version=\"1.1\" id=\"svg5\" "
     "inkscape:version=\"1.2.2\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" " NS
     " xmlns:svg=\"http://www.w3.org/2000/svg\" xmlns:sodipodi=\"s\" xmlns:rdf=\"r\" "
     "xmlns:dc=\"d\"><sodipodi:namedview id=\"n\" "
     "pagecolor=\"#ffffff\"><inkscape:grid/></sodipodi:namedview><defs id=\"defs2\" />"
     "<metadata><rdf:RDF><dc:title>Us</dc:title></rdf:RDF></metadata>"
     "<g inkscape:label=\"Layer 1\" id=\"layer1\" style=\"display:inline\"><path "
     "style=\"fill:#005eb8;fill-opacity:1;stroke:#000000;stroke-width:2.5;stroke-linejoin:round;"
     "stroke-miterlimit:4;stroke-dasharray:none;stroke-dashoffset:0;stroke-opacity:1;marker:none;"
     "-inkscape-font-specification:sans\" d=\"m 20,20 h 60 v 90 H 20 Z\" /></g></svg>"},
    {"Illustrator's",
     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
     "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<svg version=\"1.1\" "
     "id=\"Layer_1\" " NS
     " xmlns:xlink=\"http://www.w3.org/1999/xlink\" x=\"0px\" y=\"0px\" width=\"60px\" "
     "height=\"40px\" viewBox=\"0 0 60 40\" enable-background=\"new 0 0 60 40\" "
     "xml:space=\"preserve\"><path fill=\"#231F20\" d=\"M30,4c8.8,0,16,7.2,16,16s-7.2,16-16,16"
     "S14,28.8,14,20S21.2,4,30,4z\"/></svg>"},
    {"potrace's",
     "<svg version=\"1.0\" " NS " width=\"1280.000000pt\" height=\"640.000000pt\" "
     "viewBox=\"0 0 1280.000000 640.000000\" preserveAspectRatio=\"xMidYMid meet\">"
     "<metadata>Created by potrace 1.15</metadata><g transform=\"translate(0.000000,640.000000) "
     "scale(0.100000,-0.100000)\" fill=\"#000000\" stroke=\"none\">"
     "<path d=\"M5000 3000 c-220 -90 -300 900 100 2000 l900 30 0 -2000 z\"/></g></svg>"},
    {"an icon's",
     "<svg " NS " viewBox=\"0 0 24 16\" fill=\"none\" stroke=\"#000\" "
     "stroke-linecap=\"round\" role=\"img\" aria-label=\"x\"><path d=\"M4 8h16\"/></svg>"},
    {"a whole page",
     "<svg " NS " width=\"100%\" height=\"100%\" viewBox=\"10,10,100,50\">"
     "<circle cx=\"50\" cy=\"30\" r=\"30\" style=\"fill:#fff;stroke:#00f\"/></svg>"},
};

static const struct {
    const char *why, *inside;
} refused[] = {
    {"a gradient",
     "<defs><linearGradient id=\"g\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"0\"><stop offset=\"0\" "
     "stop-color=\"#005eb8\"/><stop offset=\"1\" style=\"stop-color:#ffb81c\"/></linearGradient>"
     "</defs>" RECT "fill=\"url(#g)\"/>"},
    {"a gradient that is not there", RECT "fill=\"url(#g)\"/>"},
    {"a style sheet",
     "<style>rect{fill:#005EB8} #c{fill:#ffffff} svg .k{fill:red}</style>" RECT "/>"},
    {"a style sheet in CDATA",
     "<defs><style><![CDATA[ .cls-1{fill:#005eb8;} ]]></style></defs>" RECT "class=\"cls-1\"/>"},
    {"a clip behind its use", "<g clip-path=\"url(#a)\">" RECT "/></g><clipPath id=\"a\"><rect "
                              "width=\"400\" height=\"300\"/></clipPath>"},
    {"a pattern", "<defs><pattern id=\"p\" width=\"40\" height=\"40\" patternUnits=\""
                  "userSpaceOnUse\"><circle cx=\"20\" cy=\"20\" r=\"10\"/></pattern></defs>" RECT
                  "fill=\"url(#p)\"/>"},
    {"a hidden part", RECT "/><g style=\"visibility:hidden\">" RECT "fill=\"yellow\"/></g>"},
    {"a name of a colour", "<circle cx=\"300\" cy=\"200\" r=\"90\" style=\"stroke:navy\"/>"},
    {"the colour of the text", "<g color=\"#f00\">" RECT "fill=\"currentColor\"/></g>"},
    {"a colour that is see-through", RECT "fill=\"rgba(0,94,184,.5)\"/>"},
    {"a colour in percent", RECT "fill=\"hsl(120,100%,50%)\"/>"},
    {"letters", "<text x=\"50\" y=\"90\">999</text>"},
    {"a photograph", "<image width=\"90\" height=\"90\" xlink:href=\"data:image/png;base64,\"/>"},
    {"a copy", "<defs>" RECT "id=\"a\"/></defs><use xlink:href=\"#a\"/>"},
    {"a mask", "<g mask=\"url(#m)\">" RECT "/></g>"},
    {"a shadow", RECT "style=\"filter:url(#blur)\"/>"},
    {"arrow heads", "<path " LINE "marker-end=\"url(#arrow)\" d=\"M50 50h200\"/>"},
    {"a dashed line", "<path " LINE "stroke-dasharray=\"8 4\" d=\"M50 50h200\"/>"},
    {"a see-through group", "<g opacity=\".5\">" RECT "/>" RECT "fill=\"red\"/></g>"},
    {"a see-through box", RECT LINE "opacity=\".5\"/>"},
    {"a see-through box in percent", RECT "fill-opacity=\"50%\"/>"},
    {"a pulled part", "<g transform=\"scale(.5,1)\">" RECT LINE "/></g>"},
    {"a slanted part", RECT LINE "transform=\"skewX(20)\"/>"},
    {"an angle in radians", RECT "transform=\"rotate(.3rad)\"/>"},
    {"a turn about half a place", RECT "transform=\"rotate(20 100)\"/>"},
    {"the flags of an arc run together", "<path d=\"M50 150a90 50 0 1150 30z\"/>"},
    {"an arc that is all but a circle", "<path d=\"M99 99a50 50 0 1 0 .01 0z\"/>"},
    {"a curve that mirrors another kind", "<path d=\"M50 50Q100 300 300 100S500 100 550 300\"/>"},
    {"half a place", "<polygon points=\"99,99 300,50 400,300 500\"/>"},
    {"a style in front of its attribute", RECT "style=\"fill:red\" fill=\"#00f\"/>"},
    {"a style's place", "<circle cx=\"300\" cy=\"200\" style=\"r:90px\"/>"},
    {"a style that will not be outdone", RECT "style=\"fill:#00f !important\" />"},
    {"a size in letters", "<rect width=\"9em\" height=\"90\"/>"},
    {"a share of the sheet", "<rect width=\"50%\" height=\"90\"/>"},
    {"a sheet in the sheet", "<svg x=\"99\">" RECT "/></svg>"},
    {"a shape in a shape", "<path d=\"M0 0\">" RECT "/></path>"},
    {"a shape among the notes", "<metadata>" RECT "/></metadata>"},
    {"a shape in a remark", "<!-- -> " RECT "/> -->"},
    {"a choice", "<switch>" RECT "/></switch>"},
    {"a link", "<a href=\"https://example.org\">" RECT "/></a>"},
    {"a page in it", "<foreignObject width=\"90\" height=\"90\"/>"},
    {"moving parts", RECT "><animate attributeName=\"x\" to=\"9\"/></rect>"},
    {"a program", "<script>x()</script>"},
    {"a program in a shape", RECT "onclick=\"x()\"/>"},
    {"another name for shapes", "<svg:rect width=\"90\" height=\"90\"/>"},
};

static const char *const refused_sheets[] = {
    "<svg " NS " width=\"600\" height=\"200\" viewBox=\"0 0 120 60\">" RECT "/></svg>",
    "<svg " NS " width=\"120\" viewBox=\"0 0 120 60\">" RECT "/></svg>",
    "<svg " NS ">" RECT "/></svg>",
    "<svg " NS " width=\"60\" height=\"40\"><rect width=\"100%\" height=\"9\"/></svg>",
    "<svg " NS " viewBox=\"0 0 9 9\" preserveAspectRatio=\"none\">" RECT "/></svg>",
    "<svg xmlns=\"http://www.w3.org/1999/xhtml\" viewBox=\"0 0 9 9\"></svg>",
    "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]>" SHEET "</svg>",
    "<?xml-stylesheet href=\"a.css\"?>" SHEET "</svg>",
    SHEET "</svg>" SHEET "</svg>",
};

static struct own_folder folder;

static int make_folder(void **state) {
    (void)state;
    own_folder_open(&folder);
    return 0;
}

static int remove_folder(void **state) {
    (void)state;
    own_folder_close(&folder);
    return 0;
}

// Four bytes a pixel, with the colours as strong as they are seen.
static uint8_t *take_pixels(SDL_Surface *surface) {
    size_t size = (size_t)surface->w * (size_t)surface->h * 4;
    uint8_t *pixels = malloc(size);
    assert_non_null(pixels);
    SDL_ConvertPixels(surface->w, surface->h, surface->format->format, surface->pixels,
                      surface->pitch, SDL_PIXELFORMAT_RGBA32, pixels, surface->w * 4);
    for (size_t i = 0; i < size; i++) {
        pixels[i] = i % 4 == 3 ? pixels[i] : (uint8_t)(pixels[i] * pixels[i / 4 * 4 + 3] / 255);
    }
    return pixels;
}

struct size {
    int w, h;
};

static bool is_stray(const uint8_t *a, const uint8_t *b, struct size size, SDL_Point at) {
    for (int channel = 0; channel < 4; channel++) {
        int least = 255, most = 0, value = a[(at.y * size.w + at.x) * 4 + channel];
        for (int i = 0; i < 9; i++) {
            int x = SDL_clamp(at.x + i % 3 - 1, 0, size.w - 1);
            int y = SDL_clamp(at.y + i / 3 - 1, 0, size.h - 1);
            int other = b[(y * size.w + x) * 4 + channel];
            least = SDL_min(least, other);
            most = SDL_max(most, other);
        }
        if (value < least - SHADE || value > most + SHADE) {
            return true;
        }
    }
    return false;
}

static int count_strays(const uint8_t *a, const uint8_t *b, struct size size) {
    int count = 0;
    for (SDL_Point at = {0, 0}; at.y < size.h; at.y++) {
        for (at.x = 0; at.x < size.w; at.x++) {
            bool is_same =
                memcmp(a + (at.y * size.w + at.x) * 4, b + (at.y * size.w + at.x) * 4, 4) == 0;
            count += !is_same && (is_stray(a, b, size, at) || is_stray(b, a, size, at));
        }
    }
    return count;
}

static SDL_Surface *draw_with_rsvg(struct str svg, int width_px) {
    own_folder_put(&folder, "a.svg", svg);
    const char *png_path = own_folder_path(&folder, "a.png");
    const char *command = arena_format(&folder.arena, "rsvg-convert -w %d -o %s %s", width_px,
                                       png_path, own_folder_path(&folder, "a.svg"));
    assert_int_equal(system(command), 0);
    SDL_Surface *surface = IMG_Load(png_path);
    arena_reset(&folder.arena);
    return surface;
}

static void compare(const char *why, struct str svg, int width_px) {
    struct picture picture;
    if (picture_read(svg, &picture) != PICTURE_OK) {
        fail_msg("%s: refused", why);
    }
    SDL_Surface *ours = decode_drawing(svg, width_px, 0), *theirs = draw_with_rsvg(svg, width_px);
    // Where a height is no whole number, one of the two rounds it up.
    if (!ours || !theirs || ours->w != theirs->w || abs(ours->h - theirs->h) > 1) {
        fail_msg("%s: not drawn, or not as large", why);
    }
    const struct size size = {ours->w, SDL_min(ours->h, theirs->h)};
    uint8_t *a = take_pixels(ours), *b = take_pixels(theirs);
    int strays = count_strays(a, b, size);
    free(a);
    free(b);
    SDL_FreeSurface(ours);
    SDL_FreeSurface(theirs);
    if (strays * PIXELS_PER_STRAY > size.w * size.h) {
        fail_msg("%s: %d pixels of %d x %d differ", why, strays, size.w, size.h);
    }
}

static struct str on_sheet(const char *inside) {
    static char text[2000];
    int size = snprintf(text, sizeof text, SHEET "%s</svg>", inside);
    assert_in_range(size, 1, sizeof text - 1);
    return (struct str){text, (size_t)size};
}

UNIT_TEST(what_is_taken_is_drawn_right) {
    for (int i = 0; i < COUNT_OF(drawn); i++) {
        compare(drawn[i].why, on_sheet(drawn[i].inside), WIDTH_PX);
    }
    for (int i = 0; i < COUNT_OF(sheets); i++) {
        compare(sheets[i].why, str_from(sheets[i].text), WIDTH_PX);
    }
}

UNIT_TEST(what_is_not_drawn_right_is_refused) {
    struct picture picture;
    for (int i = 0; i < COUNT_OF(refused); i++) {
        if (picture_read(on_sheet(refused[i].inside), &picture) != PICTURE_HAS_PARTS) {
            fail_msg("%s (row %d) is taken", refused[i].why, i);
        }
    }
    for (int i = 0; i < COUNT_OF(refused_sheets); i++) {
        if (picture_read(str_from(refused_sheets[i]), &picture) != PICTURE_HAS_PARTS) {
            fail_msg("sheet %d is taken", i);
        }
    }
}

UNIT_TEST(our_own_drawings_are_drawn_right) {
    struct own_folder folders[] = {{.path = DIT_SOURCE_DIR "/assets/icons"},
                                   {.path = DIT_SOURCE_DIR "/tests/content/pictures/images"}};
    int count = 0;
    for (int i = 0; i < COUNT_OF(folders); i++) {
        DIR *entries = opendir(folders[i].path);
        assert_non_null(entries);
        for (struct dirent *entry; (entry = readdir(entries));) {
            if (strstr(entry->d_name, ".svg")) {
                compare(entry->d_name, own_folder_bytes(&folders[i], entry->d_name), ICON_PX);
                count++;
            }
        }
        closedir(entries);
        arena_finish(&folders[i].arena);
    }
    assert_in_range(count, 20, 100);
}

UNIT_TESTS_SHARE(make_folder, remove_folder)

// SPDX-License-Identifier: MIT
// A short text, repeated until it is the largest file that the kiosk reads. The first byte chooses
// the reader. None may take more than a moment of processor time: a reader that looks back over
// all that it has read passes every other test and hangs here.
#include "fuzz_card.h"

#include <time.h>

#include "fake_fonts.h"
#include "layout/flow.h"
#include "model/picture.h"
#include "model/settings.h"

enum { MOMENT_MS = 1000 }; // with sanitizers, which take four times as long as the kiosk

static void read_card(struct str bytes, struct findings *findings) {
    static const int sizes[] = {40, 30};
    const struct flow_style style = {
        .width_px = 600, .height_px = 400, .sizes_px = sizes, .size_count = 2, .measure_em = 36};
    struct card card = {0};
    if (card_load(&card, bytes, "a.md", &fuzz_ports, findings)) {
        flow_build(&card.body, &style, &fake_fonts, findings->arena);
    }
}

static void read_settings(struct str bytes, struct findings *findings) {
    const struct encoding_source source = {bytes, "kiosk.ini", findings->arena};
    struct settings settings;
    struct str text;
    if (encoding_load(&text, &source, findings)) {
        settings_load(&settings, text, "kiosk.ini", findings);
    }
}

static void read_drawing(struct str bytes, struct findings *findings) {
    struct picture picture;
    enum picture_fault fault = picture_read(bytes, &picture);
    if (fault != PICTURE_OK) {
        picture_add_finding(findings, fault, "images/a.svg");
    }
}

static const struct {
    void (*read)(struct str bytes, struct findings *findings);
    const char *start;
} readers[] = {
    {read_card, "# T\n\n"},
    {read_card, ""},
    {read_settings, "[practice]\nname = A\n"},
    {read_drawing, "<svg>"},
};

static struct str repeat(struct str part, const char *start, struct arena *arena) {
    char *text = arena_alloc(arena, LIMIT_TEXT_BYTES);
    size_t size = strlen(start);
    memcpy(text, start, size);
    for (; size + part.size <= LIMIT_TEXT_BYTES; size += part.size) {
        memcpy(text + size, part.at, part.size);
    }
    return (struct str){text, size};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2) {
        return 0;
    }
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    int reader = data[0] % COUNT_OF(readers);
    struct str text = repeat(fuzz_str(data + 1, size - 1), readers[reader].start, &arena);
    clock_t start = clock();
    readers[reader].read(text, &findings);
    FUZZ_CHECK((clock() - start) * 1000 / CLOCKS_PER_SEC <= MOMENT_MS);
    fuzz_check_findings(&findings, LIMIT_TEXT_BYTES + 1);
    arena_finish(&arena);
    return 0;
}

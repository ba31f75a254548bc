// SPDX-License-Identifier: MIT
// A short text, repeated until it is the largest file that the kiosk reads. The first byte chooses
// the reader. Where that takes more than a moment of processor time, a quarter of it has to take
// about a quarter: a reader that looks back over all that it has read passes every other test, and
// takes sixteen times as long for four times the text. The work of the fonts is counted, not timed.
#include "fuzz_card.h"

#include <time.h>

#include "content/card/card_load.h"
#include "content/picture/picture.h"
#include "content/settings/settings.h"
#include "fake_fonts.h"
#include "layout/flow.h"

enum { MOMENT_MS = 250, MOST_TIMES = 9, ATTEMPTS = 3 };

static void read_card(struct str bytes, struct findings *findings) {
    struct flow_style style = {.width_px = 600, .height_px = 400, .size_px = 30};
    struct card card = {0};
    if (!fuzz_load(&card, bytes, &fuzz_ports, findings)) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        style.is_right_to_left = i;
        fake_measured_bytes = 0;
        flow_build(&card.body, &style, &fake_fonts, findings->arena);
        FUZZ_CHECK(fake_measured_bytes <= (int64_t)bytes.size * 60);
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
    struct picture picture = {0};
    enum picture_fault fault = picture_read(bytes, &picture);
    if (fault != PICTURE_OK) {
        picture_add_finding(findings, fault, &picture, "images/a.svg");
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

static struct str repeat(struct str part, const char *start, size_t room, struct arena *arena) {
    char *text = arena_alloc(arena, room);
    size_t size = strlen(start);
    memcpy(text, start, size);
    for (; size + part.size <= room; size += part.size) {
        memcpy(text + size, part.at, part.size);
    }
    return (struct str){text, size};
}

static long read_ms(int reader, struct str part, size_t room) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    struct str text = repeat(part, readers[reader].start, room, &arena);
    clock_t start = clock();
    readers[reader].read(text, &findings);
    long ms = (clock() - start) * 1000 / CLOCKS_PER_SEC;
    fuzz_check_findings(&findings, LIMIT_TEXT_BYTES + 1);
    arena_finish(&arena);
    return ms;
}

// Another program may have the processor's cache meanwhile, so one good measurement will do.
static bool is_proportional(int reader, struct str part) {
    for (int i = 0; i < ATTEMPTS; i++) {
        long whole = read_ms(reader, part, LIMIT_TEXT_BYTES);
        if (whole <= MOMENT_MS ||
            whole <= MOST_TIMES * read_ms(reader, part, LIMIT_TEXT_BYTES / 4)) {
            return true;
        }
    }
    return false;
}

void fuzz_one(struct str bytes, struct arena *arena) {
    (void)arena; // each measurement has its own
    if (bytes.size >= 2) {
        int reader = (unsigned char)bytes.at[0] % COUNT_OF(readers);
        FUZZ_CHECK(is_proportional(reader, (struct str){bytes.at + 1, bytes.size - 1}));
    }
}

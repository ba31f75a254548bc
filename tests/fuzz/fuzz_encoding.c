// SPDX-License-Identifier: MIT
// Any bytes as a text file. What can be read is clean UTF-8 with LF, and the same words saved by
// Notepad, by Word or on a Mac are the same text again: with a mark in front, with CRLF or CR, as
// UTF-16 of either order.
#include "fuzz.h"

static const char path[] = "kiosk.ini";

static void check_same(struct str bytes, struct str text, struct arena *arena) {
    struct findings findings = {.arena = arena};
    const struct encoding_source source = {bytes, path, arena};
    struct str again;
    FUZZ_CHECK(encoding_load(&again, &source, &findings));
    FUZZ_CHECK(again.size == text.size);
    FUZZ_CHECK(memcmp(again.at, text.at, text.size) == 0);
    FUZZ_CHECK(findings.count == 0);
}

// Behind a mark, so that no word of the text is taken for the start of a Word file or a picture.
static void check_line_ends(struct str text, const char *line_end, struct arena *arena) {
    size_t end_size = strlen(line_end);
    char *bytes = arena_alloc(arena, 2 * text.size + 3);
    size_t size = 3;
    memcpy(bytes, "\xEF\xBB\xBF", 3);
    for (size_t i = 0; i < text.size; i++) {
        bool is_end = text.at[i] == '\n';
        memcpy(bytes + size, is_end ? line_end : text.at + i, is_end ? end_size : 1);
        size += is_end ? end_size : 1;
    }
    check_same((struct str){bytes, size}, text, arena);
}

static size_t put_unit(char *out, uint32_t unit, bool is_big_endian) {
    out[is_big_endian ? 0 : 1] = (char)(unit >> 8);
    out[is_big_endian ? 1 : 0] = (char)unit;
    return 2;
}

static void check_utf16(struct str text, bool is_big_endian, struct arena *arena) {
    char *bytes = arena_alloc(arena, 2 * text.size + 2);
    size_t size = put_unit(bytes, 0xFEFF, is_big_endian);
    const char *end = text.at + text.size;
    for (const char *at = text.at; at < end;) {
        uint32_t c = utf8_next(&at, end);
        if (c >= 0x10000) {
            size += put_unit(bytes + size, 0xD800 + ((c - 0x10000) >> 10), is_big_endian);
            c = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        size += put_unit(bytes + size, c, is_big_endian);
    }
    check_same((struct str){bytes, size}, text, arena);
}

void fuzz_one(struct str bytes, struct arena *arena) {
    struct findings findings = {.arena = arena};
    const struct encoding_source source = {bytes, path, arena};
    struct str text = {NULL, 1};
    if (encoding_load(&text, &source, &findings)) {
        FUZZ_CHECK(findings.count == 0);
        FUZZ_CHECK(!memchr(text.at, '\r', text.size));
        fuzz_check_text(text);
        check_line_ends(text, "\n", arena);
        check_line_ends(text, "\r\n", arena);
        check_line_ends(text, "\r", arena);
        check_utf16(text, false, arena);
        check_utf16(text, true, arena);
    } else {
        FUZZ_CHECK(text.size == 1 && findings.count == 1 && findings.error_count == 1);
        FUZZ_CHECK(!strchr(findings.list[0].todo, '?')); // it is ours, so nothing in it is harmful
    }
    fuzz_check_findings(&findings, (int)bytes.size + 1);
}

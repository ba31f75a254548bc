// SPDX-License-Identifier: MIT
// The bytes of Notepad, Word and Macs become UTF-8 with LF. The usual file (UTF-8, LF) is checked
// in one pass and never copied. Nothing is guessed: what is not UTF-8 and has no mark is refused.
#include "base/encoding.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>

enum { OBJECT_REPLACEMENT = 0xFFFC }; // what Word and web pages leave in place of a picture

static const struct {
    const char *start;
    struct encoding_refusal refusal;
} known_files[] = {
    {"PK\003\004",
     {"This is a Word file or a packed file, not plain text.",
      "Open it, choose “Save as” and “Plain text”, and give it a name that ends in .txt."}},
    {"\xD0\xCF\x11\xE0",
     {"This is an old Word file, not plain text.",
      "Open it, choose “Save as” and “Plain text”, and give it a name that ends in .txt."}},
    {"{\\rtf",
     {"This is a formatted file (Rich Text), not plain text.",
      "Open it in WordPad or Word, copy its words into Notepad, and save them here under this "
      "name, "
      "in place of this file."}},
    {"%PDF", {"This is a PDF, not plain text.", "Write the words into a plain text file."}},
    {"\x89PNG", {"This is a picture, not text.", "Put it into the folder images."}},
    {"\xFF\xD8\xFF", {"This is a picture, not text.", "Put it into the folder images."}},
};

static const struct encoding_refusal not_text = {
    "There are bytes here that are not text.",
    "Open the file in Notepad, choose “Save as” with the encoding UTF-8, and look at this line."};
static const struct encoding_refusal not_utf8 = {
    "The file is saved in an older way (ANSI), so this line has letters that cannot be read.",
    "In Notepad choose “Save as” and the encoding UTF-8."};
static const struct encoding_refusal control = {
    "There is an invisible control character in this line.", "Delete this line and type it again."};
static const struct encoding_refusal direction = {
    "There is an invisible character in this line that turns the order of letters around.",
    "Delete this line and type it again."};
static const struct encoding_refusal lost_letter = {
    "A letter in this line was lost when the file was saved.",
    "Type the letter again in place of the sign with the question mark, and save the file as "
    "UTF-8."};
static const struct encoding_refusal lost_picture = {
    "A picture was pasted here and was lost.",
    "Delete this line and type its words again. A picture goes into the folder images, and the "
    "card says ![Our team](team.jpg)."};

const struct encoding_refusal *encoding_find_refusal(uint32_t c) {
    if (c == 0) {
        return &not_text;
    }
    if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || (c >= 0x7F && c <= 0x9F)) {
        return &control;
    }
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
        return &direction;
    }
    if (c == OBJECT_REPLACEMENT) {
        return &lost_picture;
    }
    return c == UTF8_BAD ? &lost_letter : NULL;
}

// Past what is neither a line end nor the start of something longer, eight bytes at a time.
static const char *skip_plain(const char *at, const char *end) {
    const uint64_t ones = 0x0101010101010101;
    for (uint64_t word; end - at >= (ptrdiff_t)sizeof word; at += sizeof word) {
        memcpy(&word, at, sizeof word);
        if ((word | (word - ones * 0x20) | (word + ones)) & ones * 0x80) {
            break;
        }
    }
    while (at < end && *at >= 0x20 && *at < 0x7F) {
        at++;
    }
    return at;
}

struct reader {
    const char *at, *end;
    char *out; // with room for all of the text
    size_t size;
    int line;
};

// Takes one character, of more than ASCII's letters; CRLF, CR, U+2028 and U+2029 become LF.
static const struct encoding_refusal *take_character(struct reader *reader) {
    const char *start = reader->at;
    uint32_t c = utf8_next(&reader->at, reader->end);
    if (c == UTF8_BAD && reader->at - start != 3) {
        return &not_utf8; // U+FFFD itself is three bytes
    }
    const struct encoding_refusal *refusal = encoding_find_refusal(c);
    if (c == '\r' && reader->at < reader->end && *reader->at == '\n') {
        reader->at++;
    }
    c = c == '\r' || c == 0x2028 || c == 0x2029 ? '\n' : c;
    reader->line += c == '\n';
    reader->size += (size_t)utf8_put(reader->out + reader->size, c);
    return refusal;
}

static const struct encoding_refusal *read_text(struct reader *reader) {
    const struct encoding_refusal *refusal = NULL;
    while (reader->at < reader->end && !refusal) {
        const char *start = reader->at;
        reader->at = skip_plain(start, reader->end);
        memcpy(reader->out + reader->size, start, (size_t)(reader->at - start));
        reader->size += (size_t)(reader->at - start);
        refusal = reader->at < reader->end ? take_character(reader) : NULL;
    }
    return refusal;
}

// A byte alone at the end is no unit.
static uint32_t unit_at(struct str bytes, size_t i, bool is_big_endian) {
    if (i + 1 >= bytes.size) {
        return UTF8_BAD;
    }
    uint32_t first = (unsigned char)bytes.at[i];
    uint32_t second = (unsigned char)bytes.at[i + 1];
    return is_big_endian ? first << 8 | second : second << 8 | first;
}

// A lone surrogate or byte becomes U+FFFD, which the scan then refuses as a lost letter.
static struct str from_utf16(struct str bytes, bool is_big_endian, struct arena *arena) {
    char *out = arena_alloc(arena, bytes.size / 2 * 3 + 4);
    size_t size = 0;
    for (size_t i = 0; i < bytes.size; i += 2) {
        uint32_t c = unit_at(bytes, i, is_big_endian);
        uint32_t low = unit_at(bytes, i + 2, is_big_endian);
        if (c >= 0xD800 && c <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        bool is_lone = c >= 0xD800 && c <= 0xDFFF;
        size += (size_t)utf8_put(out + size, is_lone ? UTF8_BAD : c);
    }
    return (struct str){out, size};
}

static struct str without_mark(struct str bytes, struct arena *arena) {
    if (str_starts(bytes, "\xEF\xBB\xBF")) {
        return str_skip(bytes, 3);
    }
    bool is_big = str_starts(bytes, "\xFE\xFF");
    return is_big || str_starts(bytes, "\xFF\xFE") ? from_utf16(str_skip(bytes, 2), is_big, arena)
                                                   : bytes;
}

bool encoding_load(struct str *text, const struct encoding_source *source,
                   struct findings *findings) {
    const struct encoding_refusal *refusal = NULL;
    struct str plain = without_mark(source->bytes, source->arena);
    struct reader reader = {.at = plain.at, .end = plain.at + plain.size};
    for (int i = 0; i < COUNT_OF(known_files) && !refusal; i++) {
        bool is_known = str_starts(source->bytes, known_files[i].start);
        refusal = is_known ? &known_files[i].refusal : NULL;
    }
    if (!refusal) {
        reader.line = 1;
        reader.out = arena_alloc(source->arena, plain.size + 1);
        refusal = read_text(&reader);
    }
    if (refusal) {
        const struct finding_place place = {source->path, reader.line};
        finding_error(findings, place, refusal->what, refusal->todo);
        return false;
    }
    *text = (struct str){reader.out, reader.size};
    return true;
}

struct str encoding_for_windows(struct str text, struct arena *arena) {
    struct buffer out = {.arena = arena};
    buffer_text(&out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < text.size; i++) {
        bool is_end = text.at[i] == '\n' && (i == 0 || text.at[i - 1] != '\r');
        buffer_text(&out, is_end ? "\r" : "");
        buffer_put(&out, (struct str){text.at + i, 1});
    }
    return buffer_str(&out);
}

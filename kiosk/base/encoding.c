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
    size_t size;
    struct encoding_refusal refusal;
} known_files[] = {
    {"PK\003\004",
     4,
     {"This is a Word file or a packed file, not plain text.",
      "Open it, choose “Save as” and “Plain text”, and give it a name that ends in .md."}},
    {"\xD0\xCF\x11\xE0",
     4,
     {"This is an old Word file, not plain text.",
      "Open it, choose “Save as” and “Plain text”, and give it a name that ends in .md."}},
    {"{\\rtf",
     5,
     {"This is a formatted file (Rich Text), not plain text.",
      "Open it in WordPad or Word, copy its words into Notepad, and save them here under this "
      "name, "
      "in place of this file."}},
    {"%PDF", 4, {"This is a PDF, not plain text.", "Write the words into a plain text file."}},
    {"\x89PNG", 4, {"This is a picture, not text.", "Put it into the folder images."}},
    {"\xFF\xD8\xFF", 3, {"This is a picture, not text.", "Put it into the folder images."}},
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

static bool refuse(const struct encoding_source *source, const struct encoding_refusal *refusal,
                   int line, struct findings *findings) {
    finding_add(findings, (struct finding){.level = FINDING_ERROR,
                                           .path = source->path,
                                           .line = line,
                                           .what = refusal->what,
                                           .todo = refusal->todo});
    return false;
}

static const struct encoding_refusal *find_known_file(struct str bytes) {
    for (int i = 0; i < COUNT_OF(known_files); i++) {
        if (bytes.size >= known_files[i].size &&
            memcmp(bytes.at, known_files[i].start, known_files[i].size) == 0) {
            return &known_files[i].refusal;
        }
    }
    return NULL;
}

// A byte that is neither the start of something longer nor anything to look at twice.
static bool is_plain(unsigned char c) {
    return (c >= 0x20 && c < 0x7F) || c == '\t';
}

// Past eight bytes at a time while all of them are from 0x20 to 0x7E.
static const char *skip_plain(const char *at, const char *end) {
    const uint64_t ones = 0x0101010101010101;
    for (uint64_t word; end - at >= (ptrdiff_t)sizeof word; at += sizeof word) {
        memcpy(&word, at, sizeof word);
        if ((word | (word - ones * 0x20) | (word + ones)) & ones * 0x80) {
            break;
        }
    }
    return at;
}

struct scan {
    int line;
    bool has_other_line_ends; // CR, or Unicode's own separators
    const struct encoding_refusal *refusal;
};

static void scan_wide(struct scan *scan, const char **at, const char *end) {
    const char *start = *at;
    uint32_t c = utf8_next(at, end);
    if (c == UTF8_BAD && *at - start != 3) {
        scan->refusal = &not_utf8;
        return;
    }
    scan->has_other_line_ends |= c == 0x2028 || c == 0x2029;
    scan->refusal = encoding_find_refusal(c);
}

static struct scan scan_text(struct str text) {
    struct scan scan = {.line = 1};
    const char *at = text.at;
    const char *end = text.at + text.size;
    while ((at = skip_plain(at, end)) < end && !scan.refusal) {
        if (is_plain((unsigned char)*at)) {
            at++;
        } else if (*at == '\n') {
            scan.line++;
            at++;
        } else if (*at == '\r') {
            scan.has_other_line_ends = true;
            scan.line += at + 1 == end || at[1] != '\n';
            at++;
        } else {
            scan_wide(&scan, &at, end);
        }
    }
    return scan;
}

// CRLF, CR, U+2028 and U+2029 become LF; a copy, because the bytes are not ours.
static struct str with_lf(struct str text, struct arena *arena) {
    char *out = arena_alloc(arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool is_separator = text.size - i >= 3 && (memcmp(text.at + i, "\xE2\x80\xA8", 3) == 0 ||
                                                   memcmp(text.at + i, "\xE2\x80\xA9", 3) == 0);
        if (text.at[i] == '\r') {
            i += i + 1 < text.size && text.at[i + 1] == '\n';
            out[size++] = '\n';
        } else if (is_separator) {
            i += 2;
            out[size++] = '\n';
        } else {
            out[size++] = text.at[i];
        }
    }
    return (struct str){out, size};
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
    if (bytes.size >= 3 && memcmp(bytes.at, "\xEF\xBB\xBF", 3) == 0) {
        return (struct str){bytes.at + 3, bytes.size - 3};
    }
    bool is_little = bytes.size >= 2 && memcmp(bytes.at, "\xFF\xFE", 2) == 0;
    bool is_big = bytes.size >= 2 && memcmp(bytes.at, "\xFE\xFF", 2) == 0;
    if (is_little || is_big) {
        return from_utf16((struct str){bytes.at + 2, bytes.size - 2}, is_big, arena);
    }
    return bytes;
}

bool encoding_load(struct str *text, const struct encoding_source *source,
                   struct findings *findings) {
    const struct encoding_refusal *known = find_known_file(source->bytes);
    if (known) {
        return refuse(source, known, 0, findings);
    }
    struct str plain = without_mark(source->bytes, source->arena);
    struct scan scan = scan_text(plain);
    if (scan.refusal) {
        return refuse(source, scan.refusal, scan.line, findings);
    }
    *text = scan.has_other_line_ends ? with_lf(plain, source->arena) : plain;
    return true;
}

struct str encoding_for_windows(struct str text, struct arena *arena) {
    struct buffer out = {.arena = arena};
    buffer_text(&out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < text.size; i++) {
        bool is_end = text.at[i] == '\n' && (i == 0 || text.at[i - 1] != '\r');
        buffer_put(&out, "\r", is_end ? 1 : 0);
        buffer_put(&out, text.at + i, 1);
    }
    return buffer_str(&out);
}

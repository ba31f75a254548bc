// SPDX-License-Identifier: MIT
// The lines of an INI file, read by inih. We are its line reader: every line passes our checks
// before inih sees it, one line a call, so its silent cuts cannot happen and the line number is
// known.
#include "base/ini.h"

#include <ini.h>
#include <string.h>

struct ini_walk {
    const char *at, *end;
    int line;
    const char *path;
    const struct ini_taker *taker;
    struct findings *findings;
};

static void add(struct ini_walk *walk, const char *what, const char *todo) {
    finding_add(walk->findings, (struct finding){.level = FINDING_ERROR,
                                                 .path = walk->path,
                                                 .line = walk->line,
                                                 .what = what,
                                                 .todo = todo});
}

// Where inih would see a note, and cut it off; the end of the line where there is none.
static size_t note_start(struct str line) {
    for (size_t i = 1; i < line.size; i++) {
        if (line.at[i] == ';' && (line.at[i - 1] == ' ' || line.at[i - 1] == '\t')) {
            return i - 1;
        }
    }
    return line.size;
}

static bool has_note_behind(struct str line) {
    return note_start(line) < line.size;
}

static bool is_section(struct str line) {
    return line.at[0] == '[' && line.at[line.size - 1] == ']' && line.size <= INI_NAME_BYTES &&
           !memchr(line.at + 1, ']', line.size - 2) && !has_note_behind(line);
}

// Bytes of the name in front of "=" (or ":"), 0 where there is no such sign or no name.
static size_t name_bytes(struct str line) {
    for (size_t i = 0; i < line.size; i++) {
        if (line.at[i] == '=' || line.at[i] == ':') {
            return str_trim((struct str){line.at, i}).size;
        }
    }
    return 0;
}

static bool is_pair(struct ini_walk *walk, struct str line) {
    size_t name = name_bytes(line);
    if (!memchr(line.at, '=', line.size) && !memchr(line.at, ':', line.size)) {
        add(walk, "There is no = sign in this line.",
            "Write a setting as theme = light, a heading as [display], and # in front of a note.");
        return false;
    }
    if (name == 0 || name > INI_NAME_BYTES) {
        add(walk, "This line is not a setting and not a note.",
            "Write it as name = value, or put # in front of it if it is a note.");
        return false;
    }
    if (has_note_behind(line)) {
        add(walk, "There is a “;” behind the value, and what follows would be lost.",
            "Put the note on a line of its own, or write “,” instead of “;”.");
        return false;
    }
    return true;
}

// With one bracket it was to be a heading too: else every line below it would be a finding.
static bool is_like_section(struct str line) {
    bool is_value = memchr(line.at, '=', line.size) || memchr(line.at, ':', line.size);
    return line.at[0] == '[' || (line.at[line.size - 1] == ']' && !is_value);
}

static struct str section_name(struct str line) {
    line.size -= line.at[0] == '[';
    line.at += line.at[0] == '[';
    const char *stop = memchr(line.at, ']', line.size);
    struct str name = {line.at, stop ? (size_t)(stop - line.at) : line.size};
    name = str_trim((struct str){name.at, note_start(name)});
    return name.size <= INI_NAME_BYTES - 2 ? name : (struct str){name.at, INI_NAME_BYTES - 2};
}

static bool is_note(struct str line) {
    return line.size == 0 || line.at[0] == '#' || line.at[0] == ';'; // as long as it likes
}

static bool is_good(struct ini_walk *walk, struct str line) {
    if (line.size > INI_LINE_BYTES) {
        add(walk, "This line is too long.", "Make it shorter: up to 190 letters on one line.");
        return false;
    }
    if (!is_like_section(line)) {
        return is_pair(walk, line);
    }
    if (!is_section(line)) {
        add(walk, "This heading is not complete.",
            "Write it with both brackets and nothing else, such as [practice].");
    }
    return true;
}

static struct str next_line(struct ini_walk *walk) {
    const char *stop = memchr(walk->at, '\n', (size_t)(walk->end - walk->at));
    const char *line_end = stop ? stop : walk->end;
    struct str line = {walk->at, (size_t)(line_end - walk->at)};
    walk->at = stop ? stop + 1 : walk->end;
    walk->line++;
    return str_trim(line);
}

static void write_line(char *out, struct str line) {
    bool is_heading = is_like_section(line);
    line = is_heading ? section_name(line) : line;
    char *at = out;
    *at = '[';
    at += is_heading;
    memcpy(at, line.at, line.size);
    at += line.size;
    *at = ']';
    at[is_heading] = '\0';
}

// inih's line reader. Trimmed lines have no indent, so inih never joins one to the line before.
static char *read_line(char *out, int room, void *self) {
    struct ini_walk *walk = self;
    while (walk->at < walk->end) {
        struct str line = next_line(walk);
        if (is_note(line)) {
            continue;
        }
        if (is_good(walk, line) && line.size + 2 < (size_t)room) {
            write_line(out, line);
            return out;
        }
        if (walk->taker->refuse) {
            walk->taker->refuse(walk->taker->self, line);
        }
    }
    return NULL;
}

static int take_pair(void *self, const char *section, const char *key, const char *value) {
    const struct ini_walk *walk = self;
    const struct ini_pair pair = {section, key, value, walk->line};
    walk->taker->take(walk->taker->self, &pair);
    return 1;
}

void ini_load(struct str text, const char *path, const struct ini_taker *taker,
              struct findings *findings) {
    struct ini_walk walk = {.at = text.at,
                            .end = text.at + text.size,
                            .path = path,
                            .taker = taker,
                            .findings = findings};
    if (ini_parse_stream(read_line, &walk, take_pair, &walk) != 0) {
        walk.line = 0;
        add(&walk, "A line of this file cannot be understood.",
            "Compare it with the kiosk.ini that came with the kiosk.");
    }
}

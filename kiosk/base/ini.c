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

// Where inih would see a note behind the value and cut it off.
static bool has_note_behind(struct str line) {
    for (size_t i = 1; i < line.size; i++) {
        if (line.at[i] == ';' && (line.at[i - 1] == ' ' || line.at[i - 1] == '\t')) {
            return true;
        }
    }
    return false;
}

static bool is_section(struct str line) {
    return line.at[0] == '[' && line.at[line.size - 1] == ']' && line.size <= INI_NAME_BYTES &&
           !memchr(line.at + 1, ']', line.size - 2);
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

static bool is_good(struct ini_walk *walk, struct str line) {
    if (line.size == 0 || line.at[0] == '#' || line.at[0] == ';') {
        return false; // a note: it may be as long as it likes
    }
    if (line.size > INI_LINE_BYTES) {
        add(walk, "This line is too long.", "Make it shorter: up to 190 letters on one line.");
        return false;
    }
    if (line.at[0] != '[') {
        return is_pair(walk, line);
    }
    if (!is_section(line)) {
        add(walk, "This heading is not complete.",
            "Write it with both brackets and nothing else, such as [practice].");
        return false;
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

// inih's line reader. Trimmed lines have no indent, so inih never joins one to the line before.
static char *read_line(char *out, int room, void *self) {
    struct ini_walk *walk = self;
    while (walk->at < walk->end) {
        struct str line = next_line(walk);
        if (is_good(walk, line) && line.size < (size_t)room) {
            memcpy(out, line.at, line.size);
            out[line.size] = '\0';
            return out;
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

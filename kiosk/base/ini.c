// SPDX-License-Identifier: MIT
// Each line is looked at once and alone: nothing goes on in the next one, and nothing behind a
// value is a note, so no word of a value is lost in silence.
#include "base/ini.h"

#include <string.h>

struct ini_walk {
    const char *path;
    const struct ini_taker *taker;
    struct findings *findings;
    const char *section;
    int line;
};

static void add(const struct ini_walk *walk, const char *what, const char *todo) {
    finding_add(walk->findings, (struct finding){.level = FINDING_ERROR,
                                                 .path = walk->path,
                                                 .line = walk->line,
                                                 .what = what,
                                                 .todo = todo});
}

// The blank in front of a “;”, behind which other programs see a note; NULL where there is none.
static char *find_note(char *text) {
    for (char *at = strchr(text, ';'); at; at = strchr(at + 1, ';')) {
        if (at > text && (at[-1] == ' ' || at[-1] == '\t')) {
            return at - 1;
        }
    }
    return NULL;
}

// With one bracket it was to be a heading too: else every line below it would be a finding.
static bool is_heading(const char *line) {
    return line[0] == '[' || (line[strlen(line) - 1] == ']' && !strpbrk(line, "=:"));
}

static void take_heading(struct ini_walk *walk, char *line) {
    char *name = line + (line[0] == '[');
    char *stop = strchr(name, ']');
    bool is_whole = name > line && stop && stop[1] == '\0';
    if (stop) {
        *stop = '\0';
    }
    char *note = find_note(name);
    if (note) {
        *note = '\0';
    }
    if (!is_whole || note) {
        add(walk, "This heading is not complete.",
            "Write it with both brackets and nothing else, such as [practice].");
    }
    walk->section = arena_text(walk->findings->arena, str_trim(str_from(name)));
}

static void take_pair(const struct ini_walk *walk, char *line) {
    struct arena *arena = walk->findings->arena;
    size_t key_size = strcspn(line, "=:");
    if (line[key_size] == '\0') {
        add(walk, "There is no = sign in this line.",
            "Write a setting as theme = light, a heading as [display], and # in front of a note.");
    } else if (key_size == 0) {
        add(walk, "This line is not a setting and not a note.",
            "Write it as name = value, or put # in front of it if it is a note.");
    } else if (find_note(line)) {
        add(walk, "There is a “;” behind the value, and what follows would be lost.",
            "Put the note on a line of its own, or write “,” instead of “;”.");
    } else {
        const struct ini_pair pair = {
            walk->section, arena_text(arena, str_trim((struct str){line, key_size})),
            arena_text(arena, str_trim(str_from(line + key_size + 1))), walk->line};
        walk->taker->take(walk->taker->self, &pair);
        return;
    }
    if (walk->taker->refuse) {
        walk->taker->refuse(walk->taker->self, line);
    }
}

static void take_line(struct ini_walk *walk, struct str bytes) {
    struct str words = str_trim(bytes);
    walk->line++;
    if (words.size == 0 || words.at[0] == '#' || words.at[0] == ';') {
        return;
    }
    char *line = arena_text(walk->findings->arena, words);
    if (is_heading(line)) {
        take_heading(walk, line);
    } else {
        take_pair(walk, line);
    }
}

void ini_load(struct str text, const char *path, const struct ini_taker *taker,
              struct findings *findings) {
    struct ini_walk walk = {.path = path, .taker = taker, .findings = findings, .section = ""};
    const char *end = text.at + text.size;
    for (const char *at = text.at; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        take_line(&walk, (struct str){at, (size_t)((stop ? stop : end) - at)});
        at = stop ? stop + 1 : end;
    }
}

// SPDX-License-Identifier: MIT
// Each line is looked at once and alone: nothing goes on in the next one, and nothing behind a
// value is a note, so no word of a value is lost in silence.
#include "base/ini.h"

#include <string.h>

static void take_heading(struct ini *ini, const char *line) {
    const char *name = line + (line[0] == '[');
    size_t size = strcspn(name, "];");
    if (name == line || strcmp(name + size, "]") != 0) {
        finding_error(ini->findings, ini->place, "This heading is not complete.",
                      "Write it with both brackets and nothing else, such as [practice].");
    }
    ini->section = arena_text(ini->findings->arena, str_trim((struct str){name, size}));
}

static void read_pair(const struct ini *ini, const char *line, struct ini_pair *pair) {
    struct arena *arena = ini->findings->arena;
    size_t key_size = strcspn(line, "=:");
    const char *what = NULL, *todo = NULL;
    *pair = (struct ini_pair){ini->section ? ini->section : "", line, "", ini->place.line, true};
    if (line[key_size] == '\0') {
        what = "There is no = sign in this line.";
        todo = "Write a setting as theme = light, a heading as [display], and # in front of a "
               "note.";
    } else if (key_size == 0) {
        what = "This line is not a setting and not a note.";
        todo = "Write it as name = value, or put # in front of it if it is a note.";
    } else if (strstr(line, " ;") || strstr(line, "\t;")) { // a note, to other programs
        what = "There is a “;” behind the value, and what follows would be lost.";
        todo = "Put the note on a line of its own, or write “,” instead of “;”.";
    }
    if (what) {
        finding_error(ini->findings, ini->place, what, todo);
        return;
    }
    pair->key = arena_text(arena, str_trim((struct str){line, key_size}));
    pair->value = arena_text(arena, str_trim(str_from(line + key_size + 1)));
    pair->is_refused = false;
}

bool ini_next(struct ini *ini, struct ini_pair *pair) {
    while (ini->text.size > 0) {
        struct str words = str_trim(str_take_line(&ini->text));
        ini->place.line++;
        if (words.size == 0 || words.at[0] == '#' || words.at[0] == ';') {
            continue;
        }
        const char *line = arena_text(ini->findings->arena, words);
        // With one bracket it was to be a heading too: else every line below it would be a finding.
        bool ends_heading = line[strlen(line) - 1] == ']' && !strpbrk(line, "=:");
        if (line[0] != '[' && !ends_heading) {
            read_pair(ini, line, pair);
            return true;
        }
        take_heading(ini, line);
    }
    return false;
}

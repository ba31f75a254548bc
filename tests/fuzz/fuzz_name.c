// SPDX-License-Identifier: MIT
// Any bytes as the name of a file. What becomes of it is a name that every program can write, and
// neither the case of its letters nor the .txt that Windows puts behind it makes a difference.
#include "fuzz.h"

#include "content/name.h"

enum { NAME_BYTES = 255 }; // what a file system takes

static bool is_id(const char *id) {
    return id && id[0] && strlen(id) <= 80 &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
}

static void check_read(struct name name) {
    bool is_card = name.kind == NAME_CARD;
    bool has_id = is_card || name.kind == NAME_REFER || name.kind == NAME_URGENT;
    FUZZ_CHECK(name.kind >= NAME_CARD && name.kind < NAME_KIND_COUNT);
    FUZZ_CHECK(has_id ? is_id(name.id) : name.id == NULL);
    FUZZ_CHECK(!is_card || (name.order >= 0 && name.order <= 999999));
}

static bool is_same(struct name a, struct name b) {
    bool is_same_id = a.id && b.id ? strcmp(a.id, b.id) == 0 : a.id == b.id;
    return a.kind == b.kind && a.order == b.order && is_same_id;
}

static const char *with_large_letters(const char *text, struct arena *arena) {
    char *large = arena_text(arena, str_from(text));
    for (char *c = large; *c; c++) {
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
    }
    return large;
}

static void check_variants(const char *text, struct name name, struct arena *arena) {
    FUZZ_CHECK(is_same(name_read(with_large_letters(text, arena), arena), name));
    bool is_shown = name.kind <= NAME_URGENT && strlen(text) + 4 <= NAME_BYTES;
    size_t size = strlen(text);
    if (is_shown && text[size - 1] != 't' && text[size - 1] != 'T') {
        FUZZ_CHECK(is_same(name_read(arena_format(arena, "%s.txt", text), arena), name));
    }
}

static void check_guesses(const char *text, struct arena *arena) {
    const char *meant = name_find_meant(text, arena);
    FUZZ_CHECK(!meant || strcmp(meant, "refer.txt") == 0 || strcmp(meant, "urgent-help.txt") == 0);
    FUZZ_CHECK(name_read(name_propose(text, arena), arena).id);
}

void fuzz_one(struct str bytes, struct arena *arena) {
    bytes.size = bytes.size < NAME_BYTES ? bytes.size : NAME_BYTES;
    char *text = arena_text(arena, bytes);
    struct name name = name_read(text, arena);
    check_read(name);
    FUZZ_CHECK((name.kind == NAME_JUNK) == name_is_junk(text));
    check_variants(text, name, arena);
    check_guesses(text, arena);
}

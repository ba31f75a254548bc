// SPDX-License-Identifier: MIT
// Names of files as staff, Windows and Macs write them, brought into the one form that the rest of
// the kiosk knows; each kind that is no card's has its sentence. Windows hides the ending of a name
// and adds its own: 10-what.md.txt is 10-what.
#include "content/name.h"

#include "base/edit_distance.h"
#include "content/limits.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

enum { NUMBER_DIGITS = 6 };

bool name_is_junk(const char *name) {
    static const char *const whole[] = {
        "thumbs.db",    "desktop.ini", "ehthumbs.db", "system volume information",
        "$recycle.bin", "autorun.inf", "icon\r",      "__macosx",
        "lost+found",
    };
    if (name[0] == '.' || strncmp(name, "~$", 2) == 0 || strncasecmp(name, "~wrl", 4) == 0) {
        return true; // .DS_Store, ._copies of Macs, .Trashes; Word's lock files
    }
    for (int i = 0; i < COUNT_OF(whole); i++) {
        if (strcasecmp(name, whole[i]) == 0) {
            return true;
        }
    }
    size_t size = strlen(name);
    return size > 1 && name[size - 1] == '~'; // the copies that editors keep
}

static bool ends_in(struct str name, const char *ending) {
    size_t size = strlen(ending);
    return name.size > size && strncasecmp(name.at + name.size - size, ending, size) == 0;
}

// Without the endings of a card; the name itself has none of them then.
static struct str card_base(struct str name) {
    for (;;) {
        size_t size = ends_in(name, ".txt") ? 4 : ends_in(name, ".md") ? 3 : 0;
        if (size == 0) {
            return name;
        }
        name.size -= size;
    }
}

bool name_is(const char *file_name, const char *wanted) {
    struct str name = str_from(file_name);
    name.size -= ends_in(name, ".ini.txt") ? strlen(".txt") : 0;
    return str_equals_ignoring_case(name, wanted);
}

static const struct {
    const char *ending;
    enum name_kind kind;
} endings[] = {
    {".docx", NAME_DOCUMENT}, {".doc", NAME_DOCUMENT},  {".rtf", NAME_DOCUMENT},
    {".odt", NAME_DOCUMENT},  {".pdf", NAME_DOCUMENT},  {".markdown", NAME_TEXT},
    {".html", NAME_DOCUMENT}, {".htm", NAME_DOCUMENT},  {".pages", NAME_DOCUMENT},
    {".rtfd", NAME_DOCUMENT}, {".pptx", NAME_DOCUMENT}, {".zip", NAME_ARCHIVE},
    {".png", NAME_PICTURE},   {".jpg", NAME_PICTURE},   {".jpeg", NAME_PICTURE},
    {".svg", NAME_PICTURE},   {".gif", NAME_PICTURE},   {".bmp", NAME_PICTURE},
    {".webp", NAME_PICTURE},  {".heic", NAME_PICTURE},  {".tif", NAME_PICTURE},
};

static enum name_kind kind_by_ending(struct str name) {
    for (int i = 0; i < COUNT_OF(endings); i++) {
        if (ends_in(name, endings[i].ending)) {
            return endings[i].kind;
        }
    }
    return NAME_OTHER;
}

bool name_is_picture(struct str name) {
    return kind_by_ending(name) == NAME_PICTURE && !memchr(name.at, ':', name.size);
}

// Letters, digits and hyphens; spaces and low lines become hyphens. NULL for anything else.
static const char *read_id(struct str text, struct arena *arena) {
    text = str_trim(text);
    if (text.size == 0 || text.size > LIMIT_CARD_ID_BYTES) {
        return NULL;
    }
    char *id = arena_lower(arena, text);
    for (char *c = id; (c = strpbrk(c, " _")) != NULL;) {
        *c = '-';
    }
    return id[strspn(id, "abcdefghijklmnopqrstuvwxyz" DIGITS "-")] ? NULL : id;
}

// "10-what-is-dit", "10 What is DIT", "10_what"
static struct name read_card_name(struct str base, struct arena *arena) {
    const char *text = arena_text(arena, base);
    size_t digits = strspn(text, DIGITS);
    size_t start = digits + strspn(text + digits, "-_ .");
    if (digits == 0 || start == digits || start == base.size) {
        return (struct name){.kind = NAME_NO_NUMBER};
    }
    const char *id = read_id(str_from(text + start), arena);
    if (!id || digits > NUMBER_DIGITS) {
        return (struct name){.kind = NAME_STRANGE};
    }
    return (struct name){NAME_CARD, strtol(text, NULL, 10), id};
}

struct name name_read(const char *file_name, struct arena *arena) {
    struct str whole = str_from(file_name), base = card_base(whole);
    if (base.size == whole.size) {
        return (struct name){name_is_junk(file_name) ? NAME_JUNK : kind_by_ending(whole), 0, NULL};
    }
    if (str_equals_ignoring_case(base, "refer")) {
        return (struct name){NAME_REFER, -1, "refer"};
    }
    if (str_equals_ignoring_case(base, "urgent-help")) {
        return (struct name){NAME_URGENT, -1, "urgent-help"};
    }
    struct name name = read_card_name(base, arena);
    if (name.kind == NAME_NO_NUMBER && name_is_junk(file_name)) {
        name.kind = NAME_JUNK; // ._10-what.txt; no junk begins with a number and ends so
    }
    return name;
}

// Without what stands behind its last dot, where it is no card's.
static struct str without_ending(struct str name) {
    struct str base = card_base(name);
    const char *dot = base.size > 0 ? memrchr(base.at, '.', base.size) : NULL;
    bool is_card = base.size < name.size;
    return str_trim(dot && !is_card ? (struct str){base.at, (size_t)(dot - base.at)} : base);
}

const char *name_find_meant(const char *file_name, struct arena *arena) {
    static const char *const names[] = {"refer", "urgent-help"};
    struct str base = without_ending(str_from(file_name));
    const char *near = edit_distance_nearest(arena_text(arena, base), names, COUNT_OF(names));
    return near ? arena_format(arena, "%s.txt", near) : NULL;
}

const char *name_to_write(const char *file_name, struct arena *arena) {
    struct str base = card_base(str_from(file_name));
    bool is_card = name_read(file_name, arena).id != NULL;
    return is_card ? arena_format(arena, "%.*s.txt", (int)base.size, base.at) : file_name;
}

// "what's on" is whats-on. Letters that are in no id: nobody guesses which are meant.
static const char *propose_id(struct str text, struct arena *arena) {
    char *kept = arena_text(arena, text);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.at[i];
        bool is_kept =
            (unsigned char)c >= 0x80 || char_is_letter(c) || char_is_digit(c) || strchr(" -_", c);
        kept[size] = c;
        size += is_kept;
    }
    size_t start = 0; // signs behind the number are none of the id
    while (start < size && strchr("- _", kept[start])) {
        start++;
    }
    const char *id = read_id((struct str){kept + start, size - start}, arena);
    return id ? id : "my-card";
}

const char *name_propose(const char *file_name, struct arena *arena) {
    const char *meant = name_find_meant(file_name, arena);
    const char *base = arena_text(arena, without_ending(str_from(file_name)));
    size_t digits = strspn(base, DIGITS);
    bool has_number = digits > 0 && digits <= NUMBER_DIGITS;
    const char *words = base + digits + strspn(base + digits, "-_ .");
    return meant ? meant
                 : arena_format(arena, "%.*s-%s.txt", has_number ? (int)digits : 2,
                                has_number ? base : "70", propose_id(str_from(words), arena));
}

// Between `todo` and `rest` stands a name that the file could have; NULL: it needs none.
static const struct {
    enum finding_level level;
    const char *what, *todo, *rest;
} name_words[] = {
    [NAME_NO_NUMBER] = {FINDING_ERROR, "This card has no number in front of its name.",
                        "Rename it, such as ", ": the number says where it comes."},
    [NAME_STRANGE] = {FINDING_ERROR,
                      "The name of this card is too long, or has signs in it that cannot be used.",
                      "Rename it with letters, digits and hyphens, such as ", "."},
    [NAME_TEXT] = {FINDING_ERROR, "The name of this file does not end in .txt, so it is not shown.",
                   "Rename it, such as ", "."},
    [NAME_DOCUMENT] = {FINDING_ERROR, "This file is not plain text, so it is not shown.",
                       "Open it, copy its words into Notepad, save them here as ",
                       ", and take this file away."},
    [NAME_ARCHIVE] = {FINDING_ERROR, "The files inside this one are not shown.",
                      "Right-click it and choose “Extract all”, put the cards that were in it "
                      "here, and take this file away.",
                      NULL},
    [NAME_PICTURE] = {FINDING_WARNING, "Pictures are not looked for in this folder.",
                      "Move it into the folder images.", NULL},
    [NAME_OTHER] = {FINDING_WARNING, "This file is not a card, so it is not shown.",
                    "Take it away, or give it a name such as ", "."},
};
static_assert(COUNT_OF(name_words) == NAME_KIND_COUNT, "a sentence for every kind of name");

enum name_kind name_add_finding(struct findings *findings, const char *path, enum name_kind kind) {
    struct arena *arena = findings->arena;
    const char *file = strrchr(path, '/') + 1;
    const char *meant = kind < NAME_ARCHIVE ? name_find_meant(file, arena) : NULL;
    struct finding finding = {.level = name_words[kind].level,
                              .path = path,
                              .what = name_words[kind].what,
                              .todo = name_words[kind].todo};
    if (meant && kind != NAME_DOCUMENT) {
        finding.what = arena_format(arena, "This file is not called %s.", meant);
        finding.todo = arena_format(arena, "Did you mean %s? Rename it.", meant);
    } else if (name_words[kind].rest) {
        finding.todo = arena_format(arena, "%s%s%s", finding.todo, name_propose(file, arena),
                                    name_words[kind].rest);
    }
    finding_add(findings, finding);
    return meant ? name_read(meant, arena).kind : kind;
}
